import { useEffect, useState } from 'react';
import type { Whole } from '../../event/whole.ts';
import { Likeness } from './likeness.ts';

/** Fewer bytes are read before anybody could see that they are. */
const AT_ONCE = 200_000;

/** What tells values of these records apart; undefined while large ones are read, beside which the page goes on answering. */
export function useLikeness(wholes: readonly Whole[]): Likeness | undefined {
  const large = wholes.reduce((sum, { event }) => sum + event.raw.length, 0) > AT_ONCE;
  const [likeness] = useState(() => new Likeness());
  const [read, setRead] = useState(!large);
  useEffect(() => {
    if (!large) return undefined;
    const controller = new AbortController();
    const { signal } = controller;
    const documents = wholes.flatMap(({ document }) => document ?? []);
    void likeness.read(documents, signal).then(() => {
      if (!signal.aborted) setRead(true);
      return undefined;
    });
    return () => controller.abort();
  }, [large, likeness, wholes]);
  return read ? likeness : undefined;
}
