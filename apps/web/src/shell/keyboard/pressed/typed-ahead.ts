/** What of a keyboard event matters. */
interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

export interface Ahead {
  readonly text: string;
  /** Enter was pressed after it. */
  readonly entered: boolean;
}

export interface TypedAhead {
  /** Takes a key in; false for one that writes nothing. */
  readonly take: (key: Key) => boolean;
  readonly read: () => Ahead;
  readonly clear: () => void;
}

/** Keeps what is typed for a field that is still on its way to the page. */
export function typedAhead(): TypedAhead {
  let characters: readonly string[] = [];
  let entered = false;
  return {
    take: ({ key, ctrlKey, metaKey, altKey }) => {
      // With both, Alt is AltGr, which writes.
      if (metaKey || ctrlKey !== altKey) return false;
      if (entered) return true;
      if (key === 'Enter') entered = true;
      else if (key === 'Backspace') characters = characters.slice(0, -1);
      else if (/^.$/u.test(key)) characters = [...characters, key];
      else return false;
      return true;
    },
    read: () => ({ text: characters.join(''), entered }),
    clear: () => {
      characters = [];
      entered = false;
    },
  };
}
