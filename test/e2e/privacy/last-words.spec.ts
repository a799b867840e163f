import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { Client } from 'pg';
import { clientOptions, databaseUrl, emptyDatabase } from '../../support/test-database.js';
import { ServiceProcess } from '../start/service-process.js';

/** A failed database statement, with the values that a client sent. */
const FAILURE = `process.on('SIGUSR2', () => {
  const said = ['qwh', 'zx'].join('');
  throw Object.assign(new Error('Key (name)=(' + said + ') already exists'), {
    name: 'QueryFailedError', code: '23505', query: 'INSERT INTO ticket VALUES ($1)', parameters: [said],
    driverError: { detail: said } });
});`;

/** Accepts connections and never responds, so that the service is waiting for its database when it is killed. */
let silence: Server;
beforeAll(async () => {
  silence = createServer(() => {}).listen(0, '127.0.0.1');
  await once(silence, 'listening');
});
afterAll(() => silence.close());

describe('A start that fails for an unforeseen reason', () => {
  it('also ends with such a line, and without the message of the database', async () => {
    const database = await emptyDatabase();
    const client = new Client(clientOptions(database.connection));
    await client.connect();
    await client.query('CREATE TABLE location (somebody text)');
    await client.end();
    const service = new ServiceProcess({
      DATABASE_URL: databaseUrl(database.connection),
      LOG_LEVEL: 'silent',
    });
    const { code, errors } = await service.end();
    await database.drop();
    expect([code, errors.trimEnd().split('\n').length, service.output]).toEqual([1, 1, '']);
    expect(JSON.parse(errors)).toMatchObject({
      level: 60,
      error: { name: 'QueryFailedError', code: '42P07' },
    });
  });
});

describe('An uncaught error', () => {
  it('ends the service with a line that says what failed and where, and nothing that was sent', async () => {
    const { port } = silence.address() as AddressInfo;
    const service = new ServiceProcess({
      DATABASE_URL: `postgres://navigator@127.0.0.1:${port}/directory`,
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(FAILURE)}`,
    });
    const [socket] = (await once(silence, 'connection')) as [Socket];
    const { code, errors } = await service.stop('SIGUSR2');
    socket.destroy();
    expect(code).toBe(1);
    expect(JSON.parse(errors.split('\n')[0] ?? '')).toMatchObject({
      level: 60,
      error: {
        name: 'QueryFailedError',
        code: '23505',
        query: 'INSERT INTO ticket VALUES ($1)',
        stack: expect.stringMatching(/^\s+at /),
      },
    });
    expect(errors + service.output).not.toContain('qwhzx');
  });
});
