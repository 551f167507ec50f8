import Button from '@cloudscape-design/components/button';
import { Suspense } from 'react';
import { useServerNow } from '../../api/about.ts';
import { OnDemand } from '../../ui/loading/on-demand.tsx';
import type { ResultsStore } from '../results/store.ts';
import { useResults } from '../results/use-results.ts';
import { liveIcon } from './live-icon.tsx';
import { liveStatus, whyNotLive } from './live-state.ts';
import { lazily } from '../../ui/loading/lazily.ts';

const LiveControl = lazily(() => import('./live-control.tsx').then((part) => part.LiveControl));
const LiveLine = lazily(() => import('./live-line.tsx').then((part) => part.LiveLine));

/** The way to live; its code is loaded when it is first taken. */
export function LiveSlot({ store }: { readonly store: ResultsStore }) {
  const { question } = useResults(store);
  const now = useServerNow();
  const why = question && whyNotLive(question.range, now());
  return (
    <OnDemand
      closed={
        <Button
          iconSvg={liveIcon}
          disabled={why !== undefined}
          {...(why !== undefined && { disabledReason: why })}
          nativeButtonAttributes={{ 'aria-pressed': false }}
        >
          Live
        </Button>
      }
    >
      <LiveControl store={store} why={why} />
    </OnDemand>
  );
}

/** How it goes, while it is on. */
export function LiveLineSlot({ names }: { readonly names: ReadonlyMap<string, string> }) {
  const status = liveStatus.use();
  if (status === undefined) return null;
  return (
    <Suspense>
      <LiveLine status={status} names={names} />
    </Suspense>
  );
}
