import { factsAtAddress, streetAddressOf } from './street-address.js';

const HERE = { street1: '12 Harbor Street', city: 'Norwich', state: 'CT', postalCode: '06360' };
const DOOR = { latitude: 41.5, longitude: -72.1, precision: 'address' } as const;

describe('A street address', () => {
  it('is one line, and none without a street', () => {
    expect(streetAddressOf(HERE)).toBe('12 Harbor Street, Norwich, CT 06360');
    expect(streetAddressOf({ ...HERE, street1: null })).toBeUndefined();
  });
});

describe('The point of a street address', () => {
  const stated = { website: 'harbor.example', coordinates: { ...DOOR, address: streetAddressOf(HERE)! } };

  it.each(['12 Harbor Street, Norwich, CT 06360', '12 HARBOR STREET,  Norwich, CT 06360'])(
    'counts at %s',
    (address) => {
      expect(factsAtAddress(stated, address)).toEqual(stated);
    },
  );

  it.each([
    ['after a move', '14 Harbor Street, Norwich, CT 06360'],
    ['where the street is hidden now', undefined],
  ])('does not count %s; the rest does', (_, address) => {
    expect(factsAtAddress(stated, address)).toEqual({ website: 'harbor.example' });
  });

  it('counts anywhere if it names no address', () => {
    expect(factsAtAddress({ coordinates: DOOR }, undefined)).toEqual({ coordinates: DOOR });
  });
});
