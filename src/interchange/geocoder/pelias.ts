import { schemaCheck } from '../../config/schema-check.js';
import type { AskedAddress, FoundPoint } from './geocoding-service.js';
import { OneByOne } from './one-by-one.js';
import { jsonOf, textOfRequest } from './one-request.js';

interface PeliasAnswer {
  readonly features: readonly {
    readonly geometry: { readonly coordinates: readonly [number, number] };
    readonly properties: {
      readonly layer: string;
      readonly label: string;
      readonly match_type?: string;
      readonly region_a?: string;
    };
  }[];
}

const isAnswer = schemaCheck<PeliasAnswer>(
  {
    type: 'object',
    required: ['features'],
    properties: {
      features: {
        type: 'array',
        items: {
          type: 'object',
          required: ['geometry', 'properties'],
          properties: {
            geometry: {
              type: 'object',
              required: ['coordinates'],
              properties: {
                coordinates: { type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 2 },
              },
            },
            properties: {
              type: 'object',
              required: ['layer', 'label'],
              properties: {
                layer: { type: 'string' },
                label: { type: 'string' },
                match_type: { type: 'string' },
                region_a: { type: 'string' },
              },
            },
          },
        },
      },
    },
  },
  {},
);

/** Of the house, or between two houses of its street whose places are known. */
const OF_THE_HOUSE = ['exact', 'interpolated'];

/** Pelias, by a structured search (https://github.com/pelias/documentation/blob/master/structured-geocoding.md). */
export class Pelias extends OneByOne {
  protected async find({ street, city, state, postalCode }: AskedAddress): Promise<FoundPoint | undefined> {
    const query = { address: street, locality: city, region: state, postalcode: postalCode, country: 'US' };
    const url = this.searchFor({ ...query, size: '1' });
    const [first] = jsonOf(await textOfRequest(url), isAnswer).features;
    if (!first) return undefined;
    const { layer, label, match_type: match, region_a: region } = first.properties;
    if (layer !== 'address' || !OF_THE_HOUSE.includes(match ?? 'exact')) return undefined;
    if (region !== undefined && region !== state) return undefined;
    const [longitude, latitude] = first.geometry.coordinates;
    return { latitude, longitude, found: label };
  }
}
