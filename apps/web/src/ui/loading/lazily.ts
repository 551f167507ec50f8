import { type ComponentType, lazy, type LazyExoticComponent, useEffect } from 'react';
import { notify } from '../notices.ts';

const rest = new Set<() => Promise<unknown>>();

/**
 * A part of the page whose code is loaded when it is first drawn. Where that fails (the server is gone,
 * or was updated since the page was opened), the page stands without the part, and says so.
 * @param without the part is wanted, and is not there
 */
export function lazily<Props>(
  load: () => Promise<ComponentType<Props>>,
  without?: () => void,
): LazyExoticComponent<ComponentType<Props>> {
  later(load);
  return lazy(() =>
    load().then(
      (part) => ({ default: part }),
      () => {
        missing();
        return {
          default: function Missing() {
            useEffect(() => without?.(), []);
            return null;
          },
        };
      },
    ),
  );
}

/** Code that is not needed yet: it is fetched in an idle moment, before anyone waits for it. */
export function later(load: () => Promise<unknown>): void {
  rest.add(load);
}

let begun = false;

/** Fetches what nobody needed yet, one part after the other, so that clicks do not wait, and the page outlives its server. */
export function loadTheRestOnce(): void {
  if (begun) return;
  begun = true;
  whenIdle(loadTheRest);
}

function loadTheRest(): void {
  const [next] = rest;
  if (!next) return;
  rest.delete(next);
  // Whoever needs it asks again, and tells the failure.
  const settled = next().catch(() => undefined);
  // Parts that it knows of itself are in the list by then.
  void settled.then(() => whenIdle(loadTheRest));
}

/** Safari knows no idle moments. */
function whenIdle(act: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(act);
  else setTimeout(act, 200);
}

function missing(): void {
  notify({
    type: 'warning',
    header: 'Part of this page could not be loaded',
    content:
      'The Trailglass server did not send it: it does not answer, or was updated since this page was opened. Reload the page once the server runs.',
  });
}
