import { WEBHOOK_EVENTS } from '../../../src/feed/webhooks/webhook-message.js';
import { type Person, WholeService } from '../../support/whole-service.js';

const URL = 'https://hooks.example.org/navigator?token=not-for-the-trail';
const SECRET = /^whsec_[A-Za-z0-9+/]{43}=$/;

let service: WholeService;
let admin: Person;
beforeAll(async () => {
  service = await WholeService.open(undefined, { webhookSecretKeys: [Buffer.alloc(32, 7)] });
  admin = await service.person('Ada Admin', 'administrator');
});
afterAll(() => service.close());

async function made(body: object = {}): Promise<{ id: string; secret: string }> {
  const response = await admin.post('/v1/webhooks', { name: 'Partner', url: URL, ...body });
  expect([response.status, response.body.errors]).toEqual([201, undefined]);
  return response.body as { id: string; secret: string };
}

describe('POST /v1/webhooks', () => {
  it('creates an endpoint that gets everything, and shows its secret once', async () => {
    const response = await admin.post('/v1/webhooks', { name: 'Partner', url: URL });
    const { secret, ...webhook } = response.body as { id: string; secret: string };
    expect(secret).toMatch(SECRET);
    expect([response.status, response.headers['location']]).toEqual([201, `/v1/webhooks/${webhook.id}`]);
    expect(webhook).toEqual({
      id: expect.any(String),
      name: 'Partner',
      url: URL,
      events: WEBHOOK_EVENTS,
      status: 'enabled',
      disabledBecause: null,
      secretMadeAt: expect.any(String),
      previousSecretUntil: null,
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
    });
    expect((await admin.get(`/v1/webhooks/${webhook.id}`)).body).toEqual(webhook);
  });

  it('stores the secret encrypted in the database, and neither it nor the address in the trail', async () => {
    const { id, secret } = await made();
    const rows = await service.dataSource.query('SELECT * FROM webhook WHERE id = $1', [id]);
    expect(JSON.stringify(rows)).not.toContain(secret.slice('whsec_'.length, -1));
    const [row] = (await admin.get(`/v1/audit?entity=webhook&entityId=${id}`)).body.acts;
    expect(row).toMatchObject({
      action: 'webhook.create',
      actorName: 'Ada Admin',
      after: { name: 'Partner', receiver: 'https://hooks.example.org', status: 'enabled' },
    });
    expect(JSON.stringify(row)).not.toMatch(/whsec|aes-256|not-for-the-trail/);
  });

  it('creates one of two with one Idempotency-Key, and does not show its secret again', async () => {
    const again = () =>
      admin.post('/v1/webhooks', { name: 'Once', url: URL }).set('idempotency-key', 'once-and-no-more');
    const first = await again();
    const second = await again();
    expect([first.status, second.status]).toEqual([201, 201]);
    const { secret, ...rest } = first.body as { secret: string };
    expect(secret).toMatch(SECRET);
    expect(second.body).toEqual(rest);
    const kept: unknown = await service.dataSource.query('SELECT answer FROM idempotency_key');
    expect(JSON.stringify(kept)).not.toContain('whsec_');
  });

  it.each([
    [{ url: 'http://hooks.example.org/' }, 422, '/url', /https/],
    [{ url: 'https://127.0.0.1/' }, 422, '/url', /public internet/],
    [{ url: 'https://localhost:8443/' }, 422, '/url', /public internet/],
    [{ url: 'https://ann:pass@example.org/' }, 422, '/url', /must not have a user or a password/],
    [{ url: 7 }, 400, '/url', /must be a string/],
    [{ name: ' ' }, 400, '/name', /blank/],
    [{ events: [] }, 400, '/events', /at least 1/],
    [{ events: ['program.edited'] }, 400, '/events/0', /must be one of program.created/],
    [{ event: 'program.changed' }, 400, '/event', /did you mean "events"/],
  ])('refuses %j', async (body, status, pointer, message) => {
    const response = await admin.post('/v1/webhooks', { name: 'Partner', url: URL, ...body });
    expect([response.status, response.body.errors?.[0]]).toEqual([
      status,
      expect.objectContaining({ pointer, message: expect.stringMatching(message) }),
    ]);
  });
});

