import { createHash } from 'node:crypto';
import { StartError } from '../../config/start-error.js';

/**
 * A backup is gzip of lines: a header; for each table a line that names it, its rows as PostgreSQL's COPY writes them and
 * a line `\.`; then the sequences; then how many rows there are, and the SHA-256 of all lines before.
 */
export const BACKUP_FORMAT = 'treatment-navigator-backup';
export const BACKUP_VERSION = 1;

/** The first line. */
export interface BackupHeader {
  readonly format: string;
  readonly version: number;
  /** Version of Treatment Navigator. */
  readonly madeBy: string;
  /** ISO 8601. */
  readonly madeAt: string;
  /** Version of the server. */
  readonly postgresql: string;
  /** The migrations that made its tables, oldest first. */
  readonly migrations: readonly string[];
}

/** The line before the rows of a table. */
export interface BackupTable {
  readonly table: string;
  readonly columns: readonly string[];
}

/** The line after all tables: the last value that each sequence gave. */
export interface BackupSequences {
  readonly sequences: Readonly<Record<string, string>>;
}

/** The last line. */
export interface BackupEnd {
  readonly rows: Readonly<Record<string, number>>;
  /** Hexadecimal, of every byte before this line. */
  readonly sha256: string;
}

/** What ends the rows of a table; COPY writes a backslash of a value twice, so no row is that. */
export const END_OF_ROWS = '\\.';

/** A backup that cannot be made, read or loaded; the message says why and what to do. */
export class BackupError extends StartError {
  override name = 'BackupError';
}

/** The lines of a backup with their checksum. Throws `BackupError` at a line that is cut off. */
export class BackupLines {
  private readonly hash = createHash('sha256');
  private readonly lines: AsyncGenerator<Buffer[]>;
  private ready: Buffer[] = [];
  private at = 0;

  constructor(bytes: AsyncIterable<Buffer>) {
    this.lines = wholeLines(bytes);
  }

  /** The next line as JSON, counted into the checksum. */
  async read<Content>(): Promise<Partial<Content>> {
    const line = await this.next();
    this.hash.update(line);
    return parse(line);
  }

  /** The last line, and the checksum of all before it. */
  async readEnd(): Promise<Partial<BackupEnd> & { found: string }> {
    const line = await this.next();
    return { ...(parse(line) as Partial<BackupEnd>), found: this.hash.digest('hex') };
  }

  /** The rows up to the end of the table, some at a time. */
  async *rows(): AsyncGenerator<Buffer> {
    for (;;) {
      const from = this.at;
      while (this.at < this.ready.length && !isEndOfRows(this.ready[this.at]!)) this.at++;
      const some = Buffer.concat(this.ready.slice(from, this.at));
      this.hash.update(some);
      if (some.length > 0) yield some;
      if (this.at === this.ready.length) {
        await this.more();
        continue;
      }
      this.hash.update(this.ready[this.at++]!);
      return;
    }
  }

  private async next(): Promise<Buffer> {
    while (this.at === this.ready.length) await this.more();
    return this.ready[this.at++]!;
  }

  private async more(): Promise<void> {
    const { value, done } = await this.lines.next();
    if (done)
      throw new BackupError('The backup ends too early: it was not written or not copied to its end.');
    this.ready = value;
    this.at = 0;
  }
}

function isEndOfRows(line: Buffer): boolean {
  return line.length === END_OF_ROWS.length + 1 && line.toString('latin1') === `${END_OF_ROWS}\n`;
}

function parse(line: Buffer): object {
  try {
    const content: unknown = JSON.parse(line.toString('utf8'));
    if (typeof content === 'object' && content !== null) return content;
  } catch {
    // It is none of ours.
  }
  throw new BackupError('This is no backup of Treatment Navigator, or it is damaged.');
}

/** The whole lines of each chunk, with their line ends. */
async function* wholeLines(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer[]> {
  let rest: Buffer[] = [];
  for await (const chunk of bytes) {
    const end = chunk.lastIndexOf(10);
    if (end < 0) {
      rest.push(chunk);
      continue;
    }
    const whole = Buffer.concat([...rest, chunk.subarray(0, end + 1)]);
    rest = end + 1 < chunk.length ? [chunk.subarray(end + 1)] : [];
    const lines: Buffer[] = [];
    for (let from = 0; from < whole.length;) {
      const to = whole.indexOf(10, from) + 1;
      lines.push(whole.subarray(from, to));
      from = to;
    }
    yield lines;
  }
}
