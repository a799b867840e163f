import type { ProgramPage } from '../../../src/directory/program-search.dto.js';
import { program } from '../../support/program-intakes.js';
import { WholeService } from '../../support/whole-service.js';

let service: WholeService;
beforeAll(async () => {
  service = await WholeService.open();
  await service.store('survey', [
    program('Federal military insurance', { payers: { yes: ['military'] } }),
    program('TRICARE by name', { payers: { yes: ['tricare'] } }),
    program('CHAMPVA by name', { payers: { yes: ['champva'] } }),
    program('Medicaid alone', { payers: { yes: ['medicaid'] } }),
  ]);
});
afterAll(() => service.close());

describe('a search for a plan of federal military insurance', () => {
  it.each([
    ['tricare', ['Federal military insurance', 'TRICARE by name']],
    ['champva', ['CHAMPVA by name']],
    ['va', []],
    ['military', ['CHAMPVA by name', 'Federal military insurance', 'TRICARE by name']],
  ])('%s finds what is known to take it', async (payer, names) => {
    const { body } = await service.get(`/v1/programs?payer=${payer}`);
    const { programs } = body as ProgramPage;
    expect(programs.map(({ name }) => name).sort()).toEqual(names);
  });
});
