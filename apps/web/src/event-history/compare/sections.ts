import { fieldNamed } from '@trailglass/record';
import { isContainer, plainText } from '../../ui/json-tree/node.ts';
import { recordSubject } from '../detail/record-subject.ts';
import type { Whole } from '../detail/whole.ts';
import { compare, type Compared } from './compared.ts';
import { textsOf } from './facts.ts';
import { Likeness } from './likeness.ts';

/** One value of the record, as a line of the comparison. */
export interface Line {
  readonly value: Compared;
  /** The member's name, or `item 2`. */
  readonly label: string;
  readonly depth: number;
  /** Names that lead to it, places in lists left out; undefined inside a text, where no filter can look. */
  readonly path: readonly string[] | undefined;
  /** Its place among all lines, for as long as the comparison is the same. */
  readonly id: string;
}

export interface Section {
  readonly title: string;
  readonly lines: readonly Line[];
}

const titled = new Map([
  ['userIdentity', 'User identity'],
  ['requestParameters', 'Request parameters'],
  ['responseElements', 'Response elements'],
]);

/** The records side by side, but for what the catalogue's fields have already said. */
export function sectionsOf(wholes: readonly Whole[]): readonly Section[] {
  const roots = wholes.map(({ document }) => document && { document, node: 0 });
  const record = compare(roots, new Likeness());
  const sections: Section[] = [];
  for (const [key, title] of titled) {
    const value = record.members.findLast((member) => member.key === key);
    if (value) sections.push({ title, lines: inside(value, [key], wholes) });
  }
  const others = record.members.filter((member) => !titled.has(member.key ?? ''));
  const rest = { ...record, members: others };
  sections.push({ title: 'Rest of the record', lines: inside(rest, [], wholes) });
  return sections.filter(({ lines }) => lines.length > 0);
}

/** A value's members as lines; the value itself where it has none. */
function inside(value: Compared, path: readonly string[], wholes: readonly Whole[]): Line[] {
  const lines: Line[] = [];
  const label = path.at(-1) ?? '';
  if (value.members.length === 0 && label !== '') {
    return [{ value, label, depth: 0, path, id: label }];
  }
  collect(lines, value, { path, depth: 0, id: label }, wholes);
  return lines;
}

type Around = Pick<Line, 'path' | 'depth' | 'id'>;

function collect(lines: Line[], around: Compared, at: Around, wholes: readonly Whole[]): void {
  const { depth } = at;
  for (const [index, value] of around.members.entries()) {
    const { key } = value;
    const path =
      at.path && !around.inText ? [...at.path, ...(key === undefined ? [] : [key])] : undefined;
    if (path && alreadySaid(value, path, wholes)) continue;
    const id = `${at.id}/${index}`;
    lines.push({ value, label: key ?? `item ${index + 1}`, depth, path, id });
    const before = lines.length;
    collect(lines, value, { path, depth: depth + 1, id }, wholes);
    // All that is in it stands among the fields.
    if (value.members.length > 0 && lines.length === before) lines.pop();
  }
}

/** A catalogue field shows just these texts. */
function alreadySaid(value: Compared, path: readonly string[], wholes: readonly Whole[]): boolean {
  const subject = recordSubject(path);
  const field = subject === undefined ? undefined : fieldNamed(subject);
  if (!field || field.name !== subject) return false;
  return wholes.every(({ row }, at) => {
    const place = value.places[at];
    const [said] = textsOf(row, field.name);
    if (!place) return said === undefined;
    return (
      !isContainer(place.document, place.node) && plainText(place.document, place.node) === said
    );
  });
}

/** The lines that differ. Around each stand the members that it is in, since those differ, too. */
export const differing = (lines: readonly Line[]): readonly Line[] =>
  lines.filter(({ value }) => !value.same);
