import { join } from 'node:path';
import { type Clock, install } from '@sinonjs/fake-timers';
import { projectFolder } from '../../../src/config/project-folder.js';
import { loadEvidenceView } from '../../../src/evidence/evidence-view.js';
import { CursorCodec } from '../../../src/http/pages/cursor.js';
import type { WrittenPosition } from '../../../src/matching/match-position.js';
import { Problem } from '../../../src/http/problem.js';
import { seedDemo } from '../../../src/interchange/demo/seed-demo.js';
import { eventually } from '../../support/eventually.js';
import { csvOf, facility } from '../../support/samhsa/facility-files.js';
import { expectCommitted } from '../../support/committed-file.js';
import { committedContract } from '../../support/contract/contract.js';
import { ExampleRecorder } from '../../support/contract/example-recorder.js';
import { COMPLETE, type RatingBody } from '../../support/evidence-desk.js';
import { movedProgram } from '../../support/moved-program.js';
import { WebhookReceiver } from '../../support/webhook-receiver.js';
import { type Person, WholeService } from '../../support/whole-service.js';

/** The day of every example: the demonstration directory and all statements are as of this day. */
const TODAY = '2026-11-24';
const MOMENT = `${TODAY}T09:00:00.000Z`;
const FOLDER = join(projectFolder, 'openapi/examples');

/** Operations that answer with bytes, not with JSON. */
const FILES = ['exportsGetDirectory', 'exportsGetPrograms'];

const CURSOR_SECRET = '0123456789abcdef'.repeat(4);

/** A person in New Haven with a severe opioid use disorder, on Medicaid, who cannot leave work. */
const NEED = {
  client: { age: 34 },
  assessment: { conditions: [{ condition: 'opioid', severity: 'severe' }] },
  constraints: {
    near: { postalCode: '06511' },
    maxDistanceKm: 40,
    payers: ['medicaid'],
    cannotLeaveWork: true,
  },
};
const AUDIT_C = { instrument: 'audit-c', answers: { audit1: 4, audit2: 3, audit3: 4 } };

