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

/** What stands in the editor and is not, or not yet, the filter. */
interface Draft {
  /** The filter beside which it was written. */
  readonly of: string;
  readonly text: string;
  /** By the reader, in the editor; otherwise it is put there. */
  readonly written: boolean;
  /** The filter that was asked for with Enter; what is typed until it is in force stays. */
  readonly ran?: string;
}

/** Another filter from outside (a link, a value's menu) replaces what was being typed. */
function beside(draft: Draft, q: string): Draft {
  return q === draft.ran || q === draft.text.trim()
    ? { of: q, text: draft.text, written: draft.written }
    : { of: q, text: q, written: false };
}

const unreadable = 'What is written cannot be read as a filter yet.';
const tooMuch = 'Tokens cannot show all of this filter.';

/** What is asked: the filter, as tokens or as text, and the time range. */
export function SearchBar({ q, range, rows, asked, onChange }: Props) {
  const [mode, setMode] = modePreference.use();
  const [draft, setDraft] = useState<Draft>();
  const filter = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState(false);
  if (draft && draft.of !== q) setDraft(beside(draft, q));
  const text = (draft?.text ?? q).replaceAll(/\r\n?/g, '\n');
  const parsed = useMemo(() => parseFilter(text), [text]);
  const query = useMemo(() => parsed.filter && toTokens(parsed.filter), [parsed]);
  const suggestions = useMemo(() => suggestionsFrom(rows), [rows]);
  const run = (now: string): void => {
    const ran = now.trim();
    if (ran === q || parseFilter(ran).problem) return;
    setDraft({ of: q, text: now, written: true, ran });
    onChange({ q: ran });
  };
  // What is being written stays text until the reader chooses tokens.
  const asText = mode === 'text' || !query || draft !== undefined;
  const phone = useMedia(onPhone);
  const unfolded = filterUnfolded.use();
  // What is being written, and what cannot be read, is not folded away.
  const folded = phone && !unfolded && draft === undefined && !parsed.problem;
  const switchTo = (next: string): void => {
    if (next === 'tokens') {
      run(text);
      setDraft(undefined);
      setMode('tokens');
      return;
    }
    // A condition that is only half typed comes along.
    const begun = filter.current?.querySelector('input')?.value.trim() ?? '';
    if (begun !== '') setDraft({ of: q, text: `${q} ${begun}`.trim(), written: false });
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
              written={draft?.written === true}
              problem={parsed.problem}
              note={parsed.filter && !query ? `Shown as text: ${tooMuch}` : undefined}
              waits={text.trim() !== q.trim()}
              asked={asked}
              takesFocus={chosen}
              onText={(next) => setDraft((last) => ({ of: q, ...last, text: next, written: true }))}
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
