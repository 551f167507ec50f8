import type { SessionNode } from '@trailglass/api';
import {
  earliest,
  type EpochMs,
  type EpochSecond,
  isAccountId,
  latest,
  moved,
  printSecond,
  printTime,
  type Region,
  type Scope,
  secondOf,
} from '@trailglass/record';
import type { Archive } from '../archive/archive.ts';
import { type Coverage, type Span, union } from '../archive/coverage.ts';
import { EVERYTHING } from '../archive/protocol/protocol.ts';

export type Missing = NonNullable<SessionNode['missing']>;

/** Where a call should stand that is not in the archive. */
export interface Sought {
  readonly key: string;
  readonly account: string | undefined;
  /** The account is one of this server's. */
  readonly askable: boolean;
  readonly regions: readonly Region[];
  /** When the session began: the call was then. */
  readonly began: EpochMs | undefined;
  /** Its first known use: the call was before. */
  readonly used: EpochMs | undefined;
  /** AWS has nothing from before. */
  readonly edge: EpochMs;
  readonly now: EpochMs;
}

/** The end of what AWS still has moves on while one looks. */
const HOUR_S = 3_600;
/** A session says to the second when it began, its call may be a moment earlier. */
const AROUND_S = 120;

/** What is known of a call that is not there: whether all was read where it should be, or how far back that goes. */
export async function missingOf(
  sought: Sought,
  archive: Pick<Archive, 'coverage'>,
): Promise<Missing> {
  const { key, account, askable, regions, began, used, edge, now } = sought;
  const window = { from: secondOf(edge), to: secondOf(now) };
  const kinds = [EVERYTHING, `ResourceName=${key}`];
  const read =
    account !== undefined && isAccountId(account)
      ? await Promise.all(
          regions.map(async (region): Promise<readonly Span[]> => {
            const scope: Scope = { account, region };
            return spansOf(await archive.coverage(scope, kinds, window));
          }),
        )
      : [];
  const start = began === undefined ? undefined : secondOf(began);
  const end = start === undefined ? secondOf(used ?? now) : moved(start, AROUND_S);
  const from = start === undefined ? window.from : moved(start, -AROUND_S);
  const where = { from: latest(from, moved(window.from, HOUR_S)), to: earliest(end, window.to) };
  const isRead =
    read.length > 0 &&
    read.every((spans) => spans.some((span) => span.from <= where.from && span.to >= where.to));
  const readFrom = start === undefined ? contiguous(read, where.to) : oldest(read);
  const before = readFrom !== undefined && (start === undefined || start < readFrom);
  const gone = start !== undefined && start < window.from;
  return {
    state: isRead || gone ? 'absent' : 'unread',
    key,
    ...(account !== undefined && { account }),
    askable,
    ...(began !== undefined && { began: printTime(began) }),
    ...(readFrom !== undefined && { readFrom: printSecond(readFrom) }),
    before: before && !isRead,
  };
}

const spansOf = ({ settled, provisional }: Coverage): readonly Span[] =>
  provisional.reduce(union, settled);

const oldest = (read: readonly (readonly Span[])[]): EpochSecond | undefined => {
  const all = read.flatMap((spans) => spans.map(({ from }) => from));
  return all.length === 0 ? undefined : earliest(...all);
};

/** Since when every Region has been read without a gap up to this moment. */
function contiguous(
  read: readonly (readonly Span[])[],
  moment: EpochSecond,
): EpochSecond | undefined {
  const around = read.map((spans) => spans.find(({ from, to }) => from <= moment && to >= moment));
  const froms = around.flatMap((span) => span?.from ?? []);
  return read.length > 0 && froms.length === read.length ? latest(...froms) : undefined;
}
