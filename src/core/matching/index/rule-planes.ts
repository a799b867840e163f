import { lowestRow, withRoom, wordsFor } from './row-bits.js';

/**
 * To which planes the number of a result belongs: bit `p` of entry `n` is set where plane `p` holds the rows whose result
 * has the number `n`. A result that is in no plane needs none: it changes nothing.
 */
export interface PlaneTable {
  readonly planes: number;
  readonly ofNumber: readonly number[];
}

/** Result ids of rows, and the number of each. */
export interface NumberedResults {
  /** The first measure of each result, by result id. */
  readonly numbers: readonly number[];
  idAt(row: number): number;
}

/**
 * What a rule answers for each row, as bits: a plane for each kind of answer. The rule itself is asked, once for each row,
 * when the first need comes that looks at the row.
 */
export class RulePlanes {
  private readonly planes: Int32Array[];
  /** The rows that are in the planes. */
  private known: Int32Array;

  constructor(
    private readonly results: NumberedResults,
    private readonly table: PlaneTable,
    rows: number,
  ) {
    this.planes = Array.from({ length: table.planes }, () => new Int32Array(wordsFor(rows)));
    this.known = new Int32Array(wordsFor(rows));
  }

  /** Makes room for rows added since. */
  grow(rows: number): void {
    if (this.known.length >= wordsFor(rows)) return;
    this.known = withRoom(this.known, rows);
    this.planes.forEach((plane, i) => (this.planes[i] = withRoom(plane, rows)));
  }

  /** See `PlanedResults.writePlanes`. */
  write(words: Uint32Array, rows: Int32Array, into: readonly Int32Array[]): void {
    const { known, planes } = this;
    for (let i = 0; i < words.length; i++) {
      const missing = rows[i]! & ~known[words[i]!]!;
      if (missing !== 0) this.fill(words[i]!, missing);
    }
    for (let p = 0; p < planes.length; p++) {
      const plane = planes[p]!;
      const written = into[p]!;
      for (let i = 0; i < words.length; i++) written[i] = plane[words[i]!]! & rows[i]!;
    }
  }

  private fill(word: number, missing: number): void {
    const { results, planes, table } = this;
    for (let left = missing; left !== 0; left &= left - 1) {
      const id = results.idAt(lowestRow(word, left));
      const member = table.ofNumber[results.numbers[id]!]!;
      for (let p = 0; p < planes.length; p++) if ((member >>> p) & 1) planes[p]![word]! |= left & -left;
    }
    this.known[word]! |= missing;
  }
}

/** The same without keeping anything: for what only one request asks. */
export function writeOnce(
  results: NumberedResults,
  table: PlaneTable,
  words: Uint32Array,
  rows: Int32Array,
  into: readonly Int32Array[],
): void {
  for (let i = 0; i < words.length; i++)
    for (let left = rows[i]!; left !== 0; left &= left - 1) {
      const member = table.ofNumber[results.numbers[results.idAt(lowestRow(words[i]!, left))]!]!;
      for (let p = 0; p < into.length; p++) if ((member >>> p) & 1) into[p]![i]! |= left & -left;
    }
}
