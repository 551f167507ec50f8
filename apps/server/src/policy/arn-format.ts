/** Where an event took place, for the parts of an ARN that every kind has. */
export interface Whereabouts {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
}

const variable = /\$\{(\w+)\}/g;
const common: Readonly<Record<string, string>> = {
  Partition: 'aws[\\w-]*',
  Region: '[\\w-]*',
  Account: '\\w*',
};
const escaped = (text: string): string => text.replaceAll(/[.*+?^$()|[\]\\{}]/g, String.raw`\$&`);

/** The parts of an ARN's format that are not the same for all kinds: InstanceId. */
export const ownVariables = (format: string): readonly string[] =>
  [...format.matchAll(variable)].flatMap(([, name = '']) =>
    Object.hasOwn(common, name) ? [] : name,
  );

const patterns = new Map<string, RegExp>();

/** Whether an ARN is one of a format. */
export function isOf(format: string, arn: string): boolean {
  const known = patterns.get(format);
  const pattern =
    known ??
    new RegExp(
      `^${format
        .split(/(\$\{\w+\})/)
        .map((part) => {
          const [, name] = /^\$\{(\w+)\}$/.exec(part) ?? [];
          if (name === undefined) return escaped(part);
          return Object.hasOwn(common, name) ? common[name] : '.+';
        })
        .join('')}$`,
      's',
    );
  if (!known) patterns.set(format, pattern);
  return arn.length <= 2048 && pattern.test(arn);
}

/** Text of an event as IAM reads it literally: a star in a name that somebody chose must not allow everything. */
export const literal = (text: string): string => text.replaceAll(/[*?$]/g, (sign) => `\${${sign}}`);

/** An ARN of a format; what has no value is a star. */
export const filled = (
  format: string,
  { partition, region, account }: Whereabouts,
  values: ReadonlyMap<string, string> = new Map(),
): string =>
  format.replaceAll(variable, (_, name: string) => {
    if (name === 'Partition') return partition;
    if (name === 'Region') return region;
    if (name === 'Account') return account;
    const value = values.get(name);
    return value === undefined ? '*' : literal(value);
  });
