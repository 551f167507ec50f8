import type { Difference } from '@trailglass/api';
import type { Subject } from '@trailglass/query';
import { type EpochMs, type FieldName, moved, secondOf } from '@trailglass/record';
import { aboutOf, coverageOf, knownScopes, dueOf } from '../figures/about.ts';
import { Asking } from '../figures/asking.ts';
import { coveredShare } from '../figures/covered.ts';
import type { FigureParts, FigureRequest } from '../figures/figures.types.ts';
import { Shared } from '../waiting/shared.ts';
import { ranked } from './ranked.ts';

export interface DifferenceRequest extends FigureRequest {
  readonly selection:
    | { readonly from: EpochMs; readonly to: EpochMs }
    | { readonly events: readonly string[] };
}

/** What a reader would look at, the most telling first. What is another value in each event tells nothing. */
const fields: readonly FieldName[] = [
  'eventName',
  'username',
  'errorCode',
  'sourceIPAddress',
  'eventSource',
  'role',
  'userAgent',
  'awsRegion',
  'account',
  'resourceType',
  'resourceName',
  'accessKeyId',
  'identityType',
  'readOnly',
  'invokedBy',
  'mfa',
  'fromConsole',
  'vpcEndpointId',
  'eventType',
];
const subjects = fields.map((name): Subject => ({ kind: 'field', name }));

/** Of each field so many values are judged: those whose shares differ most. */
const JUDGED = 40;

/** What is different about some events, against the others of the same question; from what the archive holds. */
export class Differences {
  readonly #asking: Asking;
  readonly #shared = new Shared();

  constructor(private readonly parts: FigureParts) {
    this.#asking = new Asking(parts.archive, parts.budgetMs);
  }

  ask(request: DifferenceRequest, signal: AbortSignal): Promise<Difference> {
    return this.#shared.ask(JSON.stringify(request), (until) => this.#find(request, until), signal);
  }

  async #find(request: DifferenceRequest, signal: AbortSignal): Promise<Difference> {
    const about = await aboutOf(request, this.parts, signal);
    const covered = coveredShare(await coverageOf(about, this.#asking), dueOf(about));
    const scopes = knownScopes(about);
    const { window, filter } = about;
    const found = await this.#asking.count(
      async (archive, until): ReturnType<typeof archive.difference> =>
        scopes.length === 0
          ? { selected: 0, others: 0, subjects: [] }
          : archive.difference(
              { scopes, ...window, filter, selection: inSeconds(request), subjects, limit: JUDGED },
              until,
            ),
      signal,
    );
    const { selected, others } = found;
    const counted = fields.map((subject, n) => ({ subject, values: found.subjects[n] ?? [] }));
    const told = selected > 0 && others > 0 ? ranked(found, counted) : { fields: [], alike: [] };
    return { selected, others, covered, ...told };
  }
}

const inSeconds = ({ selection }: DifferenceRequest) =>
  'events' in selection
    ? selection
    : { from: secondOf(moved(selection.from, 999)), to: secondOf(selection.to) };
