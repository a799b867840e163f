import { closestWord } from './closest-word.js';

const WORDS = ['maxDistanceKm', 'payers', 'near', 'transition-age-young-adults'];

describe('The closest word', () => {
  it.each([
    ['max_distance_km', 'maxDistanceKm'],
    ['maxDistance', 'maxDistanceKm'],
    ['payer', 'payers'],
    ['Near', 'near'],
    ['neer', 'near'],
    ['transition_age_young_adult', 'transition-age-young-adults'],
  ])('to %s is %s', (written, meant) => {
    expect(closestWord(written, WORDS)).toBe(meant);
  });

  it.each(['', '---', 'zebra', '日本', 'x'.repeat(10_000)])('to %.10s is none', (written) => {
    expect(closestWord(written, WORDS)).toBeUndefined();
  });
});
