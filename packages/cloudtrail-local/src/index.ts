export type { AccountSettings } from './accounts.ts';
export type { FaultInput, FaultKind } from './faults/fault.ts';
export type { LoggedRequest } from './http/request-log.ts';
export type { LocalOptions } from './options.ts';
export type { Skipped } from './records/skipped.ts';
export { type About, type Local, startLocal } from './start-local.ts';
