import type { TrailEvent } from '@trailglass/record';
import type { Format, ToWrite } from './format.types.ts';
import { recordText } from './record-text.ts';

/** One record a line. */
export const ndjson: Format = async function* ndjson(what) {
  for await (const batch of what.batches) {
    const text = textsOf(batch, what)
      .map((record) => `${record}\n`)
      .join('');
    if (text !== '') yield Buffer.from(text);
  }
};

/** The layout of the console's download and of a trail's log file. One that is not complete says so behind the records. */
export const json: Format = async function* json(what) {
  yield Buffer.from('{"Records":[');
  let separator = '';
  for await (const batch of what.batches) {
    const texts = textsOf(batch, what);
    if (texts.length === 0) continue;
    yield Buffer.from(separator + texts.join(','));
    separator = ',';
  }
  const missing = what.missing();
  yield Buffer.from(missing ? `],"Incomplete":${JSON.stringify(missing)}}` : ']}');
};

function textsOf(batch: readonly TrailEvent[], { leftOut }: ToWrite): string[] {
  return batch.flatMap((event) => {
    const text = recordText(event);
    if (text === undefined) leftOut(event);
    return text ?? [];
  });
}
