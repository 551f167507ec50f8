import { filterLimits, parseSubject } from '@trailglass/query';
import { isRegion } from '@trailglass/record';
import type { SearchParams } from './search-params.ts';
import { parseEvents, printEvents } from './packed-events.ts';
import { arrival, type PageState, selectionLimit, type TimeRange } from './page-state.ts';
import {
  parseAbsolute,
  parseAddress,
  parseDiffer,
  parseList,
  parseRelative,
  parseSort,
  parseSpan,
  printAddress,
  printDiffer,
  printList,
  printRelative,
  printSort,
} from './url-parts.ts';

const known = [
  'q',
  'range',
  'from',
  'to',
  'accounts',
  'regions',
  'cols',
  'group',
  'sort',
  'around',
  'differ',
  'selected',
  'event',
] as const;
type Known = (typeof known)[number];
const isKnown = (name: string): name is Known => (known as readonly string[]).includes(name);

/** What of an address is another page's: its own business, kept when the question changes there. */
export const foreignParams = (params: SearchParams): SearchParams =>
  Object.fromEntries(Object.entries(params).filter(([name]) => !isKnown(name)));

export interface ReadAddress {
  readonly state: PageState;
  /** What of the address could not be used, in words; it has its default. */
  readonly notices: readonly string[];
}

/** The inverse of `buildPageState`. Takes any text: what is hostile or outdated gets its default and a notice. */
export function parsePageState(params: SearchParams): ReadAddress {
  const notices: string[] = [];
  const given = (name: Known): string | undefined =>
    Object.hasOwn(params, name) ? params[name] : undefined;
  function read<T>(name: Known, fallback: T, what: string, parse: (text: string) => T | undefined) {
    const text = given(name);
    if (text === undefined) return fallback;
    const value = parse(text);
    if (value === undefined) notices.push(what);
    return value ?? fallback;
  }

  const q = read('q', arrival.q, 'The filter in this link is too long and was left out.', (text) =>
    text.length <= filterLimits.characters ? text : undefined,
  );
  const range = readRange(given, notices);
  const accounts = read(
    'accounts',
    arrival.accounts,
    'The accounts in this link cannot be read; all are shown.',
    (text) => parseList(text, 200, (account) => account.length <= 128),
  );
  const regions = read(
    'regions',
    arrival.regions,
    'The Regions in this link cannot be read; all are shown.',
    (text) => parseList(text, 100, isRegion),
  );
  const columns = read(
    'cols',
    undefined,
    'The columns in this link cannot be read; yours are shown.',
    (text) => parseList(text, 50, (column) => column.length <= 512),
  );
  const group = read(
    'group',
    undefined,
    'What this link groups by cannot be read; the list is shown.',
    (text) => parseList(text, 2, (field) => field.length <= 512 && !!parseSubject(field)),
  );
  const sort = read(
    'sort',
    undefined,
    'The order of groups in this link cannot be read; the largest stands first.',
    parseSort,
  );
  const around = read(
    'around',
    undefined,
    'The time around the range in this link cannot be read.',
    parseSpan,
  );
  const differ = read(
    'differ',
    undefined,
    'Which events this link sets against the others cannot be read; the list is shown.',
    parseDiffer,
  );
  const selected = read(
    'selected',
    undefined,
    'Some of the events that this link selects cannot be read.',
    (text) => {
      const { events, leftOut } = parseEvents(text, selectionLimit);
      return leftOut === 0 && events.length > 0 ? events : undefined;
    },
  );
  const event = read(
    'event',
    undefined,
    'The event in this link cannot be read, so none is open.',
    parseAddress,
  );
  const strange = Object.keys(params).filter((name) => !isKnown(name));
  if (strange.length > 0) {
    notices.push('This link has parts that this version of Trailglass does not know.');
  }
  const state = {
    q,
    range,
    accounts,
    regions,
    ...(columns && { columns }),
    ...(group?.length && { group }),
    ...(sort && { sort }),
    ...(around && { around }),
    ...(differ && { differ }),
    ...(selected && { selected }),
    ...(event && { event }),
  };
  return { state, notices };
}

function readRange(given: (name: Known) => string | undefined, notices: string[]): TimeRange {
  const relative = given('range');
  const [from, to] = [given('from'), given('to')];
  if (relative === undefined && from === undefined && to === undefined) return arrival.range;
  const range =
    relative === undefined ? parseAbsolute(from ?? '', to ?? '') : parseRelative(relative);
  if (range) return range;
  notices.push('The time range in this link cannot be read; the last 90 days are shown.');
  return arrival.range;
}

/** The address's search part for a state; what is as on arrival is left out. */
export function buildPageState(state: PageState): SearchParams {
  const params: Partial<Record<Known, string>> = {};
  if (state.q !== arrival.q) params.q = state.q;
  if (state.range.kind === 'absolute') {
    params.from = state.range.from;
    params.to = state.range.to;
  } else if (printRelative(state.range) !== '90d') {
    params.range = printRelative(state.range);
  }
  if (state.accounts.length > 0) params.accounts = printList(state.accounts);
  if (state.regions.length > 0) params.regions = printList(state.regions);
  if (state.columns) params.cols = printList(state.columns);
  if (state.group) params.group = printList(state.group);
  if (state.sort) params.sort = printSort(state.sort);
  if (state.around) params.around = `${state.around.from}..${state.around.to}`;
  if (state.differ) params.differ = printDiffer(state.differ);
  if (state.selected?.length) params.selected = printEvents(state.selected);
  if (state.event) params.event = printAddress(state.event);
  return params;
}
