import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Client } from 'pg';
import request from 'supertest';
import { DataSource } from 'typeorm';
import { createKey } from '../../../src/access/access-keys.js';
import { AppModule } from '../../../src/app.module.js';
import { projectFolder } from '../../../src/config/project-folder.js';
import { createHttpApp } from '../../../src/create-app.js';
import { type Connection, dataSourceOptions } from '../../../src/database/connection.js';
import { migrate } from '../../../src/database/migrate.js';
import { ENTITIES } from '../../../src/entities.js';
import { seedRegistry } from '../../../src/evidence/registry-seed.js';
import { today } from '../../support/days.js';
import { clientOptions, databaseUrl, emptyDatabase, type TestDatabase } from '../../support/test-database.js';

const ROLES = readFileSync(join(projectFolder, 'ops/sql/roles.sql'), 'utf8');

let database: TestDatabase;
let app: NestFastifyApplication;
const closing: (() => Promise<unknown>)[] = [];

/** The database as one of the roles, as its login would be. */
function as(role: string): Connection {
  const url = databaseUrl(database.connection);
  return { url: `${url}${url.includes('?') ? '&' : '?'}options=${encodeURIComponent(`-c role=${role}`)}` };
}

async function run(connection: Connection, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client(clientOptions(connection));
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

const attempt = (role: string, sql: string) =>
  run(as(role), sql).then(
    () => 'done',
    ({ code }: { code: string }) => code,
  );

async function rolesOfServer({ connection } = database): Promise<string[]> {
  const rows = await run(connection, `SELECT rolname FROM pg_roles WHERE rolname LIKE 'navigator\\_%'`);
  return rows.map(({ rolname }) => String(rolname));
}

/** SQLSTATE of what a role may not do. */
const REFUSED = '42501';

describe('The roles of ops/sql/roles.sql', () => {
  beforeAll(async () => {
    database = await emptyDatabase();
    const known = await rolesOfServer();
    closing.push(async () => {
      await database.drop();
      // Roles are of the whole server: those that were not there before go.
      const server = await emptyDatabase();
      for (const role of (await rolesOfServer(server)).filter((one) => !known.includes(one)))
        await run(server.connection, `DROP ROLE ${role}`);
      await server.drop();
    });
    await run(database.connection, ROLES);
    await migrate(as('navigator_owner'), () => undefined);
    await run(database.connection, ROLES);
    const dataSource = await new DataSource({
      ...dataSourceOptions(as('navigator_app')),
      entities: ENTITIES,
    }).initialize();
    closing.push(() => dataSource.destroy());
    await dataSource.transaction((manager) => seedRegistry(manager));
    app = await createHttpApp(AppModule.register(as('navigator_app'), {}, {}), { logLevel: 'silent' });
    closing.push(() => app.close());
    await app.listen(0, '127.0.0.1');
  });
  afterAll(async () => {
    for (const close of closing.reverse()) await close();
  });

  it('let the service work as navigator_app: it starts, finds nothing to migrate, edits, reports and matches', async () => {
    await migrate(as('navigator_app'), () => undefined);
    const { token } = await app
      .get(DataSource)
      .transaction((manager) =>
        createKey(manager, { name: 'Eve Editor', roles: ['directory-editor'] }, { name: 'a test' }),
      );
    const server = app.getHttpServer();
    const post = (path: string, body: object, secret = token) =>
      request(server)
        .post(path)
        .set('authorization', `Bearer ${secret}`)
        .set('idempotency-key', path)
        .send(body);
    const made = await post('/v1/programs', {
      name: 'Elm Evening Program',
      organization: { name: 'Elm' },
      location: { street1: '2 Elm Street', city: 'New Haven', state: 'CT', postalCode: '06511' },
      facts: { conditions: { yes: ['alcohol'] } },
      standing: 'self-reported',
      why: 'On the list of the state.',
    });
    expect(made.status).toBe(201);
    const id = (made.body as { id: string }).id;
    const told = await post(`/v1/programs/${id}/observations`, {
      fact: 'waitDays',
      value: 3,
      how: 'call',
      learnedOn: today,
    });
    const report = await request(server)
      .post(`/v1/programs/${id}/reports`)
      .send({ about: 'phone', wrong: 'Old.' });
    const search = await request(server).get('/v1/programs?q=elm');
    const match = await request(server)
      .post('/v1/matches')
      .send({ assessment: { conditions: [{ condition: 'alcohol', severity: 'mild' }] } });
    expect([told.status, report.status, search.status, match.status]).toEqual([201, 201, 200, 200]);
    const [acts] = await run(database.connection, 'SELECT count(*)::int AS count FROM audit');
    expect(acts).toEqual({ count: 4 });
  });

  it.each([
    ['makes a table', 'CREATE TABLE mine (a int)'],
    ['drops one', 'DROP TABLE audit'],
    ['changes one', 'ALTER TABLE audit DISABLE TRIGGER USER'],
    ['takes a row out of the audit trail', 'DELETE FROM audit'],
    ['rewrites one', `UPDATE audit SET why = ''`],
    ['empties the change table', 'TRUNCATE change'],
    ['takes a change out', 'DELETE FROM change'],
    ['says that a migration was done', `INSERT INTO migrations (timestamp, name) VALUES (1, 'x')`],
    ['turns triggers off', `SET session_replication_role = replica`],
    ['runs a program', `COPY audit TO PROGRAM 'true'`],
  ])('refuse navigator_app what %s', async (_what, sql) => {
    expect(await attempt('navigator_app', sql)).toBe(REFUSED);
  });

  it('let navigator_read read the directory, and no key, no ticket and no trail', async () => {
    expect(await attempt('navigator_read', 'SELECT count(*) FROM program')).toBe('done');
    for (const table of ['access_key', 'ticket', 'audit', 'webhook', 'installation', 'idempotency_key'])
      expect([table, await attempt('navigator_read', `SELECT * FROM ${table}`)]).toEqual([table, REFUSED]);
    expect(await attempt('navigator_read', `UPDATE program SET name = ''`)).toBe(REFUSED);
  });
});
