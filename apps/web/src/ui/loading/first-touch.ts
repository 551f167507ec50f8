const gestures = ['pointermove', 'pointerdown', 'keydown'] as const;

/** Loads code as soon as the reader does anything: after the first paint, and before the click that needs it. */
export function onFirstTouch(load: () => Promise<unknown>): void {
  const once = (): void => {
    for (const gesture of gestures) removeEventListener(gesture, once);
    // Whoever needs the code asks again, and shows the failure.
    load().catch(() => undefined);
  };
  for (const gesture of gestures) addEventListener(gesture, once, { passive: true });
}
