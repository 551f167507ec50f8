import type { Resource } from '@trailglass/record';
import type { ReactNode } from 'react';
import { Absent } from './pair.tsx';
import styles from './resources.module.css';
import { Value } from './value.tsx';

/** What the event touched, as LookupEvents names it. */
export function Resources({ resources }: { readonly resources: readonly Resource[] }): ReactNode {
  if (resources.length === 0)
    return <p className={styles.none}>This event references no resources.</p>;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Resource type</th>
          <th scope="col">Resource name</th>
        </tr>
      </thead>
      <tbody>
        {resources.map(({ type, name }) => (
          <tr key={`${type} ${name}`}>
            <td>
              {type === undefined ? <Absent /> : <Value subject="resourceType" value={type} />}
            </td>
            <td>
              {name === undefined ? <Absent /> : <Value subject="resourceName" value={name} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
