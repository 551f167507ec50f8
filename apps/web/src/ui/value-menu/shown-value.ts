import type { ShownValue } from './value-actions.ts';

/**
 * A value's place in the DOM is two attributes: one menu serves the whole page, and a cell costs one span.
 * Spread them on any element; the element, or a focused cell around it, then has the menu.
 */
export const valueAttributes = (
  shown: ShownValue,
): { readonly 'data-subject': string; readonly 'data-value': string } => ({
  'data-subject': shown.subject,
  'data-value': shown.value,
});

export interface Choice {
  readonly label: string;
  readonly act: () => void;
}

/** What the menu is about: a value that can be filtered for, or only text to copy. */
export interface MenuSubject {
  readonly subject?: string | undefined;
  readonly value?: string | undefined;
  /** Exactly what Copy copies. */
  readonly copy: () => string;
  /** Where it stands, when that cannot be filtered for. */
  readonly path?: string | undefined;
  /** More values of the same field, beside it. */
  readonly others?: readonly string[] | undefined;
  /** What else can be done with it, where it stands. */
  readonly also?: readonly Choice[] | undefined;
}

const registered = new WeakMap<Element, MenuSubject>();

/** For elements whose text is too large or too costly for an attribute; to be used as a `ref`. */
export const withMenu =
  (subject: MenuSubject) =>
  (element: Element | null): void => {
    if (element) registered.set(element, subject);
  };

export const marked = '[data-subject], [data-menu]';

export function menuSubject(element: Element): MenuSubject | undefined {
  const known = registered.get(element);
  if (known) return known;
  const { subject, value } = (element as HTMLElement).dataset;
  return value === undefined ? undefined : { subject, value, copy: () => value };
}
