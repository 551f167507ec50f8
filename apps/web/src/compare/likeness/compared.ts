import { children, embedded, keyOf } from '../../ui/json/node.ts';
import type { Kind } from '../../ui/json/node-table.ts';
import { Likeness, type Place } from './likeness.ts';
import { lineUp } from './slots.ts';

/** One value of several records at once. */
export interface Compared {
  /** The member's name; undefined for the item of a list and for the value that the comparison began with. */
  readonly key: string | undefined;
  /** In the order of the records; undefined where a record has no such value. */
  readonly places: readonly (Place | undefined)[];
  /** All records say the same here. */
  readonly same: boolean;
  /** What is inside, where all that have a value have an object or all have a list; empty otherwise. */
  readonly members: readonly Compared[];
  /** The members stand in texts that are JSON, as policies are. */
  readonly inText: boolean;
}

/** Deeper than any API's parameters; what lies deeper is compared whole. */
const deepest = 64;

/** Values side by side: members by their names, the items of lists in their order, equal ones beside each other. */
export function compare(
  places: readonly (Place | undefined)[],
  likeness: Likeness = new Likeness(),
): Compared {
  return compared(undefined, places, likeness, 0);
}

type Members = readonly { readonly key: string | undefined; readonly places: Compared['places'] }[];

function compared(
  key: string | undefined,
  places: Compared['places'],
  likeness: Likeness,
  depth: number,
): Compared {
  const [first] = places;
  const same = places.every((place) => likeness.alike(first, place));
  let opened: Inside | undefined;
  const open = (): Inside => (opened ??= inside(places, same, likeness, depth));
  return {
    key,
    places,
    same,
    get members() {
      return open().members;
    },
    get inText() {
      return open().inText;
    },
  };
}

type Inside = Pick<Compared, 'members' | 'inText'>;

/** Looked into when somebody asks: of a large record most says the same, and nobody does. */
function inside(
  places: Compared['places'],
  same: boolean,
  likeness: Likeness,
  depth: number,
): Inside {
  const texts = placesInTexts(places);
  const within = depth < deepest ? membersOf(texts ?? places, likeness) : [];
  const members = within.map((one) => compared(one.key, one.places, likeness, depth + 1));
  // Texts that differ only in how their JSON is laid out are shown as the texts that they are.
  const laidOut = texts !== undefined && !same && members.every((one) => one.same);
  if (laidOut) return { members: [], inText: false };
  return { members, inText: texts !== undefined && members.length > 0 };
}

/** What texts hold, when every text there is holds JSON. */
function placesInTexts(places: Compared['places']): Compared['places'] | undefined {
  if (places.every((place) => place === undefined)) return undefined;
  const held: (Place | undefined)[] = [];
  for (const place of places) {
    const document = place && embedded(place.document, place.node);
    if (place && !document) return undefined;
    held.push(document && { document, node: 0 });
  }
  return held;
}

const kindOf = ({ document, node }: Place): Kind => document.nodes.kind(node);

function membersOf(places: Compared['places'], likeness: Likeness): Members {
  const kinds = new Set(places.flatMap((place) => (place ? [kindOf(place)] : [])));
  // CloudTrail writes null where a call without an answer has nothing to say.
  if (kinds.size > 1) kinds.delete('null');
  if (kinds.size !== 1) return [];
  if (kinds.has('object')) return namedMembers(places);
  return kinds.has('array') ? items(places, likeness) : [];
}

const childrenOf = (place: Place | undefined): readonly Place[] =>
  place === undefined
    ? []
    : [...children(place.document, place.node)].map((node) => ({ ...place, node }));

interface Named {
  readonly key: string;
  readonly places: (Place | undefined)[];
  next: Named | undefined;
}

/** In the first record's order; what only a later record has stands after the member that it follows there. */
function namedMembers(places: Compared['places']): Members {
  const start: Named = { key: '', places: [], next: undefined };
  const found = new Map<string, Named>();
  for (const [at, place] of places.entries()) {
    const times = new Map<string, number>();
    let before = start;
    for (const member of childrenOf(place)) {
      const key = keyOf(member.document, member.node) ?? '';
      // A name may stand twice in one object: the second is compared with the second.
      const time = times.get(key) ?? 0;
      times.set(key, time + 1);
      let named = found.get(`${time} ${key}`);
      if (!named) {
        named = { key, places: places.map(() => undefined), next: before.next };
        before.next = named;
        found.set(`${time} ${key}`, named);
      }
      named.places[at] = member;
      before = named;
    }
  }
  const members: Named[] = [];
  for (let named = start.next; named; named = named.next) members.push(named);
  return members;
}

function items(places: Compared['places'], likeness: Likeness): Members {
  const lists = places.map(childrenOf);
  return lineUp(lists.map((list) => list.map((item) => likeness.of(item)))).map((slot) => ({
    key: undefined,
    places: slot.map((index, at) => (index === undefined ? undefined : lists[at]?.[index])),
  }));
}
