import { firstKeyInstructions } from '../../../src/access/first-key.js';
import { keyCommands } from '../../../src/cli/key-commands.js';
import { eventually } from '../../support/eventually.js';
import { program } from '../../support/program-intakes.js';
import { databaseUrl } from '../../support/test-database.js';
import { type Person, WholeService } from '../../support/whole-service.js';
import { ServiceProcess } from '../start/service-process.js';

const log: string[] = [];
let service: WholeService;
let neighbor: WholeService;
let admin: Person;
beforeAll(async () => {
  service = await WholeService.open({ write: (line) => void log.push(line) });
  neighbor = await service.neighbor();
  admin = await service.person('Ada Admin', 'administrator');
});
afterAll(async () => {
  await neighbor.close();
  await service.close();
});

/** What a key gives access to at the desk, on the other process. */
const opens = async (secret: string, path = '/v1/audit?limit=1') => {
  const { status, body } = await neighbor.get(path).set('authorization', `Bearer ${secret}`);
  return status === 200 ? 'opens' : `${status} ${body.detail}`;
};
const acts = (id: string) =>
  service.dataSource.query<
    { action: string; actor_id: string | null; why: string | null; request_id: string }[]
  >('SELECT action, actor_id, why, request_id FROM audit WHERE entity_id = $1 ORDER BY seq', [id]);
async function newKey(wish: object = {}): Promise<{ id: string; secret: string }> {
  const { status, body } = await admin.post('/v1/keys', { name: 'Ann Author', roles: ['author'], ...wish });
  expect([status, body.errors]).toEqual([201, undefined]);
  return body as { id: string; secret: string };
}

describe('An administrator creates a key', () => {
  it('whose secret is in the answer and nowhere else, and the trail says who created it', async () => {
    const response = await admin.post('/v1/keys', {
      name: ' Partner ',
      scopes: ['match', 'changes'],
      expiresInDays: 30,
    });
    const { id, secret, ...rest } = response.body;
    expect([response.status, rest]).toEqual([
      201,
      {
        name: 'Partner',
        kind: 'secret',
        state: 'active',
        roles: [],
        scopes: ['match', 'changes'],
        origins: [],
        hint: expect.stringMatching(/^tn_live_.{4}…$/),
        createdAt: expect.any(String),
        expiresAt: expect.any(String),
        revokedAt: null,
        rotatedAt: null,
        lastUsedAt: null,
        formerSecrets: [],
      },
    ]);
    expect(Date.parse(rest.expiresAt) - Date.parse(rest.createdAt)).toBeCloseTo(30 * 86_400_000, -4);
    expect(secret).toMatch(/^tn_live_[\w-]{43}[0-9a-f]{8}$/);
    expect((await admin.get(`/v1/keys/${id}`)).body).toEqual({ id, ...rest });
    const everything = await service.dataSource.query(
      'SELECT (SELECT jsonb_agg(k) FROM access_key k) AS keys, (SELECT jsonb_agg(a) FROM audit a) AS acts',
    );
    expect(JSON.stringify(everything)).not.toContain(secret.slice(16));
    expect(await acts(id)).toEqual([
      { action: 'key.create', actor_id: admin.id, why: null, request_id: response.headers['x-request-id'] },
    ]);
  });

  it('and never gets the secret a second time, not even for the same Idempotency-Key', async () => {
    const send = () =>
      admin.post('/v1/keys', { name: 'Twice', roles: ['coach'] }).set('idempotency-key', 'one-wish');
    const [first, second] = [await send(), await send()];
    expect([first.status, second.status]).toEqual([201, 409]);
    expect(second.text).not.toContain(first.body.secret);
    expect(await service.dataSource.query('SELECT answer FROM idempotency_key')).toEqual([{ answer: null }]);
  });

  it.each([
    [{ name: 'Nothing' }, '/roles', 'give a person a role, a server a scope'],
    [{ name: 'King', roles: ['king'] }, '/roles/0', 'must be one of author, reviewer'],
    [{ name: 'Scope', scopes: ['change'] }, '/scopes/0', 'did you mean "changes"?'],
    [{ name: ' ', roles: ['author'] }, '/name', 'must not be blank'],
    [
      { name: 'Site', roles: ['author'], origins: ['https://site.example'] },
      '/origins',
      'are for publishable keys',
    ],
    [{ name: 'Site', kind: 'publishable' }, '/origins', 'such as https://site.example'],
    [
      { name: 'Site', kind: 'publishable', origins: ['https://*.site.example'] },
      '/origins/0',
      'must not have a wildcard',
    ],
    [
      { name: 'Site', kind: 'publishable', origins: ['https://a.example'], scopes: ['changes'] },
      '/scopes/0',
      'may have read and match',
    ],
    [
      { name: 'Site', kind: 'publishable', origins: ['https://a.example'], roles: ['coach'] },
      '/roles',
      'can be read by anyone',
    ],
    [{ name: 'Days', roles: ['coach'], expiresInDays: 0 }, '/expiresInDays', 'from 1 to 9999'],
  ])('or learns what is wrong: %j', async (wish, pointer, fix) => {
    const { status, body } = await admin.post('/v1/keys', wish);
    expect([400, 422]).toContain(status);
    expect(body.errors).toContainEqual(
      expect.objectContaining({ pointer, message: expect.stringContaining(fix) }),
    );
  });

  it('and no one else can read about it in the trail', async () => {
    await newKey();
    const author = await service.person('Ann Author', 'author');
    for (const [entity, who, isShown] of [
      ['key', admin, true],
      ['key', author, false],
      ['webhook', author, false],
    ] as const) {
      const { body } = await who.get(`/v1/audit?entity=${entity}`);
      expect((body as { acts: object[] }).acts.length > 0).toBe(isShown);
    }
  });

  it('which no one else may do', async () => {
    const editor = await service.person('Eve Editor', 'directory-editor', 'author', 'reviewer', 'coach');
    const { key } = await service.makeKey({ name: 'Other', roles: ['author'] });
    for (const call of [
      editor.post('/v1/keys', { name: 'Mine', roles: ['administrator'] }),
      editor.get('/v1/keys'),
      editor.get(`/v1/keys/${key.id}`),
      editor.post(`/v1/keys/${key.id}/rotate`),
      editor.post(`/v1/keys/${key.id}/revoke`),
    ]) {
      const { status, body } = await call;
      expect([status, body.detail]).toEqual([403, expect.stringContaining('needs the role administrator')]);
    }
  });
});

