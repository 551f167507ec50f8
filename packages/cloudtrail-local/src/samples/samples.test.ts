// Longer than others: one table of what ninety days of samples have to be, loaded once for all of it.
import {
  type AccountId,
  catalogue,
  type EventId,
  flag,
  type JsonObject,
  member,
  parseTime,
  readFields,
  type Region,
  text,
  type TrailEvent,
} from '@trailglass/record';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { named } from './apis/api.ts';
import { openSamples } from './index.ts';

const now = Date.parse('2026-11-18T15:40:12Z');
const day = 86_400_000;
const source = openSamples({ seed: 7, now });
const told = source.between(now - 90 * day, now);
const records = told.map((event) => JSON.parse(event.text) as JsonObject);
const identity = (record: JsonObject): JsonObject => record['userIdentity'] as JsonObject;
const share = (of: (record: JsonObject) => boolean): number =>
  records.filter(of).length / records.length;

const asEvent = (index: number): TrailEvent => {
  const record = records[index]!;
  return {
    account: told[index]!.account as AccountId,
    region: record['awsRegion'] as Region,
    eventId: record['eventID'] as EventId,
    time: parseTime(record['eventTime'])!,
    raw: told[index]!.text,
    record,
    envelope: { resources: [] },
    flaws: [],
  };
};

describe('ninety days of samples', () => {
  it('are about thirty thousand, three quarters reads, a few in a hundred failed', () => {
    expect(told.length).toBeGreaterThan(27_000);
    expect(told.length).toBeLessThan(33_000);
    expect(share((r) => r['readOnly'] === true)).toBeGreaterThan(0.68);
    expect(share((r) => r['readOnly'] === true)).toBeLessThan(0.77);
    const failed = share((r) => r['errorCode'] !== undefined || r['errorMessage'] !== undefined);
    expect(failed).toBeGreaterThan(0.02);
    expect(failed).toBeLessThan(0.06);
  });

  it('cover three named accounts and at least five Regions', () => {
    expect(source.accounts.map((a) => a.name)).toEqual(['production', 'staging', 'security']);
    expect(source.accounts[0]).toMatchObject({
      id: '629470242021',
      accessKeyId: 'local',
      secretAccessKey: 'local',
    });
    for (const { id } of source.accounts) {
      const seen = new Set(
        records.filter((r) => r['recipientAccountId'] === id).map((r) => r['awsRegion']),
      );
      expect(seen).toEqual(new Set(source.regions));
    }
    expect(source.regions.length).toBeGreaterThanOrEqual(5);
  });

  it('say where they belong: account, Region, time in the window', () => {
    const astray = records.filter((record, i) => {
      const time = parseTime(record['eventTime'])!;
      return !(
        record['recipientAccountId'] === told[i]!.account &&
        source.regions.includes(named(record, 'awsRegion')) &&
        time > now - 90 * day &&
        time <= now
      );
    });
    expect(astray).toEqual([]);
  });

  it('have an event id of their own, whatever the account', () => {
    expect(new Set(records.map((r) => r['eventID'])).size).toBe(records.length);
  });

  it('show IAM, CloudFront and sign-ins in us-east-1 only', () => {
    const global = new Set([
      'iam.amazonaws.com',
      'cloudfront.amazonaws.com',
      'signin.amazonaws.com',
    ]);
    const regions = records
      .filter((r) => global.has(named(r, 'eventSource')))
      .map((r) => r['awsRegion']);
    expect(new Set(regions)).toEqual(new Set(['us-east-1']));
  });

  it('read as the record package reads them: every field of its declared type', () => {
    const expected = {
      flag: 'boolean',
      texts: 'object',
      text: 'string',
      time: 'string',
      ip: 'string',
    };
    for (let i = 0; i < told.length; i += 17) {
      const fields = readFields(asEvent(i));
      for (const { name, type } of catalogue) {
        if (fields[name] !== undefined) expect(typeof fields[name]).toBe(expected[type]);
      }
      expect(fields).toMatchObject({
        eventName: expect.stringMatching(/^[A-Za-z][A-Za-z0-9_]+$/),
        eventSource: expect.stringMatching(/\.amazonaws\.com$/),
        eventCategory: 'Management',
        eventVersion: expect.stringMatching(/^1\.(08|09|10|11)$/),
      });
    }
  });

  it('write null answers for reads, apart from hand-overs and jobs that answer with an id', () => {
    const answering = new Set(
      records
        .filter((r) => r['readOnly'] === true && r['responseElements'] !== null)
        .map((r) => named(r, 'eventName')),
    );
    expect([...answering].sort()).toEqual([
      'AssumeRole',
      'AssumeRoleWithSAML',
      'AssumeRoleWithWebIdentity',
      'GenerateCredentialReport',
      'GetSessionToken',
      'StartQuery',
    ]);
  });
});

