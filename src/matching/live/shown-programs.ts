import type { FactOrigins } from '../../core/directory/fact-origins.js';
import { DictionaryColumn, type DictionaryColumnData } from '../../core/matching/index/dictionary-column.js';
import type { ProgramSummary } from '../../directory/program-summary.dto.js';
import type { ShownProgram } from './read-programs.js';

/** What is shown, in the form that is passed between threads: the JSON of all rows, concatenated. */
export interface ShownProgramsData {
  readonly bytes: Uint8Array;
  /** Where the JSON of each row begins, and where the last one ends. */
  readonly starts: Uint32Array;
  /** Thousands of programs have the same origins: each is stored once. */
  readonly origins: DictionaryColumnData<FactOrigins>;
}

/**
 * What is shown of every row of an index. As text it takes a fraction of the memory of objects; a row is parsed when it
 * is shown. Rows are only ever added.
 */
export class ShownPrograms {
  private readonly origins: DictionaryColumn<FactOrigins>;
  private readonly added: ShownProgram[] = [];

  constructor(private readonly data: ShownProgramsData) {
    this.origins = DictionaryColumn.of(data.origins, keyOfOrigins);
  }

  static textOf(program: ProgramSummary): Uint8Array {
    return Buffer.from(JSON.stringify(program));
  }

  static noOrigins(): DictionaryColumn<FactOrigins> {
    return DictionaryColumn.empty(keyOfOrigins);
  }

  /** Joins the texts of all rows in separate memory, so that it can be transferred to another thread. */
  static join(texts: readonly Uint8Array[], origins: DictionaryColumn<FactOrigins>): ShownProgramsData {
    const starts = new Uint32Array(texts.length + 1);
    texts.forEach((text, row) => (starts[row + 1] = starts[row]! + text.length));
    const bytes = new Uint8Array(starts.at(-1)!);
    texts.forEach((text, row) => bytes.set(text, starts[row]));
    return { bytes, starts, origins: origins.data };
  }

  /** Number of rows when it was created. */
  private get base(): number {
    return this.data.starts.length - 1;
  }

  at(row: number): ShownProgram {
    if (row >= this.base) return this.added[row - this.base]!;
    const program = JSON.parse(this.textAt(row).toString('utf8')) as ProgramSummary;
    return { program, origins: this.origins.at(row) };
  }

  /** The JSON of the program in a row, as bytes. */
  textAt(row: number): Buffer {
    if (row >= this.base) return Buffer.from(ShownPrograms.textOf(this.added[row - this.base]!.program));
    const { bytes, starts } = this.data;
    return Buffer.from(bytes.buffer, bytes.byteOffset + starts[row]!, starts[row + 1]! - starts[row]!);
  }

  originsAt(row: number): FactOrigins {
    return row >= this.base ? this.added[row - this.base]!.origins : this.origins.at(row);
  }

  add({ program, origins }: ShownProgram): void {
    this.added.push({ program, origins });
  }
}

function keyOfOrigins(origins: FactOrigins): string {
  return JSON.stringify(origins);
}
