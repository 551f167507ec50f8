import Input from '@cloudscape-design/components/input';
import type { Asked, Facet } from '@trailglass/api';
import { use, useEffect, useState } from 'react';
import { useClient } from '../../../api/client.ts';
import { counted } from '../../../ui/numbers/count.ts';
import { ValueActionsContext } from '../../../ui/value-menu/value-actions.ts';
import type { Phase } from '../../results/results.ts';
import { fieldLabel } from '../../../fields/field-label.ts';
import { FacetValues } from './facet-values.tsx';
import styles from './facets.module.css';
import { useFigure } from '../../results/use-figure.ts';

interface Props {
  readonly field: string;
  /** Its most frequent values; undefined while they are counted. */
  readonly facet: Facet | undefined;
  readonly matched: number;
  readonly names: ReadonlyMap<string, string>;
  readonly asked: Asked | undefined;
  readonly phase: Phase;
  readonly pinned: boolean;
  readonly onPin: () => void;
  readonly onRemove: () => void;
}

/** One field: its most frequent values, and on demand many more with a search over all of them. */
export function FacetField(props: Props) {
  const { field, facet, matched, names, asked, phase, pinned, onPin, onRemove } = props;
  const [more, showMore] = useState(false);
  const label = fieldLabel(field);
  const actions = use(ValueActionsContext);
  return (
    <section className={styles.field} aria-label={label}>
      <div className={styles.heading}>
        <h2 title={label}>{label}</h2>
        <span className={styles.tools}>
          <button
            type="button"
            onClick={() => actions?.groupBy(field)}
            aria-label={`Group by ${label}`}
          >
            Group
          </button>
          <button type="button" aria-pressed={pinned} onClick={onPin} aria-label={`Pin ${label}`}>
            {pinned ? 'Pinned' : 'Pin'}
          </button>
          <button type="button" onClick={onRemove} aria-label={`Remove ${label} from the facets`}>
            Remove
          </button>
        </span>
      </div>
      {more ? (
        <EveryValue field={field} names={names} asked={asked} phase={phase} />
      ) : facet ? (
        <FacetValues facet={facet} matched={matched} names={names} />
      ) : (
        <Skeleton />
      )}
      {facet && (
        <div className={styles.foot}>
          {facet.values.length === 0 && !more && <span>No values</span>}
          {(facet.distinct > facet.values.length || more) && (
            <button type="button" aria-expanded={more} onClick={() => showMore(!more)}>
              {more ? `Fewer of ${label}` : `All ${counted(facet.distinct, 'value')}`}
            </button>
          )}
          {facet.without > 0 && facet.values.length > 0 && (
            <span>{facet.without.toLocaleString('en')} without</span>
          )}
        </div>
      )}
    </section>
  );
}

const MOST_VALUES = 50;

type EveryProps = Pick<Props, 'field' | 'names' | 'asked' | 'phase'>;

function EveryValue({ field, names, asked, phase }: EveryProps) {
  const client = useClient();
  const [typed, type] = useState('');
  const search = useSettled(typed);
  const { data } = useFigure(['facet', field, search], asked, phase, (about, signal) =>
    client.facets(about, [field], { limit: MOST_VALUES, ...(search !== '' && { search }) }, signal),
  );
  const facet = data?.facets[0];
  return (
    <>
      <Input
        type="search"
        value={typed}
        onChange={({ detail }) => type(detail.value)}
        placeholder="Search all values"
        ariaLabel={`Search all values of ${fieldLabel(field)}`}
      />
      <div className={styles.all}>
        {facet && data ? (
          <FacetValues facet={facet} matched={data.matched} names={names} />
        ) : (
          <Skeleton />
        )}
        {facet?.values.length === 0 && <p className={styles.none}>No value contains this.</p>}
      </div>
    </>
  );
}

function Skeleton() {
  return (
    <div className={styles.skeleton} aria-hidden="true">
      <span />
      <span />
      <span />
    </div>
  );
}

/** What was typed, once typing has paused. */
function useSettled(value: string): string {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(value), 250);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
