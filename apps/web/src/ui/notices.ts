import { sharedValue } from './shared-value.ts';

export interface Notice {
  readonly type: 'success' | 'info' | 'warning' | 'error';
  readonly header?: string;
  readonly content: string;
}
/** A notice told again is the same notice with a higher count. */
export interface ToldNotice extends Notice {
  readonly id: string;
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

export const dismissNotice = (id: string): void =>
  told.set(told.get().filter((notice) => notice.id !== id));
