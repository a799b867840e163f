import { findPostalCode, nearestState } from './postal-codes.js';

describe('the center of a postal code area', () => {
  it('is known for ZIP codes of the states, with their place', () => {
    expect(findPostalCode('06511')).toEqual({
      latitude: 41.3184,
      longitude: -72.9318,
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
