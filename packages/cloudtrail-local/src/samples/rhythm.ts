import { type Draw, poisson } from './random.ts';
import type { Sample } from './record.ts';

export const hourMs = 3_600_000;

/**
 * When a story starts within an hour (hours counted from 1970): epoch milliseconds.
 * `haste` multiplies how often, for the livelier time after the samples' now.
 */
export type Rhythm = (hour: number, from: Draw, haste: number) => number[];

export interface Story {
  readonly name: string;
  readonly rhythm: Rhythm;
  /** How much more often it starts once the endpoint runs; 1 for what follows a daily plan. */
  readonly haste: number;
  readonly tell: (start: number, from: Draw) => readonly Sample[];
}

const scattered = (hour: number, from: Draw, mean: number): number[] =>
  Array.from({ length: poisson(from, mean) }, () => Math.floor((hour + from.next()) * hourMs));

/** Day and night alike. */
export const steadily =
  (perDay: number): Rhythm =>
  (hour, from, haste) =>
    scattered(hour, from, (perDay / 24) * haste);

/** 0 = Monday, with the hour there. */
function local(hour: number, zone: number): { weekday: number; clock: number; day: number } {
  const here = hour + zone;
  const day = Math.floor(here / 24);
  return { weekday: (day + 3) % 7, clock: here - day * 24, day };
}

// Share of a working day's load, from 7 to 19; lunch shows.
const dayShape = [0.02, 0.07, 0.12, 0.13, 0.12, 0.06, 0.09, 0.12, 0.11, 0.08, 0.05, 0.03];

/** In working hours at a place, hardly at weekends. */
export const inOfficeHours =
  (perWorkingDay: number, zone: number): Rhythm =>
  (hour, from, haste) => {
    const { weekday, clock } = local(hour, zone);
    const share = dayShape[Math.floor(clock) - 7] ?? 0.002;
    const load = weekday > 4 ? 0.06 : 1;
    return scattered(hour, from, perWorkingDay * share * load * haste);
  };

/** Once a day at about the same time, UTC. */
export const nightly =
  (clock: number, minute: number): Rhythm =>
  (hour, from) =>
    hour % 24 === clock ? [hour * hourMs + minute * 60_000 + from.int(0, 90_000)] : [];

/** Every so many hours, at an hour of the day that differs by `shift`. */
export const every =
  (hours: number, shift: number): Rhythm =>
  (hour, from) =>
    (hour + shift) % hours === 0 ? [Math.floor((hour + from.next()) * hourMs)] : [];

/** The moments of a story: each call moves on by so many seconds and says when that is. */
export function walk(start: number, from: Draw): (min: number, max: number) => number {
  let time = start;
  return (min, max) => (time += from.int(min * 1000, max * 1000));
}

/** Once the endpoint runs, machines are told this much more often, so that a reader sees the list grow. */
export const lively = 120;
