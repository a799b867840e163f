import { createHash } from 'node:crypto';
import { open, rename } from 'node:fs/promises';
import { deserialize, serialize } from 'node:v8';
import type { BuiltPrograms } from './build-programs.js';

/** Where an index is kept between starts, and the build whose index it is. */
export interface IndexFile {
  /** Absolute. */
  readonly path: string;
  readonly build: string;
}

/** The first line of the file, as JSON: what the index after it was made from. */
export interface IndexOrigin {
  /** The code that made it: another build may judge, show or store programs otherwise. */
  readonly build: string;
  /** YYYY-MM-DD: which facts are fresh depends on the day. */
  readonly day: string;
  /** Number of the last change that is in it. */
  readonly version: number;
  /** What that change was, in which database; see `markOf`. */
  readonly mark: string;
}

interface Header extends IndexOrigin {
  readonly format: typeof FORMAT;
  /** Of the serialized index, which is the rest of the file. */
  readonly bytes: number;
  readonly sha256: string;
}

/** Of the file. Node's own form of serialized values has its version in its first bytes. */
const FORMAT = 'treatment-navigator-index-2';
/** The line is far shorter. */
const MOST_HEADER_BYTES = 4096;

/**
 * Writes an index, so that a later start reads it from here and not program by program from the database. The file is
 * complete or absent: it is written beside its place and then moved there.
 */
export async function writeIndexFile(path: string, origin: IndexOrigin, index: Buffer): Promise<void> {
  const sha256 = createHash('sha256').update(index).digest('hex');
  const header: Header = { format: FORMAT, ...origin, bytes: index.length, sha256 };
  const beside = `${path}.new`;
  const file = await open(beside, 'w', 0o600);
  try {
    await file.writev([Buffer.from(`${JSON.stringify(header)}\n`), index]);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, path);
}

/** The bytes of an index for `writeIndexFile`; taken before its buffers are handed to another thread. */
export function serializeIndex(built: BuiltPrograms): Buffer {
  return serialize(built);
}

/**
 * Reads an index from its file.
 *
 * @param isUsable whether an index of this origin is still true; asked before the index itself is read
 * @returns undefined if there is no file, or an index of another origin
 * @throws Error if the file is damaged or cannot be read
 */
export async function readIndexFile(
  path: string,
  isUsable: (origin: IndexOrigin) => Promise<boolean>,
): Promise<BuiltPrograms | undefined> {
  const file = await openIfThere(path);
  if (!file) return undefined;
  try {
    const { size } = await file.stat();
    const start = Buffer.alloc(Math.min(size, MOST_HEADER_BYTES));
    await file.read(start, 0, start.length, 0);
    const header = headerIn(start);
    if (header.format !== FORMAT || !(await isUsable(header))) return undefined;
    const begin = start.indexOf('\n') + 1;
    const index = Buffer.alloc(size - begin);
    await file.read(index, 0, index.length, begin);
    if (index.length !== header.bytes || createHash('sha256').update(index).digest('hex') !== header.sha256)
      throw new Error('its content is not what was written');
    return deserialize(index) as BuiltPrograms;
  } finally {
    await file.close();
  }
}

function headerIn(start: Buffer): Header {
  const end = start.indexOf('\n');
  if (end < 0) throw new Error('it does not begin with a header');
  return JSON.parse(start.toString('utf8', 0, end)) as Header;
}

async function openIfThere(path: string) {
  try {
    return await open(path, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
