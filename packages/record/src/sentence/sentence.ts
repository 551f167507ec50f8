import { outcome } from './call-outcome.ts';
import { callWords } from './call-words.ts';
import type { TrailEvent } from '../event.ts';
import { permissionSet } from '../identity.ts';
import { at, type JsonObject, member, text } from '../json.ts';
import { principal } from '../principal.ts';
import { serviceName } from '../service-name.ts';

/** who: the caller; what: a thing, or how many; where: the address; result: how it ended unless well. */
export type PartKind = 'who' | 'plain' | 'what' | 'where' | 'result';
export interface Part {
  readonly kind: PartKind;
  readonly text: string;
}
/** Parts in order, spaces included: their texts joined are the sentence. */
export type Sentence = readonly Part[];

const longest = 200;
const part = (kind: PartKind, text: string): Part => ({ kind, text: text.slice(0, longest) });
const plain = (text: string): Part => ({ kind: 'plain', text });

function who(record: JsonObject): Part[] {
  const { kind, label, roleName, sessionName, accountId } = principal(record);
  if (kind === 'root')
    return [plain('The root user'), ...(accountId ? [plain(' of '), part('who', accountId)] : [])];
  if (kind === 'account') return [plain('Someone in '), part('who', label)];
  // A description, not a name: no name that AWS allows has a space.
  if (/^an? /.test(label)) return [plain(`A${label.slice(1)}`)];
  const as = sessionName !== undefined && roleName !== undefined && kind === 'session';
  return [
    part('who', label),
    ...(as ? [plain(' as '), part('who', permissionSet(roleName) ?? roleName)] : []),
  ];
}

function where(record: JsonObject): Part[] {
  const address = text(member(record, 'sourceIPAddress'));
  if (address === undefined) return [];
  if (address === 'AWS Internal') return [plain(' from within AWS')];
  if (address === principal(record).label) return [];
  const isService = address.endsWith('.amazonaws.com');
  return [plain(isService ? ' through ' : ' from '), part('where', address)];
}

/** An Insight is no call of anybody: CloudTrail noticed a rate. */
function insight(record: JsonObject): Sentence | undefined {
  const of = (key: string) => text(at(record, ['insightDetails', key]));
  const name = of('eventName');
  if (name === undefined) return undefined;
  const rate = of('insightType') === 'ApiErrorRateInsight' ? 'error rate' : 'call rate';
  const ended = of('state') === 'End';
  return [
    plain(ended ? `The unusual ${rate} of ` : `An unusual ${rate} of `),
    part('what', name),
    plain(
      ` on ${(of('eventSource') ?? 'an AWS service').slice(0, longest)} ${ended ? 'ended' : 'began'}`,
    ),
  ];
}

/** What a service tells of itself: nobody called anything. Identity Center's sign-ins have a person and are calls. */
function report(record: JsonObject): Sentence | undefined {
  if (text(member(record, 'eventType')) !== 'AwsServiceEvent') return undefined;
  if (principal(record).kind !== 'service') return undefined;
  const source = text(member(record, 'eventSource'));
  const name = text(member(record, 'eventName'));
  if (name === undefined) return undefined;
  return [
    source === undefined ? plain('An AWS service') : part('who', serviceName(source)),
    plain(' reported '),
    part('what', name),
    ...(outcome(record).kind === 'done' ? [] : [plain(' with '), part('result', 'an error')]),
  ];
}

/**
 * One sentence about an event: who did what, on what, from where, and whether it was denied or failed; why stands in
 * the error code and message. Never throws.
 */
export function tellEvent(event: TrailEvent): Sentence {
  const { record } = event;
  const noticed = insight(record) ?? report(record);
  if (noticed) return noticed;
  const call = callWords(record);
  if (call === undefined) return fromEnvelope(event);
  const result = outcome(record);
  const things = call.of.flatMap((of) => [plain(' '), part(of.name ? 'what' : 'plain', of.words)]);
  const done = result.kind === 'done';
  const told = [
    ...who(record),
    plain(done ? ` ${call.past}` : ` tried to ${call.base}`),
    ...things,
    ...where(record),
  ];
  if (done) return told;
  if (result.kind === 'dry-run')
    return [...told, plain(': '), part('result', 'a dry run that would have succeeded')];
  return [
    ...told,
    plain(' and '),
    part('result', result.kind === 'denied' ? 'was denied' : 'failed'),
  ];
}

/** Without a readable record only what LookupEvents said is known. */
function fromEnvelope({ envelope }: TrailEvent): Sentence {
  const { username, eventName, eventSource } = envelope;
  const caller = username === undefined ? plain('An unknown caller') : part('who', username);
  if (eventName === undefined) return [caller, plain(' made a call that the record does not name')];
  const service = eventSource === undefined ? [] : [plain(' on '), part('what', eventSource)];
  return [caller, plain(' called '), part('what', eventName), ...service];
}
