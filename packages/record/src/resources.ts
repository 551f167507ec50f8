import type { Resource } from './event.ts';
import { all, type JsonObject, member, text } from './json.ts';

/** The record's own `resources[]`, one name and type each. */
export function deriveResources(record: JsonObject): readonly Resource[] {
  return all(record, ['resources']).flatMap((entry) => {
    const name = text(member(entry, 'ARN')) ?? text(member(entry, 'arn'));
    return name === undefined ? [] : [{ type: text(member(entry, 'type')), name }];
  });
}
