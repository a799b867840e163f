import { randomBytes } from 'node:crypto';
import { SecretUnreadable, WebhookSecrets } from './webhook-secrets.js';

const ID = '0b8f2a86-9d4c-4a52-8f0e-2f5d6f1a7c11';
const OTHER_ID = '1b8f2a86-9d4c-4a52-8f0e-2f5d6f1a7c11';

describe('The secret of a webhook', () => {
  const keyed = new WebhookSecrets([randomBytes(32)]);
  const keyless = new WebhookSecrets();

  it('is whsec_ and 32 random bytes', () => {
    const secret = keyless.make();
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(keyless.make()).not.toBe(secret);
  });

  it('is encrypted with the key, differently each time', () => {
    const secret = keyed.make();
    const stored = keyed.seal(ID, secret);
    expect(stored).not.toContain(secret.slice(6, 20));
    expect(keyed.seal(ID, secret)).not.toBe(stored);
    expect(keyed.open(ID, stored)).toBe(secret);
  });

  it('is decrypted with no other key, for no other webhook, and not without a key', () => {
    const stored = keyed.seal(ID, keyed.make());
    expect(() => new WebhookSecrets([randomBytes(32)]).open(ID, stored)).toThrow(SecretUnreadable);
    expect(() => keyed.open(OTHER_ID, stored)).toThrow(SecretUnreadable);
    expect(() => keyless.open(ID, stored)).toThrow(/WEBHOOK_SECRET_KEY is not set/);
    expect(() => keyed.open(ID, `${stored.slice(0, -4)}AAAA`)).toThrow(SecretUnreadable);
  });

  it('is decrypted with the key before while keys are changed, and encrypted with the new one', () => {
    const [before, next] = [randomBytes(32), randomBytes(32)];
    const stored = new WebhookSecrets([before]).seal(ID, 'whsec_old');
    const both = new WebhookSecrets([next, before]);
    expect(both.open(ID, stored)).toBe('whsec_old');
    expect(new WebhookSecrets([next]).open(ID, both.seal(ID, 'whsec_new'))).toBe('whsec_new');
    expect(() => new WebhookSecrets([before]).open(ID, both.seal(ID, 'whsec_new'))).toThrow(SecretUnreadable);
  });

  it('is stored unencrypted without a key, and can still be read once there is one', () => {
    const secret = keyless.make();
    expect(keyed.open(ID, keyless.seal(ID, secret))).toBe(secret);
  });
});
