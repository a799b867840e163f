import { createToken } from '../../../src/access/key-token.js';
import { createKey, revokeKey } from '../../../src/access/access-keys.js';
import { recordAudit } from '../../../src/database/audit-trail.js';
import { WholeService } from '../../support/whole-service.js';

const COMMAND_LINE = { name: 'a test' };

describe('A key', () => {
  let service: WholeService;
  beforeAll(async () => {
    service = await WholeService.open();
  });
  afterAll(() => service.close());

  const audit = (authorization: string) => service.get('/v1/audit').set('authorization', authorization);

  it('is accepted for what its role may do', async () => {
    const editor = await service.person('Eve Editor', 'directory-editor');
    expect((await editor.get('/v1/audit')).status).toBe(200);
  });

  it('is refused for what needs another role, and the answer names the role', async () => {
    const coach = await service.person('Cory Coach', 'coach');
    const response = await coach.get('/v1/audit');
    expect([response.status, response.body.detail]).toEqual([
      403,
      'This needs the role author or reviewer or directory-editor or administrator; this key has coach.',
    ]);
  });

  it('is required if there is none', async () => {
    const response = await service.get('/v1/audit');
    expect([response.status, response.headers['www-authenticate']]).toEqual([
      401,
      'Bearer realm="treatment-navigator"',
    ]);
  });

  it.each([
    ['cut', (token: string) => `Bearer ${token.slice(0, -1)}`, 'may be cut off or mistyped'],
    ['mistyped', (token: string) => `Bearer ${token.slice(0, 20)}~${token.slice(21)}`, 'cut off or mistyped'],
    ['of another scheme', (token: string) => `Basic ${token}`, 'is not a key'],
    ['that was never issued', () => `Bearer ${createToken()}`, 'is not a key of this service'],
  ])('that is %s is refused, even for what is open to all', async (_what, header, why) => {
    const { token } = await service.person('Ann Author', 'author');
    for (const path of ['/v1/audit', '/v1/vocabularies']) {
      const response = await service.get(path).set('authorization', header(token));
      expect([response.status, response.body.detail]).toEqual([401, expect.stringContaining(why)]);
    }
  });

  it('is refused once it has expired', async () => {
    const { dataSource } = service;
    const { key, token } = await createKey(
      dataSource.manager,
      { name: 'Past', roles: ['author'] },
      COMMAND_LINE,
    );
    await dataSource.query(
      `UPDATE access_key SET created_at = now() - interval '2 days', expires_at = now() - interval '1 day' WHERE id = $1`,
      [key.id],
    );
    expect((await audit(`Bearer ${token}`)).body.detail).toContain('has expired');
  });

  it('is refused from the moment it is revoked', async () => {
    const { key, token } = await createKey(
      service.dataSource.manager,
      { name: 'Gone', roles: ['author'] },
      COMMAND_LINE,
    );
    expect((await audit(`Bearer ${token}`)).status).toBe(200);
    await revokeKey(service.dataSource.manager, key.id, COMMAND_LINE);
    expect((await audit(`Bearer ${token}`)).body.detail).toContain('was revoked');
  });

  it('is kept as a hash only', async () => {
    const { token } = await service.person('Hash Only', 'author');
    const rows = await service.dataSource.query('SELECT * FROM access_key');
    const trail = await service.dataSource.query('SELECT * FROM audit');
    expect(JSON.stringify([rows, trail])).not.toContain(token.slice(12));
  });
});

describe('The audit trail', () => {
  let service: WholeService;
  beforeAll(async () => {
    service = await WholeService.open();
  });
  afterAll(() => service.close());

  it('is read in order, by kind of thing and from a number on', async () => {
    const admin = await service.person('Ada Admin', 'administrator');
    for (const entityId of ['a', 'b', 'c'])
      await recordAudit(service.dataSource.manager, {
        actor: { name: 'a test' },
        action: 'thing.move',
        entity: 'thing',
        entityId,
        before: { at: 1 },
        after: { at: 2 },
        why: 'to see it',
      });
    const first = (await admin.get('/v1/audit?entity=thing&limit=2')).body;
    expect(first.acts.map(({ entityId }: { entityId: string }) => entityId)).toEqual(['a', 'b']);
    expect(first.acts[0]).toMatchObject({
      actorName: 'a test',
      action: 'thing.move',
      before: { at: 1 },
      after: { at: 2 },
      why: 'to see it',
    });
    const rest = (await admin.get(`/v1/audit?entity=thing&since=${first.nextSince}`)).body;
    expect(rest.acts.map(({ entityId }: { entityId: string }) => entityId)).toEqual(['c']);
    expect(rest).not.toHaveProperty('nextSince');
    expect((await admin.get('/v1/audit?entity=key')).body.acts).toHaveLength(1);
  });

  it.each(["UPDATE audit SET why = 'another'", 'DELETE FROM audit', 'TRUNCATE audit'])(
    'refuses in the database itself: %s',
    async (sql) => {
      await service.person('Somebody', 'author');
      await expect(service.dataSource.query(sql)).rejects.toThrow('append-only');
    },
  );
});
