import { byRank, type RankKey } from '../../../src/core/matching/ranking.js';
import type { WhyNotAnswer, WhyNotResponse } from '../../../src/matching/why-not.dto.js';
import { acknowledging, answerTo, type Asked, wholeTrack } from '../../support/match-answers.js';
import { mergePatch } from '../../support/merge-patch.js';
import { HARTFORD, MISSOULA, program } from '../../support/program-intakes.js';
import { sampleRequests } from '../../support/sample-requests.js';
import { unannouncedEnglish } from '../../support/spanish-answers.js';
import { WholeService } from '../../support/whole-service.js';

/** Number of requests to the demonstration directory; why-not is requested for all near misses of each. */
const REQUESTS = Number(process.env.WHY_NOT_REQUESTS ?? 15);

const PATH = '/v1/matches/why-not';

async function ask(service: WholeService, asked: Asked & { programId: string; purpose?: string }) {
  const response = await service.post(PATH, asked);
  expect([response.status, response.body.errors]).toEqual([200, undefined]);
  return response.body as WhyNotAnswer;
}

async function whyNot(service: WholeService, asked: Asked, programId: string, purpose?: string) {
  const answer = await ask(service, { ...asked, programId, ...(purpose ? { purpose } : {}) });
  return answer.whyNot!;
}

