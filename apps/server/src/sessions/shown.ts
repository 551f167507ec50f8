import type { SessionNode, SessionTree } from '@trailglass/api';
import { type EpochMs, printTime, type TrailEvent } from '@trailglass/record';
import type { KeyUsed } from '../archive/archive.ts';
import type { Origin } from './held.types.ts';
import { holderByCall, holderByUse, holderOf, isPerson } from './holder.ts';
import type { Missing } from './missing.ts';
import type { Grown } from './walk.ts';

interface Parts {
  readonly grown: Grown;
  readonly focus: string;
  /** By key. */
  readonly uses: ReadonlyMap<string, KeyUsed>;
  /** Of the top, when nobody knows who handed it out. */
  readonly missing?: Missing | undefined;
}

const iso = (time: EpochMs): string => printTime(time);

/** The tree in the order in which it is read: each parent before its children, children by time. */
export function showTree({ grown, focus, uses, missing }: Parts): SessionTree {
  const children = childrenOf(grown);
  const root = rootOf(grown.origins.get(grown.top), grown.cut.has('cycle'));
  const nodes: SessionNode[] = root ? [{ ...root, ...(missing && { missing }) }] : [];
  const show = (key: string, parent: string | undefined): void => {
    const own = children.get(key) ?? [];
    const [origin, use] = [grown.origins.get(key), uses.get(key)];
    nodes.push({
      id: key,
      ...(parent !== undefined && { parent }),
      key,
      holder: (use && holderByUse(use.oldest)) ?? holderByCall(origin),
      ...(key === focus && { focus: true }),
      ...(origin && { handed: handedBy(origin) }),
      ...(missing && !root && key === grown.top && { missing }),
      ...figuresOf(use),
      more: Math.max(0, (use?.handouts ?? 0) - own.length),
    });
    for (const child of own) show(child, key);
  };
  show(grown.top, root?.id);
  return { nodes: withPerson(nodes, focus), cut: [...grown.cut] };
}

function childrenOf({ parents, origins }: Grown): ReadonlyMap<string, readonly string[]> {
  const at = (key: string): number => origins.get(key)?.event.time ?? 0;
  const children = new Map<string, string[]>();
  for (const [child, parent] of parents)
    children.set(parent, [...(children.get(parent) ?? []), child]);
  for (const some of children.values()) some.sort((a, b) => at(a) - at(b) || (a < b ? -1 : 1));
  return children;
}

/** A caller without a key: a service, somebody from an identity provider, a sign-in, another account. */
function rootOf(origin: Origin | undefined, cycle: boolean): SessionNode | undefined {
  if (origin === undefined || cycle || origin.by !== undefined) return undefined;
  return { id: 'caller', holder: holderOf(origin.event.record), ...figuresOf(undefined), more: 0 };
}

/** A single event whose caller has no key, and that handed none out. */
export const showAlone = (event: TrailEvent): SessionTree => ({
  nodes: [
    {
      id: 'caller',
      holder: holderOf(event.record),
      focus: true,
      ...figuresOf(undefined),
      events: 1,
      first: iso(event.time),
      last: iso(event.time),
      more: 0,
    },
  ],
  cut: [],
});

export const addressOf = ({ account, region, eventId, time }: TrailEvent) => ({
  account,
  region,
  eventId,
  time: iso(time),
});

function handedBy({ name, kind, expires, event, copies }: Origin): SessionNode['handed'] {
  const ip = event.record['sourceIPAddress'];
  return {
    name,
    kind,
    at: copies.map(addressOf),
    ...(typeof ip === 'string' && { sourceIp: ip }),
    ...(expires !== undefined && { expires }),
  };
}

type Figures = Pick<
  SessionNode,
  'events' | 'writes' | 'errors' | 'first' | 'last' | 'sources' | 'addresses'
>;
function figuresOf(use: KeyUsed | undefined): Figures {
  if (use === undefined) return { events: 0, writes: 0, errors: 0, sources: [], addresses: 0 };
  const { events, writes, errors, first, last, sources, addresses } = use;
  return {
    events,
    writes,
    errors,
    first: iso(first),
    last: iso(last),
    sources: sources.map((source) => ({ ...source, first: iso(source.first) })),
    addresses,
  };
}

/** On the way from the root to what was asked for. */
function withPerson(nodes: readonly SessionNode[], focus: string): SessionNode[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const path: SessionNode[] = [];
  for (let at = byId.get(focus); at; at = byId.get(at.parent ?? '')) path.unshift(at);
  const first = path.find(({ holder }) => isPerson(holder));
  return nodes.map((node) => (node === first ? { ...node, person: true } : node));
}
