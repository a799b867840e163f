/** A part of some bytes. */
export interface Piece {
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
}

/** 100,000 lines of 640 bytes: of the national directory a day of different requests makes fewer. */
export const MOST_KEPT_BYTES = 64 * 1024 * 1024;
const MOST_CHUNK_BYTES = 1 << 18;

/** Texts by an object that they are made from, and a name. An object that is gone takes its texts with it. */
type TextsByObject = WeakMap<object, Map<string, Piece>>;

/**
 * The UTF-8 bytes of texts that many answers share, up to a bound in bytes. They are facts of the directory in words:
 * nothing that is made from a client's own numbers, times, places or words is put in here. Each text belongs to an
 * object of the index, such as the reason that a class of programs shares. There are two generations: when the younger is
 * half of the bound, it becomes the older one, and what was not asked for since is dropped.
 */
export class KeptTexts {
  private young: TextsByObject = new WeakMap();
  private old: TextsByObject = new WeakMap();
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

  /** The text of an object by a name that says what it depends on besides, made once. */
  get(object: object, name: string, make: () => string): Piece {
    const known = this.young.get(object)?.get(name);
    if (known) return known;
    const older = this.old.get(object)?.get(name);
    const text = older ? older.bytes.subarray(older.start, older.end) : Buffer.from(make());
    if (text.length > this.chunkBytes) return { bytes: text, start: 0, end: text.length };
    const piece = this.keep(text);
    let byName = this.young.get(object);
    if (!byName) this.young.set(object, (byName = new Map<string, Piece>()));
    byName.set(name, piece);
    return piece;
  }

  private keep(text: Buffer): Piece {
    if (this.chunkFilled + text.length > this.chunk.length) this.addChunk();
    const start = this.chunkFilled;
    this.chunkFilled += text.copy(this.chunk, start);
    return { bytes: this.chunk, start, end: this.chunkFilled };
  }

  private addChunk(): void {
    if (this.youngBytes + this.chunkBytes > this.most / 2) {
      this.old = this.young;
      this.oldBytes = this.youngBytes;
      this.young = new WeakMap();
      this.youngBytes = 0;
    }
    this.chunk = Buffer.allocUnsafeSlow(this.chunkBytes);
    this.chunkFilled = 0;
    this.youngBytes += this.chunkBytes;
  }
}
