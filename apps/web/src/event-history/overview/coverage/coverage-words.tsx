import { ProblemPopover } from '../../../ui/problem/problem-popover.tsx';
import { useTimeZone } from '../../../ui/time/time-zone.tsx';
import { type Gap, everyGap } from '../../../coverage/gap.ts';
import { endWords, readingWords } from '../gaps/gap-words.ts';
import styles from './coverage-words.module.css';
import { isGap, isRead, type ScopeStrip } from '../../../coverage/stretch.ts';
import { summaryWords } from '../../../coverage/strip-words.ts';
import type { Gaps } from '../../../coverage/gap-reading.ts';
import spoken from '../../../ui/spoken.module.css';

interface Props {
  readonly strips: readonly ScopeStrip[];
  readonly names: ReadonlyMap<string, string>;
  readonly gaps: Gaps;
  /** Reads a gap; absent while the search itself reads, and where nothing is kept. */
  readonly onGap: ((gap: Gap) => void) | undefined;
  readonly onStop: () => void;
  /** How what is missing gets read where gaps cannot be read on their own; absent while it is being read. */
  readonly onRest: (() => void) | undefined;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

/** How many scopes are whole, what is being read, and the way to what is missing. */
export function CoverageWords(props: Props) {
  const { strips, names, gaps, onStop, open, onOpen } = props;
  const zone = useTimeZone();
  const { active, last } = gaps;
  return (
    <>
      {active ? (
        <>
          <span>{readingWords(active, names, zone)}</span>
          {gaps.waiting.length > 0 && <span>{gaps.waiting.length} more to come</span>}
          <Action onClick={onStop}>Stop</Action>
        </>
      ) : (
        <>
          <span>{summaryWords(strips)}</span>
          {last?.state === 'failed' && <Failed {...props} />}
          <Rest {...props} />
        </>
      )}
      {strips.length > 1 && (
        <Action expanded={open} onClick={() => onOpen(!open)}>
          {open ? 'Hide scopes' : 'Show scopes'}
        </Action>
      )}
      <output className={spoken.only}>
        {active
          ? readingWords({ ...active, scopes: [] }, names, zone)
          : last && endWords(last, names, zone)}
      </output>
    </>
  );
}

/** The gap that could not be read, why, and the way to try it again. */
function Failed({ gaps: { last }, names, onGap }: Props) {
  const zone = useTimeZone();
  if (!last) return null;
  const [problem] = last.problems;
  return (
    <span className={styles.failed}>
      {endWords(last, names, zone)}
      {problem && (
        <>
          :{' '}
          <ProblemPopover problem={problem}>
            <span className={styles.small}>{problem.title}</span>
          </ProblemPopover>
        </>
      )}{' '}
      {onGap && <Action onClick={() => onGap(last.gap)}>Try again</Action>}
    </span>
  );
}

function Rest({ strips, onGap, onRest }: Props) {
  const rest = everyGap(strips);
  if (rest && onGap) {
    const several = strips.flatMap(({ stretches }) => stretches.filter(isGap));
    return (
      <Action onClick={() => onGap(rest)}>
        {several.length > 1 ? 'Read all gaps' : 'Read the gap'}
      </Action>
    );
  }
  const missing = strips.some(({ stretches }) => !stretches.every(isRead));
  return missing && onRest && <Action onClick={onRest}>Read the rest</Action>;
}

interface ActionProps {
  readonly onClick: () => void;
  readonly expanded?: boolean;
  readonly children: string;
}

const Action = ({ onClick, expanded, children }: ActionProps) => (
  <button type="button" className={styles.action} aria-expanded={expanded} onClick={onClick}>
    {children}
  </button>
);
