import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnv } from './env.js';
import { SECRETS } from './secret-files.js';

describe('A secret in a file', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'secrets-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const file = (name: string, content: string) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };

  it('is read like the variable, without the line end', () => {
    const [next, before] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
    const env = readEnv({
      DATABASE_URL_FILE: file('database', 'postgres://app:s%23cret@db.example/navigator\n'),
      REDIS_URL_FILE: file('redis', 'redis://:pw@cache.example:6379/0\r\n'),
      WEBHOOK_SECRET_KEY_FILE: file('keys', `${next.toString('base64')}\n${before.toString('base64')}\n`),
    });
    expect([env.databaseUrl, env.limits.redisUrl, env.webhookSecretKeys]).toEqual([
      'postgres://app:s%23cret@db.example/navigator',
      'redis://:pw@cache.example:6379/0',
      [next, before],
    ]);
  });

  it.each(SECRETS)('is refused beside the variable itself: %s', (name) => {
    expect(() => readEnv({ [name]: 'a', [`${name}_FILE`]: '/b' })).toThrow(
      `${name}_FILE and ${name} are both set: leave one out.`,
    );
  });

  it('is refused with a sentence that says why, and none that shows it', () => {
    const complaint = (DATABASE_URL_FILE: string) => {
      try {
        return readEnv({ DATABASE_URL_FILE });
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect(complaint('/nowhere/at-all')).toBe(
      'DATABASE_URL_FILE is "/nowhere/at-all": the file cannot be read (ENOENT); name one that this account can read.',
    );
    expect(complaint(file('empty', ' \n'))).toMatch(/the file is empty; write the value into it\.$/);
    expect(complaint(file('wrong', 'mysql://root:hunter2@db'))).not.toContain('hunter2');
  });

  it('may be two keys for webhooks, and no more', () => {
    const key = Buffer.alloc(32, 1).toString('base64');
    expect(() => readEnv({ WEBHOOK_SECRET_KEY: `${key},${key},${key}` })).toThrow(
      'WEBHOOK_SECRET_KEY is "…": set it to one key, or to the new one and the one before, with a comma.',
    );
  });
});
