import { DatabasePulse } from '../../../src/database/database-pulse.js';
import { randomUUID } from 'node:crypto';
import { FACT_EXAMPLES } from '../../../src/core/directory/fact-examples.js';
import { FACT_KEYS } from '../../../src/core/directory/fact-keys.js';
import { ShelfLifeRounds } from '../../../src/evidence/shelf-life-rounds.js';
import { daysAgo, today } from '../../support/days.js';
import { answerTo, type Asked, trackOf } from '../../support/match-answers.js';
import { NEW_HAVEN, program } from '../../support/program-intakes.js';
import { type Person, WholeService } from '../../support/whole-service.js';

/** A survey that states who is treated and at which level, and nothing about hours, prices or waiting times. */
const ELM = program('Elm Clinic', {
  conditions: { yes: ['alcohol'] },
  levelsOfCare: { yes: ['iop'] },
  payers: { yes: ['medicaid'] },
});

const EVENING = [{ day: 'tu', from: '18:00', to: '20:00' }];

describe('An observation that a coach creates', () => {
  let service: WholeService;
  let coach: Person;
  let other: Person;
  let editor: Person;
  let id: string;
  let address: string;

  beforeAll(async () => {
    service = await WholeService.open();
    coach = await service.person('Cory Coach', 'coach');
    other = await service.person('Olga Other', 'coach');
    editor = await service.person('Eve Editor', 'directory-editor');
  });
  afterAll(() => service.close());

  /** Every test uses its own program. */
  beforeEach(async () => {
    const name = `Elm ${randomUUID()}`;
    await service.store('survey', [{ ...ELM, key: name, name }]);
    const rows = await service.dataSource.query<{ id: string }[]>('SELECT id FROM program WHERE name = $1', [
      name,
    ]);
    id = rows[0]!.id;
    address = `/v1/programs/${id}/observations`;
  });

  const observation = (changes: object = {}) => ({
    fact: 'sessions',
    value: EVENING,
    how: 'call',
    learnedOn: today,
    ...changes,
  });
  const detail = async () => (await service.get(`/v1/programs/${id}`)).body;
  const acts = () =>
    service.dataSource.query<{ action: string; actor_name: string; why: string | null }[]>(
      'SELECT action, actor_name, why FROM audit WHERE entity_id = $1 ORDER BY seq',
      [id],
    );

  it('is shown as confirmed with name and date, and leaves one row of audit', async () => {
    const response = await coach.post(address, observation({ note: 'Ask for the intake desk.' }));
    expect([response.status, response.body]).toEqual([
      201,
      {
        id: expect.any(String),
        programId: id,
        facts: { sessions: EVENING },
        standing: 'confirmed',
        how: 'call',
        learnedOn: today,
        by: 'Cory Coach',
        status: 'standing',
        expiresOn: daysAgo(-181),
        recordedAt: expect.any(String),
        tickets: [],
      },
    ]);
    const { facts, records, version } = await detail();
    expect(facts.values.sessions).toEqual({
      value: EVENING,
      source: 'observation',
      asOf: today,
      standing: 'confirmed',
      freshness: 'fresh',
      by: 'Cory Coach',
      confirmedBy: 1,
    });
    expect(records[0]).toMatchObject({ source: 'observation', by: 'Cory Coach', how: 'call' });
    expect(version).toBe(2);
    expect(await acts()).toEqual([{ action: 'observation.tell', actor_name: 'Cory Coach', why: null }]);
  });

  it.each(FACT_KEYS)('may be any fact, here %s, and is shown as its example states it', async (fact) => {
    const { status } = await coach.post(address, observation({ fact, value: FACT_EXAMPLES[fact] }));
    expect(status).toBe(201);
    const { facts } = await detail();
    const shown = facts.lists[fact]?.codes ?? facts.values[fact] ?? facts.medications;
    expect([shown].flat()).toContainEqual(expect.objectContaining({ by: 'Cory Coach' }));
    expect(facts.unknown).not.toContain(fact);
  });

  it('counts twice if two observers agree', async () => {
    await coach.post(address, observation());
    await other.post(address, observation({ learnedOn: daysAgo(2) }));
    expect((await detail()).facts.values.sessions).toMatchObject({ confirmedBy: 2, asOf: today });
  });

  it('counts twice if one observer says 24:00 and the other 00:00 of the end of the day', async () => {
    const until = (to: string) => observation({ value: [{ day: 'tu', from: '22:00', to }] });
    expect((await coach.post(address, until('24:00'))).status).toBe(201);
    expect((await other.post(address, until('00:00'))).body.tickets).toEqual([]);
    expect((await detail()).facts.values.sessions).toMatchObject({ confirmedBy: 2 });
  });

  it('counts once if the same person repeats it with a new key', async () => {
    const renewed = await service.person('Cory Coach', 'coach');
    const { body } = await coach.post(address, observation());
    await renewed.post(address, observation());
    expect((await detail()).facts.values.sessions).toMatchObject({ confirmedBy: 1 });
    expect((await renewed.post(`${address}/${body.id}/dispute`, { why: 'x' })).status).toBe(403);
  });

  it('makes the fact unknown if two observers disagree, and opens one ticket', async () => {
    await coach.post(address, observation({ fact: 'slidingFee', value: true }));
    const second = await other.post(address, observation({ fact: 'slidingFee', value: false }));
    expect(second.body.tickets).toEqual([expect.any(String)]);
    const { facts } = await detail();
    expect([facts.values.slidingFee, facts.unknown.includes('slidingFee')]).toEqual([undefined, true]);
    expect(facts.disputed).toEqual([
      {
        fact: 'slidingFee',
        settled: false,
        against: expect.arrayContaining([
          expect.objectContaining({ by: 'Cory Coach' }),
          expect.objectContaining({ by: 'Olga Other' }),
        ]),
      },
    ]);
    // The same disagreement again: the ticket is already open. A third observer settles it.
    expect(
      (await other.post(address, observation({ fact: 'slidingFee', value: false }))).body.tickets,
    ).toEqual([]);
    await editor.post(address, observation({ fact: 'slidingFee', value: true, how: 'visit' }));
    expect((await detail()).facts.values.slidingFee).toMatchObject({ value: true, confirmedBy: 2 });
  });

  it('no longer counts once another person disputes it', async () => {
    const { body } = await coach.post(address, observation());
    const dispute = `${address}/${body.id}/dispute`;
    expect((await coach.post(dispute, { why: 'I misheard.' })).status).toBe(403);
    const response = await other.post(dispute, { why: 'They have no evenings.' });
    expect([response.status, response.body.status, response.body.tickets.length]).toEqual([
      200,
      'disputed',
      1,
    ]);
    expect((await detail()).facts.values.sessions).toBeUndefined();
    expect((await other.post(dispute, { why: 'Again.' })).status).toBe(409);
    expect(await acts()).toEqual([
      { action: 'observation.tell', actor_name: 'Cory Coach', why: null },
      { action: 'observation.dispute', actor_name: 'Olga Other', why: 'They have no evenings.' },
    ]);
  });

  it('is undone by an editor only', async () => {
    const { body } = await coach.post(address, observation());
    const undo = `${address}/${body.id}/undo`;
    expect((await other.post(undo, { why: 'no' })).status).toBe(403);
    expect((await editor.post(undo, { why: 'Posted to the wrong program.' })).body.status).toBe('undone');
    expect((await detail()).facts.unknown).toContain('sessions');
    expect((await editor.post(undo, { why: 'Again.' })).status).toBe(409);
    expect((await editor.post(`${address}/${randomUUID()}/undo`, { why: 'x' })).status).toBe(404);
  });

  it('is listed in public without its note', async () => {
    await coach.post(address, observation({ note: 'Ask for the intake desk.' }));
    const open = await service.get(address);
    expect(open.body.observations).toEqual([
      expect.objectContaining({ by: 'Cory Coach', status: 'standing', how: 'call' }),
    ]);
    expect(open.text).not.toContain('intake desk');
    expect(open.text).not.toContain(coach.id);
    const own = await editor.get(address);
    expect([own.body.observations[0].note, own.headers['cache-control']]).toEqual([
      'Ask for the intake desk.',
      'no-store',
    ]);
    expect((await service.get(`/v1/programs/${randomUUID()}/observations`)).status).toBe(404);
  });

  it('needs a key of a coach or an editor', async () => {
    const author = await service.person('Ann Author', 'author');
    expect((await service.post(address, observation())).status).toBe(401);
    expect((await author.post(address, observation())).status).toBe(403);
  });

  it.each([
    [{ fact: 'waitDay' }, 400, { pointer: '/fact', suggestion: 'waitDays' }],
    [{ fact: 'waitDays', value: -1 }, 400, { pointer: '/value', message: 'must be >= 0' }],
    [{ fact: 'waitDays', value: null }, 400, { pointer: '/value' }],
    [{ value: [{ day: 'tu', from: '18:00' }] }, 400, { pointer: '/value/0' }],
    [
      { value: [{ day: 'tu', from: '9 am', to: '11:00' }] },
      400,
      { pointer: '/value/0/from', suggestion: '09:00' },
    ],
    [
      { value: [{ day: 'tu', from: '24:00', to: '01:00' }] },
      400,
      { pointer: '/value/0/from', suggestion: '00:00' },
    ],
    [
      { fact: 'visitHours', value: [{ day: 'tu', from: '09:00', to: '5:30 pm' }] },
      400,
      { pointer: '/value/0/to', suggestion: '17:30' },
    ],
    [{ fact: 'payers', value: { yes: ['gold'] } }, 400, { pointer: '/value/yes/0' }],
    [{ fact: 'payers', value: { yes: ['free'], no: ['free'] } }, 422, { pointer: '/value' }],
    [{ fact: 'approaches', value: { yes: ['moon-baths'] } }, 422, { pointer: '/value/yes/0' }],
    [{ how: 'rumor' }, 400, { pointer: '/how' }],
    [{ learnedOn: daysAgo(-2) }, 422, { pointer: '/learnedOn' }],
    [{ fact: 'waitDays', value: 3, learnedOn: daysAgo(15) }, 422, { pointer: '/learnedOn' }],
    [{ client: 'Jo' }, 400, { pointer: '/client' }],
  ])('is refused with %j, and the answer names the field', async (changes, status, error) => {
    const response = await coach.post(address, observation(changes));
    expect([response.status, response.body.errors]).toEqual([status, [expect.objectContaining(error)]]);
    expect(await acts()).toEqual([]);
  });

  it('is refused where there is no such program, or it is withdrawn', async () => {
    expect((await coach.post(`/v1/programs/${randomUUID()}/observations`, observation())).status).toBe(404);
    await service.store('survey', []);
    expect((await coach.post(address, observation())).status).toBe(409);
  });

  it('is written once for one Idempotency-Key, also when it is sent twice at once', async () => {
    const key = randomUUID();
    const send = (body = observation()) => coach.post(address, body).set('idempotency-key', key);
    const both = await Promise.all([send(), send()]);
    const again = await send();
    expect(new Set([...both, again].map(({ body }) => body.id)).size).toBe(1);
    expect([...both, again].map(({ status }) => status)).toEqual([201, 201, 201]);
    expect((await send(observation({ how: 'visit' }))).status).toBe(422);
    expect(await acts()).toHaveLength(1);
    expect((await service.get(address)).body.observations).toHaveLength(1);
  });

  it('keeps a program listed for a while that its source dropped, and is there when it comes back', async () => {
    await coach.post(address, observation());
    const { name } = await detail();
    expect(await service.store('survey', [])).toMatchObject({
      withdrawn: 0,
      keptByOtherSources: 0,
      keptForReports: 1,
    });
    await service.store('survey', [{ ...ELM, key: name, name }]);
    const { status, facts } = await detail();
    expect([status, facts.values.sessions.by]).toEqual(['published', 'Cory Coach']);
  });
});

