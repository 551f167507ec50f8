export { type Program, startProgram } from './program.ts';
export {
  type Fault,
  type LocalProgram,
  type LocalRequest,
  startLocalProgram,
} from './start-local-program.ts';
export { type Running, startTrailglass, type TrailglassOptions } from './start-trailglass.ts';
