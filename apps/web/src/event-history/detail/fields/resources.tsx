import type { Resource } from '@trailglass/record';
import { type ReactNode, useState } from 'react';
import Button from '@cloudscape-design/components/button';
import { ConsolePageLink } from '../../../resources/console-page-link.tsx';
import { ActivityLink } from '../../../event/activity-link.tsx';
import { Absent } from '../../../event/pair.tsx';
import styles from './resources.module.css';
import { Value } from '../../../event/value.tsx';

/** A call can name thousands; the first ones tell what it was about. */
const first = 50;
const more = 500;

interface Props {
  readonly resources: readonly Resource[];
  /** Where the event happened. */
  readonly region: string;
}

/** What the event touched, as LookupEvents names it. */
export function Resources({ resources, region }: Props): ReactNode {
  const [asked, setAsked] = useState({ resources, shown: first });
  const shown = asked.resources === resources ? asked.shown : first;
  const left = resources.length - shown;
  if (resources.length === 0) {
    return <p className={styles.none}>This event references no resources.</p>;
  }
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Resource type</th>
            <th scope="col">Resource name</th>
          </tr>
        </thead>
        <tbody>
          {resources.slice(0, shown).map(({ type, name }) => (
            <tr key={`${type} ${name}`}>
              <td>
                {type === undefined ? <Absent /> : <Value subject="resourceType" value={type} />}
              </td>
              <td>
                {name === undefined ? (
                  <Absent />
                ) : (
                  <>
                    <Value subject="resourceName" value={name} />
                    <span className={styles.ways}>
                      <ActivityLink subject="resourceName" value={name} />
                      <ConsolePageLink type={type} name={name} region={region} />
                    </span>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {left > 0 && (
        <Button variant="inline-link" onClick={() => setAsked({ resources, shown: shown + more })}>
          {left > more ? `Show ${more} more` : `Show the other ${left.toLocaleString('en')}`}
        </Button>
      )}
    </>
  );
}
