import { type FieldName, fieldNamed } from '@trailglass/record';
import { isContainer, plainText } from '../../ui/json/node.ts';
import { recordSubject } from '../../event/record-subject.ts';
import type { Whole } from '../../event/whole.ts';
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
  /** There are more lines than anybody reads; they are not listed. */
  readonly cut: boolean;
}

/** Of a section; 5 MB would have 300,000. */
export const mostLines = 5_000;

const titled = new Map([
  ['userIdentity', 'User identity'],
  ['requestParameters', 'Request parameters'],
  ['responseElements', 'Response elements'],
]);

/**
 * The records side by side, but for what the catalogue's fields have already said.
 * @param onlyDifferences leaves out lines that say the same everywhere, without looking into them
 */
export function sectionsOf(
  wholes: readonly Whole[],
  onlyDifferences: boolean,
  likeness = new Likeness(),
): readonly Section[] {
  const roots = wholes.map(({ document }) => document && { document, node: 0 });
  const record = compare(roots, likeness);
  const around = { wholes, onlyDifferences, fields: new Map() };
  const sections: Section[] = [];
  for (const [key, title] of titled) {
    const value = record.members.findLast((member) => member.key === key);
    if (value) sections.push(sectionOf(title, inside(value, [key], around)));
  }
  const others = record.members.filter((member) => !titled.has(member.key ?? ''));
  const rest = { ...record, members: others };
  sections.push(sectionOf('Rest of the record', inside(rest, [], around)));
  return onlyDifferences ? sections : sections.filter(({ lines }) => lines.length > 0);
}

const sectionOf = (title: string, lines: readonly Line[]): Section => ({
  title,
  lines: lines.slice(0, mostLines),
  cut: lines.length > mostLines,
});

interface Asked {
  readonly wholes: readonly Whole[];
  readonly onlyDifferences: boolean;
  /** The catalogue's field at a path, once looked up: the items of a list have the same path. */
  readonly fields: Map<string, FieldName | undefined>;
}

/** A value's members as lines; the value itself where it has none. */
function inside(value: Compared, path: readonly string[], asked: Asked): Line[] {
  const lines: Line[] = [];
  const label = path.at(-1) ?? '';
  if (asked.onlyDifferences && value.same) return lines;
  if (value.members.length === 0 && label !== '') {
    return [{ value, label, depth: 0, path, id: label }];
  }
  collect(lines, value, { path, depth: 0, id: label }, asked);
  return lines;
}

type Around = Pick<Line, 'path' | 'depth' | 'id'>;

function collect(lines: Line[], around: Compared, at: Around, asked: Asked): void {
  const { depth } = at;
  for (const [index, value] of around.members.entries()) {
    const { key } = value;
    if (lines.length > mostLines) return;
    if (asked.onlyDifferences && value.same) continue;
    const path =
      at.path && !around.inText ? [...at.path, ...(key === undefined ? [] : [key])] : undefined;
    if (path && alreadySaid(value, path, asked)) continue;
    const id = `${at.id}/${index}`;
    lines.push({ value, label: key ?? `item ${index + 1}`, depth, path, id });
    const before = lines.length;
    collect(lines, value, { path, depth: depth + 1, id }, asked);
    // All that is in it stands among the fields.
    if (value.members.length > 0 && lines.length === before) lines.pop();
  }
}

/** A catalogue field shows just these texts. */
function alreadySaid(value: Compared, path: readonly string[], asked: Asked): boolean {
  const field = fieldAt(path, asked.fields);
  if (!field) return false;
  return asked.wholes.every(({ row }, at) => {
    const place = value.places[at];
    const [said] = textsOf(row, field);
    if (!place) return said === undefined;
    return (
      !isContainer(place.document, place.node) && plainText(place.document, place.node) === said
    );
  });
}

function fieldAt(path: readonly string[], known: Asked['fields']): FieldName | undefined {
  const key = JSON.stringify(path);
  if (known.has(key)) return known.get(key);
  const subject = recordSubject(path);
  const field = subject === undefined ? undefined : fieldNamed(subject);
  const exact = field?.name === subject ? field?.name : undefined;
  known.set(key, exact);
  return exact;
}