describe('Keys are listed', () => {
  it('the newest first, in pages, without their secrets, and each with an ETag', async () => {
    const ids: string[] = [];
    for (const name of ['one', 'two', 'three']) ids.unshift((await newKey({ name })).id);
    const first = await admin.get('/v1/keys?limit=2');
    expect(first.headers['link']).toMatch(/^<\/v1\/keys\?limit=2&cursor=.+>; rel="next"$/);
    const second = await admin.get(`/v1/keys?limit=1&cursor=${first.body.nextCursor}`);
    expect([...first.body.keys, ...second.body.keys].map(({ id }) => id)).toEqual(ids);
    expect(first.text).not.toContain('secret_hash');
    expect(Object.keys(first.body.keys[0])).not.toContain('secret');

    const one = await admin.get(`/v1/keys/${ids[0]}`);
    expect(one.headers['cache-control']).toBe('no-store');
    const again = await admin.get(`/v1/keys/${ids[0]}`).set('if-none-match', one.headers['etag']!);
    expect(again.status).toBe(304);
    expect((await admin.get('/v1/keys?cursor=made-up')).body.errors[0].parameter).toBe('cursor');
    expect((await admin.get('/v1/keys/00000000-0000-4000-8000-000000000000')).status).toBe(404);
  });

  it('all of them, also where many were made in one moment', async () => {
    await service.dataSource.query(
      `INSERT INTO access_key (id, name, roles, hint, secret_hash, created_at)
       SELECT gen_random_uuid(), 'many', ARRAY['coach'], 'tn_live_…', encode(sha256(i::text::bytea), 'hex'),
              '2026-01-01 00:00:00.000001Z'::timestamptz + (i / 3) * interval '1 microsecond'
         FROM generate_series(1, 25) i`,
    );
    const seen: string[] = [];
    for (let path: string | undefined = '/v1/keys?limit=4'; path;) {
      const { body } = await admin.get(path);
      seen.push(...body.keys.map(({ id }: { id: string }) => id));
      path = body.nextCursor && `/v1/keys?limit=4&cursor=${body.nextCursor}`;
    }
    const [{ count }] = await service.dataSource.query('SELECT count(*)::int AS count FROM access_key');
    expect([new Set(seen).size, seen.length]).toEqual([count, count]);
  });
});

