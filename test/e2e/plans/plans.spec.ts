import type { PlanAnswer } from '../../../src/plans/plan-answer.dto.js';
import type { PlanRequest } from '../../../src/plans/plan-request.dto.js';
import { tokensOf } from '../../support/match-answers.js';
import { HARTFORD, program } from '../../support/program-intakes.js';
import { textsOf, unannouncedEnglish } from '../../support/spanish-answers.js';
import { everythingStored } from '../../support/stored-text.js';
import { WholeService } from '../../support/whole-service.js';

const DRINKS: PlanRequest = {
  client: { age: 41 },
  assessment: { conditions: [{ condition: 'alcohol', severity: 'moderate' }] },
  constraints: { near: { postalCode: '06511' }, cannotLeaveWork: true, payers: ['medicaid'] },
};
const OVERDOSE: PlanRequest = {
  assessment: { conditions: [{ condition: 'opioid' }], risks: { 'od.not_waking': true } },
};
const UNKNOWN = '6f9e3c1a-3b0e-4f8e-9b59-2a4f1f0f7f0e';

let service: WholeService;
/** By name. */
let ids: Record<string, string>;
beforeAll(async () => {
  service = await WholeService.open();
  const known = { conditions: { yes: ['alcohol'] }, levelsOfCare: { yes: ['op', 'iop'] } } as const;
  await service.store('survey', [
    program('Elm Clinic', known),
    program('Oak Clinic', { ...known, payers: { yes: ['medicaid'] } }, HARTFORD),
  ]);
  const rows: { id: string; name: string }[] = await service.dataSource.query('SELECT id, name FROM program');
  ids = Object.fromEntries(rows.map(({ id, name }) => [name, id]));
});
afterAll(() => service.close());

async function answerTo(request: PlanRequest, language = 'en'): Promise<PlanAnswer> {
  const { status, body } = await service.post('/v1/plans', request).set('accept-language', language);
  expect(status).toBe(200);
  return body as PlanAnswer;
}

