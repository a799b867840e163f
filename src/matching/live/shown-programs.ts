import type { ShownProgram } from './read-programs.js';

/** What is shown, as it travels between threads: the JSON of one row after the other. */
export interface ShownProgramsData {
  readonly bytes: Uint8Array;
  /** Where the JSON of each row begins, and where the last one ends. */
  readonly starts: Uint32Array;
}

/**
 * What is shown of every row of an index. As text it takes a fraction of what its objects would; a row is read when
 * it is shown. Rows are only ever added.
 */
export class ShownPrograms {
  private readonly added: ShownProgram[] = [];

  constructor(private readonly data: ShownProgramsData) {}

  static textOf({ program, origins }: ShownProgram): Uint8Array {
    return Buffer.from(JSON.stringify({ program, origins }));
  }

  /** Joins the texts of all rows in memory of its own, so that it can be handed to another thread. */
  static join(texts: readonly Uint8Array[]): ShownProgramsData {
    const starts = new Uint32Array(texts.length + 1);
    texts.forEach((text, row) => (starts[row + 1] = starts[row]! + text.length));
    const bytes = new Uint8Array(starts.at(-1)!);
    texts.forEach((text, row) => bytes.set(text, starts[row]));
    return { bytes, starts };
  }

  /** Rows known when it was made. */
  private get base(): number {
    return this.data.starts.length - 1;
  }

  at(row: number): ShownProgram {
    if (row >= this.base) return this.added[row - this.base]!;
    const { bytes, starts } = this.data;
    const text = Buffer.from(bytes.buffer, bytes.byteOffset + starts[row]!, starts[row + 1]! - starts[row]!);
    return JSON.parse(text.toString('utf8')) as ShownProgram;
  }

  add({ program, origins }: ShownProgram): void {
    this.added.push({ program, origins });
  }
}
