import { createHmac, hkdfSync } from 'node:crypto';
import { addDays } from '../core/directory/shelf-life.js';

const PREFIX = 'shown_';
const MAC_BYTES = 16;
/** Makes the key another one than that of cursors, which are signed with the same secret. */
const KEY_LABEL = 'treatment-navigator safety message tokens';

/** The form of a token. */
export const MESSAGE_TOKEN = /^shown_[A-Za-z0-9_-]{22}$/;

/** A safety message as it is worded now. */
export interface MessageEdition {
  /** Of the message. */
  readonly id: string;
  readonly rules: string;
  readonly redFlags: string;
}

/**
 * Tokens of safety messages: only an answer that contained the message has its token, so that a request which has it
 * comes from a client that was answered the message. It is an HMAC of the message, the versions and the day, so equal for
 * every client within a day: nothing that a client answered is in it.
 */
export class MessageTokens {
  private readonly key: Uint8Array;

  /** @param secret of the installation, so that every process accepts the tokens of the others */
  constructor(secret: Uint8Array) {
    this.key = new Uint8Array(hkdfSync('sha256', secret, '', KEY_LABEL, 32));
  }

  /** @param day in UTC, YYYY-MM-DD */
  tokenOf({ id, rules, redFlags }: MessageEdition, day: string): string {
    const mac = createHmac('sha256', this.key)
      .update(JSON.stringify([id, rules, redFlags, day]))
      .digest();
    return `${PREFIX}${mac.subarray(0, MAC_BYTES).toString('base64url')}`;
  }

  /**
   * Whether one of the tokens is of this message, from this day or the day before. They are compared in the plain way:
   * what timing could tell of a token, a request for the message tells sooner.
   */
  isAcknowledged(edition: MessageEdition, tokens: readonly string[], day: string): boolean {
    return [day, addDays(day, -1)].some((made) => tokens.includes(this.tokenOf(edition, made)));
  }
}
