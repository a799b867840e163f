import {
  type Asked,
  censusLine,
  LocalGeocoder,
  nominatimPlace,
  peliasFeature,
} from '../../../test/support/geocoder-double.js';
import { geocodingServiceAt } from './geocoding-services.js';
import { textOfRequest } from './one-request.js';

const ASKED = {
  street: '1 Long Wharf Drive, Suite "2"',
  city: 'New Haven',
  state: 'CT',
  postalCode: '06511',
};
const POINT = { latitude: 41.3001, longitude: -72.9201 };

let geocoder: LocalGeocoder | undefined;
afterEach(() => geocoder?.close());

async function answering(path: string, answer: (asked: Asked) => string) {
  geocoder = await LocalGeocoder.open((asked) => ({ body: answer(asked) }));
  return geocodingServiceAt(`${geocoder.address}${path}`)!;
}

describe('Nominatim', () => {
  it('is asked for one address with its parts, and tells who asks', async () => {
    const service = await answering('/search', () => nominatimPlace());
    expect(await service.locate([ASKED])).toEqual([
      { ...POINT, found: expect.stringContaining('Long Wharf') },
    ]);
    const [{ query, userAgent }] = geocoder!.asked as [Asked];
    expect(query).toMatchObject({
      street: ASKED.street,
      city: 'New Haven',
      state: 'CT',
      postalcode: '06511',
    });
    expect(userAgent).toContain('treatment-navigator');
  });

  it.each([
    ['nothing', () => '[]'],
    ['a street', () => nominatimPlace({}, { house_number: undefined })],
    ['a house in another state', () => nominatimPlace({}, { 'ISO3166-2-lvl4': 'US-NY' })],
  ])('knows no door where it finds %s', async (_, answer) => {
    const service = await answering('/search', answer);
    expect(await service.locate([ASKED])).toEqual([undefined]);
  });
});

describe('Pelias', () => {
  it('is asked for one address, with the key of its own address', async () => {
    const service = await answering('/v1/search/structured?api_key=k', () => peliasFeature());
    expect(await service.locate([ASKED])).toEqual([
      { ...POINT, found: '1 Long Wharf Drive, New Haven, CT, USA' },
    ]);
    expect(geocoder!.asked[0]!.query).toMatchObject({
      api_key: 'k',
      address: ASKED.street,
      locality: 'New Haven',
      region: 'CT',
    });
  });

  it.each([
    ['a street', { layer: 'street' }],
    ['something near', { match_type: 'fallback' }],
    ['a house in another state', { region_a: 'NY' }],
  ])('knows no door where it finds %s', async (_, properties) => {
    const service = await answering('/v1/search/structured', () => peliasFeature(properties));
    expect(await service.locate([ASKED])).toEqual([undefined]);
  });
});

describe('The batch service of the Census Bureau', () => {
  it('is sent many addresses, and answers them in any order', async () => {
    const service = await answering('/geocoder/locations/addressbatch', ({ lines }) =>
      lines
        .map(([number = '', street = '']) => censusLine(number, 'as asked', street === ASKED.street))
        .toReversed()
        .join(''),
    );
    const other = { ...ASKED, street: '9 Nowhere' };
    expect(await service.locate([ASKED, other, ASKED])).toEqual([
      { ...POINT, found: '1 LONG WHARF DR, NEW HAVEN, CT, 06511' },
      undefined,
      { ...POINT, found: '1 LONG WHARF DR, NEW HAVEN, CT, 06511' },
    ]);
    expect(geocoder!.asked[0]!.lines[0]).toEqual(['1', ASKED.street, 'New Haven', 'CT', '06511']);
    expect(geocoder!.asked).toHaveLength(1);
  });

  it('has failed if it leaves an address out', async () => {
    const service = await answering('/geocoder/locations/addressbatch', () => censusLine('1', 'asked'));
    await expect(service.locate([ASKED, ASKED])).rejects.toThrow('lacks some of the addresses');
  });
});

describe('A geocoder', () => {
  it('is known by the end of its path', () => {
    expect(geocodingServiceAt('https://geocoder.example/find')).toBeUndefined();
  });

  it('that answers something else has failed; no address is told', async () => {
    const service = await answering('/search', () => '{"error":"Unable to geocode"}');
    const error = (await service.locate([ASKED]).catch((failure: unknown) => failure)) as Error;
    expect(error.message).toBe('The answer of the geocoder has another shape than is known.');
  });

  it('that is busy is asked again, three times in all', async () => {
    geocoder = await LocalGeocoder.open(() => ({ status: 429, headers: { 'retry-after': '0' }, body: '' }));
    await expect(textOfRequest(new URL(geocoder.address))).rejects.toThrow(
      'The geocoder answered 429 3 times: ask it later.',
    );
    expect(geocoder.asked).toHaveLength(3);
  });

  it('that redirects, or is not there, has failed', async () => {
    geocoder = await LocalGeocoder.open(() => ({ status: 302, headers: { location: '/x' }, body: '' }));
    await expect(textOfRequest(new URL(geocoder.address))).rejects.toThrow('or it redirects');
  });
});
