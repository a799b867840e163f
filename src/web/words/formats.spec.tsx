import { dialled, distanceWords } from './formats.js';
import { en } from './en.js';

describe('A telephone number', () => {
  it.each([
    ['203-781-4600', 'tel:2037814600'],
    ['+1 (650) 555-0100', 'tel:+16505550100'],
    ['650-555-0100 x60050', 'tel:6505550100'],
    ['650-555-0100x5', 'tel:6505550100'],
    ['(650) 555-0100 Ext. 12', 'tel:6505550100'],
  ])('is dialled without its extension: %s', (phone, link) => {
    expect(dialled(phone)).toBe(link);
  });
});

describe('A distance', () => {
  it.each([
    [null, undefined],
    [500, en.sameZip],
    [16_093, '10 mi'],
    [3_218_688, '2,000 mi'],
  ])('of %p metres is in whole miles, with its thousands apart', (metres, words) => {
    expect(distanceWords(metres, en)).toBe(words);
  });
});
