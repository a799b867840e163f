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

  static write(rows: Iterable<ShownProgram>): ShownProgramsData {
    const texts: Buffer[] = [];
    const starts = [0];
    for (const { program, origins } of rows) {
      const text = Buffer.from(JSON.stringify({ program, origins }));
      texts.push(text);
      starts.push(starts.at(-1)! + text.length);
    }
    // Own memory, so that it can be handed to another thread.
    const bytes = new Uint8Array(starts.at(-1)!);
    texts.forEach((text, row) => bytes.set(text, starts[row]));
    return { bytes, starts: Uint32Array.from(starts) };
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
