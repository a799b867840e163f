import { runNavigator } from '../../support/run-navigator.js';
import { type TestDatabase, testDatabase } from '../../support/test-database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const navigator = (...args: string[]) => runNavigator(database.connection, args);

describe('navigator key', () => {
  it('creates a key that is shown once, lists it without its secret, and revokes it', async () => {
    const made = await navigator('key', 'create', '--role', 'author', '--role', 'coach', '--name', 'Ann');
    expect(made.code).toBe(0);
    expect(made.out).toMatch(/^tn_live_[\w-]{43}[0-9a-f]{8}\n$/);
    expect(made.err).toContain('Key for Ann (author, coach).');
    const listed = await navigator('key', 'list');
    expect(listed.out).toMatch(
      /^[0-9a-f-]{36} {2}tn_live_.{4}… {2}Ann \(author, coach\), created .*, never expires\n$/,
    );
    const id = listed.out.slice(0, 36);
    expect((await navigator('key', 'revoke', id)).out).toMatch(/^Revoked: /);
    const unknown = await navigator('key', 'revoke', 'nothing');
    expect([unknown.code, unknown.err]).toEqual([1, expect.stringContaining('There is no key nothing')]);
    const trail = await navigator('audit');
    const acts = trail.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { action: string });
    expect(acts.map(({ action }) => action)).toEqual(['key.create', 'key.revoke']);
  });
});

describe('navigator review due', () => {
  it('prints the work of the desk', async () => {
    const { code, out } = await navigator('review', 'due');
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(
        /Ratings whose review is overdue[^]*Tickets on programs: 0[^]*Signed by nobody yet: \d+ of \d+ items of plans\./,
      ),
    ]);
  });
});
