import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
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

/** The bytes in a coding; made in a thread of Node's pool. */
export function compress(payload: string | Buffer, coding: Coding, effort: Effort): Promise<Buffer> {
  const bytes = typeof payload === 'string' ? Buffer.from(payload) : payload;
  const quality = QUALITY[effort][coding];
  if (coding === 'gzip') return zip(bytes, { level: quality });
  return brotli(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
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
