import Button from '@cloudscape-design/components/button';
import { useRouter } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { EventAddress } from '../../../address/page-state.ts';
import { eventPath } from '../../../address/pages/event-link.ts';
import { useAbout } from '../../../api/about.ts';
import { useClient } from '../../../api/client.ts';
import { lookEverywhere, otherPlaces, type Place } from './look-everywhere.ts';
import styles from './look-everywhere.module.css';
import { PlacesAsked } from './places-asked.tsx';
import { hasFailed } from './place-words.ts';

/** Where an event is not where its link says: asks everywhere else for it, one look-up a Region, and opens it. */
export function LookEverywhere({ address }: { readonly address: EventAddress }): ReactNode {
  const { accounts, regions } = useAbout();
  const client = useClient();
  const router = useRouter();
  const [places, setPlaces] = useState<readonly Place[]>();
  const [busy, setBusy] = useState(false);
  const leaving = useRef<AbortController>(undefined);
  useEffect(() => () => leaving.current?.abort(), []);
  const elsewhere = otherPlaces(address, accounts, regions);
  const placed = ({ account, region }: Place): EventAddress => ({
    ...address,
    account: account.id,
    region,
  });
  const look = async (from: readonly Place[]): Promise<void> => {
    leaving.current?.abort();
    const stop = new AbortController();
    leaving.current = stop;
    setBusy(true);
    const found = await lookEverywhere(
      from,
      (place, signal) => client.event(placed(place), signal),
      setPlaces,
      stop.signal,
    );
    if (leaving.current !== stop) return;
    setBusy(false);
    if (found) router.history.replace(eventPath(placed(found)));
  };
  if (elsewhere.length === 0) return null;
  return (
    <div className={styles.elsewhere}>
      <div className={styles.buttons}>
        {!places && <Button onClick={() => void look(elsewhere)}>Look everywhere</Button>}
        {busy && <Button onClick={() => leaving.current?.abort()}>Stop</Button>}
        {places && !busy && places.some(hasFailed) && (
          <Button onClick={() => void look(places)}>Ask those again</Button>
        )}
        {places && !busy && places.some(({ answer }) => answer === 'waiting') && (
          <Button onClick={() => void look(places)}>Continue</Button>
        )}
      </div>
      {places ? (
        <PlacesAsked places={places} />
      ) : (
        <p className={styles.words}>
          Asks for this event in every account and Region that this server reads: {elsewhere.length}{' '}
          more, one look-up each.
        </p>
      )}
    </div>
  );
}
