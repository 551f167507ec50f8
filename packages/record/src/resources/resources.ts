import type { Resource } from '../event.ts';
import { all, type JsonObject, member, text } from '../json.ts';
import type { ResourceRules } from './resource-rules.ts';
import { identityRules } from './resource-rules-identity.ts';
import { serviceRules } from './resource-rules-services.ts';

interface Rule {
  readonly type: string;
  /** Only for events with this in their name. */
  readonly within: string;
  readonly path: readonly string[];
}

const members = new Map([
  ['request', 'requestParameters'],
  ['response', 'responseElements'],
]);

function rule(type: string, written: string): Rule {
  const [path = '', within = ''] = written.split(' ').toReversed();
  const [first = '', ...rest] = path.split('.');
  return { type, within, path: [members.get(first) ?? first, ...rest] };
}

const bySource = new Map<string, readonly Rule[]>(
  Object.entries<ResourceRules>({ ...identityRules, ...serviceRules }).map(([source, types]) => [
    source,
    Object.entries(types).flatMap(([type, paths]) => paths.map((path) => rule(type, path))),
  ]),
);

/** The record's own `resources[]`: what a service says about itself when no rule speaks for it. */
const ownResources = (record: JsonObject): Resource[] =>
  all(record, ['resources']).flatMap((entry) => {
    const name = text(member(entry, 'ARN')) ?? text(member(entry, 'arn'));
    return name === undefined ? [] : [{ type: text(member(entry, 'type')), name }];
  });

/**
 * The resources that LookupEvents names beside a record: read from request and response by API, one thing often under
 * several names. As there, calls that only describe name none unless the record lists its resources itself.
 */
export function deriveResources(record: JsonObject): readonly Resource[] {
  const event = text(member(record, 'eventName')) ?? '';
  const source = text(member(record, 'eventSource')) ?? '';
  const rules = event.startsWith('Describe') ? [] : (bySource.get(source) ?? []);
  const found = new Map<string, Resource>();
  for (const { type, within, path } of rules) {
    if (!event.includes(within)) continue;
    for (const value of all(record, path)) {
      const name = text(value);
      if (name !== undefined) found.set(`${type} ${name}`, { type, name });
    }
  }
  return found.size > 0 ? [...found.values()] : ownResources(record);
}
