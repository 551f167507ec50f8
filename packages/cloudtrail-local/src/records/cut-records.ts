import { BrokenJson, items, members, skipSpace, type Span, valueAt } from './json-text.ts';

export interface RecordText {
  /** Where it starts in the text it was cut from. */
  readonly start: number;
  readonly text: string;
  /** An item of `{"Events":[…]}`: the record is inside it, as a string. */
  readonly looked: boolean;
}

/** How a log file or an answer of LookupEvents usually opens. */
const opening = /\{\s*"(Records|Events)"\s*:\s*(?=\[)/y;

/**
 * The records in a text: of a log file `{"Records":[…]}`, of an answer of LookupEvents `{"Events":[…]}`, of a plain
 * list, or records one after the other. Each keeps its exact characters. Throws BrokenJson where the text stops being
 * JSON, after the records that stand before.
 */
export function* cutRecords(text: string): Generator<RecordText> {
  let at = skipSpace(text, text.startsWith('\uFEFF') ? 1 : 0);
  while (at < text.length) {
    opening.lastIndex = at;
    const opened = opening.exec(text);
    if (opened) yield* cut(text, at + opened[0].length, opened[1] === 'Events');
    else if (text.charAt(at) === '[') yield* cut(text, at, false);
    else if (text.charAt(at) === '{') yield* fromObject(text, valueAt(text, at));
    else yield whole(text, valueAt(text, at), false);
    at = skipSpace(text, valueAt(text, at).end);
  }
}

function* fromObject(text: string, object: Span): Generator<RecordText> {
  for (const { name, value } of members(text, object.start)) {
    if (name !== 'Records' && name !== 'Events') continue;
    if (text.charAt(value.start) !== '[')
      throw new BrokenJson(value.start, `has ${name} that are not a list`);
    yield* cut(text, value.start, name === 'Events');
    return;
  }
  yield whole(text, object, false);
}

function* cut(text: string, at: number, looked: boolean): Generator<RecordText> {
  for (const item of items(text, at)) yield whole(text, item, looked);
}

const whole = (text: string, { start, end }: Span, looked: boolean): RecordText => ({
  start,
  text: text.slice(start, end),
  looked,
});