describe('POST /v1/matches/why-not on a directory of a few programs', () => {
  let service: WholeService;
  const ids = new Map<string, string>();
  beforeAll(async () => {
    service = await WholeService.open();
    await service.store('survey', [
      program('Evening Groups', {
        conditions: { yes: ['alcohol'] },
        levelsOfCare: { yes: ['iop'] },
        payers: { yes: ['private'], complete: true },
        approaches: { yes: ['cbt'] },
      }),
      program(
        'Far Clinic',
        { conditions: { yes: ['alcohol'] }, levelsOfCare: { yes: ['op'] }, payers: { yes: ['medicaid'] } },
        HARTFORD,
      ),
      program(
        'Ranch',
        { conditions: { yes: ['alcohol'] }, levelsOfCare: { yes: ['res-high'], complete: true } },
        MISSOULA,
      ),
      program('Peer House', { overlays: { yes: ['housing'] }, services: { yes: ['peer-support'] } }),
      program('Opioid Clinic', {
        conditions: { yes: ['opioid'], complete: true },
        medications: { methadone: 'starts' },
        payers: { yes: ['medicaid'] },
      }),
    ]);
    await service.settled();
    for (const purpose of ['treatment', 'recovery_support'] as const)
      for (const { program: each } of await wholeTrack(service, {}, purpose)) ids.set(each.name, each.id);
  });
  afterAll(() => service.close());

  const idOf = (name: string) => ids.get(name)!;
  const NEAR: Asked = {
    assessment: { conditions: [{ condition: 'alcohol' }] },
    constraints: { near: { postalCode: '06511' }, maxDistanceKm: 20, payers: ['medicaid'] },
  };
  const failing = ({ constraints }: WhyNotResponse) =>
    constraints.filter(({ verdict }) => verdict === 'fails').map(({ code }) => code);

  it('says what excludes a program, its hypothetical score, its place, and what would include it', async () => {
    const answer = await ask(service, { ...NEAR, programId: idOf('Far Clinic') });
    expect(Object.keys(answer)).toEqual([
      'safety',
      'held',
      'whyNot',
      'legend',
      'askClient',
      'ranking',
      'language',
      'englishOnly',
    ]);
    expect(answer).toMatchObject({ safety: [], held: null, language: 'en', englishOnly: [] });
    expect(answer.whyNot).toMatchObject({
      program: { id: idOf('Far Clinic'), name: 'Far Clinic' },
      purpose: 'treatment',
      inList: true,
      lookedAt: false,
      tier: null,
      place: 1,
      of: 1,
      distanceMeters: expect.closeTo(54_000, -4),
      relaxations: [
        {
          constraint: 'within_distance',
          change: { constraints: { maxDistanceKm: 56.4 } },
          label: 'Also show places up to 35 miles away.',
          suffices: true,
        },
      ],
    });
    expect(failing(answer.whyNot!)).toEqual(['within_distance']);
    const { score, criteria } = answer.whyNot!;
    expect(criteria.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(score, 7);
  });

  it('has for a match the placing that it has in the list, with the same lines', async () => {
    for (const asked of [{}, NEAR, { assessment: NEAR.assessment! }]) {
      const matches = await wholeTrack(service, asked, 'treatment');
      for (const match of matches) {
        const { travel: _t, leaveOptions: _l, ...line } = match;
        expect(await whyNot(service, asked, match.program.id)).toEqual({
          ...line,
          purpose: 'treatment',
          inList: true,
          lookedAt: true,
          of: matches.length,
          relaxations: [],
        });
      }
    }
  });

  it('says if a match does not consider a program, since there may be no failing constraint', async () => {
    const need: Asked = { assessment: NEAR.assessment!, client: { state: 'CT' } };
    const ranch = await whyNot(service, need, idOf('Ranch'));
    expect(ranch).toMatchObject({ inList: true, lookedAt: false, tier: null, relaxations: [] });
    expect(failing(ranch)).toEqual([]);
    const inMontana = await whyNot(service, { ...need, client: { state: 'MT' } }, idOf('Ranch'));
    expect(inMontana).toMatchObject({ lookedAt: true, tier: 'meets_all' });
  });

  it('says for each change whether it is enough', async () => {
    const ranch = await whyNot(
      service,
      { ...NEAR, constraints: { ...NEAR.constraints, levelsOfCare: ['op'] } },
      idOf('Ranch'),
    );
    expect(failing(ranch)).toEqual(['level_of_care', 'within_distance']);
    expect(ranch.relaxations.map(({ constraint, suffices }) => [constraint, suffices])).toEqual([
      ['level_of_care', false],
      ['within_distance', false],
    ]);
    const relaxed = ranch.relaxations.reduce<unknown>((merged, { change }) => mergePatch(merged, change), {
      ...NEAR,
      constraints: { ...NEAR.constraints, levelsOfCare: ['op'] },
    });
    expect(await whyNot(service, relaxed as Asked, idOf('Ranch'))).toMatchObject({
      tier: 'confirm_first',
      relaxations: [],
    });
  });

  it('has nothing to change if safety, or who the person is, excludes a program', async () => {
    const need: Asked = { assessment: { conditions: [{ condition: 'alcohol', severity: 'severe' }] } };
    const clinic = await whyNot(service, need, idOf('Opioid Clinic'));
    expect([failing(clinic), clinic.tier, clinic.relaxations]).toEqual([['treats_condition'], null, []]);
  });

  it('looks in the first list that the program belongs to, or in the one that is named', async () => {
    const house = await whyNot(service, {}, idOf('Peer House'));
    expect(house).toMatchObject({ purpose: 'recovery_support', inList: true, tier: 'meets_all' });
    const named = await whyNot(service, {}, idOf('Peer House'), 'treatment');
    expect(named).toMatchObject({ purpose: 'treatment', inList: false, tier: null, of: 5 });
    const family = await whyNot(
      service,
      { client: { role: 'family' } },
      idOf('Evening Groups'),
      'family_engagement',
    );
    expect(family).toMatchObject({
      purpose: 'family_engagement',
      inList: false,
      tier: null,
      of: 1,
      place: 1,
    });
  });

  it('answers an unknown program with 422, and an invalid id with 400, with its place', async () => {
    const unknown = await service.post(PATH, { programId: '00000000-0000-4000-8000-000000000000' });
    expect(unknown.status).toBe(422);
    expect(unknown.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(unknown.body.errors).toEqual([
      {
        pointer: '/programId',
        message: 'there is no published program 00000000-0000-4000-8000-000000000000',
      },
    ]);
    for (const [body, pointer] of [
      [{}, '/programId'],
      [{ programId: 'Ranch' }, '/programId'],
      [{ programId: idOf('Ranch'), purpose: 'treatmnt' }, '/purpose'],
      [{ programId: idOf('Ranch'), limit: 5 }, '/limit'],
      [{ programId: idOf('Ranch'), constraints: { payers: ['medicade'] } }, '/constraints/payers/0'],
    ] as const) {
      const { status, body: problem } = await service.post(PATH, body);
      expect([status, problem.errors[0].pointer]).toEqual([400, pointer]);
    }
  });

  it('accepts the id of a program in upper or lower case', async () => {
    const id = idOf('Ranch');
    expect(await ask(service, { programId: id.toUpperCase() })).toEqual(
      await ask(service, { programId: id }),
    );
    for (const asked of [
      { constraints: { exclude: { programs: [id.toUpperCase()] } } },
      { history: [{ programId: id.toUpperCase(), outcome: 'helped' }] },
    ] as Asked[]) {
      const small = JSON.parse(JSON.stringify(asked).replace(id.toUpperCase(), id)) as Asked;
      expect(await answerTo(service, asked)).toEqual(await answerTo(service, small));
    }
  });

  it('is refused for a program that was withdrawn', async () => {
    const editor = await service.person('Eve Editor', 'directory-editor');
    const listed = await editor.post('/v1/programs', {
      name: 'Short-lived',
      organization: { name: 'Short Inc' },
      location: { street1: '2 Elm Street', city: 'New Haven', state: 'CT', postalCode: '06511' },
      facts: { conditions: { yes: ['alcohol'] } },
      standing: 'self-reported',
      why: 'On the list of the state.',
    });
    const { id } = listed.body as { id: string };
    expect((await whyNot(service, {}, id)).tier).toBe('meets_all');
    await editor
      .post(`/v1/programs/${id}/withdraw`, { why: 'It has closed.' })
      .set('if-match', listed.headers['etag']!);
    expect((await service.post(PATH, { programId: id })).status).toBe(422);
  });

  it('holds everything back in an emergency until the message is acknowledged, but not a wrong id', async () => {
    const emergency: Asked = { assessment: { risks: { 'od.not_waking': true } } };
    const held = await ask(service, { ...emergency, programId: idOf('Ranch') });
    expect(held).toMatchObject({
      safety: [{ id: 'SF-OD', level: 'emergency', acknowledged: false }],
      held: { acknowledge: ['SF-OD'] },
      whyNot: null,
    });
    const wrong = { ...emergency, programId: '00000000-0000-4000-8000-000000000000' };
    expect((await service.post(PATH, wrong)).status).toBe(422);
    const acknowledged = await acknowledging(service, emergency);
    const shown = await ask(service, { ...acknowledged, programId: idOf('Ranch') });
    expect([shown.held, shown.whyNot!.program.name]).toEqual([null, 'Ranch']);
  });

  it('answers in Spanish, and announces what it leaves in English', async () => {
    const response = await service
      .post(PATH, { ...NEAR, programId: idOf('Far Clinic') })
      .set('accept-language', 'es');
    const answer = response.body as WhyNotAnswer;
    expect([answer.language, answer.englishOnly.slice(-2)]).toEqual([
      'es',
      ['/whyNot/program', '/legend/evidence/*/name'],
    ]);
    const english = await ask(service, { ...NEAR, programId: idOf('Far Clinic') });
    expect(unannouncedEnglish(answer, english)).toEqual([]);
  });
});

/** The place of a program, real or hypothetical, from its own data only; in these requests no track puts any first. */
function placed(
  { program: { id }, score, knownWeight, distanceMeters, constraints }: Explained,
  { constraints: { strictness = {}, maxDistanceKm, modalities } = {} }: Asked,
): RankKey {
  const open = constraints.filter(
    ({ code, verdict }) => verdict === 'unknown' && (strictness[code] ?? 'required') === 'required',
  );
  return {
    id,
    score,
    knownWeight,
    ...(distanceMeters === null ? {} : { distanceMeters }),
    tier: open.length > 0 ? 'confirm_first' : 'meets_all',
    safetyOpen: open.some(({ safety }) => safety),
    reachOpen:
      maxDistanceKm !== undefined &&
      strictness.within_distance !== 'preferred' &&
      !(modalities?.join() === 'telehealth' && strictness.modality !== 'preferred') &&
      (distanceMeters ?? Infinity) > maxDistanceKm * 1000,
  };
}
type Explained = Pick<WhyNotResponse, 'program' | 'score' | 'knownWeight' | 'distanceMeters' | 'constraints'>;

describe('POST /v1/matches/why-not on the demonstration directory', () => {
  let service: WholeService;
  beforeAll(async () => {
    service = await WholeService.open();
    await service.storeDemo();
  });
  afterAll(() => service.close());

  it('agrees with the match on every near miss, and has exactly so many matches before it', async () => {
    let compared = 0;
    for (const asked of sampleRequests(REQUESTS)) {
      const answer = await answerTo(service, asked);
      for (const { purpose, nearMisses, total } of answer.tracks) {
        const matches = nearMisses.length > 0 ? await wholeTrack(service, asked, purpose) : [];
        for (const miss of nearMisses) {
          const explained = await whyNot(service, asked, miss.program.id, purpose);
          expect(explained).toMatchObject({
            program: miss.program,
            purpose,
            inList: true,
            tier: null,
            score: miss.score,
            distanceMeters: miss.distanceMeters,
            of: total + 1,
          });
          const strict = asked.constraints?.strictness ?? {};
          const keepingOut = explained.constraints.filter(
            ({ code, verdict }) =>
              strict[code] !== 'preferred' &&
              (verdict === 'fails' || (strict[code] === 'confirmed' && verdict === 'unknown')),
          );
          expect(keepingOut.map(({ code, verdict, reason }) => [code, verdict, reason])).toEqual([
            [miss.failing.constraint, miss.failing.verdict, miss.failing.reason],
          ]);
          const there = placed(explained, asked);
          expect(explained.place).toBe(
            1 + matches.filter((each) => byRank(placed(each, asked), there) < 0).length,
          );
          compared += 1;
        }
      }
    }
    if (process.env.WHY_NOT_REQUESTS) console.log(`${compared} near misses of ${REQUESTS} requests`);
    expect(compared).toBeGreaterThan(REQUESTS);
  });
});
