import { type TimeZone } from '../../../ui/time/time-zone.ts';
import { useTimeZone } from '../../../ui/time/time-zone.tsx';
import { CoverageRow, type GapButton } from './coverage-row.tsx';
import styles from './coverage-strip.module.css';
import { type Gap, gapWithin } from '../../../coverage/gap.ts';
import { gapLabel } from '../gaps/gap-words.ts';
import { useGapFocus } from '../gaps/use-gap-focus.ts';
import { MOST_ROWS } from './coverage-shown.ts';
import { isGap, type ScopeStrip, type Stretch } from '../../../coverage/stretch.ts';
import { shareRead } from '../../../coverage/strip.ts';
import { scopeWords, stretchWords, stripWords } from '../../../coverage/strip-words.ts';
import type { Span } from '../../../time-range/span.ts';
import { scopeOf } from '../../../address/scope.ts';

interface Props {
  readonly strips: readonly ScopeStrip[];
  /** All scopes in one row. */
  readonly summary: readonly Stretch[];
  readonly span: Span;
  readonly names: ReadonlyMap<string, string>;
  /** Reads a gap; absent while the search itself reads, and where nothing is kept. */
  readonly onGap: ((gap: Gap) => void) | undefined;
  /** Every scope in a row with its name. */
  readonly open: boolean;
}

interface Row {
  readonly key: string;
  readonly stretches: readonly Stretch[];
  /** The scopes that it shows. */
  readonly of: readonly ScopeStrip[];
  readonly words: string;
  /** Its name and how far it is, where there is room. */
  readonly head?: readonly [name: string, words: string];
}

/** What has been read of each account and Region, under the time it belongs to; choosing a gap reads it. */
export function CoverageStrip({ strips, summary, span, names, onGap, open }: Props) {
  const zone = useTimeZone();
  const folded = strips.length > MOST_ROWS && !open;
  const rows: readonly Row[] = folded
    ? [summaryRow(strips, summary, zone)]
    : strips.map((strip) => stripRow(strip, names, zone));
  const choosable = (stretch: Stretch): boolean =>
    onGap !== undefined && (isGap(stretch) || stretch.state === 'reading');
  const { place, current, on } = useGapFocus(
    rows.map((row) => row.stretches.filter(choosable).map((one) => keyOf(row, one))),
  );

  const gapOf = (row: Row, stretch: Stretch): GapButton | undefined => {
    if (!onGap || !choosable(stretch)) return undefined;
    const gap = isGap(stretch) ? gapWithin(row.of, stretch) : undefined;
    const label = gapLabel(row.of, stretch, gap, names, zone);
    return { key: keyOf(row, stretch), label, onRead: gap && (() => onGap(gap)) };
  };

  return (
    <ul
      ref={place}
      aria-label="What has been read"
      tabIndex={-1}
      className={open ? styles.named : folded ? styles.folded : styles.rows}
      {...on}
    >
      {rows.map((row) => (
        <li key={row.key}>
          {open && row.head && (
            <span className={styles.name} aria-hidden="true">
              <span>{row.head[0]}</span>
              <span>{row.head[1]}</span>
            </span>
          )}
          <CoverageRow
            stretches={row.stretches}
            words={row.words}
            span={span}
            current={current}
            shareOf={(stretch) => shareRead(row.of, stretch)}
            gapOf={(stretch) => gapOf(row, stretch)}
          />
        </li>
      ))}
    </ul>
  );
}

const keyOf = ({ key }: Row, { start }: Stretch): string => `${key} ${start}`;

const summaryRow = (
  of: readonly ScopeStrip[],
  stretches: readonly Stretch[],
  zone: TimeZone,
): Row => ({
  key: 'all',
  stretches,
  of,
  words: `All scopes together: ${stretchWords(stretches, zone)}`,
});

function stripRow(strip: ScopeStrip, names: ReadonlyMap<string, string>, zone: TimeZone): Row {
  const { account, region, stretches } = strip;
  const name = names.get(account) ?? account;
  return {
    key: scopeOf(strip),
    stretches,
    of: [strip],
    words: stripWords(strip, name, zone),
    head: [`${name} · ${region}`, scopeWords(strip)],
  };
}