describe('Webhooks', () => {
  it('are managed by administrators only', async () => {
    const editor = await service.person('Eve Editor', 'directory-editor');
    const { id } = await made();
    for (const call of [
      () => editor.get('/v1/webhooks'),
      () => editor.get(`/v1/webhooks/${id}`),
      () => editor.get(`/v1/webhooks/${id}/deliveries`),
      () => editor.post('/v1/webhooks', { name: 'Mine', url: URL }),
      () => editor.post(`/v1/webhooks/${id}/rotate-secret`),
      () => editor.post(`/v1/webhooks/${id}/test`),
      () => editor.post(`/v1/webhooks/${id}/replay`, { since: 'start' }),
    ])
      expect((await call()).status).toBe(403);
    expect((await service.get('/v1/webhooks')).status).toBe(401);
  });

  it('are listed page by page, newest first, and never cached', async () => {
    const { id } = await made({ name: 'The newest' });
    const first = await admin.get('/v1/webhooks?limit=1');
    expect(first.headers['cache-control']).toBe('no-store');
    expect(first.body.webhooks).toEqual([expect.objectContaining({ id, name: 'The newest' })]);
    const ids: string[] = [];
    let link: string | undefined = '/v1/webhooks?limit=2';
    while (link !== undefined) {
      const response = await admin.get(link);
      ids.push(...(response.body.webhooks as { id: string }[]).map((one) => one.id));
      link = /<([^>]+)>; rel="next"/.exec(response.headers['link'] ?? '')?.[1];
    }
    const [{ count }] = await service.dataSource.query('SELECT count(*)::int AS count FROM webhook');
    expect([new Set(ids).size, ids.length]).toEqual([count, count]);
  });

  it('are changed only after they were read, field by field', async () => {
    const { id } = await made();
    const path = `/v1/webhooks/${id}`;
    const tag = (await admin.get(path)).headers['etag']!;
    expect((await admin.patch(path, { name: 'Renamed' })).status).toBe(428);
    const changed = await admin
      .patch(path, { name: 'Renamed', events: ['rating.created'] })
      .set('if-match', tag);
    expect([changed.status, changed.body]).toEqual([
      200,
      expect.objectContaining({ name: 'Renamed', url: URL, events: ['rating.created'] }),
    ]);
    expect((await admin.patch(path, { name: 'Again' }).set('if-match', tag)).status).toBe(412);
    const fresh = (await admin.get(path)).headers['etag']!;
    for (const [body, status] of [
      [{ url: 'https://10.0.0.1/' }, 422],
      [{ name: null }, 400],
      [{ status: 'disabled' }, 400],
    ] as const)
      expect((await admin.patch(path, body).set('if-match', fresh)).status).toBe(status);
  });

  it('are disabled and enabled again, and the trail says why', async () => {
    const { id } = await made();
    const off = await admin.post(`/v1/webhooks/${id}/disable`, { why: 'They move house.' });
    expect(off.body).toMatchObject({ status: 'disabled', disabledBecause: 'by-hand' });
    const on = await admin.post(`/v1/webhooks/${id}/enable`);
    expect(on.body).toMatchObject({ status: 'enabled', disabledBecause: null });
    const { acts } = (await admin.get(`/v1/audit?entity=webhook&entityId=${id}`)).body;
    expect(acts.map(({ action, why }: { action: string; why: string | null }) => [action, why])).toEqual([
      ['webhook.create', null],
      ['webhook.disable', 'They move house.'],
      ['webhook.enable', null],
    ]);
  });

  it('get a new secret, once with one Idempotency-Key', async () => {
    const { id, secret } = await made();
    const rotate = () =>
      admin
        .post(`/v1/webhooks/${id}/rotate-secret`, { overlapHours: 2 })
        .set('idempotency-key', `rotate-${id}`);
    const first = await rotate();
    expect(first.body.secret).toMatch(SECRET);
    expect(first.body.secret).not.toBe(secret);
    const overlap = Date.parse(first.body.previousSecretUntil) - Date.parse(first.body.secretMadeAt);
    expect(overlap).toBe(2 * 3_600_000);
    const { secret: _shown, ...rest } = first.body as { secret: string };
    expect((await rotate()).body).toEqual(rest);
    const leaked = await admin.post(`/v1/webhooks/${id}/rotate-secret`, { overlapHours: 0 });
    expect(leaked.body.previousSecretUntil).toBeNull();
  });

  it('that do not exist are 404 everywhere', async () => {
    const unknown = '/v1/webhooks/00000000-0000-4000-8000-000000000000';
    const answers = [
      await admin.get(unknown),
      await admin.get(`${unknown}/deliveries`),
      await admin.patch(unknown, {}).set('if-match', '"x"'),
      await admin.post(`${unknown}/rotate-secret`),
      await admin.post(`${unknown}/disable`),
      await admin.post(`${unknown}/enable`),
      await admin.post(`${unknown}/test`),
      await admin.post(`${unknown}/replay`, { since: 'now' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
  });

  it.each([
    ['yesterday', 400, /is not a cursor/],
    ['2026-13-45T99:00:00Z', 400, /not a valid time/],
  ])('are not replayed since %j', async (since, status, message) => {
    const { id } = await made();
    const response = await admin.post(`/v1/webhooks/${id}/replay`, { since });
    expect([response.status, response.body.errors]).toEqual([
      status,
      [{ pointer: '/since', message: expect.stringMatching(message) }],
    ]);
  });
});
