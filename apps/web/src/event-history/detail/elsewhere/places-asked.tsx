import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactNode } from 'react';
import { SafeText } from '../../../ui/safe-text/safe-text.tsx';
import type { Place } from './look-everywhere.ts';
import styles from './look-everywhere.module.css';
import { askedWords, endWords, noneWords, placeWords } from './place-words.ts';

/** Who was asked for the event, and what each said, as it comes in. */
export function PlacesAsked({ places }: { readonly places: readonly Place[] }): ReactNode {
  const open = places.some(({ answer }) => answer === 'waiting' || answer === 'asking');
  const asking = places.filter(({ answer }) => answer === 'asking');
  const found = places.some(({ answer }) => answer === 'found');
  return (
    <>
      <output className={styles.words}>
        <StatusIndicator
          type={asking.length > 0 ? 'in-progress' : open ? 'stopped' : 'info'}
          colorOverride="grey"
        >
          {askedWords(places)}
        </StatusIndicator>
        {!open && !found && <p className={styles.words}>{endWords(places)}</p>}
      </output>
      <ul className={styles.answers} aria-label="What each place answered">
        {asking.map((place) => (
          <li key={placeWords(place)}>
            <SafeText text={`Asking ${placeWords(place)}`} limit={200} expandable={false} />
          </li>
        ))}
        {places.map(
          (place) =>
            typeof place.answer === 'object' && (
              <li key={placeWords(place)} className={styles.failed}>
                <SafeText
                  text={`${placeWords(place)} could not be asked: ${place.answer.title}. ${place.answer.detail}`}
                />
              </li>
            ),
        )}
        {noneWords(places).map((words) => (
          <li key={words}>
            <SafeText text={`Not in ${words}`} limit={600} />
          </li>
        ))}
      </ul>
    </>
  );
}
