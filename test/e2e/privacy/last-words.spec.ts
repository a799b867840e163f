import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ServiceProcess } from '../start/service-process.js';

/** As a statement of the database fails, with the values that somebody sent. */
const FAILURE = `process.on('SIGUSR2', () => {
  const said = ['qwh', 'zx'].join('');
  throw Object.assign(new Error('Key (name)=(' + said + ') already exists'), {
    name: 'QueryFailedError', code: '23505', query: 'INSERT INTO ticket VALUES ($1)', parameters: [said],
    driverError: { detail: said } });
});`;

/** Accepts and says nothing, so that the service waits for its database when it is struck. */
let silence: Server;
beforeAll(async () => {
  silence = createServer(() => {}).listen(0, '127.0.0.1');
  await once(silence, 'listening');
});
afterAll(() => silence.close());

describe('An error that nobody caught', () => {
  it('ends the service with a line that tells what failed and where, and nothing that was sent', async () => {
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
