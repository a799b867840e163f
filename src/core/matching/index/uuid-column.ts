const WORDS = 4;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A UUID as four numbers of 32 bits, which compare in the order of its letters. */
export type UuidWords = readonly [number, number, number, number];

/** @throws RangeError for anything but a UUID in lower case */
export function uuidWords(uuid: string): UuidWords {
  if (!UUID.test(uuid)) throw new RangeError(`"${uuid}" is no UUID in small letters.`);
  const hex = uuid.replaceAll('-', '');
  const word = (at: number) => Number.parseInt(hex.slice(at * 8, at * 8 + 8), 16);
  return [word(0), word(1), word(2), word(3)];
}

export interface UuidColumnData {
  readonly words: Uint32Array;
  readonly length: number;
}

/** One UUID a row, in sixteen bytes. Rows are only ever added. */
export class UuidColumn {
  constructor(
    private words: Uint32Array = new Uint32Array(1024 * WORDS),
    private filled = 0,
  ) {}

  static of({ words, length }: UuidColumnData): UuidColumn {
    return new UuidColumn(words, length);
  }

  get data(): UuidColumnData {
    return { words: this.words, length: this.filled };
  }

  push(uuid: string): void {
    if ((this.filled + 1) * WORDS > this.words.length) {
      const wider = new Uint32Array(this.words.length * 2);
      wider.set(this.words);
      this.words = wider;
    }
    this.words.set(uuidWords(uuid), this.filled * WORDS);
    this.filled += 1;
  }

  at(row: number): string {
    let at = 0;
    for (let word = row * WORDS; word < (row + 1) * WORDS; word++)
      for (let shift = 24; shift >= 0; shift -= 8) {
        if (TEXT[at] === DASH) at += 1;
        const byte = (this.words[word]! >>> shift) & 0xff;
        TEXT[at] = LETTERS[byte >>> 4]!;
        TEXT[at + 1] = LETTERS[byte & 15]!;
        at += 2;
      }
    return String.fromCharCode(...TEXT);
  }

  /** Negative where the UUID of row `a` sorts before that of row `b`. */
  compare(a: number, b: number): number {
    for (let word = 0; word < WORDS; word++) {
      const difference = this.words[a * WORDS + word]! - this.words[b * WORDS + word]!;
      if (difference !== 0) return difference;
    }
    return 0;
  }

  /** Negative where the UUID of a row sorts before this one. */
  compareTo(row: number, uuid: UuidWords): number {
    for (let word = 0; word < WORDS; word++) {
      const difference = this.words[row * WORDS + word]! - uuid[word]!;
      if (difference !== 0) return difference;
    }
    return 0;
  }

  /** The same rows in another order, with spare room. */
  inOrder(order: Uint32Array, spare: number): UuidColumn {
    const words = new Uint32Array((order.length + spare) * WORDS);
    for (let row = 0; row < order.length; row++)
      words.set(this.words.subarray(order[row]! * WORDS, (order[row]! + 1) * WORDS), row * WORDS);
    return new UuidColumn(words, order.length);
  }
}

/** Codes of the letters of half a byte. */
const LETTERS = Uint8Array.from('0123456789abcdef', (letter) => letter.charCodeAt(0));
/** Where a UUID is written before it becomes one text: one of many parts takes twelve times the memory. */
const TEXT = Array.from('00000000-0000-0000-0000-000000000000', (letter) => letter.charCodeAt(0));
const DASH = 0x2d;
