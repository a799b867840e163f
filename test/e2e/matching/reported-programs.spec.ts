import type { ConstraintCode } from '../../../src/core/matching/codes.js';
import type { ProgramDetail } from '../../../src/directory/program-detail.dto.js';
import type { ProgramPage } from '../../../src/directory/program-search.dto.js';
import type { WhyNotAnswer } from '../../../src/matching/why-not.dto.js';
import { importDirectory } from '../../support/samhsa/import-directory.js';
import { today } from '../../support/days.js';
import { answerTo, type Asked, trackOf, wholeTrack } from '../../support/match-answers.js';
import { describeWithShared } from '../../support/shared-material.js';
import { WholeService } from '../../support/whole-service.js';

const WORKBOOK = 'data/samhsa/national-directory-su-facilities-2023.xlsx';

type Assessed = NonNullable<Asked['assessment']>;

const OPIOID: Assessed = { conditions: [{ condition: 'opioid', severity: 'severe' }] };
const ALCOHOL: Assessed = { conditions: [{ condition: 'alcohol', severity: 'severe' }] };
const near = (postalCode: string, maxDistanceKm: number) => ({ near: { postalCode }, maxDistanceKm });

/** A client aged 34 who asks for themselves. */
function asked(
  assessment: Asked['assessment'],
  constraints: Asked['constraints'],
  client: Partial<Asked['client']> = {},
): Asked {
  return { client: { role: 'self', age: 34, ...client }, assessment, constraints };
}

/**
 * Programs of the national directory of 2023 of which people reported a wrong answer: a clinic that was missing for
 * ticking one box more, a hospital for veterans first for a civilian, a family's help that was assumed.
 */
