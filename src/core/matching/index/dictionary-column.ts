/** The entry of each row, in as few bytes as the highest one needs. */
type EntryArray = Uint8Array | Uint16Array | Uint32Array;

/** A dictionary column as it travels between threads: its buffer can be transferred. */
export interface DictionaryColumnData<Value> {
  readonly entries: EntryArray;
  readonly length: number;
  readonly values: readonly Value[];
}

/**
 * One value a row, dictionary-encoded: every distinct value is an entry of the dictionary, and a row holds the number of
 * its entry. Rows are only ever added, so a reader that knows the column up to some row can go on reading while it grows.
 */
export class DictionaryColumn<Value> {
  private entryOf: Map<string, number> | undefined;

  private constructor(
    private entryOfRow: EntryArray,
    private filled: number,
    private readonly dictionary: Value[],
    private readonly keyOf: (value: Value) => string,
  ) {}

  /** @param keyOf the same text for two values exactly where they are equal */
  static empty<Value>(keyOf: (value: Value) => string, capacity = 1024): DictionaryColumn<Value> {
    return new DictionaryColumn(new Uint8Array(capacity), 0, [], keyOf);
  }

  static of<Value>(
    { entries, length, values }: DictionaryColumnData<Value>,
    keyOf: (value: Value) => string,
  ): DictionaryColumn<Value> {
    return new DictionaryColumn(entries, length, [...values], keyOf);
  }

  get length(): number {
    return this.filled;
  }

  /** Number of distinct values. */
  get entryCount(): number {
    return this.dictionary.length;
  }

  /** The entry of every row. Do not read past the rows you know of: the array has spare room, and is replaced as it grows. */
  get entries(): EntryArray {
    return this.entryOfRow;
  }

  get data(): DictionaryColumnData<Value> {
    return { entries: this.entryOfRow, length: this.filled, values: this.dictionary };
  }

  valueOf(entry: number): Value {
    return this.dictionary[entry]!;
  }

  at(row: number): Value {
    return this.dictionary[this.entryOfRow[row]!]!;
  }

  push(value: Value): void {
    this.append(this.entryFor(value));
  }

  private append(entry: number): void {
    this.makeRoomFor(entry);
    this.entryOfRow[this.filled] = entry;
    this.filled += 1;
  }

  private entryFor(value: Value): number {
    // Built on the first push: most columns that come from another thread are never added to.
    this.entryOf ??= new Map(this.dictionary.map((each, entry) => [this.keyOf(each), entry]));
    const key = this.keyOf(value);
    let entry = this.entryOf.get(key);
    if (entry === undefined) {
      entry = this.dictionary.push(value) - 1;
      this.entryOf.set(key, entry);
    }
    return entry;
  }

  private makeRoomFor(entry: number): void {
    const Wide = entry > 0xffff ? Uint32Array : entry > 0xff ? Uint16Array : Uint8Array;
    const isWideEnough = Wide.BYTES_PER_ELEMENT <= this.entryOfRow.BYTES_PER_ELEMENT;
    if (isWideEnough && this.filled < this.entryOfRow.length) return;
    const capacity =
      this.filled < this.entryOfRow.length ? this.entryOfRow.length : this.entryOfRow.length * 2;
    const Same = this.entryOfRow.constructor as new (length: number) => EntryArray;
    const wider = new (isWideEnough ? Same : Wide)(capacity);
    wider.set(this.entryOfRow.subarray(0, this.filled));
    this.entryOfRow = wider;
  }

  /**
   * The same rows in another order, with spare room. Entries are numbered in the new order, so that entries of
   * neighbouring rows are neighbours too.
   */
  inOrder(order: Uint32Array, spare: number): DictionaryColumn<Value> {
    const column = DictionaryColumn.empty(this.keyOf, Math.max(1, order.length + spare));
    const renumbered = new Int32Array(this.dictionary.length).fill(-1);
    for (const row of order) {
      const before = this.entryOfRow[row]!;
      let entry = renumbered[before]!;
      if (entry === -1) {
        entry = column.dictionary.push(this.dictionary[before]!) - 1;
        renumbered[before] = entry;
      }
      column.append(entry);
    }
    return column;
  }
}
