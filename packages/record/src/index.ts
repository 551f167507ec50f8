export * from './catalogue.ts';
export * from './event.ts';
export * from './field.ts';
export * from './fields.ts';
export * from './identity.ts';
export * from './ids.ts';
export * from './json.ts';
export * from './time.ts';
