import { randomUUID } from 'node:crypto';
import { withoutCodings } from '../../../src/http/answers/content-coding.js';
import { daysAgo, today } from '../../support/days.js';
import { answerTo, trackOf } from '../../support/match-answers.js';
import { program, surveyRecord } from '../../support/program-intakes.js';
import { type Person, WholeService } from '../../support/whole-service.js';

interface Act {
  action: string;
  actor_name: string;
  before: unknown;
  after: unknown;
  why: string | null;
}

let service: WholeService;
let editor: Person;
beforeAll(async () => {
  service = await WholeService.open();
  editor = await service.person('Eve Editor', 'directory-editor');
});
afterAll(() => service.close());

const read = (id: string) => service.get(`/v1/programs/${id}`);
const tagOf = async (id: string) => (await read(id)).headers['etag']!;
const acts = (id: string) =>
  service.dataSource.query<Act[]>(
    'SELECT action, actor_name, before, after, why FROM audit WHERE entity_id = $1 ORDER BY seq',
    [id],
  );
const matched = async (name: string) => {
  const asked = { assessment: { conditions: [{ condition: 'alcohol' as const }] }, limit: 100 };
  const { matches } = trackOf(await answerTo(service, asked), 'treatment');
  return matches.some((match) => match.program.name === name);
};

describe('A program that an editor lists', () => {
  const listing = (changes: object = {}) => ({
    name: `Oak ${randomUUID()}`,
    organization: { name: 'Oak Inc' },
    location: { street1: '2 Elm Street', city: 'New Haven', state: 'CT', postalCode: '06511' },
    phone: '203-555-0100',
    website: 'https://oak.example',
    facts: { conditions: { yes: ['alcohol'] }, levelsOfCare: { yes: ['iop'] } },
    standing: 'self-reported',
    why: 'On the list of the state.',
    ...changes,
  });

  it('is public, found and matched, with the desk as its source', async () => {
    const body = listing();
    const response = await editor.post('/v1/programs', body);
    expect([response.status, response.headers['location']]).toEqual([
      201,
      `/v1/programs/${response.body.id}`,
    ]);
    const got = await read(response.body.id);
    expect(got.body).toEqual(response.body);
    expect(got.headers['etag']).toBe(response.headers['etag']);
    expect(got.body).toMatchObject({
      name: body.name,
      status: 'published',
      phone: '203-555-0100',
      fictional: false,
      organization: { name: 'Oak Inc' },
      location: { coordinatePrecision: 'postal-code', latitude: expect.any(Number) },
      record: { source: 'desk', standing: 'self-reported', by: 'Eve Editor' },
    });
    expect(await matched(body.name)).toBe(true);
    expect(await acts(response.body.id)).toEqual([
      expect.objectContaining({ action: 'program.create', actor_name: 'Eve Editor', why: body.why }),
    ]);
  });

  it('is listed once for one Idempotency-Key, also when it is sent twice at once', async () => {
    const body = listing();
    const key = randomUUID();
    const send = () => editor.post('/v1/programs', body).set('idempotency-key', key);
    const answers = [...(await Promise.all([send(), send()])), await send()];
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ body: { id } }) => id as string)).size).toBe(1);
    expect(new Set(answers.map(({ headers }) => headers['etag'])).size).toBe(1);
    expect(await acts(answers[0]!.body.id)).toHaveLength(1);
  });

  it('is not listed twice', async () => {
    const body = listing();
    const { id } = (await editor.post('/v1/programs', body)).body;
    const again = await editor.post('/v1/programs', body);
    expect([again.status, again.body.detail]).toEqual([409, expect.stringContaining(id)]);
  });

  it.each([
    [
      { location: { street1: '1', city: 'X', state: 'CT', postalCode: '00000' } },
      422,
      '/location/postalCode',
    ],
    [
      { location: { street1: '1', city: 'X', state: 'MT', postalCode: '06511' } },
      422,
      '/location/postalCode',
    ],
    [{ location: { street1: '1', city: 'X', state: 'ZZ', postalCode: '06511' } }, 400, '/location/state'],
    [{ phone: 'call us' }, 400, '/phone'],
    [{ website: 'oak' }, 400, '/website'],
    [{ facts: { waitDays: -1 } }, 400, '/facts/waitDays'],
    [{ standing: 'attested' }, 400, '/standing'],
    [{ nmae: 'x' }, 400, '/nmae'],
  ])('is refused with %j', async (changes, status, pointer) => {
    const response = await editor.post('/v1/programs', listing(changes));
    expect([response.status, response.body.errors?.[0].pointer]).toEqual([status, pointer]);
  });

  it('is for editors', async () => {
    const coach = await service.person('Cory Coach', 'coach');
    expect([
      (await service.post('/v1/programs', listing())).status,
      (await coach.post('/v1/programs', listing())).status,
    ]).toEqual([401, 403]);
  });
});

