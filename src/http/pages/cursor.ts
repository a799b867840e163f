import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';
import { type FieldError, Problem } from '../problem.js';

/** Far longer than any valid cursor. */
const LONGEST_CURSOR = 4096;
const SIGNATURE_BYTES = 16;

/** Where a request had its cursor: the query parameter `cursor` or the body field `/cursor`. */
export type CursorPlace = Pick<FieldError, 'parameter' | 'pointer'>;

/**
 * Opaque places in lists: JSON in base64url, signed with HMAC-SHA-256, so that a cursor can be neither invented nor
 * used for another list (`kind`).
 */
export class CursorCodec {
  private readonly key: KeyObject;

  /** `secret`: 32 random bytes, the same for every process of an installation. */
  constructor(secret: Uint8Array) {
    if (secret.length < 32) throw new Error('The cursor secret needs at least 32 bytes.');
    this.key = createSecretKey(secret);
  }

  encode(kind: string, value: unknown): string {
    const payload = Buffer.from(JSON.stringify(value)).toString('base64url');
    return `${payload}.${this.sign(kind, payload).toString('base64url')}`;
  }

  /** The value that `encode` was given, safe to trust. Throws a 400 problem that names the cursor. */
  decode(kind: string, text: string, place: CursorPlace = { parameter: 'cursor' }): unknown {
    const [payload, signature, ...rest] = text.length > LONGEST_CURSOR ? [] : text.split('.');
    if (payload === undefined || signature === undefined || rest.length > 0) throw badCursor(place);
    const given = Buffer.from(signature, 'base64url');
    const right = this.sign(kind, payload);
    if (given.length !== right.length || !timingSafeEqual(given, right)) throw badCursor(place);
    return JSON.parse(Buffer.from(payload, 'base64url').toString()) as unknown;
  }

  private sign(kind: string, payload: string): Buffer {
    return createHmac('sha256', this.key).update(`${kind}\n${payload}`).digest().subarray(0, SIGNATURE_BYTES);
  }
}

function badCursor(place: CursorPlace): Problem {
  return Problem.badRequest([
    { ...place, message: 'is not a cursor of this list; leave it out to start from the first page' },
  ]);
}
