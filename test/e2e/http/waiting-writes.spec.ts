import type { ProgramPage } from '../../../src/directory/program-search.dto.js';
import { takeWriterLock } from '../../../src/database/writer-lock.js';
import { eventually } from '../../support/eventually.js';
import { program } from '../../support/program-intakes.js';
import { WholeService } from '../../support/whole-service.js';

/** More than the pool has connections. */
const MANY = 12;

let service: WholeService;
let ids: string[];
beforeAll(async () => {
  service = await WholeService.open();
  await service.store(
    'survey',
    Array.from({ length: MANY }, (_, number) => program(`Clinic ${number}`, {})),
  );
  const { programs } = (await service.get('/v1/programs')).body as ProgramPage;
  ids = programs.map(({ id }) => id);
});
afterAll(() => service.close());

const report = (id: string) =>
  service.post(`/v1/programs/${id}/reports`, { about: 'phone', wrong: 'Nobody answers.' });
const waitingForTheLock = async () => {
  const [row]: [{ count: string }] = await service.dataSource.query(
    `SELECT count(*) FROM pg_locks l JOIN pg_database d ON d.oid = l.database
      WHERE locktype = 'advisory' AND NOT granted AND d.datname = current_database()`,
  );
  return Number(row.count);
};

describe('Writes that wait for an import', () => {
  it('take no connection from reads, and are carried out afterwards', async () => {
    const writes = await service.dataSource.transaction(async (manager) => {
      await takeWriterLock(manager);
      const under = ids.map((id) => report(id).then(({ status }) => status));
      await eventually(async () => expect(await waitingForTheLock()).toBe(1));
      for (const path of ['/v1/programs', `/v1/programs/${ids[0]}`, '/v1/approaches', '/health/ready']) {
        const asked = performance.now();
        const { status } = await service.get(path);
        expect([path, status, performance.now() - asked < 2_000]).toEqual([path, 200, true]);
      }
      expect((await service.post('/v1/matches', {})).status).toBe(200);
      expect(await waitingForTheLock()).toBe(1);
      return under;
    });
    expect(new Set(await Promise.all(writes))).toEqual(new Set([201]));
  });
});
