import ipaddr from 'ipaddr.js';

/** Bits of an IPv6 address that name one network: whoever has one has all the addresses in it. */
const NETWORK_BITS = 64;

/** Some proxies write the port of the client's connection behind its address. */
const WITH_PORT = /^(?:\[(?<six>[^\]]+)\](?::\d+)?|(?<four>\d+\.\d+\.\d+\.\d+):\d+)$/;
/** Whoever says something that is no address shares one rate with all who do. */
const NO_ADDRESS = 'unknown';

/**
 * Whose rate an address falls under: IPv4 as it is, also where it comes written as IPv6; of IPv6 the network (/64).
 *
 * @param given the address as the socket or a trusted proxy gives it
 */
export function addressBlock(given: string): string {
  const { six, four } = WITH_PORT.exec(given)?.groups ?? {};
  const address = six ?? four ?? given;
  if (!ipaddr.isValid(address)) return NO_ADDRESS;
  const parsed = ipaddr.process(address);
  if (parsed instanceof ipaddr.IPv4) return parsed.toString();
  const network = parsed.toByteArray().fill(0, NETWORK_BITS / 8);
  return `${ipaddr.fromByteArray(network).toString()}/${NETWORK_BITS}`;
}
