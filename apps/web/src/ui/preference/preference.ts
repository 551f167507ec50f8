import { useSyncExternalStore } from 'react';
import type { z } from 'zod';
import { sharedValue } from '../shared-value.ts';

const PREFIX = 'trailglass.';
const VERSION = 1;

/** A setting that could not be read or kept, for the shell to tell once. */
export interface PreferenceFault {
  readonly kind: 'unreadable' | 'not-kept';
  /** The setting in words: "Time zone". */
  readonly label: string;
}

const faults = sharedValue<readonly PreferenceFault[]>([]);
export const usePreferenceFaults = faults.use;

function report(fault: PreferenceFault): void {
  // Reading happens while React renders; the news must not.
  queueMicrotask(() => {
    const known = faults.get();
    if (known.some((other) => other.kind === fault.kind && other.label === fault.label)) return;
    faults.set([...known, fault]);
  });
}

export interface Preference<T> {
  readonly read: () => T;
  readonly write: (value: T) => void;
  readonly reset: () => void;
  readonly use: () => [T, (value: T) => void];
}

const everyReset: (() => void)[] = [];

/** Every setting back to its default. */
export const resetPreferences = (): void => {
  for (const reset of everyReset) reset();
};

/**
 * One setting in local storage, checked when read: storage that is full, disabled, tampered with or written by
 * another version gives the default, and is reported.
 * @param key unique; stored as `trailglass.<key>`
 * @param label the setting in words, for the report
 */
export function preference<T>(
  key: string,
  label: string,
  schema: z.ZodType<T>,
  fallback: T,
): Preference<T> {
  const name = PREFIX + key;
  const shown = sharedValue<{ readonly value: T } | undefined>(undefined);

  function stored(): T {
    let text: string | null;
    try {
      text = localStorage.getItem(name);
    } catch {
      return fallback;
    }
    if (text === null) return fallback;
    const parsed = parse(text, schema);
    if (parsed) return parsed.value;
    report({ kind: 'unreadable', label });
    return fallback;
  }

  let known: { readonly value: T } | undefined;
  const read = (): T => (known = shown.get() ?? known ?? { value: stored() }).value;
  const write = (value: T): void => {
    try {
      localStorage.setItem(name, JSON.stringify({ version: VERSION, value }));
    } catch {
      report({ kind: 'not-kept', label });
    }
    shown.set({ value });
  };
  const reset = (): void => {
    try {
      localStorage.removeItem(name);
    } catch {
      // Nothing was kept, so nothing is left.
    }
    shown.set({ value: fallback });
  };
  const subscribe = (listener: () => void): (() => void) => {
    const elsewhere = (event: StorageEvent): void => {
      if (event.key === name || event.key === null) shown.set({ value: stored() });
    };
    const unfollow = shown.subscribe(listener);
    addEventListener('storage', elsewhere);
    return () => {
      unfollow();
      removeEventListener('storage', elsewhere);
    };
  };

  everyReset.push(reset);
  return { read, write, reset, use: () => [useSyncExternalStore(subscribe, read), write] };
}

function parse<T>(text: string, schema: z.ZodType<T>): { readonly value: T } | undefined {
  try {
    const envelope: unknown = JSON.parse(text);
    if (typeof envelope !== 'object' || envelope === null) return undefined;
    if (!('version' in envelope) || envelope.version !== VERSION || !('value' in envelope))
      return undefined;
    const parsed = schema.safeParse(envelope.value);
    return parsed.success ? { value: parsed.data } : undefined;
  } catch {
    return undefined;
  }
}