describe('A program that an editor corrects', () => {
  let id: string;
  let source: string;
  const intake = (changes: object = {}) => ({
    ...program(source, {}),
    records: [
      surveyRecord({ conditions: { yes: ['alcohol'] }, slidingFee: false, waitDays: 9 }, { source }),
    ] as const,
    phone: '203-555-0199',
    website: 'https://old.example',
    ...changes,
  });

  beforeEach(async () => {
    source = `survey${randomUUID()}`;
    await service.store(source, [intake()]);
    const rows = await service.dataSource.query<{ id: string }[]>(
      'SELECT id FROM program WHERE source = $1',
      [source],
    );
    id = rows[0]!.id;
  });

  const edit = async (patch: object, tag?: string) => {
    const current = tag ?? (await tagOf(id));
    return editor.patch(`/v1/programs/${id}`, patch).set('if-match', current);
  };

  it('is not changed under a weak tag, alone or in a list: it promises too little', async () => {
    const current = await tagOf(id);
    for (const tag of [`W/${current}`, `"other", W/${current}`])
      expect((await edit({ phone: '203-555-0112', why: 'They moved.' }, tag)).status).toBe(412);
    const strong = await edit({ phone: '203-555-0112', why: 'They moved.' }, `W/"other", ${current}`);
    expect(strong.status).toBe(200);
  });

  it('is changed in what the patch names, and answers with the tag of what a GET answers now', async () => {
    const response = await edit({
      phone: '203-555-0111',
      website: null,
      facts: { slidingFee: true },
      why: 'They moved.',
    });
    expect(response.status).toBe(200);
    const got = await read(id);
    expect([got.body, got.headers['etag']]).toEqual([response.body, response.headers['etag']]);
    expect(got.body).toMatchObject({
      name: source,
      phone: '203-555-0111',
      website: null,
      facts: {
        values: {
          slidingFee: {
            value: true,
            source: 'correction',
            standing: 'verified',
            asOf: today,
            by: 'Eve Editor',
          },
        },
      },
    });
    expect(await acts(id)).toEqual([
      {
        action: 'program.edit',
        actor_name: 'Eve Editor',
        before: { phone: '203-555-0199', website: 'https://old.example', facts: {} },
        after: { phone: '203-555-0111', website: null, facts: { slidingFee: true } },
        why: 'They moved.',
      },
    ]);
    const search = await service.get(`/v1/programs?q=${source}`);
    expect(search.body.programs[0].phone).toBe('203-555-0111');
  });

  it('may be sent as a merge patch by its own type', async () => {
    const response = await editor
      .patch(`/v1/programs/${id}`, { phone: null })
      .set('if-match', await tagOf(id))
      .set('content-type', 'application/merge-patch+json');
    expect([response.status, response.body.phone]).toEqual([200, null]);
  });

  it('is found under its new name', async () => {
    const name = `Renamed ${randomUUID().slice(0, 8)}`;
    await edit({ name });
    const { programs } = (await service.get(`/v1/programs?q=${encodeURIComponent(name)}`)).body;
    expect(programs.map((one: { id: string }) => one.id)).toContain(id);
  });

  it.each([
    [{ 'a.b': null }, '/a.b'],
    [{ facts: { moonPhase: null } }, '/facts/moonPhase'],
  ])('is not changed by a patch that removes what it does not have: %j', async (patch, pointer) => {
    const { status, body } = await edit(patch);
    expect([status, body.errors.map((error: { pointer: string }) => error.pointer)]).toEqual([
      400,
      [pointer],
    ]);
  });

  it('removes a correction of a fact with null', async () => {
    await edit({ facts: { slidingFee: true, waitDays: 2 } });
    const response = await edit({ facts: { slidingFee: null } });
    expect(response.body.facts.values).toMatchObject({
      slidingFee: { value: false },
      waitDays: { value: 2, source: 'correction' },
    });
    const without = await edit({ facts: null });
    expect(without.body.records.map((record: { source: string }) => record.source)).toEqual([source]);
  });

  it('keeps the day of what an edit does not name: nothing old becomes new', async () => {
    await edit({ facts: { waitDays: 2, slidingFee: true } });
    await service.dataSource.query(
      `UPDATE program_source SET as_of = $2 WHERE program_id = $1 AND source = 'correction'`,
      [id, daysAgo(10)],
    );
    const { facts } = (await edit({ facts: { slidingFee: true } })).body;
    expect([facts.values.waitDays.asOf, facts.values.slidingFee.asOf]).toEqual([daysAgo(10), today]);
  });

  it('keeps its corrections when its source is imported again, changed or not', async () => {
    await edit({ phone: '203-555-0111', website: null, facts: { slidingFee: true } });
    expect(await service.store(source, [intake()])).toMatchObject({ unchanged: 1 });
    await service.store(source, [intake({ phone: '203-555-0777', nameDetail: 'Second floor' })]);
    expect((await read(id)).body).toMatchObject({
      phone: '203-555-0111',
      website: null,
      nameDetail: 'Second floor',
      facts: { values: { slidingFee: { value: true } } },
    });
  });

  it('is not changed without If-Match, nor with an outdated one', async () => {
    const tag = await tagOf(id);
    const without = await editor.patch(`/v1/programs/${id}`, { phone: null });
    expect(without.status).toBe(428);
    expect((await edit({ phone: '203-555-0111' }, tag)).status).toBe(200);
    const stale = await edit({ phone: '203-555-0122' }, tag);
    expect([stale.status, stale.headers['etag']]).toEqual([412, withoutCodings(await tagOf(id))]);
    expect((await read(id)).body.phone).toBe('203-555-0111');
    expect(await acts(id)).toHaveLength(1);
  });

  it('of two editors who have read the same is changed by one', async () => {
    const tag = await tagOf(id);
    const both = await Promise.all([
      edit({ phone: '203-555-0111' }, tag),
      edit({ phone: '203-555-0122' }, tag),
    ]);
    expect(both.map(({ status }) => String(status)).toSorted()).toEqual(['200', '412']);
  });

  it.each([
    [{ name: null }, 400, '/name'],
    [{ phone: 'x' }, 400, '/phone'],
    [{ intakePhones: ['203-555-0100', '(203) 555-0100'] }, 400, '/intakePhones/1'],
    [{ intakePhones: ['800-662-HELP', '555-0100'] }, 400, '/intakePhones/1'],
    [{ constructor: null }, 400, '/constructor'],
    [{ fax: '1' }, 400, '/fax'],
    [{ facts: { waitDays: 'soon' } }, 400, '/facts/waitDays'],
    [{ facts: 7 }, 400, '/facts'],
    [{}, 400, ''],
    [[], 400, ''],
  ])('is not changed by %j', async (patch, status, pointer) => {
    const response = await edit(patch);
    expect([response.status, response.body.errors?.[0].pointer]).toEqual([status, pointer]);
    expect(await acts(id)).toEqual([]);
  });

  it.each([
    ['800-662-HELP', '800-662-4357'],
    ['(203) 555-0100 ext. 12', '203-555-0100 x12'],
  ])('has a number written "%s" as %s, as an import has', async (written, stored) => {
    const { status, body } = await edit({ phone: written, intakePhones: [written] });
    expect([status, body.phone, body.intakePhones]).toEqual([200, stored, [stored]]);
  });

  it('is changed beside what a source wrote and the desk would refuse', async () => {
    const odd = {
      name: `Oak ${'x'.repeat(250)}`,
      phone: 'ask for Jo',
      intakePhones: ['888-CALL'],
      website: 'oak dot example',
    };
    await service.store(source, [intake(odd)]);
    const { status, body } = await edit({ nameDetail: 'Second floor' });
    expect([status, body]).toEqual([200, expect.objectContaining({ ...odd, nameDetail: 'Second floor' })]);
  });

  it('is for editors, and for programs that exist', async () => {
    const coach = await service.person('Cory Coach', 'coach');
    expect([
      (await coach.patch(`/v1/programs/${id}`, { phone: null })).status,
      (await editor.patch(`/v1/programs/${randomUUID()}`, { phone: null })).status,
    ]).toEqual([403, 404]);
  });

  it('stays withdrawn: neither matched, nor edited, nor brought back by an import', async () => {
    expect(await matched(source)).toBe(true);
    const address = `/v1/programs/${id}/withdraw`;
    expect((await editor.post(address, { why: 'Closed.' })).status).toBe(428);
    const response = await editor.post(address, { why: 'Closed.' }).set('if-match', await tagOf(id));
    expect([response.status, response.body.status]).toEqual([200, 'withdrawn']);
    expect(response.headers['etag']).toBe(await tagOf(id));
    expect(await matched(source)).toBe(false);
    expect(await service.store(source, [intake()])).toMatchObject({ unchanged: 1 });
    await service.store(source, [intake({ nameDetail: 'Reopened?' })]);
    expect((await read(id)).body.status).toBe('withdrawn');
    expect(await matched(source)).toBe(false);
    expect((await edit({ phone: null })).status).toBe(409);
    const again = await editor.post(address, { why: 'Again.' }).set('if-match', await tagOf(id));
    expect(again.status).toBe(409);
    expect((await acts(id)).map(({ action, why }) => [action, why])).toEqual([
      ['program.withdraw', 'Closed.'],
    ]);
    const changes = await service.dataSource.query<{ kind: string }[]>(
      `SELECT kind FROM change WHERE entity_id = $1 ORDER BY seq`,
      [id],
    );
    expect(changes.map(({ kind }) => kind)).toEqual(['created', 'withdrawn', 'changed']);
  });

  it('is restored by an editor only, and only if an editor withdrew it', async () => {
    const act = async (name: string) =>
      editor.post(`/v1/programs/${id}/${name}`, { why: 'A mistake.' }).set('if-match', await tagOf(id));
    expect((await act('restore')).status).toBe(409);
    await act('withdraw');
    expect((await editor.post(`/v1/programs/${id}/restore`, { why: 'x' })).status).toBe(428);
    const response = await act('restore');
    expect([response.status, response.body.status]).toEqual([200, 'published']);
    expect(await matched(source)).toBe(true);
    expect((await acts(id)).map(({ action }) => action)).toEqual(['program.withdraw', 'program.restore']);
    await service.store(source, []);
    expect((await read(id)).body.status).toBe('withdrawn');
    expect((await act('restore')).status).toBe(409);
  });

  it('still matches the day of its source after a correction', async () => {
    await edit({ phone: null });
    const { asOf } = (await read(id)).body.record;
    expect(asOf).toBe(daysAgo(30));
  });
});
