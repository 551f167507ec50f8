import { marked, menuSubject } from '../../../ui/value-menu/shown-value.ts';
import type { ShownValue } from '../../../ui/value-menu/value-actions.ts';
import type { SelectedText } from './search-of.ts';

/** More values than this are no longer "the one value" that somebody selects. */
const MOST_MARKED = 400;

/** What is selected within an element of the page; undefined when nothing is, or when it reaches beyond. */
export function readSelection(within: Element): SelectedText | undefined {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const inside = range.commonAncestorContainer;
  const element = inside instanceof Element ? inside : inside.parentElement;
  if (!element || !within.contains(element)) return undefined;
  const text = selection.toString();
  if (text.trim() === '') return undefined;
  const around = element.closest(marked);
  if (around) {
    const whole = around.textContent.trim() === text.trim();
    return { text, value: valueOf(around), whole };
  }
  const only = onlyValueIn(element, selection);
  return { text, value: only && valueOf(only), whole: only !== undefined };
}

/** Where the last selected characters stand. */
export const endOfSelection = (): DOMRect | undefined =>
  [...(getSelection()?.getRangeAt(0).getClientRects() ?? [])].findLast((box) => box.width > 0);

function valueOf(element: Element): ShownValue | undefined {
  const { subject, value } = menuSubject(element) ?? {};
  return subject === undefined || value === undefined ? undefined : { subject, value };
}

/** The value that lies wholly in the selection, when no other is touched: as when a line is selected by a triple click. */
function onlyValueIn(element: Element, selection: Selection): Element | undefined {
  const all = element.querySelectorAll(marked);
  if (all.length > MOST_MARKED) return undefined;
  const touched = [...all].filter((one) => selection.containsNode(one, true));
  const [only] = touched;
  return touched.length === 1 && only && selection.containsNode(only) ? only : undefined;
}
