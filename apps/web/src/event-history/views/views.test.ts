import { describe, expect, it } from 'vitest';
import { arrival } from '../../address/page-state.ts';
import { isShown, readableSearch, viewHref, viewSearch } from './view-address.ts';
import { parseViews, printViews } from './view-file.ts';

describe('a saved view', () => {
  const page = {
    ...arrival,
    q: 'user:alice',
    accounts: ['111122223333'],
    event: { account: '111122223333', region: 'eu-west-1', eventId: 'e-1' },
  };

  it('is the address without the open event, with the columns as they stand', () => {
    expect(viewSearch(page, ['eventName', 'eventTime'])).toBe(
      '?q=user:alice&accounts=111122223333&cols=eventName,eventTime',
    );
  });

  it('is shown while the page stands as it says', () => {
    const search = viewSearch(page, ['eventName']);
    expect(isShown(search, page, ['eventName'])).toBe(true);
    expect(isShown(search, page, ['eventTime'])).toBe(false);
    expect(isShown(search, { ...page, q: '' }, ['eventName'])).toBe(false);
  });

  it('leads to this page only, whatever it says', () => {
    for (const hostile of ['//evil.test/?q=1', 'javascript:alert(1)', '/../x', '?event=a&odd=1'])
      expect(viewHref(hostile)).toMatch(/^\/events(\?|$)/);
    expect(readableSearch('?q=a&event=111122223333:eu-west-1:e-1&odd=1')).toBe('?q=a');
  });
});

describe('a file of views', () => {
  it('gives back what was written', () => {
    const views = [
      { name: '__proto__', search: '?q=error:*' },
      { name: '<b>夜間</b>', search: '' },
    ];
    expect(parseViews(printViews(views))).toEqual(views);
  });

  it('is refused when it is none', () => {
    const one = { name: 'a', search: '' };
    for (const text of [
      '',
      'null',
      '[]',
      '{"views":[]}',
      JSON.stringify({ trailglass: 'views', version: 2, views: [one] }),
      JSON.stringify({ trailglass: 'views', version: 1, views: [{ name: 'a\n', search: '' }] }),
      JSON.stringify({
        trailglass: 'views',
        version: 1,
        views: Array.from({ length: 101 }, () => one),
      }),
    ])
      expect(parseViews(text)).toBeUndefined();
  });
});
