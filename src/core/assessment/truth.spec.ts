import { allOf, anyOf, type Truth } from './truth.js';

const T: Truth = true;
const F: Truth = false;
const U: Truth = 'unknown';

describe('three-valued truth', () => {
  it.each<[Truth, Truth, Truth, Truth]>([
    [T, T, T, T],
    [T, F, F, T],
    [T, U, U, T],
    [F, F, F, F],
    [F, U, F, U],
    [U, U, U, U],
  ])('of %s and %s: both is %s, either is %s, in either order', (a, b, both, either) => {
    expect([allOf([a, b]), allOf([b, a])]).toEqual([both, both]);
    expect([anyOf([a, b]), anyOf([b, a])]).toEqual([either, either]);
  });

  it('lets one no decide against all, and one yes for any, whatever is unanswered', () => {
    expect(allOf([T, U, F, U])).toBe(false);
    expect(anyOf([F, U, T, U])).toBe(true);
  });

  it('treats all of nothing as true, and any of nothing as false', () => {
    expect([allOf([]), anyOf([])]).toEqual([true, false]);
  });
});
