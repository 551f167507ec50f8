import { onFirstTouch } from '../ui/loading/first-touch.ts';
import { OnDemand } from '../ui/loading/on-demand.tsx';
import { useTimeZone } from '../ui/time/time-zone.tsx';
import type { TimeRange } from '../address/page-state.ts';
import { rangeLabel } from './time-range.ts';
import styles from './range-button.module.css';
import { lazily } from '../ui/loading/lazily.ts';

const load = () => import('./range-picker.tsx');
const RangePicker = lazily(() => load().then((part) => part.RangePicker));
onFirstTouch(load);

interface Props {
  readonly range: TimeRange;
  readonly onChange: (range: TimeRange) => void;
}

/** The time range; its calendar, a third of this page's code, comes when the reader does something. */
export function RangeButton({ range, onChange }: Props) {
  const label = rangeLabel(range, useTimeZone());
  return (
    <OnDemand
      closed={
        <button
          type="button"
          className={styles.button}
          aria-label={`Time range, ${label}`}
          aria-haspopup="dialog"
        >
          {label}
        </button>
      }
    >
      <RangePicker range={range} onChange={onChange} />
    </OnDemand>
  );
}
