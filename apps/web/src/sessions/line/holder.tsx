import Badge from '@cloudscape-design/components/badge';
import type { SessionNode } from '@trailglass/api';
import type { ReactNode } from 'react';
import { SafeText } from '../../ui/safe-text/safe-text.tsx';
import { entityPath, type Entity } from '../../address/pages/entity-address.ts';
import { holderPages } from './holder-pages.ts';
import { Way } from './way.tsx';
import { holderDetails, personBadge } from './holder-words.ts';
import styles from './tree-line.module.css';

interface Props {
  readonly node: SessionNode;
  readonly names: ReadonlyMap<string, string>;
  /** Tab reaches the links. */
  readonly reachable: boolean;
}

/** Whose key it is, in a line: the name, then what stands behind it. */
export function Holder({ node, names, reachable }: Props): ReactNode {
  const { holder, person, focus } = node;
  const { sourceIdentity, onBehalfOf, mfa } = holder;
  const pages = holderPages(holder);
  const details = [
    ...holderDetails(holder, names),
    sourceIdentity && `source identity ${sourceIdentity}`,
    onBehalfOf && `on behalf of ${onBehalfOf}`,
    mfa && 'with MFA',
  ].filter((one) => typeof one === 'string' && one !== '');
  return (
    <div className={styles.holder}>
      <span className={styles.name}>
        <Linked to={pages.name} reachable={reachable}>
          <SafeText text={holder.label} limit={80} expandable={false} />
        </Linked>
      </span>
      {person && <Badge color="green">{personBadge(node)}</Badge>}
      {focus && <Badge color="blue">This session</Badge>}
      <span className={styles.quiet}>
        <SafeText text={details.join(' · ')} limit={200} expandable={false} />
        {pages.role && (
          <>
            {' · '}
            <Way path={entityPath(pages.role)} reachable={reachable}>
              Role’s page
            </Way>
          </>
        )}
      </span>
    </div>
  );
}

interface LinkedProps {
  readonly to: Entity | undefined;
  readonly reachable: boolean;
  readonly children: ReactNode;
}

const Linked = ({ to, reachable, children }: LinkedProps): ReactNode =>
  to ? (
    <Way path={entityPath(to)} reachable={reachable}>
      {children}
    </Way>
  ) : (
    children
  );
