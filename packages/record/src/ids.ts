declare const brand: unique symbol;
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** Twelve digits. */
export type AccountId = Brand<string, 'AccountId'>;
/** For example `eu-west-1`. Other partitions and test Regions have other shapes, so only the alphabet is checked. */
export type Region = Brand<string, 'Region'>;
export type EventId = Brand<string, 'EventId'>;
/** Milliseconds since 1970-01-01T00:00:00Z. */
export type EpochMs = Brand<number, 'EpochMs'>;
/** Whole seconds since 1970-01-01T00:00:00Z. */
export type EpochSecond = Brand<number, 'EpochSecond'>;

export const isAccountId = (value: string): value is AccountId => /^\d{12}$/.test(value);
export const isRegion = (value: string): value is Region => /^[a-z0-9][a-z0-9-]{1,40}$/.test(value);
export const isEventId = (value: string): value is EventId => /^[\x21-\x7e]{1,128}$/.test(value);

/** One account in one Region: what a single LookupEvents call can see. */
export interface Scope {
  readonly account: AccountId;
  readonly region: Region;
}
export const scopeKey = (scope: Scope): string => `${scope.account}:${scope.region}`;
