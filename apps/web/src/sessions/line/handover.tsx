import type { SessionNode } from '@trailglass/api';
import type { ReactNode } from 'react';
import { entityPath } from '../../address/pages/entity-address.ts';
import { eventPath } from '../../address/pages/event-link.ts';
import { SafeText } from '../../ui/safe-text/safe-text.tsx';
import { TimeLabel } from '../../ui/time/time-label.tsx';
import { ValueMenu } from '../../ui/value-menu/value-menu.tsx';
import { useTimeZone } from '../../ui/time/time-zone.tsx';
import { sourcesText } from './holder-words.ts';
import styles from './tree-line.module.css';
import { Way } from './way.tsx';

interface Props {
  readonly node: SessionNode;
  /** Tab reaches the link. */
  readonly reachable: boolean;
}

/** How a key came into its holder's hands, and from where it was used. */
export function Handover({ node, reachable }: Props): ReactNode {
  const { key, handed, addresses } = node;
  const zone = useTimeZone();
  const at = handed?.at[0];
  const path = at && eventPath(at);
  return (
    <div className={styles.handover}>
      {key !== undefined && (
        <ValueMenu shown={{ subject: 'accessKeyId', value: key }} className={styles.key}>
          {key}
        </ValueMenu>
      )}
      {key !== undefined && (
        <Way path={entityPath({ kind: 'key', value: key })} reachable={reachable}>
          Activity
        </Way>
      )}
      {key === undefined && <span>No access key</span>}
      {key?.startsWith('AKIA') && <span>long-lived key</span>}
      {handed && at && path !== undefined && (
        <span>
          <Way path={path} reachable={reachable}>
            {handed.name}
          </Way>{' '}
          <TimeLabel iso={at.time} />
          {handed.at.length > 1 &&
            ` · seen by ${new Set(handed.at.map(({ account }) => account)).size > 1 ? 'both accounts' : 'two records'}`}
        </span>
      )}
      {addresses > 0 && (
        <span>
          used from{' '}
          <SafeText
            text={sourcesText(node, (iso) => zone.dateTime(Date.parse(iso)))}
            limit={200}
            expandable={false}
          />
        </span>
      )}
    </div>
  );
}
