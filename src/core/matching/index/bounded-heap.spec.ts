import * as fc from 'fast-check';
import { BoundedHeap } from './bounded-heap.js';

const ascending = (a: number, b: number) => a - b;

function firstOf(items: readonly number[], limit: number, before: (a: number, b: number) => number) {
  const heap = new BoundedHeap(limit, before);
  for (const item of items) heap.offer(item);
  return heap.inOrder();
}

describe('a bounded heap', () => {
  it('keeps what sorting everything would put first, in that order', () => {
    const items = fc.uniqueArray(fc.integer(), { maxLength: 60 });
    const runs = fc.property(items, fc.integer({ min: 0, max: 70 }), (offered, limit) => {
      expect(firstOf(offered, limit, ascending)).toEqual([...offered].sort(ascending).slice(0, limit));
    });
    fc.assert(runs, { numRuns: 2000 });
  });

  it('keeps them by whatever order it is given', () => {
    const names = fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 40 });
    const runs = fc.property(names, fc.nat(50), (texts, limit) => {
      const before = (a: number, b: number) => (texts[a]! < texts[b]! ? -1 : texts[a]! > texts[b]! ? 1 : 0);
      expect(firstOf([...texts.keys()], limit, before).map((at) => texts[at])).toEqual(
        [...texts].sort((a, b) => (a < b ? -1 : 1)).slice(0, limit),
      );
    });
    fc.assert(runs, { numRuns: 500 });
  });

  it('keeps what stands first, whether it comes first or last', () => {
    const many = Array.from({ length: 1000 }, (_, number) => number);
    const first = [0, 1, 2, 3, 4];
    expect(firstOf(many, 5, ascending)).toEqual(first);
    expect(firstOf(many.toReversed(), 5, ascending)).toEqual(first);
  });
});
