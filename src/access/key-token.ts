import { createHash, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** A secret key stays with its owner; a publishable key is in the source of a web page. */
export const KEY_KINDS = ['secret', 'publishable'] as const;
export type KeyKind = (typeof KEY_KINDS)[number];

/**
 * Prefixes of keys: a leaked key can be found by its prefix, and secret and publishable keys are easy to distinguish.
 */
const PREFIXES: Readonly<Record<KeyKind, string>> = { secret: 'tn_live_', publishable: 'tn_pub_' };
const SECRET_BYTES = 32;
const TOKEN = /^tn_(?:live|pub)_([A-Za-z0-9_-]{43})([0-9a-f]{8})$/;
const SHOWN = 4;

/** A new key's secret: prefix, 256 random bits, checksum. Shown once; only its hash is kept. */
export function createToken(kind: KeyKind = 'secret'): string {
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  return `${PREFIXES[kind]}${secret}${checksum(secret)}`;
}

/** Whether a text can be a key at all: a mistyped or truncated key is recognised without a database query. */
export function isToken(text: string): boolean {
  const [, secret = '', sum] = TOKEN.exec(text) ?? [];
  return sum !== undefined && checksum(secret) === sum;
}

/** The secret has 256 random bits, so a plain hash keeps it as safe as a slow one would. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** The part of a key that may be shown: enough to distinguish two keys. */
export function hintOf(token: string): string {
  return `${token.slice(0, token.indexOf('_', 3) + 1 + SHOWN)}…`;
}

function checksum(secret: string): string {
  return crc32(secret).toString(16).padStart(8, '0');
}
