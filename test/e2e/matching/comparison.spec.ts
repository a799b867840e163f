import { DECIDERS } from '../../../src/core/matching/what-decides.js';
import type { ComparedProgram, ComparisonAnswer } from '../../../src/matching/comparison.dto.js';
import type { WhyNotAnswer } from '../../../src/matching/why-not.dto.js';
import { acknowledging, answerTo, type Asked, trackOf, wholeTrack } from '../../support/match-answers.js';
import { HARTFORD, program } from '../../support/program-intakes.js';
import { sampleRequests } from '../../support/sample-requests.js';
import { unannouncedEnglish } from '../../support/spanish-answers.js';
import { WholeService } from '../../support/whole-service.js';

const PATH = '/v1/matches/compare';
/** Number of requests to the demonstration directory. */
const REQUESTS = 15;

async function compare(
  service: WholeService,
  asked: Asked,
  programIds: readonly string[],
  rest: object = {},
) {
  const response = await service.post(PATH, { ...asked, ...rest, programIds });
  expect([response.status, response.body.errors]).toEqual([200, undefined]);
  return response.body as ComparisonAnswer;
}

const namesOf = (programs: readonly Pick<ComparedProgram, 'program'>[]) =>
  programs.map((each) => each.program.name);

describe('POST /v1/matches/compare on a directory of a few programs', () => {
  let service: WholeService;
  const ids = new Map<string, string>();
  beforeAll(async () => {
    service = await WholeService.open();
    await service.store('survey', [
      program('Evidence Clinic', {
        conditions: { yes: ['alcohol'] },
        levelsOfCare: { yes: ['op'] },
        payers: { yes: ['medicaid'] },
        approaches: { yes: ['cbt', 'mi-met', 'contingency-management'] },
      }),
      program('Plain Clinic', {
        conditions: { yes: ['alcohol'] },
        levelsOfCare: { yes: ['op'] },
        payers: { yes: ['medicaid'] },
      }),
      program('Quiet House', {}),
      program('Private Rooms', {
        conditions: { yes: ['alcohol'] },
        levelsOfCare: { yes: ['iop'], complete: true },
        payers: { yes: ['private'], complete: true },
      }),
      program('Far Clinic', { conditions: { yes: ['alcohol'] }, payers: { yes: ['medicaid'] } }, HARTFORD),
      program('Peer House', { overlays: { yes: ['housing'] }, services: { yes: ['peer-support'] } }),
    ]);
    await service.settled();
    for (const purpose of ['treatment', 'recovery_support'] as const)
      for (const { program: each } of await wholeTrack(service, {}, purpose)) ids.set(each.name, each.id);
  });
  afterAll(() => service.close());

  const idsOf = (...names: string[]) => names.map((name) => ids.get(name)!);
  const ASKED: Asked = {
    assessment: { conditions: [{ condition: 'alcohol' }], levelsOfCare: ['op'] },
    constraints: { near: { postalCode: '06511' }, maxDistanceKm: 20, payers: ['medicaid'] },
  };

  it('puts programs in the order of the list, matches first, whatever order they are asked in', async () => {
    const asked = idsOf('Private Rooms', 'Quiet House', 'Plain Clinic', 'Evidence Clinic', 'Far Clinic');
    const answer = await compare(service, ASKED, asked);
    expect(Object.keys(answer)).toEqual([
      'safety',
      'held',
      'comparison',
      'legend',
      'askClient',
      'ranking',
      'language',
      'englishOnly',
    ]);
    const { purpose, programs } = answer.comparison!;
    expect(purpose).toBe('treatment');
    const { matches } = trackOf(await answerTo(service, ASKED), 'treatment');
    expect(namesOf(programs).slice(0, 3)).toEqual(['Evidence Clinic', 'Plain Clinic', 'Quiet House']);
    expect(matches.map((match) => match.program.name)).toEqual(namesOf(programs).slice(0, 3));
    expect(programs.map(({ tier }) => tier)).toEqual(['meets_all', 'meets_all', 'confirm_first', null, null]);
    expect(await compare(service, ASKED, asked.toReversed())).toEqual(answer);
  });

  it('says why each comes before the next, and for a score what each criterion adds', async () => {
    const asked = idsOf('Quiet House', 'Plain Clinic', 'Evidence Clinic', 'Private Rooms');
    const { programs, decisions } = (await compare(service, ASKED, asked)).comparison!;
    expect(decisions.map(({ first, second }) => [first, second])).toEqual(
      programs.slice(1).map((second, i) => [programs[i]!.program.id, second.program.id]),
    );
    expect(decisions.map(({ by }) => by)).toEqual(['score', 'tier', 'match']);
    const [byScore, byTier] = decisions;
    const lead = byScore!.criteria.reduce((sum, each) => sum + each.lead, 0);
    expect(lead).toBeCloseTo(programs[0]!.score - programs[1]!.score, 7);
    expect(byScore!.criteria[0]!.code).toBe('evidence');
    expect(byScore!.reason).toBe(
      'Evidence Clinic and Plain Clinic are level. What tips it a little: care backed by studies.',
    );
    expect(byScore!.detail).toMatch(
      /^Evidence Clinic and Plain Clinic are level, .+: the lead is in evidence\.$/,
    );
    expect(byTier!.reason).toBe(
      'We know that Plain Clinic has all that was asked for. With Quiet House there is something to check.',
    );
    expect(decisions.map(({ level }) => level)).toEqual([true, false, false]);
    expect(byTier!.criteria).toEqual([]);
  });

  it('lists what is unknown about each: what to ask, and what a score is not based on', async () => {
    const { programs } = (await compare(service, ASKED, idsOf('Quiet House', 'Evidence Clinic'))).comparison!;
    const [clinic, quiet] = programs as [ComparedProgram, ComparedProgram];
    expect(clinic.unknownConstraints).toEqual([]);
    expect(quiet.unknownConstraints).toEqual(
      quiet.constraints.filter(({ ask }) => ask !== undefined).map(({ code }) => code),
    );
    expect(quiet.unknownConstraints).toEqual(
      expect.arrayContaining(['treats_condition', 'payment', 'level_of_care']),
    );
    expect(quiet.unknownCriteria).toContain('evidence');
    expect(clinic.unknownCriteria).not.toContain('distance');
    for (const { criteria, unknownCriteria } of programs)
      expect(unknownCriteria).toEqual(criteria.filter(({ known }) => known < 1).map(({ code }) => code));
  });

  it('says the same about each as why-not', async () => {
    const asked = idsOf('Private Rooms', 'Quiet House', 'Evidence Clinic', 'Far Clinic');
    const { programs, purpose } = (await compare(service, ASKED, asked)).comparison!;
    for (const { unknownConstraints: _asks, unknownCriteria: _rests, ...compared } of programs) {
      const { body } = await service.post('/v1/matches/why-not', {
        ...ASKED,
        programId: compared.program.id,
      });
      expect({ purpose, ...compared }).toEqual((body as WhyNotAnswer).whyNot);
    }
  });

  it('compares in the first list that all of them belong to, or in the one that is named', async () => {
    const [house, clinic] = idsOf('Peer House', 'Plain Clinic') as [string, string];
    const mixed = (await compare(service, {}, [house, clinic])).comparison!;
    expect([mixed.purpose, mixed.programs.map(({ inList }) => inList)]).toEqual(['treatment', [true, false]]);
    expect(namesOf(mixed.programs)).toEqual(['Plain Clinic', 'Peer House']);
    expect(mixed.decisions.map(({ by }) => by)).toEqual(['match']);
    const named = (await compare(service, {}, [house, clinic], { purpose: 'recovery_support' })).comparison!;
    expect([named.purpose, namesOf(named.programs)]).toEqual([
      'recovery_support',
      ['Peer House', 'Plain Clinic'],
    ]);
  });

  it('takes two to five different programs, and says of any other what is wrong with it', async () => {
    const five = idsOf('Evidence Clinic', 'Plain Clinic', 'Quiet House', 'Private Rooms', 'Far Clinic');
    const [one, two] = five as [string, string];
    expect((await compare(service, {}, five)).comparison!.programs).toHaveLength(5);
    expect((await compare(service, {}, [one, two])).comparison!.decisions).toHaveLength(1);
    const unknownId = '00000000-0000-4000-8000-000000000000';
    for (const [programIds, status, pointer] of [
      [[one], 400, '/programIds'],
      [[...five, ...idsOf('Peer House')], 400, '/programIds'],
      [[one, one], 400, '/programIds/1'],
      [[one, two, one.toUpperCase()], 400, '/programIds/2'],
      [[one, 'Ranch'], 400, '/programIds/1'],
      [[one, unknownId], 422, '/programIds/1'],
    ] as const) {
      const { status: answered, body } = await service.post(PATH, { programIds });
      expect([answered, body.errors.map((error: { pointer: string }) => error.pointer)]).toEqual([
        status,
        [pointer],
      ]);
    }
  });

  it('holds everything back in an emergency until the message is acknowledged', async () => {
    const asked = idsOf('Quiet House', 'Plain Clinic');
    const emergency: Asked = { assessment: { risks: { 'od.not_waking': true } } };
    const held = await compare(service, emergency, asked);
    expect(held).toMatchObject({
      safety: [{ id: 'SF-OD', level: 'emergency' }],
      held: { acknowledge: ['SF-OD'] },
      comparison: null,
    });
    const shown = await compare(service, await acknowledging(service, emergency), asked);
    expect([shown.held, shown.comparison!.programs.length]).toEqual([null, 2]);
  });

  it('answers in Spanish, and announces what it leaves in English', async () => {
    const asked = idsOf('Private Rooms', 'Quiet House', 'Plain Clinic', 'Evidence Clinic');
    const english = await compare(service, ASKED, asked);
    const response = await service.post(PATH, { ...ASKED, programIds: asked }).set('accept-language', 'es');
    const spanish = response.body as ComparisonAnswer;
    expect([spanish.language, spanish.englishOnly.slice(-2)]).toEqual([
      'es',
      ['/comparison/programs/*/program', '/legend/evidence/*/name'],
    ]);
    const [decision] = spanish.comparison!.decisions;
    expect(decision!.reason).toMatch(
      /^Evidence Clinic y Plain Clinic están a la par. Lo que inclina un poco: /,
    );
    expect(decision!.detail).toMatch(
      /^Evidence Clinic y Plain Clinic están a la par, .+: la ventaja está en evidencia\.$/,
    );
    expect(unannouncedEnglish(spanish, english)).toEqual([]);
  });
});

