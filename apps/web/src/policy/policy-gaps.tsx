import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { LeastPrivilege } from '@trailglass/api';
import type { ReactNode } from 'react';
import { counted } from '../ui/numbers/count.ts';
import { SafeText } from '../ui/safe-text/safe-text.tsx';
import { gapsOf } from './gaps.ts';
import styles from './policy.module.css';

/** What the events do not tell, and what was left out on purpose: a policy is attached knowing it. */
export function PolicyGaps({ made }: { readonly made: LeastPrivilege }): ReactNode {
  return (
    <Container header={<Header variant="h2">What the events cannot tell</Header>}>
      <SpaceBetween size="s">
        {gapsOf(made).map(({ title, says, lines }) =>
          lines.length === 0 ? (
            <div key={title}>
              <strong>{title}.</strong> {says}
            </div>
          ) : (
            <ExpandableSection
              key={title}
              headerText={title}
              headerCounter={`(${lines.length.toLocaleString('en')})`}
              defaultExpanded={lines.length <= 5}
            >
              <p className={styles.says}>{says}</p>
              <ul className={styles.lines}>
                {lines.map(([text, count]) => (
                  <li key={text}>
                    <SafeText text={text} limit={400} expandable={false} />
                    {count !== undefined && ` · ${counted(count, 'event')}`}
                  </li>
                ))}
              </ul>
            </ExpandableSection>
          ),
        )}
      </SpaceBetween>
    </Container>
  );
}
