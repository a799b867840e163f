import type { StatedFacts } from '../../src/core/directory/source-record.js';
import { today } from './days.js';
import { movedProgram } from './moved-program.js';
import { program } from './program-intakes.js';
import type { WholeService } from './whole-service.js';

/** Creates one of everything that has an address; returns identifiers by the name of the collection in addresses. */
export async function oneOfEach(service: WholeService): Promise<Record<string, string>> {
  const known: StatedFacts = { conditions: { yes: ['alcohol'] } };
  await service.store(
    'survey',
    ['Elm Clinic', 'Oak Clinic', 'Ash Clinic'].map((name) => program(name, known)),
  );
  const [{ id: programs }] = await service.dataSource.query('SELECT id FROM program ORDER BY name');
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
  const admin = await service.person('Ada Admin', 'administrator');
  const webhook = await admin.post('/v1/webhooks', { name: 'A test', url: 'https://hooks.example.org/' });
  const [{ id: imports }] = await service.dataSource.query(
    `INSERT INTO import_run (id, source, edition, file_name, file_digest, started_at, finished_at, report, state)
     VALUES (gen_random_uuid(), 'samhsa', '2023', 'list.csv', repeat('0', 64), now(), now(), '{}', 'failed')
     RETURNING id`,
  );
  const approach = await service.get('/v1/approaches/smart-recovery');
  const [found] = await service.dataSource.query(
    `SELECT location_id AS "locationId", organization_id AS "organizationId" FROM program WHERE id = $1`,
    [programs],
  );
  const firstOf = async (list: string) => (await service.get(`/hsds/${list}?per_page=1`)).body.contents[0].id;
  const questions = await movedProgram(service);
  const [{ listed_id: listed }] = await service.dataSource.query('SELECT listed_id FROM linkage_question');
  const [decision] = await service.dataSource.query(
    `INSERT INTO linkage_decision (survivor_id, source, source_key, rule, score, policy, decided_by, before)
     SELECT id, source, source_key, 'equal', 1, 'a test', 'rule', '{"survivor": {}}' FROM program WHERE id = $1
     RETURNING id`,
    [listed],
  );
  return {
    programs,
    services: programs,
    service_at_locations: programs,
    HealthcareService: programs,
    Location: found.locationId,
    Organization: found.organizationId,
    taxonomies: await firstOf('taxonomies'),
    taxonomy_terms: await firstOf('taxonomy_terms'),
    organizations: (await service.get(`/v1/programs/${programs}`)).body.organization.id,
    observations: observation.body.id,
    reports: report.body.id,
    approaches: 'smart-recovery',
    ratings: approach.body.ratings[0].id,
    citations: (await service.get('/v1/citations')).body.citations[0].id,
    instruments: 'audit-c',
    Questionnaire: 'audit-c',
    policies: '2026-11.4',
    keys: coach.id,
    webhooks: webhook.body.id,
    questions,
    decisions: decision.id,
    imports,
  };
}

/** Texts that this service has signed: cursors of lists, and a link that an editor sends. */
export async function signedTexts(service: WholeService): Promise<string[]> {
  const editor = await service.person('Eve Editor', 'directory-editor');
  const { body: page } = await service.get('/v1/programs?limit=1');
  const { body: matches } = await service.match({ limit: 1 });
  const [{ id }] = page.programs;
  const link = await editor.post(`/v1/programs/${id}/attestation-links`, {
    expiresInDays: 7,
    why: 'A test.',
  });
  return [page.nextCursor, matches.tracks[0].nextCursor, link.body.token];
}
