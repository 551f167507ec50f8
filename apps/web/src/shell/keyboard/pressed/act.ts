import type { AnyRouter } from '@tanstack/react-router';
import { eventLink } from '../../../address/pages/event-link.ts';
import { type ListInHand, listInHand } from '../../../event-history/results/list-in-hand.ts';
import { compareSelected, toggleSelected } from '../../../event-history/selection/selection.ts';
import type { EventAddress } from '../../../address/page-state.ts';
import { parsePageState } from '../../../address/url.ts';
import { parseSearch } from '../../../address/search-params.ts';
import { copyText } from '../../../ui/copy/clipboard.ts';
import { notify } from '../../../ui/notices.ts';
import { linksFrom } from '../../pages/links.ts';
import type { Press } from './press.ts';
import { indexOfEvent } from '../../../event-history/results/order.ts';

/** Does what a key says, as far as the page has it. */
export function act(press: Exclude<Press, 'sheet'>, router: AnyRouter): void {
  const list = listInHand.get();
  switch (press) {
    case 'events':
    case 'bookmarks':
    case 'archive':
    case 'accounts':
      router.history.push(linksFrom(router.history.location.search)[press]);
      return;
    case 'search':
      writeInFilter();
      return;
    case 'time':
      document.querySelector<HTMLElement>('[data-part=range] button')?.click();
      return;
    case 'compare':
      if (list) compareSelected((path) => router.history.push(path));
      return;
    case 'select':
      if (list?.page.event) toggleSelected(list.page.event);
      return;
    case 'link':
      void copyLink(list);
      return;
    case 'previous':
    case 'next':
      if (list) walk(list, openNow(router), press);
      return;
    case 'down':
    case 'up': {
      const event = openNow(router);
      if (event && list) walk(list, event, press === 'down' ? 'next' : 'previous');
      else list?.toList();
    }
  }
}

const focusOn = (selector: string): void => document.querySelector<HTMLElement>(selector)?.focus();

/** On a telephone it may have to be unfolded first. */
function writeInFilter(): void {
  const write = (): void => focusOn('[data-part=filter] :is(input,[data-typing])');
  const fold = document.querySelector<HTMLElement>('[data-part=filter-fold][aria-expanded=false]');
  fold?.click();
  if (fold) requestAnimationFrame(write);
  else write();
}

/** As the address says: keys may be pressed faster than the page is drawn. */
const openNow = (router: AnyRouter): EventAddress | undefined =>
  parsePageState(parseSearch(router.history.location.search)).state.event;

/** To the neighbour of the open event; without one, nothing. */
function walk(
  { store, walk: to }: ListInHand,
  event: EventAddress | undefined,
  where: 'previous' | 'next',
): void {
  if (!event) return;
  const { rows } = store.snapshot();
  const at = indexOfEvent(rows, event);
  const row = at < 0 ? undefined : rows[where === 'next' ? at + 1 : at - 1];
  if (row) to(row);
}

/** Of the open event, else of the page as it stands. */
export async function copyLink(list: ListInHand | undefined): Promise<void> {
  const event = list?.page.event;
  const copied = await copyText(event ? eventLink(event) : location.href);
  if (!copied) notify({ type: 'warning', content: 'The browser does not allow copying here.' });
  else
    notify({
      type: 'success',
      content: event ? 'The link to the event is copied.' : 'The link to this page is copied.',
    });
}
