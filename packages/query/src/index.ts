export * from './filter.ts';
export { matcher } from './match.ts';
export { parseFilter } from './parse.ts';
export { printFilter } from './print.ts';
export { pushDown, type PushDown } from './push-down.ts';
