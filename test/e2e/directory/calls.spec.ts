import { openQuestions, worthOf } from '../../../src/core/curation/call-questions.js';
import type { ResolvedFacts } from '../../../src/core/directory/resolved-facts.js';
import { HARTFORD, MISSOULA, NEW_HAVEN, program } from '../../support/program-intakes.js';
import { type Person, WholeService } from '../../support/whole-service.js';

interface Call {
  readonly id: string;
  readonly name: string;
  readonly worth: number;
  readonly questions: readonly { readonly question: string; readonly facts: readonly string[] }[];
}

describe('GET /v1/desk/calls', () => {
  let service: WholeService;
  let coach: Person;
  beforeAll(async () => {
    service = await WholeService.open();
    coach = await service.person('Cory Coach', 'coach');
    const phone = '203-555-0100';
    await service.store('survey', [
      { ...program('Nothing known', {}), phone },
      { ...program('Medication known', { medications: { buprenorphine: 'starts' } }, HARTFORD), phone },
      { ...program('Payers known', { payers: { yes: ['medicaid'] } }, MISSOULA), phone },
      { ...program('Hours past their life', { payers: { no: ['private'] } }, NEW_HAVEN), phone },
      program('Without a telephone', {}),
      { ...program('Fictional', {}), phone, fictional: true },
    ]);
  });
  afterAll(() => service.close());

  const calls = async (query = ''): Promise<Call[]> => {
    const { body } = await coach.get(`/v1/desk/calls${query}`).expect(200);
    return (body as { calls: Call[] }).calls;
  };
  const namesOf = (all: readonly Call[]) => all.map(({ name }) => name);

  it('lists whom to call, those first whose answers are worth most, with what to ask', async () => {
    const all = await calls();
    expect(all.map(({ worth }) => worth)).toEqual([17, 14, 14, 12]);
    expect(namesOf(all)[0]).toBe('Nothing known');
    expect(namesOf(all)[3]).toBe('Medication known');
    expect(all[3]!.questions.map(({ facts }) => facts[0])).toEqual([
      'ageGroups',
      'payers',
      'visitHours',
      'waitDays',
      'accreditations',
    ]);
  });

  it('counts in the database as the core does', async () => {
    for (const { id, worth } of await calls()) {
      const [{ facts }]: [{ facts: ResolvedFacts }] = await service.dataSource.query(
        'SELECT facts FROM program WHERE id = $1',
        [id],
      );
      expect([id, worth]).toEqual([id, worthOf(openQuestions(facts))]);
    }
  });

  it('lists those of a state, and those around a ZIP code', async () => {
    expect(namesOf(await calls('?state=MT'))).toEqual(['Payers known']);
    expect(namesOf(await calls('?near=06511&radiusKm=10')).toSorted()).toEqual([
      'Hours past their life',
      'Nothing known',
    ]);
  });

  it('drops a program once its last question is answered', async () => {
    const [{ id }] = (await calls('?state=MT')) as [Call];
    await coach
      .post(`/v1/programs/${id}/observations`, {
        fact: 'waitDays',
        value: 3,
        how: 'call',
        learnedOn: new Date().toISOString().slice(0, 10),
      })
      .expect(201);
    const [one] = (await calls('?state=MT')) as [Call];
    expect([one.worth, one.questions.map(({ facts }) => facts[0])]).toEqual([
      12,
      ['medications', 'ageGroups', 'visitHours', 'accreditations'],
    ]);
  });

  it.each([
    ['?near=00000', 422, 'near'],
    ['?radiusKm=5', 422, 'radiusKm'],
    ['?state=XX', 400, 'state'],
  ])('refuses %s, and names what is wrong', async (query, status, parameter) => {
    const { status: got, body } = await coach.get(`/v1/desk/calls${query}`);
    expect([got, body.errors[0].parameter]).toEqual([status, parameter]);
  });
});
