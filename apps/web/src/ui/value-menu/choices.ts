import { filterLimits, parseSubject } from '@trailglass/query';
import { fieldNamed } from '@trailglass/record';
import { safeString } from '../safe-text/marks.ts';
import type { ValueActions } from './value-actions.ts';
import type { Choice, MenuSubject } from './shown-value.ts';

/** More would not fit on a screen; the event has all of them. */
const mostOthers = 10;

/** What the menu offers for a value; only what can be done with it. */
export function choices(
  { subject, value, copy, path, others = [], also = [] }: MenuSubject,
  actions: ValueActions | undefined,
  toClipboard: (text: string) => void,
): readonly Choice[] {
  const found: Choice[] = [...also];
  if (actions && subject !== undefined) {
    if (value !== undefined && value !== '' && value.length <= filterLimits.valueCharacters) {
      const shown = { subject, value };
      found.push(
        { label: 'Filter for', act: () => actions.filterFor(shown) },
        { label: 'Filter out', act: () => actions.filterOut(shown) },
        { label: 'Only this', act: () => actions.only(shown) },
      );
      const page = actions.pageOf(shown);
      if (page) found.push({ label: 'Open its page', act: page.go });
      const follow = actions.followSession(shown);
      if (follow) found.push({ label: 'Follow this session', act: follow });
    }
    for (const other of new Set(others.slice(0, mostOthers)))
      found.push({
        label: `Filter for ${safeString(other, 60)}`,
        act: () => actions.filterFor({ subject, value: other }),
      });
    const named = parseSubject(subject);
    if (named !== undefined) {
      const column = named.kind === 'field' ? named.name : subject;
      found.push({ label: 'Add as column', act: () => actions.addColumn(column) });
      found.push({ label: 'Group by this field', act: () => actions.groupBy(column) });
    }
  }
  // What a filter has no name for is still found by its text.
  if (actions && subject === undefined && value !== undefined && verbatim(value))
    found.push({
      label: 'Search for this text',
      act: () => actions.narrow({ kind: 'anywhere', text: value }),
    });
  found.push({ label: 'Copy value', act: () => toClipboard(copy()) });
  if (others.length > 0 && value !== undefined)
    found.push({
      label: `Copy all ${others.length + 1} values`,
      act: () => toClipboard([value, ...others].join('\n')),
    });
  const named = path ?? (subject !== undefined && !fieldNamed(subject) ? subject : undefined);
  if (named !== undefined) found.push({ label: 'Copy path', act: () => toClipboard(named) });
  return found;
}

/** Whether the record's text has it as it stands, however deep JSON is written within JSON. */
const verbatim = (value: string): boolean =>
  value.trim() !== '' &&
  value.length <= filterLimits.valueCharacters &&
  JSON.stringify(value) === `"${value}"`;
