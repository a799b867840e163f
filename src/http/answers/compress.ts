import { promisify } from 'node:util';
import { type BrotliOptions, brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib';
import type { Coding } from './content-coding.js';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** `fast` for what is made once for one answer, `small` for what is kept and sent many times. */
export type Effort = 'fast' | 'small';
const QUALITY: Readonly<Record<Effort, Readonly<Record<Coding, number>>>> = {
  // Of a match, 250 kB: 0.24 ms and 0.69 ms; higher ones cost more than the network gives back.
  fast: { br: 1, gzip: 1 },
  small: { br: 9, gzip: 9 },
};

/**
 * What is compressed fast and is no longer takes less time (0.07 ms for 8 kB, 0.3 ms for 250 kB) than it takes to hand it
 * to another thread and back (0.1 to 0.2 ms).
 */
const LONGEST_AT_ONCE = 512 * 1024;

/** The bytes in a coding; a long or careful one is made in a thread of Node's pool. */
export async function compress(payload: string | Buffer, coding: Coding, effort: Effort): Promise<Buffer> {
  const bytes = typeof payload === 'string' ? Buffer.from(payload) : payload;
  const atOnce = effort === 'fast' && bytes.length <= LONGEST_AT_ONCE;
  if (coding === 'gzip') {
    const options = { level: QUALITY[effort].gzip };
    return atOnce ? gzipSync(bytes, options) : zip(bytes, options);
  }
  const options = brotliOptions(bytes, QUALITY[effort].br);
  return atOnce ? brotliCompressSync(bytes, options) : brotli(bytes, options);
}

function brotliOptions({ length }: Buffer, quality: number): BrotliOptions {
  return {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: length,
    },
  };
}

/** Documents in each coding, made once: the same for everybody, so nothing of a client is kept. */
export class CompressedDocuments {
  private readonly kept = new Map<string, Promise<Buffer>>();

  constructor(private readonly most: number) {}

  /** @param tag of the document, which changes with its bytes */
  get(tag: string, payload: string | Buffer, coding: Coding): Promise<Buffer> {
    const key = `${tag} ${coding}`;
    const known = this.kept.get(key);
    if (known) {
      this.kept.delete(key);
      this.kept.set(key, known);
      return known;
    }
    const made = compress(payload, coding, 'small');
    this.kept.set(key, made);
    made.catch(() => this.kept.delete(key));
    const [oldest] = this.kept.keys();
    if (this.kept.size > this.most && oldest !== undefined) this.kept.delete(oldest);
    return made;
  }
}
