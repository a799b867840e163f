import { pageOf } from './page-of.js';

describe('pageOf', () => {
  it.each([
    [[], { page: [], last: undefined }],
    [['a'], { page: ['a'], last: undefined }],
    [['a', 'b'], { page: ['a', 'b'], last: undefined }],
    [['a', 'b', 'c'], { page: ['a', 'b'], last: 'b' }],
  ])('of two entries at most, with where the next one goes on: %j', (found, cut) => {
    expect(pageOf(found, 2)).toEqual(cut);
  });
});
