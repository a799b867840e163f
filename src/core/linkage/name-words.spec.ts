import { readLinkagePolicy } from '../../interchange/linkage/linkage-policy-file.js';
import { nameWords, WordRarity } from './name-words.js';

const policy = readLinkagePolicy();

describe('The words of a name', () => {
  it.each([
    ['SW Arkansas Counseling MHC Inc', 'Southwest Arkansas Counseling and Mental Health Center'],
    ['Saint Vincents Behav Health Servs', "St. Vincent's Behavioral Health Services"],
    ['SOAR Corporation', 'Soar'],
    ['Clínica de Salud', 'CLINICA SALUD'],
    ['Tri-State Treatment', 'Tri State Trt'],
  ])('are the same of %s and %s', (a, b) => {
    expect(nameWords(a, policy)).toEqual(nameWords(b, policy));
  });
});

describe('The likeness of two names', () => {
  const rarity = new WordRarity();
  for (const name of ['health center', 'recovery center', 'community center', 'bluebird center'])
    rarity.add(name.split(' '));

  it('counts a rare word more than one that every name has', () => {
    const rare = rarity.likeness(['bluebird', 'center'], ['bluebird', 'clinic'])!;
    const usual = rarity.likeness(['bluebird', 'center'], ['cardinal', 'center'])!;
    expect(rare).toBeGreaterThan(usual);
  });

  it('is 1 for equal words, 0 for none in common, and unknown without words', () => {
    expect(rarity.likeness(['a', 'b'], ['b', 'a'])).toBe(1);
    expect(rarity.likeness(['a'], ['b'])).toBe(0);
    expect(rarity.likeness([], ['b'])).toBeUndefined();
  });
});