describe('A key gets a new secret', () => {
  it('while the previous one stays valid for a day, and is listed meanwhile', async () => {
    const { id, secret } = await newKey();
    const rotated = await admin.post(`/v1/keys/${id}/rotate`);
    expect([rotated.status, rotated.body.id]).toEqual([200, id]);
    expect([await opens(secret), await opens(rotated.body.secret)]).toEqual(['opens', 'opens']);
    expect(rotated.body.formerSecrets).toEqual([
      { hint: `${secret.slice(0, 12)}…`, endsAt: expect.any(String) },
    ]);
    const [{ endsAt }] = rotated.body.formerSecrets;
    expect(Date.parse(endsAt) - Date.now()).toBeCloseTo(86_400_000, -5);
    await service.dataSource.query('UPDATE access_key_former_secret SET ends_at = now() WHERE key_id = $1', [
      id,
    ]);
    expect(await opens(secret)).toBe(
      '401 The key in Authorization was rotated and its overlap period has ended.',
    );
    expect([
      await opens(rotated.body.secret),
      (await admin.get(`/v1/keys/${id}`)).body.formerSecrets,
    ]).toEqual(['opens', []]);
    expect((await acts(id)).map(({ action, actor_id }) => [action, actor_id])).toEqual([
      ['key.create', admin.id],
      ['key.rotate', admin.id],
    ]);
  });

  it('twice where an answer was lost, and the one in use still opens', async () => {
    const { id, secret } = await newKey();
    await admin.post(`/v1/keys/${id}/rotate`);
    const { body } = await admin.post(`/v1/keys/${id}/rotate`, { overlapHours: 1, expiresInDays: 90 });
    expect([await opens(secret), await opens(body.secret)]).toEqual(['opens', 'opens']);
    expect(body.formerSecrets).toHaveLength(2);
    for (const { endsAt } of body.formerSecrets)
      expect(Date.parse(endsAt) - Date.now()).toBeLessThanOrEqual(3_600_000);
    expect(Date.parse(body.expiresAt) - Date.now()).toBeCloseTo(90 * 86_400_000, -5);
  });

  it('and without an overlap all earlier secrets expire at once, as a leak requires', async () => {
    const { id, secret } = await newKey();
    const second = (await admin.post(`/v1/keys/${id}/rotate`)).body.secret as string;
    const third = (await admin.post(`/v1/keys/${id}/rotate`, { overlapHours: 0, why: 'It leaked.' })).body;
    expect([await opens(secret), await opens(second), await opens(third.secret)]).toEqual([
      expect.stringContaining('was rotated'),
      expect.stringContaining('was rotated'),
      'opens',
    ]);
    expect((await acts(id)).at(-1)!.why).toBe('It leaked.');
  });

  it('only for an overlap of at most thirty days, and never after its end', async () => {
    const { id } = await newKey({ expiresInDays: 1 });
    const tooLong = await admin.post(`/v1/keys/${id}/rotate`, { overlapHours: 721 });
    expect(tooLong.body.errors).toEqual([
      { pointer: '/overlapHours', message: 'must be a whole number from 0 to 720' },
    ]);
    await service.dataSource.query(
      `UPDATE access_key SET created_at = now() - interval '2 days', expires_at = now() WHERE id = $1`,
      [id],
    );
    const late = await admin.post(`/v1/keys/${id}/rotate`);
    expect([late.status, late.body.detail]).toEqual([409, expect.stringContaining('has expired')]);
    await admin.post(`/v1/keys/${id}/revoke`);
    const later = await admin.post(`/v1/keys/${id}/rotate`);
    expect([later.status, later.body.detail]).toEqual([409, expect.stringContaining('is revoked')]);
  });
});

