import { expect, test } from 'vitest';
import { pageAt } from './pages.ts';

test.each([
  ['/', 'events', 'Event history'],
  ['/events', 'events', 'Event history'],
  ['/events/', 'events', 'Event history'],
  ['/events/111122223333/us-east-1/e2f69382-7637-4deb', 'event', 'e2f69382-7637-4deb'],
  ['/events/111122223333/us-east-1/bidi\u202e', 'event', 'Event'],
  ['/session', 'session', 'Session'],
  ['/policy', 'policy', 'Least-privilege policy'],
  ['/bookmarks', 'bookmarks', 'Bookmarks'],
  ['/entity', 'entity', 'Activity'],
  ['/archive', 'archive', 'Archive'],
  ['/accounts', 'accounts', 'Accounts'],
  ['/events/111122223333', 'unknown', 'Page not found'],
  ['/constructor', 'unknown', 'Page not found'],
])('%s', (path, name, title) => {
  expect(pageAt(path)).toEqual({ name, title });
});