describe('windows', () => {
  // A source of its own for each window: nothing may depend on what was asked before.
  const asked = (from: number, to: number): string[] =>
    openSamples({ seed: 7, now })
      .between(from, to)
      .map((event) => `${event.account} ${event.text}`);

  it('are the same for the same seed, and others for another', () => {
    const again = openSamples({ seed: 7, now });
    expect(again.between(now - day, now)).toEqual(source.between(now - day, now));
    expect(openSamples({ seed: 8, now }).between(now - day, now)).not.toEqual(
      source.between(now - day, now),
    );
  });

  it('hold the same events asked for at once or in two parts', () => {
    const instant = fc.integer({ min: now - day, max: now + day / 48 });
    fc.assert(
      fc.property(instant, instant, instant, (a, b, c) => {
        const [from, middle, to] = [a, b, c].sort((x, y) => x - y) as [number, number, number];
        const parts = [...asked(from, middle), ...asked(middle, to)];
        expect(parts.sort()).toEqual(asked(from, to).sort());
      }),
      { numRuns: 8 },
    );
  });

  it('go on after now, one event every few seconds', () => {
    const hour = source.between(now, now + 3_600_000).length;
    expect(hour).toBeGreaterThan(450);
    expect(hour).toBeLessThan(2_400);
  });
});

describe('keys', () => {
  it('of role sessions were handed out by an earlier event', () => {
    // Sessions that began before the window were handed their key before it.
    const early = openSamples({ seed: 7, now }).between(now - 91 * day, now - 90 * day);
    const all = [...early.map((e) => JSON.parse(e.text) as JsonObject), ...records];
    const handed = new Map<string, number>();
    for (const record of all) {
      const credentials = member(record['responseElements'], 'credentials');
      const key = text(member(credentials, 'accessKeyId'));
      if (key) handed.set(key, parseTime(record['eventTime'])!);
    }
    const used = records.filter(
      (r) =>
        identity(r)['type'] === 'AssumedRole' &&
        named(identity(r), 'accessKeyId').startsWith('ASIA'),
    );
    expect(used.length).toBeGreaterThan(10_000);
    const strays = used.filter(
      (r) =>
        !(
          (handed.get(named(identity(r), 'accessKeyId')) ?? Infinity) <= parseTime(r['eventTime'])!
        ),
    );
    expect(strays.map((r) => r['eventName'])).toEqual([]);
  });

  it('cross accounts in two copies with one shared id', () => {
    const copies = new Map<string, JsonObject[]>();
    for (const record of records) {
      const shared = text(record['sharedEventID']);
      if (shared) copies.set(shared, [...(copies.get(shared) ?? []), record]);
    }
    const pairs = [...copies.values()].filter((pair) => pair.length === 2);
    expect(pairs.length).toBeGreaterThan(100);
    for (const [caller, owner] of pairs) {
      expect(new Set([caller, owner].map((r) => r!['recipientAccountId'])).size).toBe(2);
      expect(caller!['responseElements']).toEqual(owner!['responseElements']);
    }
  });
});

