import { filterSpans, type Span } from '@trailglass/query';

/** What may be written at a place of the filter's text, and which characters it would replace. */
export interface Expected {
  /** A condition or a word; a value of a field. */
  readonly kind: 'term' | 'value';
  readonly from: number;
  readonly to: number;
  /** What stands there before the place, as it is written. */
  readonly typed: string;
  /** Of a value: its field as it is written, where that begins, and whether nothing else stands after the colon. */
  readonly of: string;
  readonly field: number;
  readonly alone: boolean;
}

const nothingYet = new Set<Span['kind']>(['space', 'bracket', 'operator', 'colon', 'comparison']);

/** What the text before `at` asks for next; undefined where only more text can follow, as within quotes without a field. */
export function expectedAt(text: string, at: number): Expected | undefined {
  const before = filterSpans(text.slice(0, at));
  const last = before.at(-1);
  const typed = last && !nothingYet.has(last.kind) ? text.slice(last.from, at) : '';
  const from = at - typed.length;
  if (last && !typed && closes(last, text.slice(last.from, at))) return undefined;
  const of = last?.of ?? '';
  const whole = filterSpans(text);
  const to = typed === '' ? at : endOf(whole, from, at);
  if (last?.of === undefined) {
    return typed.startsWith('"')
      ? undefined
      : { kind: 'term', from, to, typed, of, field: -1, alone: false };
  }
  const field = before.findLast(({ kind }) => kind === 'field')?.from ?? -1;
  const alone = before.at(typed === '' ? -1 : -2)?.kind === 'colon';
  return { kind: 'value', from, to, typed, of, field, alone };
}

/** Right after these a space comes first. */
const closes = ({ kind }: Span, written: string): boolean =>
  written === ')' || (kind === 'operator' && written !== '-');

/** The end of the piece that stands at `from` in the whole text; a field's with its colon, as one is written with it. */
function endOf(whole: readonly Span[], from: number, at: number): number {
  const index = whole.findIndex((span) => span.from === from);
  const piece = whole[index];
  if (!piece || piece.to < at) return at;
  return piece.kind === 'field' ? piece.to + 1 : piece.to;
}
