/** The bytes of a text. */
export type Piece = Uint8Array;

/** 100,000 lines of 640 bytes: of the national directory a day of different requests makes fewer. */
export const MOST_KEPT_BYTES = 64 * 1024 * 1024;
const MOST_CHUNK_BYTES = 1 << 18;

/** Texts of one name by the object that they are made from. An object that is gone takes its texts with it. */
type TextsByObject = WeakMap<object, Piece>;
/** The same where an object has several, by a name or the number of a row. */
type PartsByObject = WeakMap<object, Map<string | number, Piece>>;

/**
 * The UTF-8 bytes of texts that many answers share, up to a bound in bytes. They are facts of the directory in words:
 * nothing that is made from a client's own numbers, times, places or words is put in here. Each text belongs to an
 * object of the index, such as the reason that a class of programs shares. There are two generations: when the younger is
 * half of the bound, it becomes the older one, and what was not asked for since is dropped.
 */
export class KeptTexts {
  private readonly shelves = new Map<string, Shelf>();
  private generation = 0;
  private chunk = Buffer.alloc(0);
  private chunkFilled = 0;
  private youngBytes = 0;
  private oldBytes = 0;

  /** Texts are kept in chunks; a longer text is not kept. */
  private readonly chunkBytes: number;

  /** @param most bytes of both generations */
  constructor(private readonly most = MOST_KEPT_BYTES) {
    this.chunkBytes = Math.min(MOST_CHUNK_BYTES, most >>> 3);
  }

  /** Bytes that are held. */
  get size(): number {
    return this.youngBytes + this.oldBytes;
  }

  /** The texts of one name, which says what they depend on besides their object. */
  shelf(name: string): Shelf {
    let shelf = this.shelves.get(name);
    if (!shelf) this.shelves.set(name, (shelf = new Shelf(this, this.generation)));
    return shelf;
  }

  /** The generation that is young, from 0. */
  get youngGeneration(): number {
    return this.generation;
  }

  /** Copies a text to where it is kept; one that is too long is given back as it is. */
  keep(text: Uint8Array): Piece {
    const { length } = text;
    if (length > this.chunkBytes) return text;
    if (this.chunkFilled + length > this.chunk.length) this.addChunk();
    const piece = this.chunk.subarray(this.chunkFilled, this.chunkFilled + length);
    piece.set(text);
    this.chunkFilled += length;
    return piece;
  }

  /** Whether a text of this length is kept. */
  keeps({ length }: Piece): boolean {
    return length <= this.chunkBytes;
  }

  private addChunk(): void {
    if (this.youngBytes + this.chunkBytes > this.most / 2) {
      this.generation += 1;
      this.oldBytes = this.youngBytes;
      this.youngBytes = 0;
      for (const [name, shelf] of this.shelves)
        if (shelf.isEmptyIn(this.generation)) this.shelves.delete(name);
    }
    this.chunk = Buffer.allocUnsafeSlow(this.chunkBytes);
    this.chunkFilled = 0;
    this.youngBytes += this.chunkBytes;
  }
}

/** The texts of one name. */
export class Shelf {
  private young: TextsByObject = new WeakMap();
  private old: TextsByObject = new WeakMap();
  private youngParts: PartsByObject = new WeakMap();
  private oldParts: PartsByObject = new WeakMap();

  constructor(
    private readonly kept: KeptTexts,
    private generation: number,
  ) {}

  /** The text of an object, made once. */
  get(object: object, make: () => string): Piece {
    this.grow();
    const known = this.young.get(object);
    if (known) return known;
    const piece = this.keep(this.old.get(object), make);
    if (this.kept.keeps(piece)) this.young.set(object, piece);
    return piece;
  }

  /** One of several texts of an object, made once. */
  part(object: object, part: string | number, make: () => string): Piece {
    this.grow();
    const known = this.youngParts.get(object)?.get(part);
    if (known) return known;
    const piece = this.keep(this.oldParts.get(object)?.get(part), make);
    if (!this.kept.keeps(piece)) return piece;
    let parts = this.youngParts.get(object);
    if (!parts) this.youngParts.set(object, (parts = new Map<string | number, Piece>()));
    parts.set(part, piece);
    return piece;
  }

  /** Keeping a text may begin a new generation. */
  private keep(older: Piece | undefined, make: () => string): Piece {
    const piece = this.kept.keep(older ?? Buffer.from(make()));
    this.grow();
    return piece;
  }

  /** Whether all its texts would be dropped in a generation. */
  isEmptyIn(generation: number): boolean {
    return generation - this.generation > 1;
  }

  private grow(): void {
    const passed = this.kept.youngGeneration - this.generation;
    if (passed === 0) return;
    this.old = passed === 1 ? this.young : new WeakMap();
    this.oldParts = passed === 1 ? this.youngParts : new WeakMap();
    this.young = new WeakMap();
    this.youngParts = new WeakMap();
    this.generation += passed;
  }
}
