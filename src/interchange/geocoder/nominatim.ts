import { schemaCheck } from '../../config/schema-check.js';
import type { AskedAddress, FoundPoint } from './geocoding-service.js';
import { OneByOne } from './one-by-one.js';
import { jsonOf, textOfRequest } from './one-request.js';

interface NominatimPlace {
  readonly lat: string;
  readonly lon: string;
  readonly display_name: string;
  readonly address?: Readonly<Record<string, string>>;
}

const isAnswer = schemaCheck<readonly NominatimPlace[]>(
  {
    type: 'array',
    items: {
      type: 'object',
      required: ['lat', 'lon', 'display_name'],
      properties: {
        lat: { type: 'string', pattern: '^-?\\d{1,3}(\\.\\d+)?$' },
        lon: { type: 'string', pattern: '^-?\\d{1,3}(\\.\\d+)?$' },
        display_name: { type: 'string' },
        address: { type: 'object', additionalProperties: { type: 'string' } },
      },
    },
  },
  {},
);

/** Nominatim, by a structured search (https://nominatim.org/release-docs/latest/api/Search/). */
export class Nominatim extends OneByOne {
  protected async find({ street, city, state, postalCode }: AskedAddress): Promise<FoundPoint | undefined> {
    const query = { street, city, state, postalcode: postalCode, countrycodes: 'us,pr,gu,vi,as,mp' };
    const form = { format: 'jsonv2', addressdetails: '1', limit: '1' };
    const url = this.searchFor({ ...query, ...form });
    const [place] = jsonOf(await textOfRequest(url), isAnswer);
    // A street or a town is not the house.
    if (place?.address?.['house_number'] === undefined) return undefined;
    const region = place.address['ISO3166-2-lvl4'];
    if (region !== undefined && region !== `US-${state}`) return undefined;
    return { latitude: Number(place.lat), longitude: Number(place.lon), found: place.display_name };
  }
}
