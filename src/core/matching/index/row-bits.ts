/**
 * Rows as bits: a word holds 32 rows, so that one operation is done for all of them. Row `r` is bit `r & 31` of word
 * `r >>> 5`.
 */
const ROWS = 32;

/** Number of words for so many rows. */
export function wordsFor(rows: number): number {
  return Math.ceil(rows / ROWS);
}

export function hasRow(bits: Int32Array, row: number): boolean {
  return (bits[row >>> 5]! & (1 << (row & 31))) !== 0;
}

export function addRow(bits: Int32Array, row: number): void {
  bits[row >>> 5]! |= 1 << (row & 31);
}

export function removeRow(bits: Int32Array, row: number): void {
  bits[row >>> 5]! &= ~(1 << (row & 31));
}

/** The row of the lowest bit of a word that has one. */
export function lowestRow(word: number, bits: number): number {
  return (word << 5) + 31 - Math.clz32(bits & -bits);
}

/** Number of ones of a word. */
export function onesIn(bits: number): number {
  let sums = bits - ((bits >>> 1) & 0x55555555);
  sums = (sums & 0x33333333) + ((sums >>> 2) & 0x33333333);
  return Math.imul((sums + (sums >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Number of rows. */
export function countRows(bits: Int32Array): number {
  let count = 0;
  for (let i = 0; i < bits.length; i++) count += onesIn(bits[i]!);
  return count;
}

/** Number of rows that are in both. */
export function countBoth(bits: Int32Array, others: Int32Array): number {
  let count = 0;
  for (let i = 0; i < bits.length; i++) count += onesIn(bits[i]! & others[i]!);
  return count;
}

/**
 * The rows, one by one.
 *
 * @param words the number of the word that each of `bits` is of
 */
export function rowsIn(words: Uint32Array, bits: Int32Array): Uint32Array {
  const rows = new Uint32Array(countRows(bits));
  let count = 0;
  for (let i = 0; i < bits.length; i++)
    for (let left = bits[i]!; left !== 0; left &= left - 1) rows[count++] = lowestRow(words[i]!, left);
  return rows;
}

/** The bits of a word that are rows of a range; `to` is not in it. */
export function bitsOfRange(word: number, from: number, to: number): number {
  const first = Math.max(from - word * ROWS, 0);
  const last = Math.min(to - word * ROWS, ROWS);
  if (first >= last) return 0;
  return (-1 << first) & (-1 >>> (ROWS - last));
}

/**
 * Empty bits, of so many words each, cut from larger pieces of memory: a scan needs dozens of them, and to make an array
 * takes longer than to fill it.
 */
export class EmptyBits {
  private piece = new Int32Array();
  private used = 0;

  constructor(private readonly words: number) {}

  next(): Int32Array {
    if (this.used === this.piece.length) {
      this.piece = new Int32Array(PIECE * this.words);
      this.used = 0;
    }
    this.used += this.words;
    return this.piece.subarray(this.used - this.words, this.used);
  }
}

const PIECE = 16;

/** As many bits, with room for more rows. */
export function withRoom(bits: Int32Array, rows: number): Int32Array {
  const wider = new Int32Array(wordsFor(rows));
  wider.set(bits.subarray(0, wider.length));
  return wider;
}
