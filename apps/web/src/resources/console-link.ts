import { type ConsolePage, consolePages } from './console-pages.ts';

const hosts = {
  aws: (region: string) => `${region}.console.aws.amazon.com`,
  'aws-us-gov': () => 'console.amazonaws-us-gov.com',
  'aws-cn': () => 'console.amazonaws.cn',
} as const;
type Partition = keyof typeof hosts;

const homes: Record<Partition, string> = {
  aws: 'us-east-1',
  'aws-us-gov': 'us-gov-west-1',
  'aws-cn': 'cn-north-1',
};

const aRegion = /^[a-z]{2}(?:-[a-z]{2,12}){1,3}-\d$/;

const partitionOf = (region: string): Partition =>
  region.startsWith('cn-') ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';

/**
 * The resource's page in the AWS console. Its address is one of a fixed set of templates; of the event it has only an
 * identifier that is written exactly as such ones are, and a Region. Undefined for everything else.
 * @param region where the event happened; an ARN says it for itself
 */
export function consoleLink(
  type: string | undefined,
  name: string | undefined,
  region: string,
): string | undefined {
  const page = type === undefined ? undefined : consolePages.get(type);
  if (!page || name === undefined || name.length > 2048) return undefined;
  const found = name.startsWith('arn:') ? inArn(page, name) : { id: whole(page.id, name) };
  if (found?.id === undefined) return undefined;
  const there = found.region ?? region;
  if (!aRegion.test(there)) return undefined;
  const partition = partitionOf(there);
  if (found.partition !== undefined && found.partition !== partition) return undefined;
  const shown = page.global ? homes[partition] : there;
  return `https://${hosts[partition](shown)}/${page.path(encodeURIComponent(found.id), shown)}`;
}

interface Found {
  readonly id: string | undefined;
  readonly partition?: string | undefined;
  readonly region?: string | undefined;
}

const whole = (id: RegExp, name: string): string | undefined =>
  new RegExp(`^(?:${id.source})$`).test(name) ? name : undefined;

function inArn({ id, arn }: ConsolePage, name: string): Found | undefined {
  if (!arn) return undefined;
  const { service, before, after } = arn;
  const pattern = `^arn:(aws|aws-us-gov|aws-cn):${service}:([a-z0-9-]{0,40}):(?:\\d{12})?:(?:${before.source})(${id.source})${after?.source ?? ''}$`;
  const found = new RegExp(pattern).exec(name);
  if (!found) return undefined;
  const [, partition, region, text] = found;
  return { id: text, partition, ...(region !== '' && { region }) };
}
