import { filterLimits, parseSubject } from '@trailglass/query';
import { fieldNamed } from '@trailglass/record';
import type { ValueActions } from '../value-actions.ts';
import type { MenuSubject } from './shown-value.ts';

export interface Choice {
  readonly label: string;
  readonly act: () => void;
}

/** What the menu offers for a value; only what can be done with it. */
export function choices(
  { subject, value, copy }: MenuSubject,
  actions: ValueActions | undefined,
  toClipboard: (text: string) => void,
): readonly Choice[] {
  const found: Choice[] = [];
  if (actions && subject !== undefined) {
    if (value !== undefined && value !== '' && value.length <= filterLimits.valueCharacters) {
      const shown = { subject, value };
      found.push(
        { label: 'Filter for', act: () => actions.filterFor(shown) },
        { label: 'Filter out', act: () => actions.filterOut(shown) },
        { label: 'Only this', act: () => actions.only(shown) },
      );
      const follow = actions.followSession(shown);
      if (follow) found.push({ label: 'Follow this session', act: follow });
    }
    const named = parseSubject(subject);
    if (named !== undefined) {
      const column = named.kind === 'field' ? named.name : subject;
      found.push({ label: 'Add as column', act: () => actions.addColumn(column) });
    }
  }
  found.push({ label: 'Copy value', act: () => toClipboard(copy()) });
  if (subject !== undefined && !fieldNamed(subject)) {
    found.push({ label: 'Copy path', act: () => toClipboard(subject) });
  }
  return found;
}
