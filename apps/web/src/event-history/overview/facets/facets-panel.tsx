import Button from '@cloudscape-design/components/button';
import { ProblemError } from '@trailglass/api';
import { useClient } from '../../../api/client.ts';
import { percent } from '../../../ui/numbers/percent.ts';
import type { ResultsStore } from '../../results/store.ts';
import { useResults } from '../../results/use-results.ts';
import { AddFacet } from './add-facet.tsx';
import { useAsked } from '../../results/asked.ts';
import { FacetField } from './facet-field.tsx';
import styles from './facets.module.css';
import { useFacetFields } from './facets-state.ts';
import { useFigure } from '../../results/use-figure.ts';

interface Props {
  readonly store: ResultsStore;
  /** The accounts' names by id, for people. */
  readonly names: ReadonlyMap<string, string>;
}

/** Values for each field before the reader asks for more. */
const FEW = 5;
const noNames: ReadonlyMap<string, string> = new Map();

/** What the matching events have in common: the most frequent values of each field, counted over all of them. */
export function FacetsPanel({ store, names }: Props) {
  const client = useClient();
  const results = useResults(store);
  const asked = useAsked(results);
  const { fields, pinned, add, remove, pin, unpin } = useFacetFields();
  const { data, error, refetch } = useFigure(
    ['facets', fields],
    fields.length > 0 ? asked : undefined,
    results.phase,
    (about, signal) => client.facets(about, fields, { limit: FEW }, signal),
  );
  // A filter that cannot be read asks for nothing.
  if (!asked && !data && results.phase === 'failed') return null;
  const found = new Map(data?.facets.map((facet) => [facet.subject, facet]));
  return (
    <div className={styles.panel}>
      {data && data.covered < 1 && (
        <p className={styles.covered}>Counted over the {percent(data.covered)} that is read.</p>
      )}
      {error && (
        <p className={styles.covered}>
          {error instanceof ProblemError ? error.problem.title : 'The facets could not be read'}.{' '}
          <Button variant="inline-link" onClick={() => void refetch()}>
            Try again
          </Button>
        </p>
      )}
      {fields.map((field) => (
        <FacetField
          key={field}
          field={field}
          facet={found.get(field)}
          matched={data?.matched ?? 0}
          names={field === 'account' ? names : noNames}
          asked={asked}
          phase={results.phase}
          pinned={pinned.includes(field)}
          onPin={() => (pinned.includes(field) ? unpin(field) : pin(field))}
          onRemove={() => remove(field)}
        />
      ))}
      <AddFacet present={fields} onAdd={add} />
    </div>
  );
}
