import Link from '@cloudscape-design/components/link';
import { useAbout } from '../api/about.ts';
import { useFollow, useLinks } from './pages/links.ts';
import styles from './shell.module.css';

/** Says on every page when what is shown does not come from AWS. */
export function SourceBar() {
  const { mode, endpoint } = useAbout();
  const links = useLinks();
  const follow = useFollow();
  if (mode === 'aws' && endpoint === undefined) return null;
  return (
    <aside className={styles.source} aria-label="Where these events come from">
      {mode === 'demo' ? (
        <>
          <span>Sample events from a CloudTrail endpoint on this machine.</span>
          <Link fontSize="body-s" href={`${links.accounts}#use-your-aws-account`} onFollow={follow}>
            Use your AWS account
          </Link>
        </>
      ) : (
        <span>
          CloudTrail endpoint in use instead of AWS: <code>{endpoint}</code>
        </span>
      )}
    </aside>
  );
}