describe('The examples of the document', () => {
  let clock: Clock;
  let installed: WholeService;
  let service: WholeService;
  let people: Record<'author' | 'reviewer' | 'editor' | 'coach' | 'other', Person>;
  let recorder: ExampleRecorder;

  beforeAll(async () => {
    clock = install({ toFake: ['Date'], now: new Date(MOMENT) });
    installed = await WholeService.open();
    // A cursor is signed; every process started from now on signs with this secret.
    await installed.dataSource.query(`UPDATE installation SET value = $1 WHERE key = 'cursor_secret'`, [
      CURSOR_SECRET,
    ]);
    await installed.dataSource.transaction(async (manager) =>
      seedDemo(manager, { evidence: await loadEvidenceView(manager), today: TODAY }),
    );
    service = await installed.neighbor(installed.connection, { webhookAllowPrivate: true });
    await service.settled();
    people = {
      author: await service.person('Ann Author', 'author'),
      reviewer: await service.person('Rae Reviewer, MD', 'reviewer'),
      editor: await service.person('Eve Editor', 'directory-editor', 'administrator'),
      coach: await service.person('Cory Coach', 'coach'),
      other: await service.person('Olga Other', 'coach'),
    };
    recorder = new ExampleRecorder(service, MOMENT);
  });
  afterAll(async () => {
    await service.close();
    await installed.close();
    clock.uninstall();
  });

  it('are what the service answers to them: the directory, the evidence and public requests', async () => {
    // The client of the tests parses JSON only as application/json.
    const plain = { accept: 'application/json' };
    await recorder.take('serviceGet');
    await recorder.take('healthCheckLive');
    await recorder.take('healthCheckReady');
    await recorder.take('healthCheckWritable');
    await recorder.take('vocabulariesList', { headers: { 'accept-language': 'es' } });
    await recorder.take('factsList');
    await recorder.take('policiesGet', { params: { version: 'current' } });
    await recorder.take('resourcesList', { query: 'audience=family&condition=opioid' });
    await recorder.take('instrumentsList');
    await recorder.take('instrumentsGet', { params: { id: 'audit-c' } });
    await recorder.take('questionnairesList');
    await recorder.take('questionnairesGet', { params: { id: 'audit-c' } });
    await recorder.take('instrumentsScore', {
      params: { id: 'audit-c' },
      body: { answers: AUDIT_C.answers },
    });
    await recorder.take('assessmentsAssess', {
      body: {
        client: { age: 41 },
        assessment: { responses: [AUDIT_C], skipped: [{ instrument: 'risk-check', items: ['work'] }] },
      },
    });
    const { body: match } = await recorder.take('matchesRank', { body: { ...NEED, limit: 1 } });
    const [treatment] = match.tracks as {
      matches: { program: { id: string } }[];
      nearMisses: { program: { id: string } }[];
    }[];
    const best = treatment!.matches[0]!.program.id;
    const missed = treatment!.nearMisses[0]!.program.id;
    await recorder.take('matchesExplain', { body: { ...NEED, programId: missed } });
    await recorder.take('matchesCompare', { body: { ...NEED, programIds: [best, missed] } });
    await recorder.take('plansMake', {
      body: { ...NEED, programIds: [best], startsOn: TODAY, forCoach: true },
    });
    await recorder.take('programsList', { query: 'q=methadone&near=41.31,-72.92&radiusKm=30&limit=2' });
    const { body: program } = await recorder.take('programsGet', { params: { id: best } });
    await recorder.take('organizationsGet', { params: { id: program.organization.id as string } });
    await recorder.take('fhirMetadataGet', { headers: plain });
    const place = { query: 'address-city=New Haven&_count=2', headers: plain };
    const form = { 'content-type': 'application/json', ...plain };
    await recorder.take('fhirHealthcareServicesList', { query: 'name=heather&_count=2', headers: plain });
    await recorder.take('fhirHealthcareServicesSearch', {
      body: { name: ['heather'], _count: '2' },
      headers: form,
    });
    await recorder.take('fhirHealthcareServicesGet', { params: { id: best }, headers: plain });
    const { body: places } = await recorder.take('fhirLocationsList', place);
    await recorder.take('fhirLocationsSearch', {
      body: { 'address-city': ['New Haven'], _count: '2' },
      headers: form,
    });
    const [{ resource }] = places.entry as [
      { resource: { id: string; managingOrganization: { reference: string } } },
    ];
    await recorder.take('fhirLocationsGet', { params: { id: resource.id }, headers: plain });
    await recorder.take('fhirOrganizationsList', { query: 'address-state=CT&_count=2', headers: plain });
    await recorder.take('fhirOrganizationsSearch', {
      body: { 'address-state': ['CT'], _count: '2' },
      headers: form,
    });
    const organization = resource.managingOrganization.reference.split('/')[1]!;
    await recorder.take('fhirOrganizationsGet', { params: { id: organization }, headers: plain });
    await recorder.take('hsdsGet');
    await recorder.take('hsdsServicesList', { query: 'search=methadone&per_page=2' });
    await recorder.take('hsdsServicesSearch', { body: { search: 'methadone', per_page: 2 } });
    await recorder.take('hsdsServicesGet', { params: { id: best } });
    await recorder.take('hsdsOrganizationsList', { query: 'search=methadone&per_page=2' });
    await recorder.take('hsdsOrganizationsSearch', { body: { search: 'methadone', per_page: 2 } });
    await recorder.take('hsdsOrganizationsGet', { params: { id: program.organization.id as string } });
    await recorder.take('hsdsServiceAtLocationsList', {
      query: 'postcode=06511&proximity=30000&per_page=2',
    });
    await recorder.take('hsdsServiceAtLocationsSearch', { body: { postcode: '06511', proximity: 30_000 } });
    await recorder.take('hsdsServiceAtLocationsGet', { params: { id: best } });
    const taxonomies = await recorder.take('hsdsTaxonomiesList', { query: 'search=level' });
    await recorder.take('hsdsTaxonomiesSearch', { body: { search: 'level' } });
    const [{ id: taxonomy }] = taxonomies.body.contents as [{ id: string }];
    await recorder.take('hsdsTaxonomiesGet', { params: { id: taxonomy } });
    const terms = await recorder.take('hsdsTaxonomyTermsList', { query: 'search=contingency' });
    await recorder.take('hsdsTaxonomyTermsSearch', { body: { taxonomy_id: taxonomy } });
    const [{ id: term }] = terms.body.contents as [{ id: string }];
    await recorder.take('hsdsTaxonomyTermsGet', { params: { id: term } });
    await recorder.take('approachesList', { query: 'condition=opioid' });
    await recorder.take('approachesGet', { params: { code: 'contingency-management' } });
    await recorder.take('citationsList', { query: 'q=contingency&limit=2' });
  });

  it('are what the service answers to them: the desk of the directory', async () => {
    const { editor, coach, other } = people;
    const { body: listed } = await service.get('/v1/programs?state=CT&limit=1');
    const id = listed.programs[0].id as string;
    const created = await recorder.take('observationsCreate', {
      as: coach,
      params: { id },
      body: { fact: 'waitDays', value: 7, how: 'call', learnedOn: TODAY, note: 'Ask for the intake desk.' },
    });
    await recorder.take('observationsDispute', {
      as: other,
      params: { id, observationId: created.body.id as string },
      body: { why: 'They told me three weeks on the same day.' },
    });
    await recorder.take('observationsUndo', {
      as: editor,
      params: { id, observationId: created.body.id as string },
      body: { why: 'It was about another program.' },
    });
    await recorder.take('observationsList', { params: { id } });
    const report = await recorder.take('reportsCreate', {
      params: { id },
      body: { about: 'website', wrong: 'The address leads to a shop.', right: 'https://example.org' },
    });
    await recorder.take('reportsGet', { params: { id: report.body.id as string } });
    await recorder.take('reportsTake', {
      as: editor,
      params: { id: report.body.id as string },
      body: { why: 'Mine.' },
    });
    await recorder.take('reportsList', { as: editor, query: `programId=${id}&state=taken` });
    await recorder.take('reportsClose', {
      as: editor,
      params: { id: report.body.id as string },
      body: { outcome: 'corrected', why: 'Seen on their sign.' },
    });
    const question = await movedProgram(service);
    await recorder.take('linkageQuestionsList', { as: editor, query: 'state=open&limit=1' });
    await recorder.take('linkageQuestionsGet', { as: editor, params: { id: question } });
    const answer = (why: string) => ({ as: editor, params: { id: question }, body: { why } });
    await recorder.take('linkageQuestionsAnswerUnsure', answer('Nobody answers the telephone.'));
    await recorder.take('linkageQuestionsAnswerDifferent', answer('The old house is still open.'));
    const merged = await recorder.take(
      'linkageQuestionsAnswerSame',
      answer('They moved in June, says their intake.'),
    );
    await recorder.take('linkageDecisionsList', {
      as: editor,
      query: `programId=${merged.body.listedId as string}`,
    });
    await recorder.take('linkageDecisionsUndo', {
      as: editor,
      params: { id: merged.body.decision as string },
      body: { why: 'It was the house next door.' },
    });
    const link = await recorder.take('attestationLinksCreate', {
      as: editor,
      params: { id },
      body: { expiresInDays: 14, why: 'They wrote to us.' },
    });
    await recorder.take('attestationsCreate', {
      body: {
        token: link.body.token as string,
        facts: { slidingFee: true, waitDays: 3 },
        by: 'Intake director',
        learnedOn: TODAY,
      },
    });
    await recorder.take('programsVerify', {
      as: editor,
      params: { id },
      body: {
        facts: { approaches: { yes: ['contingency-management'] } },
        standing: 'verified',
        how: 'visit',
        learnedOn: TODAY,
        expiresOn: '2027-02-24',
        why: 'Sat in on two sessions.',
      },
    });
    const listing = {
      as: editor,
      body: {
        name: 'Oak Street Evening Program',
        organization: { name: 'Oak Street Recovery' },
        location: { street1: '2 Elm Street', city: 'New Haven', state: 'CT', postalCode: '06511' },
        phone: '203-555-0100',
        website: 'https://oak.example',
        facts: {
          conditions: { yes: ['alcohol'] },
          levelsOfCare: { yes: ['iop'] },
          payers: { yes: ['medicaid'] },
        },
        standing: 'self-reported',
        why: 'On the list of the state.',
      },
    };
    const made = await recorder.take('programsCreate', listing, (entry) =>
      recorder.replaces(entry.id as string),
    );
    const oak = { id: made.body.id as string };
    const edited = await recorder.take('programsUpdate', {
      as: editor,
      params: oak,
      ifMatch: made.headers['etag'],
      body: { phone: '203-555-0101', facts: { slidingFee: true }, why: 'They called.' },
    });
    await recorder.take('callsList', { as: coach, query: 'limit=2' });
    const withdrawn = await recorder.take('programsWithdraw', {
      as: editor,
      params: oak,
      ifMatch: edited.headers['etag'],
      body: { why: 'Closed for repairs.' },
    });
    await recorder.take('programsRestore', {
      as: editor,
      params: oak,
      ifMatch: withdrawn.headers['etag'],
      body: { why: 'Open again.' },
    });
  });

  it('are what the service answers to them: the desk of the evidence', async () => {
    const { author, reviewer, editor } = people;
    const standing = async (approach: string) => {
      const { body } = await service.get(`/v1/approaches/${approach}`);
      return (body.ratings as RatingBody[])[0]!;
    };
    const one = await standing('smart-recovery');
    const draft = await recorder.take('ratingVersionsCreate', {
      as: author,
      params: { id: one.id },
      body: COMPLETE,
    });
    const version = { id: draft.body.id as string };
    const { etag = '' } = (await author.get(`/v1/ratings/${version.id}`)).headers;
    await recorder.take('ratingsReplace', {
      as: author,
      params: version,
      ifMatch: etag,
      body: {
        ...COMPLETE,
        outcomeGroup: draft.body.outcomeGroup,
        comparatorType: draft.body.comparatorType,
        certainty: 'moderate',
        direction: draft.body.direction,
        citations: draft.body.citationIds,
      },
    });
    await recorder.take('ratingsSubmit', { as: author, params: version, body: {} });
    await recorder.take('ratingsReturn', {
      as: reviewer,
      params: version,
      body: { why: 'Say whom it was studied in.' },
    });
    await author.post(`/v1/ratings/${version.id}/submit`);
    const impact = await recorder.take('ratingsPreviewImpact', {
      as: reviewer,
      params: version,
      body: { cases: [{ name: 'New Haven, opioids', request: { assessment: NEED.assessment } }] },
    });
    await recorder.take('ratingsPreviewMoves', {
      as: reviewer,
      params: version,
      body: { request: { assessment: NEED.assessment }, purpose: 'treatment', limit: 2 },
    });
    await recorder.take('ratingsApprove', {
      as: reviewer,
      params: version,
      body: { impact: impact.body.id as string, conflictStatement: 'none' },
    });
    await recorder.take('ratingsGet', { params: version });
    await recorder.take('ratingVersionsList', { params: version });
    const made = await recorder.take('ratingsCreate', {
      as: author,
      body: {
        ...COMPLETE,
        changeNote: undefined,
        approach: 'contingency-management',
        condition: 'nicotine',
        outcome: 'abstinence at 12 months',
        comparator: 'usual care',
        outcomeGroup: 'substance-use',
        comparatorType: 'usual-care',
        certainty: 'low',
        direction: 'benefit',
      },
    });
    await recorder.take('ratingsList', { as: author, query: 'status=draft&limit=2' });
    await recorder.take('ratingsRetract', {
      as: reviewer,
      params: { id: made.body.id as string },
      body: { why: 'Drafted twice.' },
    });
    await recorder.take('ratingsImport', {
      as: author,
      body: {
        scheme: 'cebc',
        grades: [
          {
            approach: 'family-therapies-teen',
            condition: 'cannabis',
            outcome: 'substance use at 12 months',
            outcomeGroup: 'substance-use',
            comparator: 'usual care',
            comparatorType: 'usual-care',
            url: 'https://example.org/a-program',
            grade: '1',
          },
        ],
      },
    });
    const cited = await recorder.take('citationsCreate', {
      as: author,
      body: { title: 'An open trial of evening groups', doi: '10.5555/evening-groups', year: 2025 },
    });
    const work = { id: cited.body.id as string };
    const read = await recorder.take('citationsGet', { params: work, query: 'style=vancouver' });
    expect(read.headers['etag']).toBeDefined();
    const current = await service.get(`/v1/citations/${work.id}`);
    await recorder.take('citationsUpdate', {
      as: author,
      params: work,
      ifMatch: current.headers['etag'],
      body: { journal: 'Journal of Examples', note: null },
    });
    await recorder.take('citationsRecordRetraction', {
      as: reviewer,
      params: { id: one.citationIds[0] ?? work.id },
      body: {
        state: 'retracted',
        on: '2026-11-01',
        notice: 'https://doi.org/10.1000/notice',
        why: 'Retracted by its journal.',
      },
    });
    await recorder.take('citationsImport', {
      as: author,
      body: { format: 'ris', text: 'TY  - JOUR\nTI  - A trial\nDO  - 10.5555/ris-1\nPY  - 2024\nER  - \n' },
    });
    await recorder.take('interestsCreate', {
      as: reviewer,
      body: { approach: 'contingency-management', statement: 'Paid trainer for it until 2025.' },
    });
    await recorder.take('interestsList');
    await recorder.take('auditList', { as: editor, query: 'entity=program&limit=2' });
  });

  it('are what the service answers to them: keys', async () => {
    const { editor } = people;
    const made = await recorder.take('keysCreate', {
      as: editor,
      body: { name: 'Example Partners', scopes: ['match', 'changes'], expiresInDays: 365 },
    });
    const key = { id: made.body.id as string };
    await recorder.take('signInGet');
    await recorder.take('identityGet', { as: people.coach });
    await recorder.take('keysRotate', {
      as: editor,
      params: key,
      body: { overlapHours: 48, why: 'A year is over.' },
    });
    await recorder.take('keysGet', { as: editor, params: key });
    await recorder.take('keysList', { as: editor });
    await recorder.take('keysRevoke', { as: editor, params: key, body: { why: 'They left.' } });
  });

  it('are what the service answers to them: what changed', async () => {
    const { author, editor } = people;
    await recorder.take('changesList', { as: author, query: 'since=start&entity=program&limit=2' });
    const receiver = await WebhookReceiver.open();
    const made = await recorder.take('webhooksCreate', {
      as: editor,
      body: { name: 'Search index of Example Partners', url: receiver.url, events: ['program.changed'] },
    });
    const hook = { id: made.body.id as string };
    const why = 'They asked for it.';
    const read = await recorder.take('webhooksGet', { as: editor, params: hook });
    await recorder.take('webhooksUpdate', {
      as: editor,
      params: hook,
      ifMatch: read.headers['etag'],
      body: { events: ['program.changed', 'program.withdrawn'] },
    });
    await recorder.take('webhooksRotateSecret', {
      as: editor,
      params: hook,
      body: { overlapHours: 24, why },
    });
    await recorder.take('webhooksTest', { as: editor, params: hook, body: { why } });
    await recorder.take('webhookDeliveriesList', { as: editor, params: hook });
    await recorder.take('webhooksDisable', { as: editor, params: hook, body: { why } });
    await recorder.take('webhooksReplay', { as: editor, params: hook, body: { since: 'now', why } });
    await recorder.take('webhooksEnable', { as: editor, params: hook, body: { why } });
    await recorder.take('webhooksList', { as: editor, query: 'limit=2' });
    await receiver.goAway();
  });

  it('show every kind of problem', async () => {
    const { coach, author, editor } = people;
    const { body: listed } = await service.get('/v1/programs?limit=1');
    const id = listed.programs[0].id as string;
    await recorder.refuse(400, 'matchesRank', { body: { constraints: { maxDistanceKM: 40 } } });
    await recorder.refuse(401, 'ratingsList');
    await recorder.refuse(403, 'ratingsList', { as: coach });
    await recorder.refuse(404, 'programsGet', { params: { id: '7b1a3a46-2f0e-5a51-9a53-5b4e6f8d0c21' } });
    await recorder.refuse(406, 'programsGet', { params: { id }, headers: { accept: 'text/csv' } });
    await recorder.refuse(409, 'citationsCreate', {
      as: author,
      body: { title: 'An open trial of evening groups', doi: '10.5555/evening-groups' },
    });
    await recorder.refuse(410, 'matchesRank', {
      body: { ...NEED, limit: 1, cursor: await cursorOfAnotherVersion() },
    });
    const edit = { as: editor, params: { id }, body: { phone: '203-555-0101', why: 'They called.' } };
    await recorder.refuse(412, 'programsUpdate', { ...edit, ifMatch: '"2hU1T5nq0m3lM5vJ0o0Zc6Qn1vA"' });
    await recorder.refuse(413, 'matchesRank', { body: { note: 'x'.repeat(300_000) } });
    await recorder.refuse(414, 'programsGet', { params: { id: 'x'.repeat(300) } });
    await recorder.refuse(415, 'matchesRank', {
      text: JSON.stringify(NEED),
      headers: { 'content-type': 'text/plain' },
    });
    await recorder.refuse(422, 'matchesRank', { body: { constraints: { near: { postalCode: '00000' } } } });
    await recorder.refuse(428, 'programsUpdate', edit);
    // These are not provoked for an example.
    const id500 = '6f9e3c1a-3b0e-4f8e-9b59-2a4f1f0f7f0e';
    const mistake = 'An internal error occurred. The server log has the details under this request id.';
    recorder.keep(429, { ...(await overItsRate()), requestId: id500 });
    recorder.keep(500, new Problem('internal', mistake).toBody(id500));
    recorder.keep(503, Problem.unavailable('The database is not responding.', 5).toBody(id500));
  });

  /** The response after the points of a minute are used up. */
  async function overItsRate(): Promise<{ detail: string }> {
    const limited = await WholeService.open(undefined, { limits: { rates: { public: 1 } } });
    await limited.get('/v1/vocabularies');
    const { body } = await limited.get('/v1/vocabularies');
    await limited.close();
    const { detail } = body as { detail: string };
    return { ...(body as object), detail: detail.replace(/its 1 points(.*) \d+ s/, 'its 600 points$1 60 s') };
  }

  /** As after a restart in the meantime. */
  async function cursorOfAnotherVersion(): Promise<string> {
    const { body } = await service.post('/v1/matches', { ...NEED, limit: 1 });
    const codec = new CursorCodec(Buffer.from(CURSOR_SECRET, 'hex'));
    const position = codec.decode('matches 2', body.tracks[0].nextCursor as string) as WrittenPosition;
    const [track, , ...after] = position;
    return codec.encode('matches 2', [track, '1.1', ...after]);
  }

  it('are what the service answers to them: imports', async () => {
    const { editor } = people;
    const made = await recorder.take('importsStart', {
      as: editor,
      query: 'kind=samhsa&edition=2023&fileName=list.csv&dryRun=true',
      file: csvOf([facility(), facility({ name1: 'Elm Street Clinic', zip: 'none' })]),
    });
    const run = { id: made.body.id as string };
    const settles = (state: string) =>
      eventually(
        async () => expect((await editor.get(`/v1/imports/${run.id}`)).body).toMatchObject({ state }),
        { patienceMs: 60_000 },
      );
    await settles('ready');
    await recorder.take('importIssuesList', { as: editor, params: run });
    await recorder.take('importsApply', { as: editor, params: run, body: {} });
    await settles('applied');
    await recorder.take('importsGet', { as: editor, params: run });
    await recorder.take('importsList', { as: editor, query: 'limit=2' });
  });

  it('are complete, and are in openapi/examples as they were answered', async () => {
    const names = committedContract()
      .operations.map(({ operationId }) => operationId)
      .filter((name) => !FILES.includes(name));
    expect(Object.keys(recorder.examples).toSorted()).toEqual(names.toSorted());
    for (const [name, example] of Object.entries(recorder.examples))
      expectCommitted(join(FOLDER, `${name}.json`), `${JSON.stringify(example, null, 2)}\n`);
    expectCommitted(join(FOLDER, 'problems.json'), `${JSON.stringify(recorder.problems, null, 2)}\n`);
  });
});
