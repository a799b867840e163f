import { randomUUID } from 'node:crypto';
import { today } from '../../support/days.js';
import { eventually } from '../../support/eventually.js';
import { program } from '../../support/program-intakes.js';
import { type Person, WholeService } from '../../support/whole-service.js';

const LISTING = {
  name: 'Oak Street Evening Program',
  organization: { name: 'Oak Street Recovery' },
  location: { street1: '2 Elm Street', city: 'New Haven', state: 'CT', postalCode: '06511' },
  facts: { conditions: { yes: ['alcohol'] } },
  standing: 'self-reported',
  why: 'On the list of the state.',
};

/** examples.spec.ts shows that every operation that writes accepts a key; this file tests its effect. */
describe('An Idempotency-Key', () => {
  let service: WholeService;
  let editor: Person;
  let coach: Person;
  let other: Person;
  let id: string;
  beforeAll(async () => {
    service = await WholeService.open();
    editor = await service.person('Eve Editor', 'directory-editor');
    coach = await service.person('Cory Coach', 'coach');
    other = await service.person('Olga Other', 'coach');
    await service.store('survey', [program('Elm Clinic', { conditions: { yes: ['alcohol'] } })]);
    const [row] = await service.dataSource.query<{ id: string }[]>('SELECT id FROM program');
    id = row!.id;
  });
  afterAll(() => service.close());

  const count = async (table: string) => {
    const [row] = await service.dataSource.query<{ count: number }[]>(
      `SELECT count(*)::integer AS count FROM ${table}`,
    );
    return row!.count;
  };
  const tell = (by: Person, key: string, waitDays = 7) =>
    by
      .post(`/v1/programs/${id}/observations`, {
        fact: 'waitDays',
        value: waitDays,
        how: 'call',
        learnedOn: today,
      })
      .set('idempotency-key', key);

  it('carries out fifty simultaneous requests once, and gives all of them the same response', async () => {
    const [before, acts] = [await count('program'), await count('audit')];
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => editor.post('/v1/programs', LISTING).set('idempotency-key', key)),
    );
    const responses = answers.map(({ status, text, headers }) =>
      JSON.stringify([status, headers['location'], headers['etag'], headers['content-type'], text]),
    );
    expect(new Set(responses).size).toBe(1);
    expect([answers[0]!.status, answers[0]!.headers['location']]).toEqual([
      201,
      `/v1/programs/${answers[0]!.body.id}`,
    ]);
    expect(answers.filter(({ headers }) => headers['idempotent-replayed'] === 'true')).toHaveLength(49);
    expect([await count('program'), await count('audit')]).toEqual([before + 1, acts + 1]);
  });

  it('is used up by one request: with another body, or at another address, it is 422', async () => {
    const key = randomUUID();
    expect((await tell(coach, key)).status).toBe(201);
    for (const rival of [
      tell(coach, key, 8),
      coach
        .post(`/v1/programs/${id}/reports`, { about: 'name', wrong: 'It has another.' })
        .set('idempotency-key', key),
    ]) {
      const { status, body } = await rival;
      expect([status, body.errors[0].parameter]).toEqual([422, 'Idempotency-Key']);
    }
  });

  it('belongs to one person: the same key of another person is different', async () => {
    const key = randomUUID();
    const answers = [await tell(coach, key), await tell(other, key)];
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(answers[0]!.body.id).not.toBe(answers[1]!.body.id);
  });

  it('without a key is nobody else’s: the same key with another body is a request of its own', async () => {
    const key = randomUUID();
    const report = (wrong: string) =>
      service.post(`/v1/programs/${id}/reports`, { about: 'name', wrong }).set('idempotency-key', key);
    const first = await report('It has another.');
    const different = await report('It closed.');
    const repeat = await report('It has another.');
    expect([first.status, different.status, repeat.status]).toEqual([201, 201, 201]);
    expect(different.body.id).not.toBe(first.body.id);
    expect([repeat.body.id, repeat.headers['idempotent-replayed']]).toEqual([first.body.id, 'true']);
  });

  it('stores no failure: a refused request may be corrected and sent again with it', async () => {
    const key = randomUUID();
    const list = (name: string) =>
      editor.post('/v1/programs', { ...LISTING, name }).set('idempotency-key', key);
    await editor.post('/v1/programs', { ...LISTING, name: 'Known' });
    // The write itself finds that it already exists.
    expect((await list('Known')).status).toBe(409);
    const right = await list('Not known yet');
    expect([right.status, right.headers['idempotent-replayed']]).toEqual([201, undefined]);
  });

  it('prevents a second execution if the response may not be stored, and stores nothing of it', async () => {
    const before = await count('attestation_link');
    const key = randomUUID();
    const ask = () =>
      editor
        .post(`/v1/programs/${id}/attestation-links`, { expiresInDays: 14, why: 'They wrote.' })
        .set('idempotency-key', key);
    const first = await ask();
    const again = await ask();
    expect([first.status, again.status, again.body.detail]).toEqual([
      201,
      409,
      expect.stringContaining('already carried out'),
    ]);
    expect(await count('attestation_link')).toBe(before + 1);
    const kept = await service.dataSource.query(
      'SELECT answer, body_digest FROM idempotency_key WHERE key = $1',
      [key],
    );
    expect(kept).toEqual([{ answer: null, body_digest: '' }]);
  });

  it('expires after a day with its response, even if there are no more writes', async () => {
    const [old, young] = [randomUUID(), randomUUID()];
    for (const [key, hours] of [
      [old, 25],
      [young, 23],
    ] as const)
      await service.dataSource.query(
        `INSERT INTO idempotency_key (actor, key, target, body_digest, answer, created_at)
         VALUES ('public', $1, 'POST /v1/matches', '', '{}', now() - $2 * interval '1 hour')`,
        [key, hours],
      );
    const started = await service.neighbor();
    const left = async () => {
      const rows: { key: string }[] = await service.dataSource.query(
        'SELECT key FROM idempotency_key WHERE key = ANY($1)',
        [[old, young]],
      );
      return rows.map(({ key }) => key);
    };
    await eventually(async () => expect(await left()).toEqual([young]));
    await started.close();
  });

  it('has to be of visible characters, at most 255', async () => {
    for (const key of ['two words', 'x'.repeat(256)])
      expect((await tell(coach, key)).body.errors[0].parameter).toBe('Idempotency-Key');
  });
});
