import { DataSource } from 'typeorm';
import { DatabaseProxy } from '../../test/support/database-proxy.js';
import { testDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { dataSourceOptions } from './connection.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

/** The message of a PostgreSQL backend whose server was killed: code 57P01. */
function lastWords(): Buffer {
  const fields = Buffer.from(
    'SFATAL\0VFATAL\0C57P01\0Mterminating connection due to unexpected postmaster exit\0\0',
  );
  const head = Buffer.from('E\0\0\0\0');
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}

describe('a connection of the pool', () => {
  it('fails its user, and not the process, when the server dies at the moment it accepts the connection', async () => {
    const proxy = await DatabaseProxy.beforeDatabase(database.connection);
    const dataSource = new DataSource(dataSourceOptions(proxy.connection));
    await dataSource.initialize();
    // Takes the existing connection, so that the next one is new.
    const holder = dataSource.createQueryRunner();
    await holder.connect();
    proxy.addToNextAnswer(lastWords());
    await expect(dataSource.query('SELECT 1')).rejects.toThrow();
    expect(await dataSource.query('SELECT 1 AS answer')).toEqual([{ answer: 1 }]);
    await holder.release();
    await dataSource.destroy();
    await proxy.close();
  });
});
