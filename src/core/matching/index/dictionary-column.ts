/** Class numbers of the rows, in as few bytes as they need. */
type Numbers = Uint8Array | Uint16Array | Uint32Array;

/** A class column as it travels between threads: its buffer can be transferred. */
export interface ClassColumnData<Value> {
  readonly numbers: Numbers;
  readonly length: number;
  readonly values: readonly Value[];
}

/**
 * One value a row, where many rows share few values: every distinct value once, and its number in every row. Rows are
 * only ever added, so that whoever knows the column up to some row may go on reading it while it grows.
 */
export class ClassColumn<Value> {
  private numberOf: Map<string, number> | undefined;

  private constructor(
    private numbers: Numbers,
    private filled: number,
    private readonly distinct: Value[],
    private readonly keyOf: (value: Value) => string,
  ) {}

  /** @param keyOf the same text for two values exactly where they are alike */
  static empty<Value>(keyOf: (value: Value) => string, capacity = 1024): ClassColumn<Value> {
    return new ClassColumn(new Uint8Array(capacity), 0, [], keyOf);
  }

  static of<Value>(
    { numbers, length, values }: ClassColumnData<Value>,
    keyOf: (value: Value) => string,
  ): ClassColumn<Value> {
    return new ClassColumn(numbers, length, [...values], keyOf);
  }

  get length(): number {
    return this.filled;
  }

  /** How many distinct values there are. */
  get classes(): number {
    return this.distinct.length;
  }

  /** The class of every row; read it no further than the rows that were there. It is replaced as it grows. */
  get ofRows(): Numbers {
    return this.numbers;
  }

  get data(): ClassColumnData<Value> {
    return { numbers: this.numbers, length: this.filled, values: this.distinct };
  }

  valueOf(number: number): Value {
    return this.distinct[number]!;
  }

  at(row: number): Value {
    return this.distinct[this.numbers[row]!]!;
  }

  push(value: Value): void {
    this.append(this.numberFor(value));
  }

  private append(number: number): void {
    this.makeRoomFor(number);
    this.numbers[this.filled] = number;
    this.filled += 1;
  }

  private numberFor(value: Value): number {
    // Built when the first row is added to a column that came from elsewhere: most of those are never added to.
    this.numberOf ??= new Map(this.distinct.map((each, number) => [this.keyOf(each), number]));
    const key = this.keyOf(value);
    let number = this.numberOf.get(key);
    if (number === undefined) {
      number = this.distinct.push(value) - 1;
      this.numberOf.set(key, number);
    }
    return number;
  }

  private makeRoomFor(number: number): void {
    const Wide = number > 0xffff ? Uint32Array : number > 0xff ? Uint16Array : Uint8Array;
    const isWideEnough = Wide.BYTES_PER_ELEMENT <= this.numbers.BYTES_PER_ELEMENT;
    if (isWideEnough && this.filled < this.numbers.length) return;
    const capacity = this.filled < this.numbers.length ? this.numbers.length : this.numbers.length * 2;
    const Same = this.numbers.constructor as new (length: number) => Numbers;
    const wider = new (isWideEnough ? Same : Wide)(capacity);
    wider.set(this.numbers.subarray(0, this.filled));
    this.numbers = wider;
  }

  /**
   * The same rows in another order, with room for some more. Values are numbered as they come by in it: what is known of
   * the values of neighbouring rows then lies together.
   */
  inOrder(order: Uint32Array, spare: number): ClassColumn<Value> {
    const column = ClassColumn.empty(this.keyOf, Math.max(1, order.length + spare));
    const renumbered = new Int32Array(this.distinct.length).fill(-1);
    for (const row of order) {
      const before = this.numbers[row]!;
      let number = renumbered[before]!;
      if (number === -1) {
        number = column.distinct.push(this.distinct[before]!) - 1;
        renumbered[before] = number;
      }
      column.append(number);
    }
    return column;
  }
}
