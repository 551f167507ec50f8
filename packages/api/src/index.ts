export * from './about.ts';
export * from './archive.ts';
export * from './client.ts';
export * from './contract.ts';
export * from './events.ts';
export * from './problem.ts';
export * from './session.ts';