describe('POST /v1/matches/compare on the demonstration directory', () => {
  let service: WholeService;
  beforeAll(async () => {
    service = await WholeService.open();
    await service.storeDemo();
  });
  afterAll(() => service.close());

  it('has matches and near misses in their order, with decisions that come to the difference in score', async () => {
    const seen = new Set<string>();
    for (const asked of sampleRequests(REQUESTS)) {
      const answer = await answerTo(service, asked);
      for (const { purpose, matches, nearMisses } of answer.tracks) {
        const chosen = [...matches.slice(0, 3), ...nearMisses.slice(0, 2)].map((each) => each.program.id);
        if (chosen.length < 2) continue;
        const answered = await compare(service, asked, chosen.toReversed(), { purpose });
        const { programs, decisions } = answered.comparison!;
        const kept = matches.slice(0, 3).map((each) => each.program.id);
        expect(programs.slice(0, kept.length).map((each) => each.program.id)).toEqual(kept);
        expect(programs.slice(kept.length).every(({ tier }) => tier === null)).toBe(true);
        for (const [i, { by, criteria }] of decisions.entries()) {
          const [first, second] = [programs[i]!, programs[i + 1]!];
          const lead = criteria.reduce((sum, each) => sum + each.lead, 0);
          if (by === 'score') expect(lead).toBeCloseTo(first.score - second.score, 7);
          else expect(criteria).toEqual([]);
          expect(DECIDERS).toContain(by);
          seen.add(by);
        }
      }
    }
    expect([...seen]).toEqual(expect.arrayContaining(['match', 'tier', 'score']));
  });
});
