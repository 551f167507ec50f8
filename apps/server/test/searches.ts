import type { Frame } from '@trailglass/api';
import { everything, type Filter } from '@trailglass/query';
import type { SearchRequest } from '../src/search/search.types.ts';
import type { Service } from '../src/service.types.ts';
import { ago, DAY, NOW, SCOPE } from './records.ts';

/** Everything of the last thirty days, unless asked otherwise. */
export const request = (more: Partial<SearchRequest> = {}): SearchRequest => ({
  filter: everything,
  from: ago(30 * DAY),
  to: NOW,
  scopes: [SCOPE],
  limit: 1000,
  ...more,
});

/** Keeps rows whose eventName is `name`. */
export const named = (name: string): Filter => ({
  kind: 'is',
  subject: { kind: 'field', name: 'eventName' },
  value: name,
});

/** Nobody leaves. */
export const never = new AbortController().signal;

export async function framesOf(
  service: Service,
  asked: SearchRequest,
  signal: AbortSignal = never,
): Promise<Frame[]> {
  const frames: Frame[] = [];
  for await (const frame of service.search(asked, signal)) frames.push(frame);
  return frames;
}

export const ofType = <T extends Frame['type']>(
  frames: readonly Frame[],
  type: T,
): Extract<Frame, { type: T }>[] =>
  frames.filter((frame): frame is Extract<Frame, { type: T }> => frame.type === type);

export const idsOf = (frames: readonly Frame[]): string[] =>
  ofType(frames, 'rows').flatMap(({ events }) => events.map((row) => row.eventId));

export const endOf = (frames: readonly Frame[]): Extract<Frame, { type: 'end' }> => {
  const last = frames.at(-1);
  if (last?.type !== 'end') throw new Error(`The last frame is ${last?.type}, not end.`);
  return last;
};
