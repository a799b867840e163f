import { lookup as systemLookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { type AddressRule, isLoopbackAddress, isPublic, isPublicOrPrivate } from './reachable-address.js';

/** The host of a webhook has an address that is not allowed. */
export class AddressRefused extends Error {
  override name = 'AddressRefused';
}

/** As `dns.lookup` with `all: true`. */
export type Resolve = (
  hostname: string,
  options: LookupOptions & { all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * Connects to public addresses only. The checked address is exactly the one connected to, after the name was resolved:
 * a name that resolves differently the next moment (DNS rebinding) has no effect.
 *
 * @param allowsPrivate for development: https to private networks, and http to this machine
 */
export function guardedConnector(
  { allowsPrivate, timeoutMs }: { readonly allowsPrivate: boolean; readonly timeoutMs: number },
  resolve: Resolve = systemLookup,
): buildConnector.connector {
  const connectorTo = (mayReach: AddressRule): buildConnector.connector => {
    const connect = buildConnector({ timeout: timeoutMs, lookup: guardedLookup(mayReach, resolve) });
    return (options, callback) => {
      const host = options.hostname.replace(/^\[|\]$/g, '');
      // An IP address needs no lookup.
      if (isIP(host) !== 0 && !mayReach(host)) callback(refused(), null);
      else connect(options, callback);
    };
  };
  const secure = connectorTo(allowsPrivate ? isPublicOrPrivate : isPublic);
  const plain = connectorTo(allowsPrivate ? isLoopbackAddress : () => false);
  return (options, callback) => (options.protocol === 'https:' ? secure : plain)(options, callback);
}

/** One forbidden address disqualifies the name: a name with both kinds is not trusted. */
function guardedLookup(mayReach: AddressRule, resolve: Resolve): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error) callback(error, '');
      else if (!first || !addresses.every(({ address }) => mayReach(address))) callback(refused(), '');
      else if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}

function refused(): AddressRefused {
  return new AddressRefused('The host has an address that is not allowed for webhooks.');
}
