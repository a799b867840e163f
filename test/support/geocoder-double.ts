import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse } from 'csv-parse/sync';

/** What a geocoder was asked: the parameters of a search, or the lines of a batch. */
export interface Asked {
  readonly userAgent: string | undefined;
  readonly query: Readonly<Record<string, string>>;
  readonly lines: readonly (readonly string[])[];
}

type Answer = { readonly status?: number; readonly headers?: Record<string, string>; readonly body: string };

/** A geocoder on this machine, which answers as a test says, in the forms that the real ones document. */
export class LocalGeocoder {
  readonly asked: Asked[] = [];

  private constructor(
    private readonly server: Server,
    /** Without a path. */
    readonly address: string,
  ) {}

  static async open(answer: (asked: Asked) => Answer): Promise<LocalGeocoder> {
    const respond = async (request: IncomingMessage, response: ServerResponse) => {
      const asked = await asOf(request);
      geocoder.asked.push(asked);
      const { status = 200, headers = {}, body } = answer(asked);
      response.writeHead(status, headers).end(body);
    };
    const server = createServer((request, response) => void respond(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const geocoder = new LocalGeocoder(server, `http://127.0.0.1:${port}`);
    return geocoder;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

async function asOf(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const body = Buffer.concat(chunks).toString('utf8');
  const file = /filename="addresses\.csv"\r\n[^\r]*\r\n\r\n([^]*?)\r\n--/.exec(body)?.[1] ?? '';
  return {
    userAgent: request.headers['user-agent'],
    query: Object.fromEntries(new URL(request.url!, 'http://any').searchParams),
    lines: parse(file, { skip_empty_lines: true }),
  };
}

/** One place as Nominatim answers it (jsonv2, with its address). */
export const nominatimPlace = (changes: object = {}, address: object = {}) =>
  JSON.stringify([
    {
      place_id: 321_453,
      licence: 'Data © OpenStreetMap contributors, ODbL 1.0. http://osm.org/copyright',
      osm_type: 'way',
      osm_id: 90_394_480,
      lat: '41.3001000',
      lon: '-72.9201000',
      category: 'building',
      type: 'yes',
      place_rank: 30,
      importance: 0.000_07,
      addresstype: 'building',
      name: '',
      display_name: '1, Long Wharf Drive, New Haven, Connecticut, 06511, United States',
      boundingbox: ['41.29', '41.31', '-72.93', '-72.91'],
      address: {
        house_number: '1',
        road: 'Long Wharf Drive',
        city: 'New Haven',
        'ISO3166-2-lvl4': 'US-CT',
        postcode: '06511',
        country_code: 'us',
        ...address,
      },
      ...changes,
    },
  ]);

/** One feature as Pelias answers it. */
export const peliasFeature = (properties: object = {}) =>
  JSON.stringify({
    geocoding: { version: '0.2', query: { size: 1 } },
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [-72.9201, 41.3001] },
        properties: {
          gid: 'openaddresses:address:us/ct/1',
          layer: 'address',
          source: 'openaddresses',
          housenumber: '1',
          confidence: 1,
          match_type: 'exact',
          accuracy: 'point',
          region_a: 'CT',
          label: '1 Long Wharf Drive, New Haven, CT, USA',
          ...properties,
        },
      },
    ],
  });

/** A line of the answer of the Census Bureau's batch service. */
export const censusLine = (number: string, asked: string, found = true) =>
  found
    ? `"${number}","${asked}","Match","Exact","1 LONG WHARF DR, NEW HAVEN, CT, 06511","-72.9201,41.3001","624685423","R"\n`
    : `"${number}","${asked}","No_Match"\n`;
