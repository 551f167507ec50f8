import {
  deriveResources,
  type JsonObject,
  member,
  type TrailEvent,
  text,
} from '@trailglass/record';
import { filled, isOf, literal, ownVariables, type Whereabouts } from './arn-format.ts';
import type { Action, ResourceKind } from './iam-data.ts';

/** What a call was about: ARNs, as IAM reads them, and which of them are patterns for want of a name. */
export interface CallResources {
  readonly arns: readonly string[];
  readonly patterns: readonly string[];
  /** Roles that the request names for a service to take. */
  readonly passed: readonly string[];
}

/** Values of request parameters looked at; more tell no more about what a call was about. */
const MOST_VALUES = 2_000;

interface Told {
  /** ARNs in the request. */
  readonly requested: readonly string[];
  readonly arns: readonly string[];
  /** By the parameter's name in small letters. */
  readonly parameters: ReadonlyMap<string, readonly string[]>;
  /** Names by the type that LookupEvents gives them, in small letters: keypair. */
  readonly named: ReadonlyMap<string, readonly string[]>;
}

/** The resources of a call as its event names them, by the kinds that its action has. */
export function callResources(event: TrailEvent, action: Action): CallResources {
  const told = toldBy(event.record);
  const passed = rolesPassed(action, told);
  if (action.kinds.length === 0) return { arns: ['*'], patterns: [], passed };
  const where = whereabouts(event);
  const arns: string[] = [];
  const patterns: string[] = [];
  for (const kind of action.kinds) {
    const found = ofKind(kind, action.kinds, told, where);
    if (found.length > 0) arns.push(...found);
    else if (kind.required) patterns.push(filled(kind.arn, where));
  }
  // None of its kinds must be there, and none was told: it may have been any of them.
  if (arns.length === 0 && patterns.length === 0) patterns.push('*');
  return { arns: [...arns, ...patterns], patterns, passed };
}

/** IAM and STS are about roles; everybody else is handed them. */
function rolesPassed({ name }: Action, { requested }: Told): readonly string[] {
  if (/^(?:iam|sts):/.test(name)) return [];
  return requested.filter((arn) => /^arn:aws[\w-]*:iam::\d{12}:role\/.+/s.test(arn));
}

function ofKind(
  kind: ResourceKind,
  kinds: readonly ResourceKind[],
  told: Told,
  where: Whereabouts,
): readonly string[] {
  // An object's ARN has a bucket's format, too: the longest format that fits is its kind.
  const own = told.arns.filter(
    (arn) =>
      isOf(kind.arn, arn) &&
      !kinds.some((other) => other.arn.length > kind.arn.length && isOf(other.arn, arn)),
  );
  if (own.length > 0) return own.map(literal);
  const [only, ...more] = ownVariables(kind.arn);
  if (only === undefined) return [];
  const parameter = (name: string) =>
    told.parameters.get(name.replace(/WithPath$/, '').toLowerCase()) ?? [];
  const values = parameter(only);
  const named = (told.named.get(kindName(kind)) ?? []).filter((id) => isIdOf(only, id));
  const ids = values.length > 0 || more.length > 0 ? values : named;
  const others = more.map((name) => [name, parameter(name)] as const);
  if (ids.length === 0 || others.some(([, found]) => found.length !== 1)) return [];
  return ids
    .filter((id) => !id.startsWith('arn:'))
    .map((id) =>
      filled(
        kind.arn,
        where,
        new Map([[only, id], ...others.map(([name, [value = '']]) => [name, value] as const)]),
      ),
    );
}

/** A thing that is being made has a name in the request, and its id only in the answer. */
const isIdOf = (variable: string, name: string): boolean =>
  !variable.endsWith('Id') || /^[a-z]+-[\da-f]+$/.test(name);

const kindName = ({ name }: ResourceKind): string =>
  name.replaceAll(/[^a-z\d]/gi, '').toLowerCase();

function toldBy(record: JsonObject): Told {
  const arns = new Set<string>();
  const requested = new Set<string>();
  const parameters = new Map<string, string[]>();
  const own = member(record, 'resources');
  for (const entry of Array.isArray(own) ? own : []) {
    const arn = text(member(entry, 'ARN')) ?? text(member(entry, 'arn'));
    if (arn?.startsWith('arn:') === true) arns.add(arn);
  }
  let left = MOST_VALUES;
  const walk = (value: unknown, key: string, depth: number): void => {
    if (left-- <= 0 || depth > 32) return;
    if (typeof value === 'string' && value !== '' && value.length <= 2048) {
      if (value.startsWith('arn:')) requested.add(value);
      const values = parameters.get(key) ?? [];
      if (!values.includes(value)) parameters.set(key, [...values, value]);
    } else if (Array.isArray(value)) for (const one of value) walk(one, key, depth + 1);
    else if (typeof value === 'object' && value !== null)
      for (const [name, one] of Object.entries(value)) walk(one, name.toLowerCase(), depth + 1);
  };
  walk(member(record, 'requestParameters'), '', 0);
  return {
    requested: [...requested],
    arns: [...new Set([...arns, ...requested])],
    parameters,
    named: namesByType(record),
  };
}

/** Of the request alone: what the answer names was made by the call, and the next call makes another. */
function namesByType(record: JsonObject): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const { type, name } of deriveResources({ ...record, responseElements: null })) {
    const tail = type?.split(':').at(-1)?.toLowerCase();
    if (tail === undefined || name === undefined) continue;
    names.set(tail, [...(names.get(tail) ?? []), name]);
  }
  return names;
}

function whereabouts({ record, account, region }: TrailEvent): Whereabouts {
  const arn = text(member(member(record, 'userIdentity'), 'arn'));
  const at = text(member(record, 'awsRegion')) ?? region;
  const [, partition] = /^arn:(aws[\w-]*):/.exec(arn ?? '') ?? [];
  const byRegion = at.startsWith('cn-')
    ? 'aws-cn'
    : at.startsWith('us-gov-')
      ? 'aws-us-gov'
      : 'aws';
  return {
    partition: partition ?? byRegion,
    region: /^[\w-]{1,40}$/.test(at) ? at : region,
    account,
  };
}