describe('A key is revoked', () => {
  it('with all its secrets, on another process too, from that moment', async () => {
    const { id, secret } = await newKey();
    const { secret: next } = (await admin.post(`/v1/keys/${id}/rotate`)).body;
    expect([await opens(secret), await opens(next), await opens(next, '/v1/vocabularies')]).toEqual(
      Array(3).fill('opens'),
    );
    const { status, body } = await admin.post(`/v1/keys/${id}/revoke`, { why: 'Ann has left.' });
    expect([status, body.state, body.formerSecrets]).toEqual([200, 'revoked', []]);
    for (const one of [secret, next])
      for (const path of ['/v1/audit', '/v1/vocabularies'])
        expect(await opens(one, path)).toBe('401 The key in Authorization was revoked.');
    const again = await admin.post(`/v1/keys/${id}/revoke`);
    expect([again.status, again.body]).toEqual([200, body]);
    expect((await acts(id)).map(({ action, why }) => [action, why])).toEqual([
      ['key.create', null],
      ['key.rotate', null],
      ['key.revoke', 'Ann has left.'],
    ]);
  });

  it('once under one Idempotency-Key, whose repeat is answered alike', async () => {
    const { id } = await newKey();
    const revoke = (why: string) =>
      admin.post(`/v1/keys/${id}/revoke`, { why }).set('idempotency-key', `revoke-${id}`);
    const [first, again, other] = [await revoke('Lost.'), await revoke('Lost.'), await revoke('Found.')];
    expect([first.headers['idempotent-replayed'], again.headers['idempotent-replayed']]).toEqual([
      undefined,
      'true',
    ]);
    expect([again.body, other.status]).toEqual([first.body, 422]);
  });

  it('so that requests with it that still wait are not carried out', async () => {
    const { id, secret } = await newKey({ roles: ['administrator'] });
    const leaked = service.holder(secret, { id, name: 'Leaked' });
    const importing = service.dataSource.createQueryRunner();
    await importing.startTransaction();
    await importing.query('SELECT pg_advisory_xact_lock(7240004)');
    const waiting = leaked
      .post('/v1/keys', { name: 'Back Door', roles: ['administrator'] })
      .then((one) => one);
    await eventually(async () => {
      const [{ count }] = await service.dataSource.query(
        `SELECT count(*)::integer AS count FROM pg_locks
          WHERE locktype = 'advisory' AND objid = 7240004 AND NOT granted AND database =
            (SELECT oid FROM pg_database WHERE datname = current_database())`,
      );
      expect(count).toBe(1);
    });
    await admin.post(`/v1/keys/${id}/revoke`);
    await importing.rollbackTransaction();
    await importing.release();
    const { status, body } = await waiting;
    expect([status, body.detail]).toEqual([401, expect.stringContaining('was revoked')]);
    const { keys } = (await admin.get('/v1/keys?limit=100')).body as { keys: { name: string }[] };
    expect(keys.map(({ name }) => name)).not.toContain('Back Door');
  });

  it('while an import holds the directory, because a leak cannot wait', async () => {
    const { id, secret } = await newKey();
    const importing = service.dataSource.createQueryRunner();
    await importing.startTransaction();
    await importing.query('SELECT pg_advisory_xact_lock(7240004)');
    try {
      expect((await admin.post(`/v1/keys/${id}/revoke`)).status).toBe(200);
      expect(await opens(secret)).toContain('was revoked');
    } finally {
      await importing.rollbackTransaction();
      await importing.release();
    }
  });
});

