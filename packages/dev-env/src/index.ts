export { type Running, startTrailglass, type TrailglassOptions } from './start-trailglass.ts';
export { type LocalProgram, startLocalProgram } from './start-local-program.ts';
