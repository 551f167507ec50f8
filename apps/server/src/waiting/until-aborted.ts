/** Called when nobody waits any more: takes back what was begun. */
type Leave = () => void;

/**
 * Waits for what `begin` arranges; rejects with the signal's reason when that aborts first, and has it taken back.
 * Nothing is begun for a signal that has aborted already.
 */
export function orAborted<T>(
  signal: AbortSignal,
  begin: (resolve: (value: T) => void, reject: (error: Error) => void) => Leave,
): Promise<T> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(signal.reason as Error);
      return;
    }
    let leave: Leave = () => undefined;
    const aborted = (): void => {
      leave();
      reject(signal.reason as Error);
    };
    const over = (): void => signal.removeEventListener('abort', aborted);
    signal.addEventListener('abort', aborted, { once: true });
    leave = begin(
      (value) => {
        over();
        resolve(value);
      },
      (error) => {
        over();
        reject(error);
      },
    );
  });
}

/** Work that does not watch the signal itself: it goes on, and nobody waits for it. */
export function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  // Nobody may be there to hear of its failure.
  work.catch(() => undefined);
  return orAborted(signal, (resolve, reject) => {
    work.then(resolve, reject);
    return () => undefined;
  });
}
