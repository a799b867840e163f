import { yearsOn } from './years-on.js';

it.each([
  ['2026-11-24', 1, '2027-11-24'],
  ['2028-02-29', 1, '2029-03-01'],
  ['2028-02-29', 4, '2032-02-29'],
])('the same day as %s, %i years on, is %s', (day, years, then) => {
  expect(yearsOn(day, years)).toBe(then);
});
