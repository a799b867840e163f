import { readLinkagePolicy } from '../../interchange/linkage/linkage-policy-file.js';
import { linkPlaces } from './link-places.js';
import type { ListedProgram } from './listed-program.js';

const policy = readLinkagePolicy();

const PROGRAM: ListedProgram = {
  key: 'program',
  name: 'Elm House',
  streets: ['12 Harbor Street'],
  city: 'Norwich',
  state: 'CT',
  postalCode: '06360',
  phones: ['860-555-0100'],
};

function placesOf(changes: Partial<ListedProgram>) {
  return linkPlaces([PROGRAM], [{ ...PROGRAM, key: 'service', phones: [], ...changes }], policy);
}

describe('A service of another list', () => {
  it.each([
    ['an equal name', { name: 'Elm House Inc' }, true],
    ['an equal telephone', { name: 'County Mental Health', phones: ['860-555-0100'] }, true],
    ['neither', { name: 'County Mental Health' }, false],
  ])('is at the door of a program; with %s, of one organization: %s', (_, changes, isSameOrganization) => {
    expect(placesOf(changes)).toEqual([{ listed: 'program', incoming: 'service', isSameOrganization }]);
  });

  it.each([
    ['another house number', { streets: ['14 Harbor Street'] }],
    ['a hidden address', { streets: ['- - -'] }],
    ['another state', { state: 'RI' }],
  ])('is not, with %s', (_, changes) => {
    expect(placesOf(changes)).toEqual([]);
  });
});
