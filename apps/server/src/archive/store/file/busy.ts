const BEAT_MS = 5_000;
/** What takes longer than this has stopped for good. */
const MOST_MS = 15 * 60_000;

/** Work for which others wait long: `beat` is called while it goes on. */
export async function busy<T>(beat: () => void, work: () => Promise<T>): Promise<T> {
  const end = performance.now() + MOST_MS;
  const beating = setInterval(() => {
    if (performance.now() < end) beat();
  }, BEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(beating);
  }
}
