import { ProgramIndex } from '../../../src/core/matching/index/program-index.js';
import { seededKnowledge } from '../../cases/seeded-knowledge.js';
import { today } from '../../support/days.js';
import { type NationalProgram, nationalPrograms } from '../../support/national-candidates.js';
import { describeWithShared } from '../../support/shared-material.js';
import { CONDITIONS_SHOWN, matchesOf, needNear, PLACES, wrongsIn } from './reach.js';

const WORKBOOK = 'data/samhsa/national-directory-su-facilities-2023.xlsx';
const knowledge = seededKnowledge();

describeWithShared('The first lines of a list on the national directory', WORKBOOK, (workbook) => {
  let programs: ReadonlyMap<string, NationalProgram>;
  let index: ProgramIndex;

  beforeAll(async () => {
    const read = await nationalPrograms(workbook, today);
    programs = new Map(read.map((program) => [program.candidate.id, program]));
    index = ProgramIndex.build(read.map(({ candidate }) => candidate));
  }, 300_000);

  it.each(PLACES)(
    'have nothing far before near %s, nothing of others without the question, no bed by telehealth',
    (_place, postalCode) => {
      for (const condition of CONDITIONS_SHOWN) {
        const { lines, ...wrongs } = wrongsIn(index, programs, needNear(postalCode, condition), knowledge);
        expect({ condition, ...wrongs }).toEqual({
          condition,
          farBeforeNear: 0,
          withoutQuestion: 0,
          bedsByTelehealth: 0,
        });
        expect(lines).toBeGreaterThan(0);
      }
    },
  );

  it('ask a civilian in San Francisco about their service before Veterans Affairs is suitable', () => {
    const matches = matchesOf(index, needNear('94121', 'alcohol'), knowledge);
    const [first] = matches;
    expect(programs.get(first!.id)!.candidate.operator).toBeUndefined();
    const ofVeterans = matches.filter(
      ({ id }) => programs.get(id)!.candidate.operator === 'veterans-affairs',
    );
    expect(ofVeterans.length).toBeGreaterThan(0);
    for (const { tier } of ofVeterans) expect(tier).toBe('confirm_first');
  });

  it.each([
    ['Cleveland', '44107'],
    ['Tampa', '33602'],
    ['Deming', '88030'],
  ])('of beds near %s are within 40 km, all of them', (_place, postalCode) => {
    const need = {
      ...needNear(postalCode, 'alcohol'),
      statedLevels: ['res-high', 'res-med', 'hosp'] as const,
    };
    const far = matchesOf(index, need, knowledge).filter(({ distanceMeters = 0 }) => distanceMeters > 40_000);
    expect(far.map(({ id }) => programs.get(id)!.name)).toEqual([]);
  });

  it('are the same programs in Missoula whether visits in person are wished for or not', () => {
    const need = needNear('59801', 'alcohol');
    const wish = {
      ...need,
      modalities: ['in-person'] as const,
      strictness: { modality: 'preferred' as const },
    };
    const idsOf = (asked: typeof need) =>
      matchesOf(index, asked, knowledge)
        .map(({ id }) => id)
        .sort();
    expect(idsOf(wish)).toEqual(idsOf(need));
  });
});
