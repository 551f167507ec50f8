import {
  type Client,
  type Frame,
  type Problem,
  problem,
  ProblemError,
  type Search,
} from '@trailglass/api';
import { breather } from '../../ui/frames.ts';

export interface Reading {
  /** Cancels the request; nothing is heard of it afterwards. */
  readonly cancel: () => void;
}

export interface Heard {
  readonly frame: (frame: Frame) => void;
  /** The request failed, or the stream broke before its end frame. */
  readonly failure: (problem: Problem) => void;
}

/** One request for events. What arrives after `cancel` is dropped. */
export function startReading(
  client: Pick<Client, 'events'>,
  search: Search,
  heard: Heard,
): Reading {
  const controller = new AbortController();
  const { signal } = controller;
  const read = async (): Promise<void> => {
    const pause = breather();
    let ended = false;
    for await (const frame of client.events(search, signal)) {
      if (signal.aborted) return;
      heard.frame(frame);
      ended = frame.type === 'end';
      const paused = pause();
      if (paused) await paused;
      if (signal.aborted) return;
    }
    if (!ended) heard.failure(brokenOff);
  };
  read().catch((error: unknown) => {
    if (!signal.aborted) heard.failure(problemOf(error));
  });
  return { cancel: () => controller.abort() };
}

export const brokenOff = problem(
  'unreachable',
  'The connection to Trailglass broke off before everything was read. What has arrived stays.',
);

export const problemOf = (error: unknown): Problem => {
  if (error instanceof ProblemError) return error.problem;
  // fetch reports a connection that broke in mid-stream as a TypeError.
  if (error instanceof TypeError) return brokenOff;
  return problem('internal', 'The server sent something that is not an answer to a search.');
};
