import { bestOf, chooseServer, connectionToOneOf, whenAnotherIsChosen } from './server-choice.js';
import { databaseUrl, testDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { DatabaseProxy } from '../../test/support/database-proxy.js';

const primary = (timeline?: number) => ({ isStandby: false, timeline });
const standby = (timeline?: number) => ({ isStandby: true, timeline });

describe('of several servers', () => {
  it.each([
    ['the primary', { a: standby(1), b: primary(1) }, 'a', 'b'],
    ['the one that took over, if the old primary is back', { a: primary(1), b: primary(2) }, 'a', 'b'],
    ['a standby, if no primary answers', { a: undefined, b: standby(1) }, 'a', 'b'],
    ['the one that was used, if none answers', { a: undefined, b: undefined }, 'b', 'b'],
    ['the one that was used, if two are alike', { a: standby(1), b: standby(1) }, 'b', 'b'],
    ['a primary whose timeline is not told', { a: standby(4), b: primary() }, 'a', 'b'],
  ] as const)('is chosen %s', (_which, states, before, expected) => {
    const asked = Object.entries(states).map(([url, state]) => ({ url, state }));
    expect(bestOf(asked, before)).toBe(expected);
  });
});

describe('a connection to one of several servers', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());

  it('goes to one that answers, ends what is open to another, and is a plain value for a thread', async () => {
    const proxy = await DatabaseProxy.beforeDatabase(database.connection);
    proxy.cut();
    const [away, there] = [databaseUrl(proxy.connection), databaseUrl(database.connection)];
    const connection = connectionToOneOf([away, there], {});
    let ended = 0;
    whenAnotherIsChosen(connection, () => (ended += 1));
    expect(connection.url).toBe(away);
    expect([await chooseServer(connection), connection.url, ended]).toEqual([true, there, 1]);
    expect([await chooseServer(connection), ended]).toEqual([false, 1]);
    expect(structuredClone(connection)).toEqual({ url: there });
    await proxy.close();
  });
});
