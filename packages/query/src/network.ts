/** An address as a number of 32 or 128 bits. */
export interface Address {
  readonly bits: 32 | 128;
  readonly value: bigint;
}
export interface Network extends Address {
  readonly prefix: number;
}

const mapped = 0xffffn << 32n;

function parseV4(text: string): bigint | undefined {
  const parts = text.split('.');
  if (parts.length !== 4) return undefined;
  let value = 0n;
  for (const part of parts) {
    // No leading zeros: some systems read 010 as eight.
    if (!/^(?:0|[1-9]\d{0,2})$/.test(part) || Number(part) > 255) return undefined;
    value = (value << 8n) | BigInt(part);
  }
  return value;
}

function groups(text: string): bigint[] | undefined {
  if (text === '') return [];
  const found: bigint[] = [];
  const parts = text.split(':');
  for (const [index, part] of parts.entries()) {
    const tail = index === parts.length - 1 && part.includes('.') ? parseV4(part) : undefined;
    if (tail !== undefined) found.push(tail >> 16n, tail & 0xffffn);
    else if (/^[0-9a-f]{1,4}$/i.test(part)) found.push(BigInt(`0x${part}`));
    else return undefined;
  }
  return found;
}

function parseV6(text: string): bigint | undefined {
  const halves = text.split('::');
  const [head, tail] = halves.map(groups);
  if (head === undefined || halves.length > 2) return undefined;
  if (halves.length === 2 && tail === undefined) return undefined;
  const missing = 8 - head.length - (tail?.length ?? 0);
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  const whole = [...head, ...Array<bigint>(missing).fill(0n), ...(tail ?? [])];
  return whole.reduce((value, group) => (value << 16n) | group, 0n);
}

/** An IPv4 or IPv6 address; an IPv4-mapped one (`::ffff:10.1.2.3`) is its IPv4 address. Undefined for names. */
export function parseAddress(text: string): Address | undefined {
  if (text.length > 45) return undefined;
  const v4 = parseV4(text);
  if (v4 !== undefined) return { bits: 32, value: v4 };
  const v6 = text.includes(':') ? parseV6(text) : undefined;
  if (v6 === undefined) return undefined;
  return v6 >> 32n === mapped >> 32n
    ? { bits: 32, value: v6 & 0xffff_ffffn }
    : { bits: 128, value: v6 };
}

/** `10.0.0.0/8`, `2001:db8::/32`; bits beyond the prefix are ignored. A mapped network of /96 and longer is IPv4. */
export function parseNetwork(text: string): Network | undefined {
  const [, host = '', length = ''] = /^([^/]+)\/(0|[1-9]\d{0,2})$/.exec(text) ?? [];
  const address = parseAddress(host);
  if (address === undefined) return undefined;
  const shortened = host.includes(':') && address.bits === 32;
  const prefix = Number(length) - (shortened ? 96 : 0);
  return prefix < 0 || prefix > address.bits ? undefined : { ...address, prefix };
}

/** IPv4 networks hold IPv4 addresses only, IPv6 networks IPv6 addresses only. */
export function isWithin(address: Address, network: Network): boolean {
  const rest = BigInt(network.bits - network.prefix);
  return address.bits === network.bits && address.value >> rest === network.value >> rest;
}
