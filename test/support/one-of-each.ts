import { today } from './days.js';
import { program } from './program-intakes.js';
import type { WholeService } from './whole-service.js';

/** Makes one of everything that has an address; by the name of the collection in addresses, its identifier. */
export async function oneOfEach(service: WholeService): Promise<Record<string, string>> {
  await service.store('survey', [program('Elm Clinic', { conditions: { yes: ['alcohol'] } })]);
  const [{ id: programs }] = await service.dataSource.query('SELECT id FROM program');
  const coach = await service.person('Cory Coach', 'coach');
  const observation = await coach.post(`/v1/programs/${programs}/observations`, {
    fact: 'waitDays',
    value: 3,
    how: 'call',
    learnedOn: today,
  });
  const report = await service.post(`/v1/programs/${programs}/reports`, {
    about: 'phone',
    wrong: 'It is old.',
  });
  const approach = await service.get('/v1/approaches/smart-recovery');
  return {
    programs,
    organizations: (await service.get(`/v1/programs/${programs}`)).body.organization.id,
    observations: observation.body.id,
    reports: report.body.id,
    approaches: 'smart-recovery',
    ratings: approach.body.ratings[0].id,
    citations: (await service.get('/v1/citations')).body.citations[0].id,
    instruments: 'audit-c',
    Questionnaire: 'audit-c',
    policies: '2026-11.3',
    keys: coach.id,
  };
}
