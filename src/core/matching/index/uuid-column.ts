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
    const at = row * WORDS;
    const [a, b, c, d] = [this.words[at]!, this.words[at + 1]!, this.words[at + 2]!, this.words[at + 3]!];
    return `${high(a)}${low(a)}-${high(b)}-${low(b)}-${high(c)}-${low(c)}${high(d)}${low(d)}`;
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

/** The two letters of every byte. */
const LETTERS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** The four letters of the first half of a word. */
function high(word: number): string {
  return LETTERS[word >>> 24]! + LETTERS[(word >>> 16) & 0xff]!;
}

/** And of the second. */
function low(word: number): string {
  return LETTERS[(word >>> 8) & 0xff]! + LETTERS[word & 0xff]!;
}
