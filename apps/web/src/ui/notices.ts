import type { ReactNode } from 'react';
import { sharedValue } from './shared-value.ts';

export interface Notice {
  readonly type: 'success' | 'info' | 'warning' | 'error';
  readonly header?: string;
  readonly content: string;
}
/** A notice about something that goes on: told again under its key, it is what it was before no more. */
export interface LiveNotice {
  readonly type: Notice['type'] | 'in-progress';
  readonly header: string;
  readonly content: ReactNode;
  /** While there is one, the notice cannot be dismissed. */
  readonly button?: { readonly text: string; readonly onClick: () => void };
}
/** A notice told again is the same notice with a higher count. */
export interface ToldNotice extends Omit<LiveNotice, 'header'> {
  readonly id: string;
  readonly header?: string;
  readonly times: number;
}

/** A thousand different errors must not bury the page either. */
const MOST = 5;
const told = sharedValue<readonly ToldNotice[]>([]);

export const useNotices = told.use;

export function notify(notice: Notice): void {
  const id = JSON.stringify([notice.type, notice.header, notice.content]);
  const known = told.get().find((other) => other.id === id);
  told.set(
    known
      ? told.get().map((other) => (other.id === id ? { ...other, times: other.times + 1 } : other))
      : [{ ...notice, id, times: 1 }, ...told.get()].slice(0, MOST),
  );
}

/** Tells how something stands now; undefined takes the notice away. */
export function keepTold(key: string, notice: LiveNotice | undefined): void {
  const others = told.get();
  if (notice === undefined) {
    dismissNotice(key);
    return;
  }
  const live = { ...notice, id: key, times: 1 };
  told.set(
    others.some(({ id }) => id === key)
      ? others.map((other) => (other.id === key ? live : other))
      : [live, ...others].slice(0, MOST),
  );
}

export const dismissNotice = (id: string): void =>
  told.set(told.get().filter((notice) => notice.id !== id));
