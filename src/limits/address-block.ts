import ipaddr from 'ipaddr.js';

/** Bits of an IPv6 address that name one network: whoever has one has all the addresses in it. */
const NETWORK_BITS = 64;

/**
 * Whose rate an address falls under: IPv4 as it is, also where it comes written as IPv6; of IPv6 the network (/64).
 *
 * @param address as the socket or a trusted proxy says it; what is no address stands for itself
 */
export function addressBlock(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (parsed instanceof ipaddr.IPv4) return parsed.toString();
  const network = parsed.toByteArray().fill(0, NETWORK_BITS / 8);
  return `${ipaddr.fromByteArray(network).toString()}/${NETWORK_BITS}`;
}
