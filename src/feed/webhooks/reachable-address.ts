import ipaddr from 'ipaddr.js';

/** Which addresses a webhook may lead to. */
export type AddressRule = (address: string) => boolean;

/** Everything that was given out for hosts of the public internet begins so. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');
/** On a developer's machine or in a network of one's own. Link-local is not: cloud providers tell secrets there. */
const PRIVATE_RANGES: readonly string[] = ['loopback', 'private', 'uniqueLocal', 'carrierGradeNat'];

/**
 * An address of the public internet: no private, loopback, link-local, shared, multicast, reserved one, and none that
 * carries another in it (IPv4-mapped, NAT64, 6to4, Teredo). Whatever is no address is none of these.
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

/** This very machine. */
export function isLoopbackAddress(address: string): boolean {
  return parse(address)?.range() === 'loopback';
}

/** An IPv4 address in the dress of IPv6 is what it is underneath. A zone (`fe80::1%eth0`) leads to no public host. */
function parse(address: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  // Only the forms that sockets are given: ipaddr.js alone would read `0x7f.1` and `1` as well.
  const isFourParts = ipaddr.IPv4.isValidFourPartDecimal(address);
  return isFourParts || ipaddr.IPv6.isValid(address) ? ipaddr.process(address) : undefined;
}
