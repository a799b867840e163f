import type { NearMiss } from '../../service/api.js';
import { placeNames } from './place-names.js';

const place = (name: string, nameDetail: string | null, city: string) =>
  ({ name, nameDetail, location: { city } }) as NearMiss['program'];

describe('The names of places in one line', () => {
  it('are as short as they can be, and tell places apart where something does', () => {
    expect(
      placeNames([
        place('Elm House', 'Outpatient', 'Salem'),
        place('Oak Center', 'Men', 'Salem'),
        place('Oak Center', 'Women', 'Salem'),
        place('Ash Clinic', null, 'Salem'),
        place('Ash Clinic', null, 'Dover'),
      ]).map(({ name }) => name),
    ).toEqual([
      'Elm House',
      'Oak Center · Men',
      'Oak Center · Women',
      'Ash Clinic · Salem',
      'Ash Clinic · Dover',
    ]);
  });

  it('name places that nothing tells apart once, with their number', () => {
    const twin = place('Vine Center', null, 'Loretto');
    expect(placeNames([twin, place('Elm House', null, 'Salem'), twin])).toEqual([
      { name: 'Vine Center · Loretto', places: 2 },
      { name: 'Elm House', places: 1 },
    ]);
  });
});
