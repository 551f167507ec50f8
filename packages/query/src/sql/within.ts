import { parseNetwork } from '../network.ts';
import { anyBounds, type Bounds, exactly } from './bounds.ts';
import { equals } from './certain.ts';
import type { Dialect } from './dialect.ts';
import { no, type Sql, sql } from './sql-text.ts';

const octet = String.raw`(?:0|[1-9]\d?|1\d\d|2[0-4]\d|25[0-5])`;
const ipv4 = String.raw`${octet}\.${octet}\.${octet}\.${octet}`;

/** IPv4 by its number. IPv6 has many spellings: SQL finds what may be an address, the matcher reads it. */
export function within(to: Dialect, text: Sql, written: string): Bounds {
  const itself = equals(text, written);
  const network = parseNetwork(written);
  if (network === undefined) return itself;
  if (network.bits === 128) return anyBounds([itself, { may: to.contains(text, ':'), must: no }]);
  const size = 2 ** (32 - network.prefix);
  const from = Math.floor(Number(network.value) / size) * size;
  const inside = sql`${to.ipv4(text)} BETWEEN CAST(${from} AS BIGINT) AND CAST(${from + size - 1} AS BIGINT)`;
  // An IPv4-mapped address has this group, however it is written.
  const mapped: Bounds = { may: to.contains(to.lower(text), ':ffff:'), must: no };
  return anyBounds([
    itself,
    exactly(sql`CASE WHEN ${to.fits(text, ipv4)} THEN ${inside} ELSE FALSE END`),
    mapped,
  ]);
}
