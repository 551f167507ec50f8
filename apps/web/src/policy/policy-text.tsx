import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { type LeastPrivilege, policyLimits } from '@trailglass/api';
import { CopyButton } from '../ui/copy/copy-button.tsx';
import { SafeText } from '../ui/safe-text/safe-text.tsx';
import styles from './policy.module.css';

/** Nobody reads on; the copy and the file have all of it. */
const MOST_LINES = 400;

/** The policy as it is attached; names in it are whoever's, so it is text and no more. */
export function PolicyText({ made }: { readonly made: LeastPrivilege }) {
  const text = JSON.stringify(made.policy, undefined, 2);
  const lines = text.split('\n');
  const tooLarge = made.size > policyLimits.size;
  const size = `${made.size.toLocaleString('en')} of ${policyLimits.size.toLocaleString('en')} characters`;
  return (
    <Container
      header={
        <Header
          variant="h2"
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <CopyButton text={text} what="policy" variant="button" />
              <Button iconName="download" onClick={() => save(text)}>
                Download
              </Button>
            </SpaceBetween>
          }
          description={
            <StatusIndicator type={tooLarge ? 'warning' : 'success'}>
              {tooLarge
                ? `${size} of a managed policy: split it, or put * for some of the resources`
                : `${size} of a managed policy`}
            </StatusIndicator>
          }
        >
          Policy
        </Header>
      }
    >
      <section className={styles.text} aria-label="Policy JSON">
        {[...lines.slice(0, MOST_LINES).entries()].map(([at, line]) => (
          <div key={at}>
            <SafeText text={line} limit={2048} expandable={false} />
          </div>
        ))}
      </section>
      {lines.length > MOST_LINES && (
        <p>
          {`… and ${(lines.length - MOST_LINES).toLocaleString('en')} more lines: copy or download it for all of them.`}
        </p>
      )}
    </Container>
  );
}

function save(text: string): void {
  const url = URL.createObjectURL(new Blob([`${text}\n`], { type: 'application/json' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: 'policy.json' });
  link.click();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
