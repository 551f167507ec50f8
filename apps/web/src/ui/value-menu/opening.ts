import { marked, type MenuSubject, menuSubject } from './shown-value.ts';

/** A menu that is to be opened: for what, where, and where the focus goes back to. */
export interface Opening {
  readonly subject: MenuSubject;
  /** Where the value is shown. */
  readonly value: Element;
  readonly x: number;
  readonly y: number;
  readonly back: HTMLElement | null;
}

const focused = (): HTMLElement | null =>
  document.activeElement instanceof HTMLElement ? document.activeElement : null;

/** Below an element: where a menu opened by key or by the affordance stands. */
export function openingFor(element: Element): Opening | undefined {
  const subject = menuSubject(element);
  if (!subject) return undefined;
  const box = element.getBoundingClientRect();
  return { subject, value: element, x: box.left, y: box.bottom + 2, back: focused() };
}

/** The value that a key is meant for: the focused element, what it says is active, or the value inside a cell. */
function valueOfKey(target: Element, enter: boolean): Element | null {
  // A button that stands for a value, or in one: Enter presses it.
  if (target.matches('button, a[href]')) return target.closest(marked);
  const active = target.getAttribute('aria-activedescendant');
  const here = (active && document.getElementById(active)) || target;
  if (here.matches(marked)) return here;
  // Enter on a cell or row opens the event; only the menu's own keys reach the value inside. A tree has no such use.
  const own = enter && here.getAttribute('role') !== 'treeitem';
  return own ? null : here.querySelector(marked);
}

export function openingByKey(event: KeyboardEvent): Opening | undefined {
  const enter = event.key === 'Enter' || event.key === ' ';
  const menuKey = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
  if (event.defaultPrevented || !(enter || menuKey) || !(event.target instanceof Element)) return;
  if (enter && (event.ctrlKey || event.metaKey || event.altKey)) return;
  const { target } = event;
  if (target.matches('input, textarea, select') || (enter && target.matches('a[href], button')))
    return;
  const value = valueOfKey(target, enter);
  return value ? openingFor(value) : undefined;
}

/** Opens the menu of a value from elsewhere, as the context-menu key would. */
export function openMenuOf(value: Element | null): void {
  value?.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }));
}

/** Right click or long press. With Shift, or on selected text, the browser's own menu stays. */
export function openingByPointer(event: MouseEvent): Opening | undefined {
  if (event.defaultPrevented || event.shiftKey || !(event.target instanceof Element)) return;
  const value = event.target.closest(marked);
  const subject = value && menuSubject(value);
  if (!value || !subject) return undefined;
  const selection = getSelection();
  if (selection && !selection.isCollapsed && selection.containsNode(value, true)) return;
  // A key press on the context-menu key arrives here too, without a place.
  return event.clientX === 0 && event.clientY === 0
    ? openingFor(value)
    : { subject, value, x: event.clientX, y: event.clientY, back: focused() };
}
