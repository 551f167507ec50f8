import SegmentedControl from '@cloudscape-design/components/segmented-control';
import type { Asked, EventRow } from '@trailglass/api';
import { parseFilter } from '@trailglass/query';
import { Suspense, useMemo, useRef, useState } from 'react';
import { z } from 'zod';
import { lazily } from '../../ui/loading/lazily.ts';
import { onPhone, useMedia } from '../../ui/use-media.ts';
import { preference } from '../../ui/preference/preference.ts';
import type { TimeRange } from '../../address/page-state.ts';
import { FilterFold } from './filter-fold.tsx';
import { toTokens } from './filter-tokens.ts';
import { filterUnfolded } from './filter-unfolded.ts';
import { filterTextWords } from './filter-words.ts';
import { RangeButton } from '../../time-range/range-button.tsx';
import styles from './search-bar.module.css';
import { suggestionsFrom } from './values/suggestions.ts';
import { TokenFilter } from './token-filter.tsx';

const QueryEditor = lazily(() =>
  import('./editor/query-editor.tsx').then((part) => part.QueryEditor),
);

interface Props {
  readonly q: string;
  readonly range: TimeRange;
  /** Rows read so far: values to offer before any are counted. */
  readonly rows: readonly EventRow[];
  /** The search under way: where values are counted. */
  readonly asked: Asked | undefined;
  readonly onChange: (change: { q?: string; range?: TimeRange }) => void;
}

const modePreference = preference(
  'filter-mode',
  'Filter mode',
  z.enum(['tokens', 'text']),
  'tokens',
);

const unreadable = 'What is written cannot be read as a filter yet.';
const tooMuch = 'Tokens cannot show all of this filter.';

/** What is asked: the filter, as tokens or as text, and the time range. */
export function SearchBar({ q, range, rows, asked, onChange }: Props) {
  const [mode, setMode] = modePreference.use();
  const [draft, setDraft] = useState<{ readonly of: string; readonly text: string }>();
  const filter = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState(false);
  // Another filter from outside (a link, a value's menu) replaces what was being typed.
  if (draft && draft.of !== q) setDraft({ of: q, text: draft.text.trim() === q ? draft.text : q });
  const text = (draft?.text ?? q).replaceAll(/\r\n?/g, '\n');
  const parsed = useMemo(() => parseFilter(text), [text]);
  const query = useMemo(() => parsed.filter && toTokens(parsed.filter), [parsed]);
  const suggestions = useMemo(() => suggestionsFrom(rows), [rows]);
  const run = (): void => {
    if (text.trim() !== q) onChange({ q: text.trim() });
  };
  // What is being written stays text until the reader chooses tokens.
  const asText = mode === 'text' || !query || draft !== undefined;
  const phone = useMedia(onPhone);
  const unfolded = filterUnfolded.use();
  // What is being written, and what cannot be read, is not folded away.
  const folded = phone && !unfolded && draft === undefined && !parsed.problem;
  const switchTo = (next: string): void => {
    if (next === 'tokens') {
      run();
      setDraft(undefined);
      setMode('tokens');
      return;
    }
    // A condition that is only half typed comes along.
    const begun = filter.current?.querySelector('input')?.value.trim() ?? '';
    if (begun !== '') setDraft({ of: q, text: `${q} ${begun}`.trim() });
    setChosen(true);
    setMode('text');
  };
  return (
    <div className={styles.bar} data-folded={folded}>
      {phone && (
        <FilterFold
          q={q}
          words={filterTextWords(q)}
          query={query}
          folded={folded}
          onFold={(fold) => filterUnfolded.set(!fold)}
          onClear={() => onChange({ q: '' })}
        />
      )}
      <div ref={filter} className={styles.filter} data-part="filter">
        {folded ? null : parsed.filter && query && !asText ? (
          <TokenFilter
            filter={parsed.filter}
            query={query}
            suggestions={suggestions}
            asked={asked}
            onChange={(next) => onChange({ q: next })}
            control={null}
          />
        ) : (
          <Suspense fallback={<div className={styles.coming}>{text}</div>}>
            <QueryEditor
              text={text}
              problem={parsed.problem}
              note={parsed.filter && !query ? `Shown as text: ${tooMuch}` : undefined}
              waits={text.trim() !== q.trim()}
              asked={asked}
              takesFocus={chosen}
              onText={(next) => setDraft({ of: q, text: next })}
              onRun={run}
            />
          </Suspense>
        )}
      </div>
      <div className={styles.range} data-part="range">
        <RangeButton range={range} onChange={(next) => onChange({ range: next })} />
      </div>
      <div className={styles.mode} data-part="filter-mode">
        <SegmentedControl
          label="Filter as"
          selectedId={asText ? 'text' : 'tokens'}
          options={[
            {
              id: 'tokens',
              text: 'Tokens',
              disabled: !query,
              disabledReason: parsed.filter ? tooMuch : unreadable,
            },
            { id: 'text', text: 'Text' },
          ]}
          onChange={({ detail }) => switchTo(detail.selectedId)}
        />
      </div>
    </div>
  );
}