describe('POST /v1/plans', () => {
  it('makes a plan in parts, each with its title, and says that no clinician has reviewed it', async () => {
    const { plan, held, safety } = await answerTo(DRINKS);
    expect([safety, held]).toEqual([[], null]);
    const titles = plan!.sections.map(({ title }) => title);
    expect(titles.slice(0, 3)).toEqual(['Talking about change', 'Before the first visit', 'The call']);
    expect(titles).toEqual(
      expect.arrayContaining(['Work', 'Who may know', 'If use comes back', 'Mutual help']),
    );
    expect(plan!.note).toBe(
      'This is not medical or legal advice. A clinician decides about care. No clinician has reviewed these words yet.',
    );
    const items = plan!.sections.flatMap((section) => section.items);
    expect(plan!.reviewed).toEqual({ items: items.length, signed: 0 });
    expect(items.filter(({ sheet }) => sheet === 'coach')).toEqual([]);
    expect(items.find(({ id }) => id === 'cal-aud')).toMatchObject({
      text: '"Do you have medicine that helps people drink less or stop, like naltrexone?"',
      for: ['person'],
      sheet: 'now',
      namesSubstance: true,
      approach: 'naltrexone-oral-aud',
      verified: 'yes',
      reviewedBy: null,
    });
  });

  it('has the questions of the programs that were chosen, in that order, what to post after the call, and the way', async () => {
    const programIds = [ids['Oak Clinic']!, ids['Elm Clinic']!];
    const { plan, legend } = await answerTo({ ...DRINKS, programIds });
    const [oak, elm] = plan!.programs;
    expect(plan!.programs.map((each) => each.program.name)).toEqual(['Oak Clinic', 'Elm Clinic']);
    const codesOf = (each: typeof oak) => each!.questions.map(({ code }) => code);
    expect(codesOf(elm)).toContain('payment');
    expect(codesOf(oak)).not.toContain('payment');
    expect(elm!.questions.find(({ code }) => code === 'payment')).toEqual({
      code: 'payment',
      safety: false,
      ask: expect.stringContaining('Medicaid'),
      observe: expect.arrayContaining(['payers']),
    });
    expect(oak!.distanceMeters).toBeGreaterThan(elm!.distanceMeters!);
    expect(oak!.travel).toMatchObject({ mode: 'drive', basis: 'estimate', minutes: expect.any(Number) });
    expect(legend).toMatchObject({
      travel: [{ basis: 'estimate', known: true, assumption: expect.any(String) }],
      observe: { href: '/v1/programs/{id}/observations', body: { value: null } },
    });
    // The same question that a match asks.
    const match = await service.post('/v1/matches', DRINKS);
    const inMatch = match.body.tracks[0].matches.find(
      (one: { program: { id: string } }) => one.program.id === ids['Elm Clinic'],
    );
    expect(elm!.questions.map(({ ask }) => ask).toSorted()).toEqual(
      inMatch.constraints
        .flatMap(({ verdict, ask }: { verdict: string; ask?: string }) =>
          verdict === 'unknown' && ask ? [ask] : [],
        )
        .toSorted(),
    );
  });

  it('has the days of the contacts, counted from the day on which the plan starts', async () => {
    const dated = await answerTo({ ...DRINKS, startsOn: '2026-12-30', forCoach: true });
    expect(dated.plan!.contacts).toEqual([
      { item: 'ct-48h', afterDays: 2, on: '2027-01-01' },
      { item: 'ct-7d', afterDays: 7, on: '2027-01-06' },
      { item: 'ct-30d', afterDays: 30, on: '2027-01-29' },
      { item: 'ct-90d', afterDays: 90, on: '2027-03-30' },
    ]);
    expect((await answerTo(DRINKS)).plan!.contacts.map(({ on }) => on)).toEqual([null, null, null, null]);
  });

  it('has help of more than one kind, with where to find times, and for a family its own', async () => {
    const own = (await answerTo(DRINKS)).plan!.resources;
    expect(
      new Set(own.filter(({ kind }) => kind === 'mutual-help').map(({ id }) => id)).size,
    ).toBeGreaterThan(2);
    expect(own.some(({ finderUrl }) => finderUrl !== null)).toBe(true);
    const family = await answerTo({ ...DRINKS, client: { role: 'family' } });
    expect(family.plan!.resources.some(({ kind }) => kind === 'family-support')).toBe(true);
    expect(own.some(({ kind }) => kind === 'family-support')).toBe(false);
    expect(
      family.plan!.sections.flatMap(({ items }) => items).every((item) => item.for.includes('family')),
    ).toBe(true);
  });

  it('is in Spanish whole, but for what it names', async () => {
    const request: PlanRequest = { ...DRINKS, programIds: [ids['Elm Clinic']!], forCoach: true };
    const [spanish, english] = [await answerTo(request, 'es'), await answerTo(request)];
    expect(spanish.language).toBe('es');
    expect(spanish.plan!.note).toContain('Ningún profesional clínico ha revisado');
    expect(textsOf(spanish).length).toBeGreaterThan(100);
    expect(unannouncedEnglish(spanish, english)).toEqual([]);
  });

  it('answers messages and no plan while it is held, and then what to do now and nothing beside it', async () => {
    const request: PlanRequest = { ...OVERDOSE, programIds: [ids['Elm Clinic']!], startsOn: '2026-12-30' };
    const first = await answerTo(request);
    expect([first.plan, first.held!.acknowledge]).toEqual([null, ['SF-OD']]);
    const { plan, safety } = await answerTo({
      ...request,
      assessment: { ...request.assessment, acknowledged: tokensOf(first.safety) },
    });
    expect(safety.map(({ id }) => id)).toContain('SF-OD');
    expect(plan).toMatchObject({ emergency: true, programs: [], contacts: [], resources: [], leftOut: [] });
    expect(plan!.sections.flatMap(({ items }) => items).map(({ id }) => id)).toEqual([
      'saf-911',
      'od-signs',
      'od-do',
    ]);
    expect(plan!.sections[0]!.items[0]!.lines).toMatchObject([{ id: 'emergency-911', tel: '911' }]);
  });

  it('puts what follows the visit of a clinician under its own heading', async () => {
    const request: PlanRequest = {
      assessment: {
        conditions: [{ condition: 'alcohol' }],
        risks: { 'use.alcohol_daily': true, 'wd.past_seizure': true },
      },
    };
    const { safety } = await answerTo(request);
    const acknowledged = tokensOf(safety);
    const { plan } = await answerTo({ assessment: { ...request.assessment, acknowledged } });
    expect(plan!.clinicianFirst).toBe(true);
    expect(plan!.sections.filter(({ afterVisit }) => !afterVisit).map(({ part }) => part)).toEqual([
      'safety',
    ]);
  });

  it('refuses a program that is not published, also while it is held, and what is no plan', async () => {
    for (const request of [DRINKS, OVERDOSE]) {
      const { status, body } = await service.post('/v1/plans', {
        ...request,
        programIds: [ids['Elm Clinic'], UNKNOWN],
      });
      expect([status, body.errors]).toEqual([
        422,
        [{ pointer: '/programIds/1', message: `there is no published program ${UNKNOWN}` }],
      ]);
    }
    const { status, body } = await service.post('/v1/plans', { startOn: '2026-12-30', programIds: [] });
    expect([status, body.errors]).toEqual([
      400,
      [
        { pointer: '/startOn', message: 'unknown field; did you mean "startsOn"?', suggestion: 'startsOn' },
        { pointer: '/programIds', message: 'must have at least 1 item' },
      ],
    ]);
  });

  it('writes nothing: the tables are the same before and after', async () => {
    const before = await everythingStored(service.dataSource);
    await answerTo({ ...DRINKS, programIds: [ids['Elm Clinic']!], startsOn: '2026-12-30', forCoach: true });
    expect(await everythingStored(service.dataSource)).toEqual(before);
  });
});
