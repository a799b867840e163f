import { setTimeout as sleep } from 'node:timers/promises';
import { testDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { ChangeListener } from './change-listener.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

describe('the listener', () => {
  it.each([0, 1, 2, 4, 8, 16])(
    'stops %i ms after its start, connected or not',
    async (ms) => {
      let away = 0;
      const listener = new ChangeListener(database.connection, {
        onNews: async () => {},
        onAway: () => away++,
      });
      listener.start();
      // Not even one turn of the event loop, or the connection would be open.
      if (ms > 0) await sleep(ms);
      await listener.stop();
      expect(away).toBe(0);
    },
    20_000,
  );
});
