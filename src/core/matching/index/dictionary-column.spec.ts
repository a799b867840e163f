import * as fc from 'fast-check';
import { DictionaryColumn } from './dictionary-column.js';

interface Value {
  readonly number: number;
}
const keyOf = ({ number }: Value) => String(number);
const column = (numbers: Iterable<number>, capacity?: number) => {
  const made = DictionaryColumn.empty<Value>(keyOf, capacity);
  for (const number of numbers) made.push({ number });
  return made;
};
const upTo = (count: number) => Array.from({ length: count }, (_, number) => number);

describe('a class column', () => {
  it('gives back the value of every row, and holds alike ones once', () => {
    const runs = fc.property(fc.array(fc.nat(9), { maxLength: 50 }), (numbers) => {
      const made = column(numbers, 1);
      expect(made.length).toBe(numbers.length);
      expect(numbers.map((_, row) => made.at(row).number)).toEqual(numbers);
      expect(made.entryCount).toBe(new Set(numbers).size);
      expect(made.entries.subarray(0, made.length).every((each) => each < made.entryCount)).toBe(true);
    });
    fc.assert(runs, { numRuns: 500 });
  });

  it.each([
    [256, Uint8Array],
    [257, Uint16Array],
    [65_536, Uint16Array],
    [65_537, Uint32Array],
  ])('holds %i classes in numbers that are just wide enough', (classes, Numbers) => {
    const made = column([...upTo(classes), 0]);
    expect(made.entries).toBeInstanceOf(Numbers);
    expect(upTo(classes).every((row) => made.at(row).number === row)).toBe(true);
    expect(made.at(classes)).toEqual({ number: 0 });
  });

  it('goes on being right for whoever took its numbers before it grew and widened', () => {
    const made = column(upTo(200), 200);
    const { entries } = made;
    for (const number of upTo(70_000)) made.push({ number: number + 200 });
    expect(made.entries).not.toBe(entries);
    expect(upTo(200).every((row) => made.valueOf(entries[row]!).number === row)).toBe(true);
    expect(upTo(70_200).every((row) => made.at(row).number === row)).toBe(true);
  });

  it('is added to after it was put in another order, and in a copy that another thread made, without knowing a class twice', () => {
    const made = column([2, 1, 1]).inOrder(Uint32Array.of(1, 0, 2), 1);
    const copy = DictionaryColumn.of(structuredClone(made.data), keyOf);
    for (const each of [made, copy]) {
      for (const number of [2, 3, 1]) each.push({ number });
      expect(upTo(6).map((row) => each.at(row).number)).toEqual([1, 2, 1, 2, 3, 1]);
      expect(each.entryCount).toBe(3);
    }
  });
});