describe('The directory learns', () => {
  let service: WholeService;
  beforeAll(async () => {
    service = await WholeService.open();
    await service.store('survey', [ELM]);
  });
  afterAll(() => service.close());

  /** A client who cannot leave work, and so needs hours that are not reported. */
  const ASKED: Asked = {
    assessment: { conditions: [{ condition: 'alcohol', severity: 'moderate' }] },
    constraints: { cannotLeaveWork: true },
  };

  it('from one call, until its shelf life ends, whatever a source says in between', async () => {
    const coach = await service.person('Cory Coach', 'coach');
    const match = async () => {
      const answer = await answerTo(service, ASKED);
      const [first] = trackOf(answer, 'treatment').matches;
      const work = first!.constraints.find(({ code }) => code === 'can_keep_working')!;
      return { id: first!.program.id, tier: first!.tier, work, legend: answer.legend.observe };
    };

    const before = await match();
    expect([before.tier, before.work.verdict]).toEqual(['confirm_first', 'unknown']);
    expect(before.work.observe![0]).toBe('sessions');
    expect(before.legend.body).toEqual({ value: null, how: 'call', learnedOn: today });
    const href = before.legend.href.replace('{id}', before.id);
    const body = { ...before.legend.body, fact: 'sessions' };

    // Posted as it came, it says nothing, and nothing is stored.
    const unanswered = await coach.post(href, body);
    expect([unanswered.status, unanswered.body.errors]).toEqual([
      400,
      [{ pointer: '/value', message: expect.stringContaining('insert what the program said') }],
    ]);
    expect((await match()).work).toEqual(before.work);

    const created = await coach.post(href, { ...body, value: EVENING });
    expect(created.status).toBe(201);

    const after = await match();
    expect([after.tier, after.work.verdict, after.work.observe]).toEqual(['meets_all', 'meets', undefined]);
    const origin = {
      fact: 'sessions',
      source: 'observation',
      standing: 'confirmed',
      asOf: today,
      by: 'Cory Coach',
      confirmedBy: 1,
    };
    expect(after.work.origins).toContainEqual(origin);

    // Imports of the source, unchanged and changed, do not remove it.
    expect(await service.store('survey', [ELM])).toMatchObject({ unchanged: 1 });
    const changed = program('Elm Clinic', { ...ELM.records[0].facts, slidingFee: true }, NEW_HAVEN);
    expect(await service.store('survey', [changed])).toMatchObject({ changed: 1 });
    const reimported = await match();
    expect([reimported.tier, reimported.work]).toEqual(['meets_all', after.work]);

    // Half a year and a day later.
    const rounds = new ShelfLifeRounds(service.dataSource, service.part(DatabasePulse));
    expect(await rounds.round(daysAgo(-180))).toBe(0);
    expect(await rounds.round(daysAgo(-181))).toBe(1);
    const stale = await match();
    expect([stale.tier, stale.work.verdict]).toEqual(['confirm_first', 'unknown']);
    expect(stale.work.origins.map(({ fact }) => fact)).not.toContain('sessions');
  });
});
