import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const SECRET_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const SEALED = 'aes-256-gcm:';
const PLAIN = 'plain:';

/** A secret that was sealed with a key this process does not have. */
export class SecretUnreadable extends Error {
  override name = 'SecretUnreadable';
}

/**
 * Makes the secrets of webhooks, and keeps them. A signature needs the secret itself, so it cannot be kept as a hash:
 * with a key it is sealed (AES-256-GCM, bound to its webhook), without one it stands in the database as it is.
 */
export class WebhookSecrets {
  /** @param key 32 bytes, from WEBHOOK_SECRET_KEY */
  constructor(private readonly key: Uint8Array | undefined) {}

  /** As Standard Webhooks writes it: `whsec_` and 32 random bytes in base64. */
  make(): string {
    return `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;
  }

  /** How it is stored. */
  seal(webhookId: string, secret: string): string {
    if (!this.key) return PLAIN + secret;
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(Buffer.from(webhookId));
    const sealed = Buffer.concat([nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return SEALED + sealed.toString('base64url');
  }

  /** What was stored; also what was stored before there was a key. Throws `SecretUnreadable`. */
  open(webhookId: string, stored: string): string {
    if (stored.startsWith(PLAIN)) return stored.slice(PLAIN.length);
    if (!this.key) throw new SecretUnreadable('The secret is encrypted, and WEBHOOK_SECRET_KEY is not set.');
    const sealed = Buffer.from(stored.slice(SEALED.length), 'base64url');
    const end = sealed.length - TAG_BYTES;
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.key, sealed.subarray(0, NONCE_BYTES))
        .setAAD(Buffer.from(webhookId))
        .setAuthTag(sealed.subarray(end));
      const secret = decipher.update(sealed.subarray(NONCE_BYTES, end));
      return Buffer.concat([secret, decipher.final()]).toString('utf8');
    } catch (error) {
      throw new SecretUnreadable('The secret was encrypted with a different WEBHOOK_SECRET_KEY.', {
        cause: error,
      });
    }
  }
}
