import { describe, expect, it } from 'vitest';
import { keyReader } from './press.ts';

const plain = { ctrlKey: false, metaKey: false, altKey: false };

describe('keys of the console', () => {
  it('are single letters and signs, without modifiers', () => {
    const read = keyReader();
    expect(read({ ...plain, key: '/' }, 0)).toBe('search');
    expect(read({ ...plain, key: '?' }, 0)).toBe('sheet');
    expect(read({ ...plain, key: 'c', ctrlKey: true }, 0)).toBeUndefined();
    expect(read({ ...plain, key: 'y', metaKey: true }, 0)).toBeUndefined();
    expect(read({ ...plain, key: 't', altKey: true }, 0)).toBeUndefined();
    expect(read({ ...plain, key: '[', ctrlKey: true, altKey: true }, 0)).toBe('previous');
    for (const key of ['constructor', '__proto__', 'Q', 'Enter'])
      expect(read({ ...plain, key }, 0)).toBeUndefined();
  });

  it('open the palette with Ctrl K and ⌘ K, not with both', () => {
    const read = keyReader();
    expect(read({ ...plain, key: 'k', ctrlKey: true }, 0)).toBe('palette');
    expect(read({ ...plain, key: 'K', metaKey: true }, 0)).toBe('palette');
    expect(read({ ...plain, key: 'k', ctrlKey: true, metaKey: true }, 0)).toBeUndefined();
    expect(read({ ...plain, key: 'k' }, 0)).toBe('up');
  });

  it('go to a page after g, and only soon after it', () => {
    const read = keyReader();
    expect(read({ ...plain, key: 'g' }, 0)).toBe('begun');
    expect(read({ ...plain, key: 'a' }, 900)).toBe('archive');
    expect(read({ ...plain, key: 'a' }, 1000)).toBeUndefined();
    read({ ...plain, key: 'g' }, 1100);
    expect(read({ ...plain, key: 'b' }, 1200)).toBe('bookmarks');
    read({ ...plain, key: 'g' }, 2000);
    expect(read({ ...plain, key: 'e' }, 9000)).toBeUndefined();
    read({ ...plain, key: 'g' }, 10_000);
    // A second key that is no page ends the word and does nothing else.
    expect(read({ ...plain, key: 'c' }, 10_100)).toBeUndefined();
    expect(read({ ...plain, key: 'c' }, 10_200)).toBe('compare');
  });
});
