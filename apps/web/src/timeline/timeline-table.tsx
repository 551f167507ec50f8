import { useTimeZone } from '../ui/time/time-zone.tsx';
import { eventful, spanWords } from './bar-words.ts';
import type { Bar } from './bars.ts';
import spoken from '../ui/spoken.module.css';

/** The timeline for whoever does not see it: its steps with events, newest first as in the list. */
export function TimelineTable({ bars }: { readonly bars: readonly Bar[] }) {
  const zone = useTimeZone();
  const end = bars.at(-1)?.end ?? 0;
  return (
    <div className={spoken.only}>
      <table>
        <caption>Events over time, in {zone.offset(end)}</caption>
        <thead>
          <tr>
            <th scope="col">Time</th>
            <th scope="col">Writes</th>
            <th scope="col">Reads</th>
            <th scope="col">Errors</th>
          </tr>
        </thead>
        <tbody>
          {eventful(bars)
            .toReversed()
            .map((bar) => (
              <tr key={bar.start}>
                <th scope="row">{spanWords(bar, zone)}</th>
                <td>{bar.writes}</td>
                <td>{bar.reads}</td>
                <td>{bar.errors}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}
