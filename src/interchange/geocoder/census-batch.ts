import { parse } from 'csv-parse/sync';
import {
  type AskedAddress,
  type FoundPoint,
  GeocoderFailed,
  type GeocodingService,
} from './geocoding-service.js';
import { textOfRequest } from './one-request.js';

/** The service takes ten thousand; fewer are lost where a request fails. */
const ADDRESSES_A_REQUEST = 1_000;

/** Number, address asked, `Match`, `Exact` or not, address found, `longitude,latitude`, line and side of TIGER. */
const CELLS = { number: 0, match: 2, found: 4, point: 5 } as const;

/** The batch service of the US Census Bureau (https://geocoding.geo.census.gov/geocoder/Geocoding_Services_API.html). */
export class CensusBatch implements GeocodingService {
  readonly batch = ADDRESSES_A_REQUEST;
  readonly name: string;

  constructor(private readonly url: URL) {
    this.name = url.hostname;
  }

  async locate(addresses: readonly AskedAddress[]): Promise<(FoundPoint | undefined)[]> {
    const lines = addresses.map(({ street, city, state, postalCode }, at) => [
      String(at + 1),
      street,
      city,
      state,
      postalCode,
    ]);
    const form = new FormData();
    form.set('addressFile', new Blob(lines.map(quotedLine), { type: 'text/csv' }), 'addresses.csv');
    form.set('benchmark', 'Public_AR_Current');
    const answered = rowsOf(await textOfRequest(this.url, { method: 'POST', body: form }));
    const byNumber = new Map(answered.map((cells) => [cells[CELLS.number], cells]));
    if (!addresses.every((_, at) => byNumber.has(String(at + 1))))
      throw new GeocoderFailed('The answer of the geocoder lacks some of the addresses.');
    return addresses.map(({ state }, at) => pointOf(byNumber.get(String(at + 1))!, state));
  }
}

function quotedLine(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`;
}

function rowsOf(text: string): string[][] {
  try {
    return parse(text, { relax_column_count: true, skip_empty_lines: true });
  } catch {
    throw new GeocoderFailed('The answer of the geocoder has another shape than is known.');
  }
}

function pointOf(cells: readonly string[], state: string): FoundPoint | undefined {
  if (cells[CELLS.match] !== 'Match') return undefined;
  const [longitude = NaN, latitude = NaN] = (cells[CELLS.point] ?? '').split(',').map(Number);
  const found = cells[CELLS.found] ?? '';
  // The address that was found ends with its state and ZIP code.
  if (!Number.isFinite(longitude) || !Number.isFinite(latitude) || !found.includes(`, ${state},`))
    return undefined;
  return { latitude, longitude, found };
}