describe('On the command line', () => {
  /** The output of a command: its result, and its messages. */
  async function navigator(...args: string[]): Promise<{ out: string; err: string }> {
    const output = { out: '', err: '' };
    const spies = [
      jest.spyOn(console, 'log').mockImplementation((line: string) => void (output.out += line)),
      jest.spyOn(console, 'error').mockImplementation((line: string) => void (output.err += line)),
    ];
    try {
      const commands = keyCommands((use) => service.dataSource.transaction(use));
      await commands.parseAsync(args, { from: 'user' });
      return output;
    } finally {
      for (const spy of spies) spy.mockRestore();
    }
  }
  const idOf = async (name: string) =>
    (
      await service.dataSource.query<{ id: string }[]>('SELECT id FROM access_key WHERE name = $1', [name])
    )[0]!.id;

  it('a publishable key is created, listed with its sites, rotated and revoked', async () => {
    const made = await navigator(
      ...'create --publishable --name Site --origin HTTPS://Site.example/'.split(' '),
      ...'--origin http://localhost:8080 --days 30'.split(' '),
    );
    expect(made.out).toMatch(/^tn_pub_[\w-]{43}[0-9a-f]{8}$/);
    expect(made.err).toContain(
      'Key for Site (read, match from https://site.example, http://localhost:8080).',
    );
    const id = await idOf('Site');
    const from = (secret: string) =>
      neighbor
        .get('/v1/vocabularies')
        .set({ authorization: `Bearer ${secret}`, origin: 'https://site.example' });
    expect((await from(made.out)).status).toBe(200);
    const renewed = await navigator('rotate', id, '--overlap', '1');
    expect(renewed.err).toContain('earlier secrets work for 1 hour more');
    expect([(await from(made.out)).status, (await from(renewed.out)).status]).toEqual([200, 200]);
    expect((await navigator('list')).out).toMatch(
      new RegExp(
        `${id}  tn_pub_.{4}…  Site \\(read, match from .*, never used, tn_pub_.{4}… until .*Z, expires `,
      ),
    );
    await navigator('rotate', id, '--overlap', '0');
    expect((await from(renewed.out)).status).toBe(401);
    expect((await navigator('revoke', id)).out).toContain('Revoked: ');
    await expect(navigator('rotate', id)).rejects.toThrow('is revoked and cannot be rotated');
    expect((await acts(id)).map(({ action }) => action)).toEqual([
      'key.create',
      'key.rotate',
      'key.rotate',
      'key.revoke',
    ]);
  });

  it('a key with scopes is created for a server', async () => {
    const { out } = await navigator('create', '--scope', 'match', '--scope', 'changes', '--name', 'Server');
    expect((await admin.get(`/v1/keys/${await idOf('Server')}`)).body).toMatchObject({
      kind: 'secret',
      roles: [],
      scopes: ['match', 'changes'],
    });
    expect(await opens(out)).toContain('403 ');
  });

  it('the last administrator key may be revoked, and the next start says how to create another', async () => {
    expect(await firstKeyInstructions(service.dataSource)).toBeUndefined();
    const { keys } = (await admin.get('/v1/keys?limit=100')).body as {
      keys: { id: string; roles: string[] }[];
    };
    for (const { id, roles } of keys) if (roles.includes('administrator')) await navigator('revoke', id);
    // If there is a program, a start does not load the demonstration.
    await service.store('survey', [program('Elm Clinic', { conditions: { yes: ['alcohol'] } })]);
    const next = new ServiceProcess({ DATABASE_URL: databaseUrl(service.connection), LOG_LEVEL: 'info' });
    await next.address();
    await next.stop();
    expect(next.output.split('\n').filter((line) => /administrator|password/.test(line))).toEqual([
      'No administrator has a key yet. Create one: npm run -s navigator -- key create --role administrator --name "Your Name"',
    ]);
    await navigator('create', '--role', 'administrator', '--name', 'Next');
    expect(await firstKeyInstructions(service.dataSource)).toBeUndefined();
  });
});

describe('The log', () => {
  it('holds no secret, whatever was done with it', async () => {
    const secrets = [...log.join('').matchAll(/tn_(?:live|pub)_[\w-]{5,}/g)];
    expect([log.length > 100, secrets]).toEqual([true, []]);
    expect(log.join('')).not.toMatch(/authorization|Bearer/i);
  });
});

describe('The last key of an administrator', () => {
  beforeEach(async () => {
    await service.dataSource.query(
      `UPDATE access_key SET revoked_at = now() WHERE 'administrator' = ANY (roles) AND revoked_at IS NULL`,
    );
    admin = await service.person('Ada Admin', 'administrator');
  });

  it('is not revoked over HTTP, and the answer says why and how it can be', async () => {
    const { status, body } = await admin.post(`/v1/keys/${admin.id}/revoke`);
    expect([status, body.detail]).toEqual([
      409,
      'This is the last key with the role administrator, and keys can be created over HTTP only with it. Create another ' +
        `first, or revoke it on the command line: navigator key revoke ${admin.id}`,
    ]);
    expect((await admin.get('/v1/keys?limit=1')).status).toBe(200);
  });

  it('is left if two administrators revoke each other’s at once', async () => {
    const other = await service.person('Otto Admin', 'administrator');
    const answers = await Promise.all([
      admin.post(`/v1/keys/${other.id}/revoke`),
      neighbor.holder(other.token, other).post(`/v1/keys/${admin.id}/revoke`),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const [{ left }] = await service.dataSource.query(
      `SELECT count(*)::int AS left FROM access_key WHERE 'administrator' = ANY (roles) AND revoked_at IS NULL`,
    );
    expect(left).toBe(1);
  });
});
