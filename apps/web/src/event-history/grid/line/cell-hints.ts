import type { ClipboardEvent } from 'react';
import { age } from '../../../ui/time/age.ts';
import { safeString } from '../../../ui/safe-text/marks.ts';
import type { TimeZone } from '../../../ui/time/time-zone.ts';

/**
 * The whole value, where a cell has no room for it; for times the offset and the age. Made when the pointer
 * comes, by hand: an age would be wrong a minute after it was drawn.
 */
export function tellOnHover(target: EventTarget, zone: TimeZone): void {
  const value = target instanceof Element ? target.closest<HTMLElement>('[data-value]') : null;
  if (!value) return;
  const { subject = '', value: text = '' } = value.dataset;
  const ms = subject === 'eventTime' ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(ms)) {
    value.title = `${zone.dateTime(ms)} ${zone.offset(ms)}, ${age(ms, Date.now())}`;
    return;
  }
  const cutInside = [value, ...value.querySelectorAll('*')].some(
    (part) => part.scrollWidth > part.clientWidth && part.clientWidth > 0,
  );
  if (cutInside) value.title = safeString(text);
  else value.removeAttribute('title');
}

/** Ctrl+C on a cell copies its value; selected text is copied as selected. */
export function copyCell(event: ClipboardEvent): void {
  if (getSelection()?.isCollapsed === false || !(event.target instanceof Element)) return;
  const cell = event.target.closest('td');
  const value = cell?.querySelector<HTMLElement>('[data-value]')?.dataset.value;
  if (value === undefined) return;
  event.clipboardData.setData('text/plain', value);
  event.preventDefault();
}
