import type { Json, JsonObject } from '@trailglass/record';
import type { Failure } from './apis/api.ts';
import { stamp } from './identity.ts';

/** An event on its way into an account's history. */
export interface Sample {
  /** Epoch milliseconds, whole seconds. */
  readonly time: number;
  readonly account: string;
  readonly text: string;
}

export interface Parts {
  readonly version: string;
  readonly identity: JsonObject;
  readonly time: number;
  readonly source: string;
  readonly name: string;
  readonly region: string;
  readonly ip: string;
  readonly agent: string;
  readonly failure?: Failure | undefined;
  readonly request?: JsonObject | undefined;
  readonly answer?: JsonObject | undefined;
  readonly extra?: JsonObject | undefined;
  /** Absent for events that no request caused. */
  readonly requestId?: string | undefined;
  readonly eventId: string;
  readonly readOnly: boolean;
  readonly resources?: readonly JsonObject[] | undefined;
  readonly type?: 'AwsApiCall' | 'AwsServiceEvent' | 'AwsConsoleSignIn';
  readonly apiVersion?: string | undefined;
  readonly recipient: string;
  readonly sharedId?: string | undefined;
  readonly endpoint?: { readonly id: string; readonly account: string } | undefined;
  readonly serviceDetails?: JsonObject | undefined;
  /** The host that the client asked for; absent where a service or the console called. */
  readonly tlsHost?: string | undefined;
  readonly fromConsole?: boolean | undefined;
}

const list = (resources: readonly JsonObject[] | undefined): Json | undefined =>
  resources && resources.length > 0 ? resources : undefined;

/** The record, its members in the order in which CloudTrail writes them. */
export function sample(parts: Parts): Sample {
  // Members that are undefined are not written.
  const record: JsonObject = {
    eventVersion: parts.version,
    userIdentity: parts.identity,
    eventTime: stamp(parts.time),
    eventSource: parts.source,
    eventName: parts.name,
    awsRegion: parts.region,
    sourceIPAddress: parts.ip,
    userAgent: parts.agent,
    errorCode: parts.failure?.code,
    errorMessage: parts.failure?.message,
    requestParameters: parts.request ?? null,
    responseElements: parts.answer ?? null,
    additionalEventData: parts.extra,
    requestID: parts.requestId,
    eventID: parts.eventId,
    readOnly: parts.readOnly,
    resources: list(parts.resources),
    eventType: parts.type ?? 'AwsApiCall',
    apiVersion: parts.apiVersion,
    managementEvent: true,
    recipientAccountId: parts.recipient,
    sharedEventID: parts.sharedId,
    vpcEndpointId: parts.endpoint?.id,
    vpcEndpointAccountId: parts.endpoint?.account,
    serviceEventDetails: parts.serviceDetails,
    eventCategory: 'Management',
    tlsDetails: parts.tlsHost
      ? {
          tlsVersion: 'TLSv1.3',
          cipherSuite: 'TLS_AES_128_GCM_SHA256',
          clientProvidedHostHeader: parts.tlsHost,
        }
      : undefined,
    sessionCredentialFromConsole: parts.fromConsole ? 'true' : undefined,
  };
  return {
    time: Math.floor(parts.time / 1000) * 1000,
    account: parts.recipient,
    text: JSON.stringify(record),
  };
}
