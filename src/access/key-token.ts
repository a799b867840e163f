import { createHash, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** What every secret key begins with, so that a leaked one can be found and is never taken for something else. */
const PREFIX = 'tn_live_';
const SECRET_BYTES = 32;
const SECRET = /^tn_live_([A-Za-z0-9_-]{43})([0-9a-f]{8})$/;

/** A new key's secret: prefix, 256 random bits, checksum. Shown once; only its hash is kept. */
export function makeToken(): string {
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  return `${PREFIX}${secret}${checksum(secret)}`;
}

/** Whether a text can be a key at all: a mistyped or cut one is told without asking the database. */
export function isToken(text: string): boolean {
  const [, secret = '', sum] = SECRET.exec(text) ?? [];
  return sum !== undefined && checksum(secret) === sum;
}

/** The secret has 256 random bits, so a plain hash keeps it as safe as a slow one would. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** The little of a key that may be shown: enough to tell two apart. */
export function hintOf(token: string): string {
  return `${token.slice(0, PREFIX.length + 4)}…`;
}

function checksum(secret: string): string {
  return crc32(secret).toString(16).padStart(8, '0');
}
