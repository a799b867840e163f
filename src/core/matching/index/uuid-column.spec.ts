import * as fc from 'fast-check';
import { UuidColumn, uuidWords } from './uuid-column.js';

/** Of every version; often alike but for a few letters, so that each of the four words decides. */
const uuid = fc.oneof(
  fc.uuid(),
  fc
    .tuple(fc.constantFrom(...'0189af'), fc.nat({ max: 31 }))
    .map(([letter, at]) => [...'0'.repeat(32)].map((zero, i) => (i === at ? letter : zero)).join(''))
    .map((hex) => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')),
);

const columnOf = (ids: readonly string[]) => {
  const column = new UuidColumn();
  for (const id of ids) column.push(id);
  return column;
};

describe('a column of UUIDs', () => {
  it('orders them as their letters do', () => {
    const runs = fc.property(uuid, uuid, (a, b) => {
      const byLetters = a < b ? -1 : a > b ? 1 : 0;
      const column = columnOf([a, b]);
      expect(Math.sign(column.compare(0, 1))).toBe(byLetters);
      expect(Math.sign(column.compareTo(0, uuidWords(b)))).toBe(byLetters);
    });
    fc.assert(runs, { numRuns: 3000 });
  });

  it('gives back each as it was put in, however many there are, in another order or copied', () => {
    const ids = fc.sample(uuid, { numRuns: 3000, seed: 1 });
    const backwards = Uint32Array.from(ids.keys()).reverse();
    const column = columnOf([...ids].reverse()).inOrder(backwards, 7);
    const copy = UuidColumn.of(structuredClone(column.data));
    expect(ids.map((_, row) => column.at(row))).toEqual(ids);
    expect(ids.map((_, row) => copy.at(row))).toEqual(ids);
    column.push(ids[0]!);
    copy.push(ids[1]!);
    expect([column.at(3000), copy.at(3000)]).toEqual([ids[0], ids[1]]);
  });

  it.each(['', 'abc', '00000000-0000-4000-8000-00000000000A', '{00000000-0000-4000-8000-000000000000}'])(
    'refuses %j',
    (text) => {
      expect(() => uuidWords(text)).toThrow(RangeError);
    },
  );
});
