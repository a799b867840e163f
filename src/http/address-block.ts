import ipaddr from 'ipaddr.js';

/** Bits of an IPv6 address that identify a network: one client can use all the addresses in it. */
const NETWORK_BITS = 64;

/** Some proxies append the port of the client's connection to its address. */
const WITH_PORT = /^(?:\[(?<six>[^\]]+)\](?::\d+)?|(?<four>\d+\.\d+\.\d+\.\d+):\d+)$/;
/** All clients whose address is not valid share one rate. */
const NO_ADDRESS = 'unknown';

/**
 * The unit to which the rate of an address applies: an IPv4 address, also if written as IPv6; for IPv6 the network
 * (/64).
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
