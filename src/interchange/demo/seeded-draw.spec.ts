import { SeededDraw } from './seeded-draw.js';

const first = (seed: string) => {
  const draw = new SeededDraw(seed);
  return Array.from({ length: 3 }, () => Math.floor(draw.next() * 1_000_000));
};

describe('a seeded draw', () => {
  it('gives these very numbers on every machine', () => {
    expect(first('lantern')).toEqual([338245, 514775, 684290]);
  });

  it('gives others for another seed, however alike', () => {
    expect(first('lantern1')).not.toEqual(first('lantern2'));
  });

  it('spreads evenly enough over many seeds', () => {
    const heads = Array.from({ length: 10_000 }, (_, i) => new SeededDraw(`seed-${i}`).chance(0.5));
    expect(heads.filter(Boolean).length).toBeGreaterThan(4_700);
    expect(heads.filter(Boolean).length).toBeLessThan(5_300);
  });

  it('stays between its bounds, both included', () => {
    const draw = new SeededDraw('bounds');
    const drawn = new Set(Array.from({ length: 200 }, () => draw.between(2, 4)));
    expect(drawn).toEqual(new Set([2, 3, 4]));
  });

  it('takes some without taking any twice, in their original order', () => {
    const of = ['a', 'b', 'c', 'd', 'e'];
    const draw = new SeededDraw('some');
    for (let count = 0; count <= 7; count++) {
      const taken = draw.some(of, count);
      expect(taken).toHaveLength(Math.min(count, of.length));
      expect(taken).toEqual(of.filter((one) => taken.includes(one)));
    }
  });

  it('refuses to pick from nothing', () => {
    expect(() => new SeededDraw('nothing').pick([])).toThrow(RangeError);
  });
});
