import SegmentedControl from '@cloudscape-design/components/segmented-control';
import type { EventRow } from '@trailglass/api';
import { parseFilter } from '@trailglass/query';
import { useMemo } from 'react';
import { z } from 'zod';
import { preference } from '../../ui/preference.ts';
import type { TimeRange } from '../page-state.ts';
import { toTokens } from './filter-tokens.ts';
import { RangeButton } from './range-button.tsx';
import styles from './search-bar.module.css';
import { suggestionsFrom } from './suggestions.ts';
import { TextFilter } from './text-filter.tsx';
import { TokenFilter } from './token-filter.tsx';

interface Props {
  readonly q: string;
  readonly range: TimeRange;
  /** Rows read so far: where suggested values come from. */
  readonly rows: readonly EventRow[];
  readonly onChange: (change: { q?: string; range?: TimeRange }) => void;
}

const modePreference = preference(
  'filter-mode',
  'Filter mode',
  z.enum(['tokens', 'text']),
  'tokens',
);

/** What is asked: the filter, as tokens or as text, and the time range. */
export function SearchBar({ q, range, rows, onChange }: Props) {
  const [mode, setMode] = modePreference.use();
  const parsed = useMemo(() => parseFilter(q), [q]);
  const query = useMemo(() => parsed.filter && toTokens(parsed.filter), [parsed]);
  const suggestions = useMemo(() => suggestionsFrom(rows), [rows]);
  const setFilter = (next: string): void => onChange({ q: next });
  const switcher = (
    <SegmentedControl
      label="Filter as"
      selectedId={query ? mode : 'text'}
      options={[
        { id: 'tokens', text: 'Tokens', disabled: !query },
        { id: 'text', text: 'Text' },
      ]}
      onChange={({ detail }) => setMode(detail.selectedId === 'text' ? 'text' : 'tokens')}
    />
  );
  const note =
    parsed.filter && !query ? 'Shown as text: it nests deeper than tokens can.' : undefined;
  return (
    <div className={styles.bar}>
      <div className={styles.filter} data-part="filter">
        {parsed.filter && query && mode === 'tokens' ? (
          <TokenFilter
            filter={parsed.filter}
            query={query}
            suggestions={suggestions}
            onChange={setFilter}
            control={null}
          />
        ) : (
          <TextFilter q={q} note={note} onChange={setFilter} />
        )}
      </div>
      <div className={styles.range} data-part="range">
        <RangeButton range={range} onChange={(next) => onChange({ range: next })} />
      </div>
      <div className={styles.mode}>{switcher}</div>
    </div>
  );
}
