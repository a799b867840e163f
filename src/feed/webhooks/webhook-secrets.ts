import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const SECRET_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const SEALED = 'aes-256-gcm:';
const PLAIN = 'plain:';

/** A secret that was encrypted with a key that this process does not have. */
export class SecretUnreadable extends Error {
  override name = 'SecretUnreadable';
}

/**
 * Creates and stores the secrets of webhooks. A signature needs the secret itself, so a hash is not enough: with a key
 * it is encrypted (AES-256-GCM, bound to its webhook), without one it is stored unencrypted.
 */
export class WebhookSecrets {
  /** @param keys 32 bytes each, from WEBHOOK_SECRET_KEY: the first one encrypts, each of them decrypts */
  constructor(private readonly keys: readonly Uint8Array[] = []) {}

  /** In the format of Standard Webhooks: `whsec_` and 32 random bytes in base64. */
  make(): string {
    return `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;
  }

  /** The form in which it is stored. */
  seal(webhookId: string, secret: string): string {
    const [key] = this.keys;
    if (!key) return PLAIN + secret;
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(webhookId));
    const sealed = Buffer.concat([nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return SEALED + sealed.toString('base64url');
  }

  /** The secret from its stored form, including secrets stored before there was a key. Throws `SecretUnreadable`. */
  open(webhookId: string, stored: string): string {
    if (stored.startsWith(PLAIN)) return stored.slice(PLAIN.length);
    if (this.keys.length === 0)
      throw new SecretUnreadable('The secret is encrypted, and WEBHOOK_SECRET_KEY is not set.');
    const sealed = Buffer.from(stored.slice(SEALED.length), 'base64url');
    for (const key of this.keys) {
      const secret = opened(sealed, key, webhookId);
      if (secret !== undefined) return secret;
    }
    throw new SecretUnreadable('The secret was encrypted with a different WEBHOOK_SECRET_KEY.');
  }
}

/** Undefined if it was encrypted with another key, for another webhook, or was changed. */
function opened(sealed: Uint8Array, key: Uint8Array, webhookId: string): string | undefined {
  const end = sealed.length - TAG_BYTES;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES))
      .setAAD(Buffer.from(webhookId))
      .setAuthTag(sealed.subarray(end));
    const secret = decipher.update(sealed.subarray(NONCE_BYTES, end));
    return Buffer.concat([secret, decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}
