import { readRecord, type Scope, type TrailEvent } from '@trailglass/record';
import { expect, test } from 'vitest';
import { matcher, parseFilter } from './index.ts';

const scope = { account: '111122223333', region: 'us-east-2' } as Scope;

function event(members: object, raw?: string): TrailEvent {
  const text = JSON.stringify({
    eventID: 'e-1',
    eventTime: '2026-11-01T10:00:30Z',
    eventName: 'RunInstances',
    eventSource: 'ec2.amazonaws.com',
    ...members,
  });
  return readRecord(raw ?? text, scope).event!;
}
const matches = (filter: string, members: object = {}) =>
  matcher(parseFilter(filter).filter!)(event(members));

test.each([
  ['name:RunInstances', true],
  ['name:runinstances', false],
  ['name:Run*', true],
  ['name:*un?nst*', true],
  ['name:Run?', false],
  ['error:*', false],
  ['-error:*', true],
  ['runinst', true],
  ['"EVENTNAME\\":\\"RUN"', true],
  ['runinst missing', false],
  ['runinst OR missing', true],
])('%s: %s', (filter, expected) => {
  expect(matches(filter)).toBe(expected);
});

test.each([
  // A written time is a period, as long as it is precise.
  ['time:2026-11-01', true],
  ['time:2026-11-01T10:00', true],
  ['time:2026-11-01T10:01', false],
  ['time:2026-11-01T12:00:30+02:00', true],
  ['time:>2026-11-01', false],
  ['time:<=2026-11-01', true],
  ['time:>=2026-11-01', true],
  ['time:<2026-11-01', false],
  ['time:"2026-11-01 10:00:30"', true],
])('%s: %s', (filter, expected) => {
  expect(matches(filter)).toBe(expected);
});

test.each([
  ['10.1.2.3', 'ip:10.0.0.0/8', true],
  ['11.1.2.3', 'ip:10.0.0.0/8', false],
  ['10.1.2.3', 'ip:10.9.9.9/8', true],
  ['10.1.2.3', 'ip:0.0.0.0/0', true],
  ['2001:db8::1', 'ip:2001:db8::/32', true],
  ['2001:DB8:0::1', 'ip:2001:db8::1/128', true],
  // An IPv4-mapped address is its IPv4 address, in values and in networks.
  ['::ffff:10.1.2.3', 'ip:10.0.0.0/8', true],
  ['::ffff:a01:203', 'ip:10.0.0.0/8', true],
  ['10.1.2.3', 'ip:::ffff:10.0.0.0/104', true],
  ['10.1.2.3', 'ip:::/0', false],
  ['1.2.3', 'ip:1.0.0.0/8', false],
  ['AWS Internal', 'ip:0.0.0.0/0', false],
  ['cloudformation.amazonaws.com', 'ip:cloudformation.*', true],
  ['fe80::1%eth0', 'ip:::/0', false],
])('from %s, %s: %s', (sourceIPAddress, filter, expected) => {
  expect(matches(filter, { sourceIPAddress })).toBe(expected);
});

const request = (requestParameters: object) => ({ requestParameters });

test('a path goes through lists, and any element is enough', () => {
  const items = request({ set: { items: [{ id: 'a' }, { id: 'b', n: 60 }, [{ id: 'c' }]] } });
  expect(matches('requestParameters.set.items.id:b', items)).toBe(true);
  expect(matches('requestParameters.set.items.id:c', items)).toBe(true);
  expect(matches('-requestParameters.set.items.id:b', items)).toBe(false);
  expect(matches('requestParameters.set.items.1.id:b', items)).toBe(true);
  expect(matches('requestParameters.set.items.0.id:b', items)).toBe(false);
  expect(matches('requestParameters.set.items.n:>50', items)).toBe(true);
  expect(matches('requestParameters.set:*', items)).toBe(true);
});

test('numbers, truth values and null within the record', () => {
  const values = request({ n: 50, s: '50', yes: true, none: null, empty: '', ['a.b']: 'x' });
  expect(matches('requestParameters.n:50', values)).toBe(true);
  expect(matches('requestParameters.n:5e1', values)).toBe(true);
  expect(matches('requestParameters.s:5e1', values)).toBe(false);
  expect(matches('requestParameters.s:>=50', values)).toBe(true);
  expect(matches('requestParameters.yes:true', values)).toBe(true);
  expect(matches('requestParameters.none:*', values)).toBe(false);
  expect(matches('requestParameters.empty:*', values)).toBe(false);
  expect(matches('requestParameters."a.b":x', values)).toBe(true);
  expect(matches('requestParameters.a.b:x', values)).toBe(false);
  expect(matches('requestParameters.constructor:*', values)).toBe(false);
});

test('numbers beyond 2^53 are the digits that were written', () => {
  const raw =
    '{"eventID":"e","eventTime":"2026-11-01T10:00:30Z","requestParameters":{"note":"9007199254740992","n":9007199254740993,"far":1e400}}';
  const holds = (filter: string) => matcher(parseFilter(filter).filter!)(event({}, raw));
  expect(holds('requestParameters.n:9007199254740993')).toBe(true);
  expect(holds('requestParameters.n:9007199254740992')).toBe(false);
  expect(holds('requestParameters.n:>9007199254740992')).toBe(true);
  expect(holds('requestParameters.n:<9007199254740994')).toBe(true);
  expect(holds('requestParameters.n:*993')).toBe(true);
  expect(holds('requestParameters.far:1e400')).toBe(true);
  expect(holds('requestParameters.note:9007199254740992')).toBe(true);
});

test('a CIDR at a path finds addresses in it, and the network itself as text', () => {
  expect(matches('requestParameters.cidrIp:0.0.0.0/0', request({ cidrIp: '0.0.0.0/0' }))).toBe(
    true,
  );
  expect(matches('requestParameters.cidrIp:0.0.0.0/0', request({ cidrIp: '10.0.0.0/8' }))).toBe(
    false,
  );
  expect(matches('requestParameters.ip:10.0.0.0/8', request({ ip: '10.9.9.9' }))).toBe(true);
});

test('words are found as typed where JSON escapes them, in any case', () => {
  const agent = { userAgent: 'Wget "ÉCOLE"\\x' };
  expect(matches('"wget \\"école\\"\\\\x"', agent)).toBe(true);
  const ascii = String.raw`{"eventID":"e","eventTime":"2026-11-01T10:00:30Z","userAgent":"\u00e9cole"}`;
  expect(matcher(parseFilter('école').filter!)(event({}, ascii))).toBe(true);
});

test('a hostile pattern on a hostile value is quick', () => {
  const started = Date.now();
  const members = { userAgent: `${'a'.repeat(50_000)}!` };
  expect(matches(`agent:${'a*'.repeat(1000)}b`, members)).toBe(false);
  expect(matches(`agent:${'*a'.repeat(1000)}?!`, members)).toBe(true);
  expect(Date.now() - started).toBeLessThan(2000);
});
