import type { BriefMatchAnswer } from '../../../src/matching/brief-response.dto.js';
import type { WhyNotAnswer } from '../../../src/matching/why-not.dto.js';
import type { MatchAnswer } from '../../../src/matching/match-answer.dto.js';
import { answerTo, type Asked, trackOf } from '../../support/match-answers.js';
import { program } from '../../support/program-intakes.js';
import { WholeService } from '../../support/whole-service.js';

const ASKED: Asked = {
  assessment: { conditions: [{ condition: 'alcohol' }] },
  constraints: { payers: ['medicaid'] },
};

let service: WholeService;
beforeAll(async () => {
  service = await WholeService.open();
  const number = (i: number) => String(i).padStart(2, '0');
  await service.store('survey', [
    ...Array.from({ length: 24 }, (_, i) =>
      program(`Takes Medicaid ${number(i)}`, {
        conditions: { yes: ['alcohol'] },
        payers: { yes: ['medicaid'] },
      }),
    ),
    ...Array.from({ length: 14 }, (_, i) =>
      program(`Takes no Medicaid ${number(i)}`, {
        conditions: { yes: ['alcohol'] },
        payers: { no: ['medicaid'] },
      }),
    ),
  ]);
});
afterAll(() => service.close());

const treatmentOf = async (more: Partial<Asked>) =>
  trackOf(await answerTo(service, { ...ASKED, ...more }), 'treatment');
const purposesOf = ({ tracks }: MatchAnswer) => tracks.map(({ purpose }) => purpose);

describe('how much a match answers', () => {
  it('is what a person reads, if nothing is said: ten matches and five near misses', async () => {
    const { matches, nearMisses, total } = await treatmentOf({});
    expect([matches.length, nearMisses.length, total]).toEqual([10, 5, 24]);
  });

  it.each([0, 1, 10])(
    'has %s near misses by wish: the best ones, and the same counts',
    async (nearMisses) => {
      const most = await treatmentOf({ nearMisses: 10 });
      const asked = await treatmentOf({ nearMisses });
      expect(asked).toEqual({ ...most, nearMisses: most.nearMisses.slice(0, nearMisses) });
    },
  );

  it('has the lists by wish, each as it is beside the others', async () => {
    const all = await answerTo(service, ASKED);
    expect(purposesOf(all)).toEqual(['treatment', 'recovery_support']);
    const one = await answerTo(service, { ...ASKED, tracks: ['treatment'] });
    expect(one).toEqual({ ...all, tracks: all.tracks.slice(0, 1), legend: one.legend });
    const purposes = new Set(one.legend.evidence.map(({ purpose }) => purpose));
    expect(one.legend.evidence).toEqual(all.legend.evidence.filter(({ purpose }) => purposes.has(purpose)));
  });

  it('has no list that the need does not open', async () => {
    expect(purposesOf(await answerTo(service, { ...ASKED, tracks: ['family_engagement'] }))).toEqual([]);
  });

  it('continues a list by its cursor, whatever lists are named', async () => {
    const { nextCursor } = await treatmentOf({});
    const next = await answerTo(service, { ...ASKED, cursor: nextCursor!, tracks: ['recovery_support'] });
    expect(purposesOf(next)).toEqual(['treatment']);
  });

  it.each([
    [{ nearMisses: 11 }, '/nearMisses'],
    [{ nearMisses: -1 }, '/nearMisses'],
    [{ tracks: ['treatments'] }, '/tracks/0'],
    [{ tracks: [] }, '/tracks'],
  ])('refuses %j and names the field', async (more, pointer) => {
    const { status, body } = await service.match({ ...ASKED, ...more });
    expect([status, (body as { errors: { pointer: string }[] }).errors[0]?.pointer]).toEqual([400, pointer]);
  });
});

describe('a short answer', () => {
  const NEAR: Asked = {
    ...ASKED,
    constraints: { ...ASKED.constraints, near: { postalCode: '06511' }, cannotLeaveWork: true },
  };
  const briefOf = async (asked: Asked) =>
    (await service.match({ ...asked, detail: 'brief' })).body as BriefMatchAnswer;

  it.each<[string, Asked]>([
    ['of a person', NEAR],
    ['of a family', { ...NEAR, client: { role: 'family' }, lovedOne: { age: 24 } }],
  ])('has the same lines in the same order, shorter: %s', async (_who, asked) => {
    const [full, brief] = [await answerTo(service, asked), await briefOf(asked)];
    expect(brief.tracks.map(({ purpose, total, tiers }) => ({ purpose, total, tiers }))).toEqual(
      full.tracks.map(({ purpose, total, tiers }) => ({ purpose, total, tiers })),
    );
    expect(brief.assessment.words).toEqual(
      Object.fromEntries(full.assessment.missing.map((field) => [field, full.assessment.words[field]])),
    );
    full.tracks.forEach(({ matches, nearMisses }, at) => {
      const short = brief.tracks[at]!;
      matches.forEach(({ program: whole, criteria, constraints, ...match }, line) => {
        const { program: named, reasons, questions, travelMinutes, ...rest } = short.matches[line]!;
        expect(whole).toMatchObject(named);
        expect(match).toMatchObject(rest);
        expect(travelMinutes).toBe(match.travel?.minutes ?? null);
        expect(reasons.length).toBeGreaterThan(0);
        expect(criteria.map(({ reason }) => reason)).toEqual(expect.arrayContaining(reasons));
        expect(questions).toEqual([
          ...new Set(constraints.flatMap(({ verdict, ask }) => (verdict === 'unknown' && ask ? [ask] : []))),
        ]);
      });
      expect(short.nearMisses.map(({ program: { id } }) => id)).toEqual(
        nearMisses.map(({ program: { id } }) => id),
      );
    });
  });

  it('asks questions of safety first', async () => {
    const pregnant = await briefOf({ ...NEAR, client: { pregnant: true } });
    const [line] = pregnant.tracks[0]!.matches;
    expect(line!.questions[0]).toBe('Do you treat people during pregnancy, together with prenatal care?');
  });

  it('has the questions to the client, and the messages of safety, as the full one has them', async () => {
    const asked: Asked = { ...NEAR, assessment: { ...NEAR.assessment, risks: { 'suicide.plan': true } } };
    const [full, brief] = [await answerTo(service, asked), await briefOf(asked)];
    expect(full.safety.length).toBeGreaterThan(0);
    const { safety, held, askClient } = full;
    expect(brief).toMatchObject({ safety, held, askClient, detail: 'brief' });
  });

  it('says where each line is explained', async () => {
    const { explainedAt, tracks } = await briefOf(NEAR);
    const { id } = tracks[0]!.matches[0]!.program;
    const { status, body } = await service.post(explainedAt, { ...NEAR, programId: id });
    expect([status, (body as WhyNotAnswer).whyNot?.program.id]).toEqual([200, id]);
  });

  it('continues by the same cursors', async () => {
    const brief = await briefOf({ ...NEAR, limit: 3 });
    const { nextCursor } = brief.tracks[0]!;
    const next = await briefOf({ ...NEAR, limit: 3, cursor: nextCursor! });
    const whole = await treatmentOf({ ...NEAR, limit: 6 });
    expect(
      [...brief.tracks[0]!.matches, ...next.tracks[0]!.matches].map(({ program: { id } }) => id),
    ).toEqual(whole.matches.map(({ program: { id } }) => id));
  });
});
