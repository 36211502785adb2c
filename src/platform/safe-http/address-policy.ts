import { BlockList, isIPv4, isIPv6 } from 'node:net';
import { networkInterfaces } from 'node:os';

/** Says why an address must not be called, or nothing where it may. */
export interface AddressPolicy {
  /** @param address an IPv4 or IPv6 address without a zone; anything else is refused too. */
  refusalOf(address: string): string | undefined;
}

// RFC 6890 and its successors: what is not a host of the public internet. 169.254.169.254 is where clouds keep their secrets.
const IPV4: readonly (readonly [network: string, prefix: number, why: string])[] = [
  ['0.0.0.0', 8, 'this network'],
  ['10.0.0.0', 8, 'private'],
  ['100.64.0.0', 10, 'carrier-grade NAT'],
  ['127.0.0.0', 8, 'loopback'],
  ['169.254.0.0', 16, 'link-local'],
  ['172.16.0.0', 12, 'private'],
  ['192.0.0.0', 24, 'reserved'],
  ['192.0.2.0', 24, 'documentation'],
  ['192.31.196.0', 24, 'reserved'],
  ['192.52.193.0', 24, 'reserved'],
  ['192.88.99.0', 24, 'reserved'],
  ['192.168.0.0', 16, 'private'],
  ['192.175.48.0', 24, 'reserved'],
  ['198.18.0.0', 15, 'benchmarks'],
  ['198.51.100.0', 24, 'documentation'],
  ['203.0.113.0', 24, 'documentation'],
  ['224.0.0.0', 4, 'multicast'],
  ['240.0.0.0', 4, 'reserved'],
];
// All that is public in IPv6 lies in 2000::/3; of that, these are not.
const IPV6: readonly (readonly [network: string, prefix: number, why: string])[] = [
  ['2001::', 23, 'reserved'], // Teredo, ORCHID, benchmarks
  ['2001:db8::', 32, 'documentation'],
  ['3fff::', 20, 'documentation'],
];
const IPV6_NAMED: readonly (readonly [network: string, prefix: number, why: string])[] = [
  ['::', 128, 'unspecified'],
  ['::1', 128, 'loopback'],
  ['fc00::', 7, 'private'],
  ['fe80::', 10, 'link-local'],
  ['fec0::', 10, 'private'],
  ['ff00::', 8, 'multicast'],
];

type Named = readonly (readonly [list: BlockList, why: string])[];

const ipv4Lists = listsOf(IPV4, 'ipv4');
const ipv6Lists = listsOf([...IPV6, ...IPV6_NAMED], 'ipv6');

/** Lets through what is a host of the public internet, and is not this machine. */
export class PublicAddresses implements AddressPolicy {
  private readonly own: ReadonlySet<string>;

  /** @param own addresses of this machine: calling oneself by one's public address is no outgoing call either. */
  constructor(own: readonly string[] = ownAddresses()) {
    this.own = new Set(own.map((address) => (isIPv6(address) ? groupsOf(address).join() : address)));
  }

  refusalOf(address: string): string | undefined {
    if (isIPv4(address))
      return named(ipv4Lists, address, 'ipv4') ?? (this.own.has(address) ? 'this machine' : undefined);
    if (!isIPv6(address) || address.includes('%')) return 'not an address';
    const groups = groupsOf(address);
    const embedded = embeddedIpv4(groups);
    if (embedded !== undefined) return this.refusalOf(embedded);
    const why = named(ipv6Lists, address, 'ipv6') ?? ((groups[0] as number) >> 13 === 1 ? undefined : 'reserved');
    return why ?? (this.own.has(groups.join()) ? 'this machine' : undefined);
  }
}

/** The IPv4 address that a packet to this IPv6 address ends at: mapped, NAT64 (RFC 6052), 6to4 (RFC 3056). */
function embeddedIpv4(groups: readonly number[]): string | undefined {
  const [a, b, c] = groups as [number, number, number];
  const last = dotted(groups[6] as number, groups[7] as number);
  const middleIsZero = groups.slice(2, 6).every((group) => group === 0);
  if (a === 0x64 && b === 0xff9b && middleIsZero) return last;
  if (a === 0x2002) return dotted(b, c);
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff) return last;
  return undefined;
}

function dotted(high: number, low: number): string {
  return [high >> 8, high & 0xff, low >> 8, low & 0xff].join('.');
}

/** The eight groups of a valid IPv6 address, whatever its spelling. */
function groupsOf(address: string): number[] {
  const text = new URL(`http://[${address}]`).hostname.slice(1, -1); // normal form: no dotted part, lower case
  const [head = '', tail] = text.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - left.length - right.length }, () => '0');
  return [...left, ...zeros, ...right].map((group) => Number.parseInt(group, 16));
}

function listsOf(ranges: typeof IPV4, family: 'ipv4' | 'ipv6'): Named {
  return ranges.map(([network, prefix, why]) => {
    const list = new BlockList();
    list.addSubnet(network, prefix, family);
    return [list, why] as const;
  });
}

function named(lists: Named, address: string, family: 'ipv4' | 'ipv6'): string | undefined {
  return lists.find(([list]) => list.check(address, family))?.[1];
}

function ownAddresses(): string[] {
  return Object.values(networkInterfaces()).flatMap((interfaces) =>
    (interfaces ?? []).map(({ address }) => address.replace(/%.*$/, '')),
  );
}