describe('stories told once', () => {
  it('has root sign in a single time', () => {
    const root = records.filter(
      (r) => identity(r)['type'] === 'Root' && r['eventName'] === 'ConsoleLogin',
    );
    expect(root).toHaveLength(1);
  });

  it('leaks a key: refused at every door, then through a role, then shut out by a named person', () => {
    const from = Date.parse('2026-11-15T02:10:00Z');
    const hour = source
      .between(from, from + 3_600_000)
      .filter((e) => e.account === '629470242021')
      .map((e) => JSON.parse(e.text));
    const first = hour.find(
      (r) => r.userAgent.includes('kali') && r.eventName === 'GetCallerIdentity',
    );
    const key = first.userIdentity.accessKeyId;
    expect(key).toMatch(/^AKIA/);
    const refused = hour.filter((r) => r.userIdentity.accessKeyId === key && r.errorCode);
    expect(refused.length).toBeGreaterThan(12);
    const before = records.filter(
      (r) => identity(r)['accessKeyId'] === key && parseTime(r['eventTime'])! < from,
    );
    expect(new Set(before.map((r) => r['sourceIPAddress']))).toEqual(new Set(['198.51.100.24']));
    const handed = hour.find(
      (r) => r.eventName === 'AssumeRole' && r.userIdentity.accessKeyId === key,
    );
    const session = handed.responseElements.credentials.accessKeyId;
    const bySession = hour.filter((r) => r.userIdentity.accessKeyId === session);
    expect(bySession.map((r) => r.eventName)).toEqual(
      expect.arrayContaining([
        'CreateUser',
        'CreateAccessKey',
        'GetSecretValue',
        'PutBucketPolicy',
        'StopLogging',
      ]),
    );
    const launches = hour.filter(
      (r) => r.eventName === 'RunInstances' && r.awsRegion === 'ap-southeast-2',
    );
    expect(launches.filter((r) => !r.errorCode)).toHaveLength(2);
    const shut = hour.find(
      (r) => r.eventName === 'UpdateAccessKey' && r.requestParameters.accessKeyId === key,
    );
    expect(shut.requestParameters.status).toBe('Inactive');
    expect(shut.userIdentity.principalId).toMatch(/:sam\.whitlock@/);
    const after = records.filter(
      (r) =>
        identity(r)['accessKeyId'] === key &&
        parseTime(r['eventTime'])! > parseTime(shut.eventTime)!,
    );
    expect(after).toEqual([]);
  });

  it("tells the lesson's launch whole, dated yesterday", () => {
    const record = records.find((r) => r['eventID'] === 'e2f69382-7637-4deb-83ed-e6ee31cac1c4');
    expect(record).toMatchObject({
      eventVersion: '1.08',
      userIdentity: {
        type: 'IAMUser',
        principalId: 'AIDAZFDZ2ZUTSWJCHYKF',
        arn: 'arn:aws:iam::629470242021:user/kodekloud',
        accountId: '629470242021',
        accessKeyId: 'ASIAZFDZ2ZUTSYABGGX',
        userName: 'kodekloud',
        sessionContext: {
          sessionIssuer: {},
          webIdFederationData: {},
          attributes: { creationDate: '2026-11-17T17:21:45Z', mfaAuthenticated: 'false' },
        },
      },
      eventTime: '2026-11-17T17:50:24Z',
      eventSource: 'ec2.amazonaws.com',
      eventName: 'RunInstances',
      awsRegion: 'us-east-2',
      sourceIPAddress: '70.175.135.47',
      userAgent: 'AWS Internal',
      requestParameters: {
        instancesSet: {
          items: [
            { imageId: 'ami-036f5574583e16426', minCount: 1, maxCount: 1, keyName: 'Ohio-Key' },
          ],
        },
      },
      responseElements: {
        instancesSet: {
          items: [
            {
              instanceId: 'i-0123456789abcdef0',
              instanceType: 't3.micro',
              placement: { availabilityZone: 'us-east-2b' },
              state: { code: 0, name: 'pending' },
              privateIpAddress: '172.31.29.166',
              dnsName: 'ip-172-31-29-166.us-east-2.compute.internal',
              keyName: 'Ohio-Key',
              groupSet: { items: [{ groupId: 'sg-00ca240f71292feb2', groupName: 'Webserver_SG' }] },
              tagSet: { items: [{ key: 'Name', value: 'Server1' }] },
              networkInterfaceSet: {
                items: [
                  {
                    networkInterfaceId: 'eni-0892be3483f983663',
                    subnetId: 'subnet-d07cb873ce0ee06',
                    vpcId: 'vpc-0fd1744d0f9c0fe7a',
                    attachment: {
                      attachmentId: 'eni-attach-07bbe98b3bf06adea',
                      status: 'attaching',
                      attachTime: Date.parse('2026-11-17T17:50:23Z'),
                      deleteOnTermination: true,
                      deviceIndex: 0,
                      networkCardIndex: 0,
                    },
                    privateIpAddressesSet: {
                      items: [
                        {
                          privateIpAddress: '172.31.29.166',
                          privateDnsName: 'ip-172-31-29-166.us-east-2.compute.internal',
                          primary: true,
                        },
                      ],
                    },
                    ipv6AddressesSet: {},
                    sourceDestCheck: true,
                  },
                ],
              },
              maintenanceOptions: { autoRecovery: 'default' },
              privateDnsNameOptions: {
                hostnameType: 'ip-name',
                enableResourceNameDnsARecord: true,
                enableResourceNameDnsAAAARecord: false,
              },
            },
          ],
        },
      },
      requestID: 'b3116925-dea3-43fd-9b10-19932ce1925',
      readOnly: false,
      eventType: 'AwsApiCall',
      managementEvent: true,
      recipientAccountId: '629470242021',
      eventCategory: 'Management',
      sessionCredentialFromConsole: 'true',
    });
    expect(flag(record!['sessionCredentialFromConsole'])).toBe(true);
  });
});
