import { createBrowserHistory, createRootRoute, createRouter } from '@tanstack/react-router';
import { expect, test } from 'vitest';
import { parseSearch } from './search-params.ts';
import { changePageState } from './change-page-state.ts';
import { parsePageState } from './url.ts';

const event = (id: string) => ({
  account: '111122223333',
  region: 'us-east-1',
  eventId: id,
});

test('an event that is chosen while the page still goes back from another is open, one step from the list', async () => {
  window.history.replaceState({}, '', '/events?q=');
  const history = createBrowserHistory();
  const router = createRouter({ routeTree: createRootRoute(), history });
  const open = () => parsePageState(parseSearch(history.location.search)).state.event?.eventId;

  changePageState(router, { event: event('one') });
  await expect.poll(open).toBe('one');
  changePageState(router, { event: undefined });
  changePageState(router, { event: event('two') });
  await expect.poll(open).toBe('two');
  // For good: nothing on its way takes it away again.
  await new Promise((done) => setTimeout(done, 700));
  expect(open()).toBe('two');

  history.back();
  await expect.poll(open).toBeUndefined();
  expect(history.location.href).toBe('/events?q=');
});
