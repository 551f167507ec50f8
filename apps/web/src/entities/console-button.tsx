import Button from '@cloudscape-design/components/button';
import { useQuery } from '@tanstack/react-query';
import { type Asked, type Client, groupEndpoints } from '@trailglass/api';
import type { ReactNode } from 'react';
import { useClient } from '../api/client.ts';
import { consoleLink } from '../resources/console-link.ts';

/** Of the newest events; several may be of one second, each list in an order of its own. */
const LOOKED_AT = 20;

interface Props {
  /** The resource's name or ARN. */
  readonly name: string;
  /** All events that name it. */
  readonly about: Asked;
}

/** To the resource's page in the AWS console, once an event has told what it is; nothing where there is none that is certain. */
export function ConsoleButton({ name, about }: Props): ReactNode {
  const client = useClient();
  const { data: href } = useQuery({
    queryKey: ['console-link', name, about],
    queryFn: async ({ signal }) => (await linkOf(client, name, about, signal)) ?? null,
    staleTime: Infinity,
  });
  if (!href) return null;
  return (
    <Button
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      iconName="external"
      iconAlign="right"
      ariaLabel="This resource in the AWS console, opens in a new tab"
    >
      AWS console
    </Button>
  );
}

/** A name does not say what kind of thing it names: one of the newest events with it does. */
async function linkOf(
  client: Client,
  name: string,
  { scopes, ...about }: Asked,
  signal: AbortSignal,
): Promise<string | undefined> {
  const newest = { order: 'last', limit: LOOKED_AT, present: true } as const;
  const groupings = [
    { by: ['account', 'eventId'], ...newest },
    { by: ['awsRegion', 'eventId'], ...newest },
  ];
  const body = { ...about, scope: [...scopes], groupings };
  const found = await client.call(groupEndpoints.groups, { body }, signal);
  const [accounts = [], regions = []] = found.groupings.map(({ rows }) => rows);
  for (const {
    values: [account, eventId],
  } of accounts) {
    const region = regions.find(({ values }) => values[1] === eventId)?.values[0];
    if (!account || !eventId || !region) continue;
    const { resources } = await client.event({ account, region, eventId }, signal);
    return resources
      .filter((resource) => resource.name === name)
      .map(({ type }) => consoleLink(type, name, region))
      .find((link) => link !== undefined);
  }
  return undefined;
}
