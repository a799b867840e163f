import { randomUUID } from 'node:crypto';
import { daysAgo, today } from '../../support/days.js';
import { program } from '../../support/program-intakes.js';
import { type Person, WholeService } from '../../support/whole-service.js';

describe('An attestation by a signed link', () => {
  let service: WholeService;
  let editor: Person;
  let id: string;

  beforeAll(async () => {
    service = await WholeService.open();
    editor = await service.person('Eve Editor', 'directory-editor');
  });
  afterAll(() => service.close());

  beforeEach(async () => {
    const name = `Elm ${randomUUID()}`;
    await service.store('survey', [program(name, { slidingFee: false })]);
    const rows = await service.dataSource.query<{ id: string }[]>('SELECT id FROM program WHERE name = $1', [
      name,
    ]);
    id = rows[0]!.id;
  });

  const makeLink = (changes: object = {}) =>
    editor.post(`/v1/programs/${id}/attestation-links`, {
      expiresInDays: 14,
      why: 'They wrote to us.',
      ...changes,
    });
  const attest = (token: string, changes: object = {}) =>
    service.post('/v1/attestations', {
      token,
      facts: { slidingFee: true, waitDays: 3 },
      by: 'Intake director',
      learnedOn: today,
      ...changes,
    });
  const detail = async () => (await service.get(`/v1/programs/${id}`)).body;
  const acts = () =>
    service.dataSource.query<{ action: string; actor_name: string }[]>(
      'SELECT action, actor_name, before, after, why FROM audit WHERE entity_id = $1 ORDER BY seq',
      [id],
    );

  it('needs a token that is not stored, whatever the request says', async () => {
    const { body } = await makeLink().set('idempotency-key', randomUUID());
    const kept = await service.dataSource.query(
      `SELECT (SELECT json_agg(k) FROM idempotency_key k) AS answers, (SELECT json_agg(a) FROM audit a) AS trail,
              (SELECT json_agg(l) FROM attestation_link l) AS links`,
    );
    expect(JSON.stringify(kept)).not.toContain(body.token);
  });

  it('is shown as attested, with its day and the role of the person', async () => {
    const link = await makeLink();
    expect([link.status, link.body]).toEqual([
      201,
      {
        id: expect.any(String),
        programId: id,
        token: expect.any(String),
        path: '/v1/attestations',
        expiresAt: expect.stringMatching(/^\d{4}-/),
      },
    ]);
    const response = await attest(link.body.token);
    expect([response.status, response.body]).toEqual([
      201,
      expect.objectContaining({ standing: 'attested', how: 'signed-link', by: 'Intake director' }),
    ]);
    expect((await detail()).facts.values).toMatchObject({
      slidingFee: { value: true, standing: 'attested', by: 'Intake director', asOf: today },
      waitDays: { value: 3, standing: 'attested' },
    });
    const trail = await acts();
    expect(trail.map(({ action, actor_name }) => [action, actor_name])).toEqual([
      ['attestation.link', 'Eve Editor'],
      ['attestation.tell', 'the provider, by a signed link'],
    ]);
    expect(JSON.stringify(trail)).not.toContain(link.body.token);
  });

  it('is possible once with one link', async () => {
    const { token } = (await makeLink()).body;
    expect((await attest(token)).status).toBe(201);
    const again = await attest(token);
    expect([again.status, again.body.detail]).toEqual([
      409,
      expect.stringContaining('has already been used'),
    ]);
    expect(await acts()).toHaveLength(2);
  });

  it('is possible once if the link is used twice at the same moment', async () => {
    const { token } = (await makeLink()).body;
    const both = await Promise.all([attest(token), attest(token)]);
    expect(both.map(({ status }) => String(status)).toSorted()).toEqual(['201', '409']);
  });

  it('leaves the link open where the statement was refused', async () => {
    const { token } = (await makeLink()).body;
    const refused = await attest(token, { facts: { waitDays: 'soon' } });
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([400, '/facts/waitDays']);
    expect((await attest(token)).status).toBe(201);
  });

  it('is refused once the link has expired', async () => {
    const { token, id: link } = (await makeLink()).body;
    await service.dataSource.query(
      `UPDATE attestation_link SET created_at = now() - interval '2 days', expires_at = now() - interval '1 day'
        WHERE id = $1`,
      [link],
    );
    const response = await attest(token);
    expect([response.status, response.body.detail]).toEqual([409, expect.stringContaining('has expired')]);
  });

  it.each([
    ['cut', (token: string) => token.slice(0, -3)],
    [
      'of other content',
      (token: string) => `${Buffer.from('{"link":"x"}').toString('base64url')}.${token.split('.')[1]}`,
    ],
    ['made up', () => 'a.b'],
  ])('is refused with a token that is %s', async (_what, forge) => {
    const { token } = (await makeLink()).body;
    const response = await attest(forge(token as string));
    expect([response.status, response.body.errors]).toEqual([
      400,
      [{ pointer: '/token', message: expect.stringContaining('is not a link of this directory') }],
    ]);
  });

  it('is not about a program that was withdrawn since', async () => {
    const { token } = (await makeLink()).body;
    await service.store('survey', []);
    expect((await attest(token)).status).toBe(409);
  });

  it.each([
    [{ learnedOn: daysAgo(-1) }, 422, '/learnedOn'],
    [{ by: '' }, 400, '/by'],
    [{ programId: randomUUID() }, 400, '/programId'],
  ])('is refused with %j', async (changes, status, pointer) => {
    const { token } = (await makeLink()).body;
    const response = await attest(token, changes);
    expect([response.status, response.body.errors[0].pointer]).toEqual([status, pointer]);
  });

  it('needs a link that only an editor creates, for at most 60 days, for an existing program', async () => {
    const coach = await service.person('Cory Coach', 'coach');
    const body = { expiresInDays: 14, why: 'x' };
    const address = `/v1/programs/${id}/attestation-links`;
    expect([
      (await service.post(address, body)).status,
      (await coach.post(address, body)).status,
      (await makeLink({ expiresInDays: 61 })).status,
      (await editor.post(`/v1/programs/${randomUUID()}/attestation-links`, body)).status,
    ]).toEqual([401, 403, 400, 404]);
  });
});
