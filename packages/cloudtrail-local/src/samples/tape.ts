import type { JsonObject } from '@trailglass/record';
import type { Api, Failure, Mishap, Occasion, Touched } from './apis/api.ts';
import { type ApiName, apiNamed, split } from './apis/catalogue.ts';
import { type Service, type ServiceName, services } from './apis/services.ts';
import type { Caller } from './caller.ts';
import { globalRegion } from './cast/accounts.ts';
import { type Site, siteAt } from './cast/sites.ts';
import { blob, shortRequestId } from './ids.ts';
import type { Draw } from './random.ts';
import { type Parts, type Sample, sample } from './record.ts';
import { type Refusal, refuse } from './refusal.ts';

/** What is said of one call beside what the catalogue makes up for it. */
export interface Particulars {
  readonly request?: JsonObject;
  readonly answer?: JsonObject;
  readonly touches?: readonly Touched[];
  readonly failure?: Failure;
  readonly refused?: Refusal;
  /** Nothing goes wrong by chance. */
  readonly smooth?: boolean;
  /** Put in when the API is too rare for the catalogue. */
  readonly api?: Api;
}

/** One telling of a story: what was drawn for it, and the events so far. */
export class Tape {
  readonly events: Sample[] = [];
  readonly from: Draw;

  constructor(from: Draw) {
    this.from = from;
  }

  /** A call of an API in the catalogue, answered or refused. */
  call(time: number, site: Site, caller: Caller, name: ApiName, more: Particulars = {}): void {
    this.record(time, site, caller, name, apiNamed(name), more);
  }

  /** A call of an API that only one story makes; `name` is `service:Api`. */
  rare(
    time: number,
    site: Site,
    caller: Caller,
    name: `${ServiceName}:${string}`,
    readOnly: boolean,
    more: Particulars = {},
  ): void {
    this.record(time, site, caller, name, { readOnly }, more);
  }

  /** An event that is no plain call: sign-ins, hand-overs, what services report of themselves. */
  put(parts: Omit<Parts, 'eventId'> & { readonly eventId?: string }): void {
    this.events.push(sample({ eventId: this.from.uuid(), ...parts }));
  }

  private record(
    time: number,
    site: Site,
    caller: Caller,
    name: string,
    api: Api,
    more: Particulars,
  ): void {
    const [key, operation] = split(name);
    const service: Service = services[key];
    const where = service.global ? siteAt(site.account, globalRegion) : site;
    const requestId = key === 's3' ? shortRequestId(this.from) : this.from.uuid();
    const on: Occasion = { from: this.from, site, time, requestId };
    const meant = more.request ?? api.request?.(on);
    const failure: Mishap | undefined = more.refused
      ? refuse(caller.arn, key, operation, this.from, more.refused)
      : (more.failure ?? this.mishap(api, on, meant ?? {}, more.smooth));
    const request = failure?.asked ?? meant;
    const touched = more.touches ?? api.touches?.(on, request ?? {}) ?? [];
    // Most services forget what was asked for when they refuse it.
    const forgotten = more.refused && !service.silent && key !== 'ec2' && key !== 's3';
    const agent =
      typeof caller.agent === 'string'
        ? caller.agent
        : caller.agent(service.command ?? key, operation.replace(/20\d{6}(v\d)?$/, ''));
    this.put({
      version: service.version,
      identity: caller.identity,
      time,
      source: `${key}.amazonaws.com`,
      name: operation,
      region: where.region,
      ip: caller.ip,
      agent: key === 's3' && caller.direct ? `[${agent}]` : agent,
      failure,
      request: forgotten ? undefined : request,
      answer: failure ? undefined : (more.answer ?? api.answer?.(on, request ?? {})),
      extra: key === 's3' ? this.s3Extra(caller) : undefined,
      requestId,
      readOnly: api.readOnly,
      resources: touched.map(({ type, arn }) => ({
        accountId: site.account,
        ...(type && { type }),
        ARN: arn,
      })),
      apiVersion: service.apiVersion,
      recipient: site.account,
      endpoint: caller.endpoint,
      tlsHost: caller.direct ? this.host(service, where.region, request) : undefined,
      fromConsole: caller.console,
    });
  }

  private mishap(
    api: Api,
    on: Occasion,
    request: JsonObject,
    smooth: boolean | undefined,
  ): Mishap | undefined {
    if (!api.mishap || smooth || !this.from.chance(api.mishap[0])) return undefined;
    return api.mishap[1](on, request);
  }

  private host(service: Service, region: string, request: JsonObject | undefined): string {
    const named = request?.['Host'];
    return typeof named === 'string' ? named : service.host(region);
  }

  private s3Extra(caller: Caller): JsonObject {
    return {
      SignatureVersion: 'SigV4',
      ...(caller.direct && { CipherSuite: 'TLS_AES_128_GCM_SHA256' }),
      bytesTransferredIn: 0,
      AuthenticationMethod: 'AuthHeader',
      'x-amz-id-2': `${blob(this.from, 75)}=`,
      bytesTransferredOut: this.from.int(180, 1400),
    };
  }
}
