import { CensusBatch } from './census-batch.js';
import type { GeocodingService } from './geocoding-service.js';
import { Nominatim } from './nominatim.js';
import { Pelias } from './pelias.js';

/** The services, by the end of the path of their address. */
const SERVICES: readonly (readonly [path: RegExp, make: (url: URL) => GeocodingService])[] = [
  [/\/addressbatch\/?$/, (url) => new CensusBatch(url)],
  [/\/v1\/search\/structured\/?$/, (url) => new Pelias(url)],
  [/\/search(\.php)?\/?$/, (url) => new Nominatim(url)],
];

/** The service at the address of `GEOCODER_URL`; `undefined` if its path is of none that is known. */
export function geocodingServiceAt(address: string): GeocodingService | undefined {
  const url = new URL(address);
  return SERVICES.find(([path]) => path.test(url.pathname))?.[1](url);
}