describeWithShared('Programs of which a wrong answer was reported', WORKBOOK, (workbook) => {
  let service: WholeService;

  beforeAll(async () => {
    service = await WholeService.open();
    await importDirectory(service.dataSource, { file: workbook, edition: '2023', today });
    await service.settled();
  }, 300_000);

  afterAll(() => service.close());

  /** The programs that a search by name and city finds. */
  async function named(words: string): Promise<ProgramPage['programs']> {
    const { body } = await service.get(`/v1/programs?limit=100&q=${encodeURIComponent(words)}`);
    return (body as ProgramPage).programs;
  }

  async function whyNot(words: string, request: Asked) {
    const [program] = await named(words);
    const response = await service.post('/v1/matches/why-not', { programId: program!.id, ...request });
    expect(response.status).toBe(200);
    return (response.body as WhyNotAnswer).whyNot!;
  }

  async function verdictOn(words: string, code: ConstraintCode, request: Asked) {
    const { constraints } = await whyNot(words, request);
    return constraints.find((one) => one.code === code);
  }

  it.each([
    ['WTCR Odessa', '79761'],
    ['New Vista Greenwood', '46143'],
  ])('a clinic that ticks one box more is in the list: %s', async (name, postalCode) => {
    const request = asked({ ...OPIOID, levelsOfCare: ['op', 'iop'] }, near(postalCode, 60));
    expect(await verdictOn(name, 'level_of_care', request)).toMatchObject({ verdict: 'meets' });
    const { matches } = trackOf(await answerTo(service, request), 'treatment');
    expect(matches[0]?.program.name).toContain(name.split(' ')[0]);
  });

  it('a program that reports children accepts a girl of 16, and adults alone do not', async () => {
    const request = asked({ conditions: [{ condition: 'cannabis' }] }, near('55401', 300), { age: 16 });
    for (const { id, name } of await named('Project Turnabout')) {
      const { body } = await service.get(`/v1/programs/${id}`);
      const { ageGroups, populations } = (body as ProgramDetail).facts.lists;
      const says = (list: typeof ageGroups, code: string) =>
        list?.codes.some((one) => one.code === code && one.stance === 'yes');
      const takesChildren = says(ageGroups, 'children') || says(populations, 'adolescents');
      const answer = await service.post('/v1/matches/why-not', { programId: id, ...request });
      const { constraints } = (answer.body as WhyNotAnswer).whyNot!;
      const age = constraints.find(({ code }) => code === 'age');
      expect({ name, takesChildren, verdict: age?.verdict }).toMatchObject({
        verdict: takesChildren ? 'meets' : 'fails',
      });
    }
  });

  it('an opioid treatment program without a code for methadone accepts a person who takes it', async () => {
    const request = asked(OPIOID, { ...near('11235', 40), currentMedications: ['methadone'] });
    expect(await verdictOn('Coney Island Hospital', 'medication_continuity', request)).toMatchObject({
      verdict: 'meets',
    });
  });

  it.each([
    ['Charleston, West Virginia', '25301', 60],
    ['Brooklyn', '11215', 40],
  ])('what is beyond the distance comes after what is within it: %s', async (_place, postalCode, km) => {
    const request = asked(
      { conditions: [...OPIOID.conditions!, { condition: 'stimulant', severity: 'severe' }] },
      near(postalCode, km),
    );
    const matches = await wholeTrack(service, request, 'treatment');
    const groups = new Map<string, boolean[]>();
    for (const { tier, constraints, distanceMeters } of matches) {
      const isOpen = constraints.some(({ safety, verdict }) => safety && verdict === 'unknown');
      const isFar = (distanceMeters ?? Infinity) > km * 1000;
      const group = `${tier} ${isOpen}`;
      groups.set(group, [...(groups.get(group) ?? []), isFar]);
    }
    for (const far of groups.values()) expect(far).toEqual([...far].sort((a, b) => Number(a) - Number(b)));
    expect(matches.some(({ distanceMeters }) => (distanceMeters ?? 0) > km * 1000)).toBe(true);
  });

  it('a budget takes no program away: who pays was not stated', async () => {
    const totals = [];
    for (const more of [
      {},
      { maxCost: { amount: 5000, currency: 'USD', per: 'week' } },
      { maxCost: { amount: 5000, currency: 'USD', per: 'week' }, payers: ['medicaid'] },
    ] as const) {
      const request = asked(ALCOHOL, { ...near('46204', 30), ...more } as Asked['constraints']);
      totals.push(trackOf(await answerTo(service, request), 'treatment').total);
    }
    expect(totals[0]).toBeGreaterThan(200);
    expect(totals).toEqual([totals[0], totals[0], totals[0]]);
  });

  it('a program for alcohol alone and for opioids alone treats neither of the others', async () => {
    const name = 'Preferred Behavioral Health Barnegat';
    const verdictFor = async (condition: 'stimulant' | 'alcohol') =>
      (await verdictOn(name, 'treats_condition', asked({ conditions: [{ condition }] }, near('08005', 40))))
        ?.verdict;
    expect([await verdictFor('stimulant'), await verdictFor('alcohol')]).toEqual(['fails', 'unknown']);
  });

  it('where no bed leaves time for work, the answer says what to ask about leave', async () => {
    const request = asked(
      { ...ALCOHOL, levelsOfCare: ['res-high', 'res-med', 'hosp'] },
      { ...near('06511', 40), cannotLeaveWork: true },
    );
    const { leaveOptions } = trackOf(await answerTo(service, request), 'treatment');
    expect(leaveOptions.map(({ code }) => code)).toContain('ask-about-leave');
  });

  it('family counseling alone is not CRAFT: a mother in Philadelphia is told what to ask', async () => {
    const answer = await answerTo(service, {
      client: { role: 'family' },
      lovedOne: { age: 24 },
      assessment: OPIOID,
      constraints: near('19103', 40),
      limit: 100,
    } as unknown as Asked);
    const { matches, guidance, resources } = trackOf(answer, 'family_engagement');
    expect(answer.tracks[0]?.purpose).toBe('family_engagement');
    expect([guidance?.length, resources?.length].every((count) => count! > 0)).toBe(true);
    expect(matches).toHaveLength(100);
    for (const { tier, constraints } of matches) {
      const craft = constraints.find(({ code }) => code === 'teaches_craft');
      expect({ tier, verdict: craft?.verdict }).toEqual({ tier: 'confirm_first', verdict: 'unknown' });
      expect(craft?.ask).toMatch(/CRAFT\?$/);
    }
  });

  it('recovery support repeats no treatment but houses, and not where the client relapsed', async () => {
    const request = asked(ALCOHOL, near('06511', 40));
    const support = await wholeTrack(service, request, 'recovery_support');
    const treatment = new Set(
      (await wholeTrack(service, request, 'treatment')).map(({ program }) => program.id),
    );
    expect(support.length).toBeGreaterThan(0);
    for (const { program } of support.filter((one) => treatment.has(one.program.id)))
      expect({ name: program.name, overlays: program.overlays }).toMatchObject({
        overlays: expect.arrayContaining(['housing']),
      });
    const [first] = support;
    const after = await wholeTrack(
      service,
      { ...request, history: [{ programId: first!.program.id, outcome: 'completed_then_relapsed' }] },
      'recovery_support',
    );
    expect(after.map(({ program }) => program.id)).not.toContain(first!.program.id);
    expect(after).toHaveLength(support.length - 1);
  });

  it("no line of outpatient care carries the warning of a residential program's stay", async () => {
    const request = asked({ ...OPIOID, levelsOfCare: ['op', 'iop'] }, near('06511', 40));
    const matches = await wholeTrack(service, request, 'treatment');
    expect(matches.length).toBeGreaterThan(20);
    expect(
      matches.flatMap(({ warnings }) => warnings).filter(({ approach }) => approach?.includes('resid')),
    ).toEqual([]);
  });

  it('telehealth from another state is a question, not a yes', async () => {
    const matches = await wholeTrack(
      service,
      asked(
        { conditions: [{ condition: 'alcohol', severity: 'moderate' }] },
        { ...near('10001', 40), modalities: ['telehealth'], cannotLeaveWork: true },
      ),
      'treatment',
    );
    const elsewhere = matches.filter(
      ({ program }) => program.location.state !== 'NY' && program.modalities.includes('telehealth'),
    );
    expect(elsewhere.length).toBeGreaterThan(0);
    for (const { tier, constraints } of elsewhere) {
      const modality = constraints.find(({ code }) => code === 'modality');
      expect({ tier, verdict: modality?.verdict }).toEqual({ tier: 'confirm_first', verdict: 'unknown' });
      expect(modality?.ask).toContain('NY');
    }
  });
});
