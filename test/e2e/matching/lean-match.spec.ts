import type { MatchAnswer } from '../../../src/matching/match-response.dto.js';
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
    expect(one).toEqual({ ...all, tracks: all.tracks.slice(0, 1) });
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
