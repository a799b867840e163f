import ipaddr from 'ipaddr.js';

/** Which addresses webhooks may use. */
export type AddressRule = (address: string) => boolean;

/** Prefix of all addresses that are assigned to hosts on the public internet. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');
/** For a developer's machine or a private network. Link-local is excluded: cloud providers expose secrets there. */
const PRIVATE_RANGES: readonly string[] = ['loopback', 'private', 'uniqueLocal', 'carrierGradeNat'];

/**
 * Whether an address is on the public internet: not private, loopback, link-local, shared, multicast or reserved, and
 * not one that embeds another address (IPv4-mapped, NAT64, 6to4, Teredo). A text that is not an address is not public.
 */
export function isPublic(address: string): boolean {
  const parsed = parse(address);
  if (parsed?.range() !== 'unicast') return false;
  return parsed instanceof ipaddr.IPv4 || parsed.match(GLOBAL_UNICAST);
}

/** For development: a public address, or one of this machine or a private network. */
export function isPublicOrPrivate(address: string): boolean {
  return isPublic(address) || PRIVATE_RANGES.includes(parse(address)?.range() ?? '');
}

/** Whether it is an address of this machine. */
export function isLoopbackAddress(address: string): boolean {
  return parse(address)?.range() === 'loopback';
}

/** An IPv4 address written as IPv6 is treated as IPv4. An address with a zone (`fe80::1%eth0`) is not a public host. */
function parse(address: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  // Only the notations that sockets use: ipaddr.js alone would also read `0x7f.1` and `1`.
  const isFourParts = ipaddr.IPv4.isValidFourPartDecimal(address);
  return isFourParts || ipaddr.IPv6.isValid(address) ? ipaddr.process(address) : undefined;
}
