import { exactText, isContainer, plainText } from '../../ui/json/node.ts';
import type { Whole } from '../../event/whole.ts';
import type { Fact } from './facts.ts';
import type { Place } from './likeness.ts';
import type { Section } from './sections.ts';

export const textOf = ({ document, node }: Place): string =>
  isContainer(document, node) ? exactText(document, node) : plainText(document, node);

/** The comparison as text to paste into a ticket: a name, then each event's value under the event's number. */
export function writtenOut(
  wholes: readonly Whole[],
  facts: readonly Fact[],
  sections: readonly Section[],
): string {
  const parts = wholes.map(
    ({ row }, at) => `${at + 1}  ${row.account} ${row.region} ${row.eventId} ${row.eventTime}`,
  );
  const values = (texts: readonly (string | undefined)[]): string[] =>
    texts.map((text, at) => `  ${at + 1}  ${text ?? '–'}`);
  for (const { label, values: found } of facts) {
    parts.push('', label, ...values(found.map((texts) => texts.join(', ') || undefined)));
  }
  for (const { title, lines, cut } of sections) {
    if (lines.length > 0) parts.push('', title);
    for (const { value, label, depth } of lines) {
      const indent = '  '.repeat(depth + 1);
      parts.push(indent + label);
      if (value.members.length > 0) continue;
      const texts = value.places.map((place) => place && textOf(place));
      parts.push(...values(texts).map((line) => indent + line));
    }
    if (cut) parts.push('  … further lines are not listed');
  }
  return `${parts.join('\n')}\n`;
}
