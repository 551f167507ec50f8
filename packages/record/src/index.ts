export * from './catalogue.ts';
export { denial, type Denial, type PolicyKind, readDenial } from './denial.ts';
export * from './event.ts';
export * from './field.ts';
export * from './fields.ts';
export { handout, type Handout, handoutNames, handoutPaths, isAccessKeyId } from './handout.ts';
export * from './identity.ts';
export * from './ids.ts';
export * from './json.ts';

export { principal, type Principal, type PrincipalKind } from './principal.ts';
export { readEvent } from './read-event.ts';
export { deriveEnvelope, readRecord, type ReadEvent } from './read-record.ts';
export { parseRecord, recordLimits, type RecordText } from './record-text.ts';
export { deriveResources } from './resources.ts';
export { type Part, type PartKind, type Sentence, tellEvent } from './sentence.ts';
export * from './time.ts';
