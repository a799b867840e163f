import { setTimeout as sleep } from 'node:timers/promises';
import { KeyUses } from '../../../src/access/key-uses.js';
import { DatabaseProxy } from '../../support/database-proxy.js';
import { program } from '../../support/program-intakes.js';
import { WholeService } from '../../support/whole-service.js';

const SITE = 'https://site.example';
const NEED = { assessment: { conditions: [{ condition: 'alcohol', severity: 'mild' }] } };

let service: WholeService;
beforeAll(async () => {
  service = await WholeService.open();
  await service.store('survey', [program('Elm Clinic', { conditions: { yes: ['alcohol'] } })]);
});
afterAll(() => service.close());

describe('While the database is unavailable', () => {
  let proxy: DatabaseProxy;
  let cutOff: WholeService;
  beforeEach(async () => {
    proxy = await DatabaseProxy.beforeDatabase(service.connection);
    cutOff = await service.neighbor(proxy.connection);
    await cutOff.settled();
  });
  afterEach(async () => {
    proxy.restore();
    await cutOff.close();
    await proxy.close();
  });

  const match = (token: string, origin?: string) => {
    const call = cutOff.post('/v1/matches', NEED).set('authorization', `Bearer ${token}`);
    return origin === undefined ? call : call.set('origin', origin);
  };
  const publishable = () =>
    service.makeKey({ name: 'Site', kind: 'publishable', scopes: ['match'], origins: [SITE] });

  it('what is open to all is answered: with known keys from memory, with others as the public’s', async () => {
    const coach = await service.person('Cory Coach', 'coach');
    const unseen = await service.person('Ulla Unseen', 'coach');
    const { token: page } = await publishable();
    expect([(await match(coach.token)).status, (await match(page, SITE)).status]).toEqual([200, 200]);
    proxy.cut();
    for (const token of [coach.token, unseen.token]) {
      const { status, body } = await match(token);
      expect([status, body.ranking.stale]).toEqual([200, true]);
    }
    expect((await match(page, SITE)).status).toBe(200);
    expect((await match(page, 'https://evil.example')).status).toBe(403);
    expect((await match(coach.token.slice(0, -1))).status).toBe(401);
    expect((await cutOff.get('/v1/instruments').set('authorization', `Bearer ${coach.token}`)).status).toBe(
      200,
    );
  });

  it('nothing waits for long, even if the network drops everything', async () => {
    const coach = await service.person('Cory Coach', 'coach');
    await match(coach.token);
    proxy.silence();
    for (const token of [coach.token, (await service.person('New Coach', 'coach')).token])
      expect((await match(token)).status).toBe(200);
  });

  it('what needs a role or writes is refused until it is back, and a key that has expired meanwhile is not accepted', async () => {
    const editor = await service.person('Eve Editor', 'directory-editor');
    const as = cutOff.holder(editor.token, editor);
    expect((await as.get('/v1/audit')).status).toBe(200);
    const endsAt = Date.now() + 2_000;
    const { token } = await service.makeKey({ name: 'P', scopes: ['match'], expiresAt: new Date(endsAt) });
    expect((await match(token)).status).toBe(200);
    proxy.cut();
    for (const call of [as.get('/v1/audit'), as.post('/v1/programs', { name: 'New' })]) {
      const { status, headers, body } = await call;
      expect([status, headers['retry-after'], body.detail]).toEqual([
        503,
        '5',
        'Keys cannot be checked at the moment. Try again shortly.',
      ]);
    }
    await sleep(Math.max(0, endsAt - Date.now()));
    expect((await match(token)).body.detail).toContain('has expired');
    proxy.restore();
    expect((await as.get('/v1/audit')).status).toBe(200);
  });
});

describe('When a key was last used', () => {
  const lastUse = async (id: string, of = service): Promise<string | null> => {
    const admin = await of.person('Ada Admin', 'administrator');
    return (await admin.get(`/v1/keys/${id}`)).body.lastUsedAt as string | null;
  };
  const minute = expect.stringMatching(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:00\.000Z$/);

  it('is written to the minute when the service stops, and no address with it', async () => {
    const other = await service.neighbor();
    const coach = await service.person('Cory Coach', 'coach');
    const { key: unused } = await service.makeKey({ name: 'Unused', scopes: ['read'] });
    await other.holder(coach.token, coach).get('/v1/vocabularies');
    expect(await lastUse(coach.id)).toBeNull();
    await other.close();
    expect([await lastUse(coach.id), await lastUse(unused.id)]).toEqual([minute, null]);
    const [row] = await service.dataSource.query('SELECT * FROM access_key WHERE id = $1', [coach.id]);
    expect(JSON.stringify(row)).not.toContain('127.0.0.1');
  });

  it('is written once a minute, however often it is used', async () => {
    const coach = await service.person('Cory Coach', 'coach');
    const uses = service.part(KeyUses);
    const writes = async () => {
      const [{ xmin }] = await service.dataSource.query('SELECT xmin FROM access_key WHERE id = $1', [
        coach.id,
      ]);
      return xmin as string;
    };
    const use = async (at: Date) => {
      uses.note(coach.id, at);
      await uses.write();
      return writes();
    };
    const first = await use(new Date('2026-11-24T10:00:01Z'));
    expect(await use(new Date('2026-11-24T10:00:59Z'))).toBe(first);
    expect(await use(new Date('2026-11-24T10:01:00Z'))).not.toBe(first);
    expect(await lastUse(coach.id)).toBe('2026-11-24T10:01:00.000Z');
  });

  it('fails no request where it cannot be written, and is written later', async () => {
    const coach = await service.person('Cory Coach', 'coach');
    const uses = service.part(KeyUses);
    await service.dataSource.query('ALTER TABLE access_key RENAME COLUMN last_used_at TO elsewhere');
    await coach.get('/v1/vocabularies').expect(200);
    await uses.write();
    await service.dataSource.query('ALTER TABLE access_key RENAME COLUMN elsewhere TO last_used_at');
    await uses.write();
    expect(await lastUse(coach.id)).toEqual(minute);
  });
});
