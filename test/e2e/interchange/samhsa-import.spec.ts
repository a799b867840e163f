import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../../src/database/connection.js';
import { Observation } from '../../../src/desk/observation.entity.js';
import { recordStatement } from '../../../src/desk/statement.js';
import { Change } from '../../../src/directory/change.entity.js';
import type { ProgramIntake } from '../../../src/directory/program-intake.js';
import { syncSource } from '../../../src/directory/program-store.js';
import { Approach } from '../../../src/evidence/approach.entity.js';
import { Citation } from '../../../src/evidence/citations/citation.entity.js';
import { loadEvidenceView } from '../../../src/evidence/evidence-view.js';
import { Rating } from '../../../src/evidence/ratings/rating.entity.js';
import { seedRegistry } from '../../../src/evidence/registry-seed.js';
import { CODE_BOOK_2023 } from '../../../src/interchange/samhsa/code-book-2023.js';
import type { Column } from '../../../src/interchange/samhsa/facility-row.js';
import { lockImports, unlockImports } from '../../../src/interchange/import-run/import-log.js';
import type { PublishedEdition } from '../../../src/interchange/samhsa/published-editions.js';
import { csvOf, facility, withFile } from '../../support/samhsa/facility-files.js';
import { type DirectoryImport, importDirectory } from '../../support/samhsa/import-directory.js';
import { type TestDatabase, testDatabase } from '../../support/test-database.js';

const TODAY = '2026-11-20';
const TABLES = [
  'organization',
  'location',
  'program',
  'program_source',
  'program_approach',
  'change',
  'import_run',
  'import_issue',
  'staged_program',
];

const HARBOR = facility();
const ELM = facility({ name1: 'Elm Street Clinic', street1: '5 Elm Street', phone: '203-555-0200' });
const CREEK = facility({
  name1: 'Cedar Creek',
  street1: '9 Creek Road',
  city: 'Missoula',
  state: 'MT',
  zip: '59801',
  service_code_info: 'SA * OP OIT * NP MD * XYZ',
});

/** An edition published as the file of these facilities. */
function publishedAs(edition: string, facilities: Parameters<typeof csvOf>[0]): PublishedEdition {
  const sha256 = createHash('sha256').update(csvOf(facilities)).digest('hex');
  const page = 'https://example.org/editions';
  return {
    edition,
    surveyYear: Number(edition) - 1,
    page,
    file: 'list.csv',
    rows: facilities.length,
    sha256,
  };
}

let database: TestDatabase;
let dataSource: DataSource;

async function open(): Promise<void> {
  database = await testDatabase();
  dataSource = new DataSource({
    ...dataSourceOptions(database.connection, 0),
    entities: [Approach, Rating, Citation, Change, Observation],
  });
  await dataSource.initialize();
}

async function close(): Promise<void> {
  await dataSource.destroy();
  await database.drop();
}

function importing(
  facilities: readonly Readonly<Record<Column, string>>[],
  options: Partial<DirectoryImport> = {},
) {
  return withFile('list.csv', csvOf(facilities), (file) =>
    importDirectory(dataSource, { file, edition: '2023', today: TODAY, ...options }),
  );
}

/** Every row of every table with the transaction that wrote it: equal dumps mean that nothing was written. */
async function dump(): Promise<Record<string, unknown[]>> {
  const tables: Record<string, unknown[]> = {};
  for (const table of TABLES)
    tables[table] = await dataSource.query(`SELECT xmin::text, t.* FROM ${table} t ORDER BY t::text`);
  return tables;
}

/** The content of the directory, without when it was written and by which run. */
async function contents(): Promise<string> {
  const strip = `- 'created_at' - 'updated_at' - 'at' - 'seq' - 'import_run_id'`;
  const rows: unknown[] = [];
  for (const table of TABLES.filter((name) => !name.startsWith('import')))
    rows.push(
      await dataSource.query(`SELECT (to_jsonb(t) ${strip})::text AS row FROM ${table} t ORDER BY 1`),
    );
  return JSON.stringify(rows);
}

const programs = () =>
  dataSource.query<{ name: string; status: string; version: number }[]>(
    'SELECT name, status, version FROM program ORDER BY name',
  );

describe('importing the national directory', () => {
  beforeEach(open);
  afterEach(close);

  it('stores programs, organizations, places, records, the run and its issues', async () => {
    const report = await importing([
      HARBOR,
      facility({ name2: 'Residential' }),
      CREEK,
      facility({ zip: 'x' }),
    ]);

    expect(report).toMatchObject({
      edition: '2023',
      fileName: 'list.csv',
      dryRun: false,
      read: 4,
      programs: 3,
      refused: 1,
      created: 3,
      changed: 0,
      unchanged: 0,
      withdrawn: 0,
      issues: { contradiction: 1, 'malformed-postal-code': 1, 'unknown-code': 1 },
    });
    expect(
      await dataSource.query(`
        SELECT p.name, p.name_detail, p.phone, p.intake_phones, p.fictional, p.source, p.source_as_of::text,
               o.name AS organization, l.city, l.postal_code, l.latitude, l.coordinate_precision,
               s.standing, s.verbatim ->> 'service_code_info' AS codes
          FROM program p JOIN organization o ON o.id = p.organization_id JOIN location l ON l.id = p.location_id
          JOIN program_source s ON s.program_id = p.id
         WHERE p.name = 'Cedar Creek'`),
    ).toEqual([
      {
        name: 'Cedar Creek',
        name_detail: 'Outpatient Services',
        phone: '203-555-0100',
        intake_phones: ['203-555-0101'],
        fictional: false,
        source: 'samhsa',
        source_as_of: '2023-06-29',
        organization: 'Cedar Creek',
        city: 'Missoula',
        postal_code: '59801',
        latitude: 46.854689,
        coordinate_precision: 'postal-code',
        standing: 'self-reported',
        codes: 'SA * OP OIT * NP MD * XYZ',
      },
    ]);
    expect(await dataSource.query('SELECT name FROM organization ORDER BY name')).toEqual([
      { name: 'Cedar Creek' },
      { name: 'Harbor Recovery Inc' },
    ]);
    expect(
      await dataSource.query(
        'SELECT run_id, position, row_number, kind, field, value FROM import_issue ORDER BY position',
      ),
    ).toEqual([
      {
        run_id: report.run,
        position: 1,
        row_number: 4,
        kind: 'unknown-code',
        field: 'service_code_info',
        value: 'XYZ',
      },
      {
        run_id: report.run,
        position: 2,
        row_number: 4,
        kind: 'contradiction',
        field: 'service_code_info',
        value: 'NP MD',
      },
      {
        run_id: report.run,
        position: 3,
        row_number: 5,
        kind: 'malformed-postal-code',
        field: 'zip',
        value: 'x',
      },
    ]);
    expect(
      await dataSource.query(
        `SELECT id, source, edition, file_name, file_digest, report ->> 'created' AS created FROM import_run`,
      ),
    ).toEqual([
      {
        id: report.run,
        source: 'samhsa',
        edition: '2023',
        file_name: 'list.csv',
        file_digest: report.fileDigest,
        created: '3',
      },
    ]);
    expect(await dataSource.query('SELECT DISTINCT kind, import_run_id FROM change')).toEqual([
      { kind: 'created', import_run_id: report.run },
    ]);
  });

  it('records approaches as claims that the program itself reports', async () => {
    await dataSource.transaction((manager) => seedRegistry(manager));
    await importing([facility({ service_code_info: 'SA * OP OIT * OTP MM MU * CBT RELP' })]);
    expect(
      await dataSource.query(
        'SELECT approach_code, provenance, source, as_of::text FROM program_approach ORDER BY approach_code',
      ),
    ).toEqual(
      ['cbt', 'iop', 'methadone'].map((approach_code) => ({
        approach_code,
        provenance: 'self-reported',
        source: 'samhsa',
        as_of: '2023-06-29',
      })),
    );
  });

  it('writes nothing when the same file comes again', async () => {
    await importing([HARBOR, ELM, CREEK]);
    const before = await dump();
    const report = await importing([HARBOR, ELM, CREEK]);
    expect(report).toMatchObject({ created: 0, changed: 0, unchanged: 3, withdrawn: 0, run: null });
    expect(await dump()).toEqual(before);
  });

  it('comes to the same directory whatever the order of the rows', async () => {
    const twins = [facility({ phone: '203-555-0300' }), facility({ phone: '203-555-0301' })];
    const loud = facility({
      name1: 'HARBOR RECOVERY INC',
      name2: 'Elsewhere',
      street1: '1 LONG WHARF DRIVE',
    });
    await importing([HARBOR, ELM, ...twins, loud, CREEK]);
    const one = await contents();
    await close();
    await open();
    await importing([CREEK, loud, ...twins.toReversed(), ELM, HARBOR]);
    expect(await contents()).toBe(one);
  });

  it('changes the program whose row changed, and no other', async () => {
    await importing([HARBOR, ELM]);
    const before = await dump();
    const report = await importing([HARBOR, { ...ELM, phone: '203-555-0999' }]);
    expect(report).toMatchObject({ created: 0, changed: 1, unchanged: 1, withdrawn: 0 });
    expect(await programs()).toEqual([
      { name: 'Elm Street Clinic', status: 'published', version: 2 },
      { name: 'Harbor Recovery Inc', status: 'published', version: 1 },
    ]);
    const after = await dump();
    const harborOf = (tables: Record<string, unknown[]>) =>
      tables['program']?.filter((row) => (row as { name: string }).name === HARBOR.name1);
    expect(harborOf(after)).toEqual(harborOf(before));
  });

  it('withdraws the program whose row is gone, and brings it back when the row is', async () => {
    await importing([HARBOR, ELM]);
    const gone = await importing([HARBOR], { accept: { withdrawn: 1, rows: 1 } });
    expect(gone).toMatchObject({ changed: 0, unchanged: 1, withdrawn: 1 });
    expect(await programs()).toMatchObject([
      { name: 'Elm Street Clinic', status: 'withdrawn' },
      { name: 'Harbor Recovery Inc', status: 'published' },
    ]);
    expect(
      await dataSource.query('SELECT kind, count(*)::integer FROM change GROUP BY kind ORDER BY kind'),
    ).toEqual([
      { kind: 'created', count: 2 },
      { kind: 'withdrawn', count: 1 },
    ]);
    expect(await importing([HARBOR])).toMatchObject({ unchanged: 1, withdrawn: 0, run: null });
    expect(await importing([HARBOR, ELM])).toMatchObject({ unchanged: 1, changed: 1, withdrawn: 0 });
  });

  it('takes another organization at a known address as a new program', async () => {
    await importing([HARBOR]);
    const accept = { withdrawn: 1 };
    const other = { ...HARBOR, name1: 'Bay Partners', phone: '203-555-0999', intake1: '' };
    expect(await importing([other], { accept })).toMatchObject({
      created: 1,
      withdrawn: 1,
    });
  });

  it('keeps statements of a curator, and keeps the program of a curator when its row is gone', async () => {
    await importing([HARBOR, ELM]);
    await dataSource.query(`
      INSERT INTO program_source (id, program_id, source, source_key, as_of, standing, facts, verbatim, digest)
      SELECT gen_random_uuid(), id, 'curator', source_key, '2026-10-01', 'verified',
             '{"medications": {"methadone": "refuses"}}', '{}', 'curated'
        FROM program WHERE name = 'Harbor Recovery Inc'`);
    const methadone = async () =>
      dataSource.query<unknown[]>(
        `SELECT status, facts #>> '{medications,methadone,stance}' AS methadone,
                (SELECT array_agg(source ORDER BY source) FROM program_source
                  WHERE program_id = p.id AND ended_at IS NULL) AS sources
           FROM program p WHERE name = 'Harbor Recovery Inc'`,
      );

    const changed = { ...HARBOR, service_code_info: `${HARBOR.service_code_info} * MU MM` };
    expect(await importing([changed, ELM])).toMatchObject({ changed: 1, unchanged: 1 });
    expect(await methadone()).toEqual([
      { status: 'published', methadone: 'refuses', sources: ['curator', 'samhsa'] },
    ]);

    expect(await importing([ELM], { accept: { rows: 1 } })).toMatchObject({
      withdrawn: 0,
      keptByOtherSources: 1,
    });
    expect(await methadone()).toEqual([{ status: 'published', methadone: 'refuses', sources: ['curator'] }]);
  });

  it('keeps observations of a program, and lists it for some time more because of them', async () => {
    await importing([HARBOR, ELM]);
    const sessions = async () =>
      dataSource.query<unknown[]>(
        `SELECT status, facts #>> '{values,sessions,value,0,from}' AS "from" FROM program
          WHERE name = 'Harbor Recovery Inc'`,
      );
    await dataSource.transaction(async (manager) => {
      const [row] = await manager.query<{ id: string }[]>(
        `SELECT id FROM program WHERE name = 'Harbor Recovery Inc'`,
      );
      const evidence = await loadEvidenceView(manager);
      const facts = { sessions: [{ day: 'tu', from: '18:00', to: '20:00' }] } as const;
      const statement = {
        programId: row!.id,
        standing: 'attested',
        how: 'signed-link',
        by: 'Intake',
      } as const;
      await recordStatement(manager, { ...statement, facts, learnedOn: TODAY }, evidence);
    });
    expect(await importing([HARBOR, ELM])).toMatchObject({ unchanged: 2, run: null });
    const changed = { ...HARBOR, service_code_info: `${HARBOR.service_code_info} * MU MM` };
    expect(await importing([changed, ELM])).toMatchObject({ changed: 1, unchanged: 1 });
    expect(await sessions()).toEqual([{ status: 'published', from: '18:00' }]);

    expect(await importing([ELM], { accept: { rows: 1 } })).toMatchObject({
      withdrawn: 0,
      keptForReports: 1,
      keptByOtherSources: 0,
    });
    expect(await importing([HARBOR, ELM])).toMatchObject({ changed: 1 });
    expect(await sessions()).toEqual([{ status: 'published', from: '18:00' }]);
  });

  it('imports a newer edition, and refuses an older one afterwards', async () => {
    const bookFor = (edition: string) => ({ ...CODE_BOOK_2023, edition, asOf: `${edition}-06-30` });
    await importing([HARBOR, ELM], { bookFor, edition: '2023' });
    const newer = await importing([HARBOR, CREEK], { bookFor, edition: '2024', accept: { withdrawn: 1 } });
    expect(newer).toMatchObject({ created: 1, redated: 1, changed: 0, unchanged: 0, withdrawn: 1 });
    const before = await dump();
    await expect(importing([HARBOR, ELM], { bookFor, edition: '2023' })).rejects.toThrow(
      'The directory holds an edition as of 2024-06-30; edition 2023 is as of 2023-06-30 and is older.',
    );
    expect(await dump()).toEqual(before);
  });

  it('recognises the published file of its edition, and keeps that with the report', async () => {
    const editions = [publishedAs('2023', [HARBOR])];
    const { run, published } = await importing([HARBOR], { editions });
    expect(published).toEqual({ sha256: editions[0]!.sha256, isThisFile: true });
    const [kept] = await dataSource.query('SELECT report FROM import_run WHERE id = $1', [run]);
    expect(kept.report.published).toEqual(published);
    expect((await importing([HARBOR, ELM], { editions })).published).toEqual({
      sha256: editions[0]!.sha256,
      isThisFile: false,
    });
  });

  it('lists a program without a street by its city and ZIP code', async () => {
    expect(await importing([facility({ street1: '', street2: '' })])).toMatchObject({
      created: 1,
      refused: 0,
      issues: { 'missing-street': 1 },
    });
    expect(
      await dataSource.query(
        'SELECT street1, city, postal_code, latitude, coordinate_precision FROM location',
      ),
    ).toEqual([
      { street1: null, city: 'New Haven', postal_code: '06511', latitude: null, coordinate_precision: null },
    ]);
  });

  it('refuses a file that is another published edition, and says how it is imported', async () => {
    const edition = { bookFor: () => CODE_BOOK_2023, edition: '2022' };
    await expect(
      importing([HARBOR], { ...edition, editions: [publishedAs('2023', [HARBOR])] }),
    ).rejects.toThrow(/list\.csv is the published edition 2023, not 2022\. Import it with --edition 2023\.$/);
    await expect(importing([HARBOR], { editions: [publishedAs('2024', [HARBOR])] })).rejects.toThrow(
      /list\.csv is the published edition 2024, not 2023\. Edition 2024 cannot be imported yet: there is no code book for it\.$/,
    );
    expect(await programs()).toEqual([]);
  });

  it('refuses an edition without a code book', async () => {
    await expect(importing([HARBOR], { edition: '2024' })).rejects.toThrow(
      'There is no code book for edition "2024".',
    );
    expect(await programs()).toEqual([]);
  });

  it.each([
    ['without rows', [], / has a header and no rows; importing it would withdraw every program\.$/],
    [
      'of which no row can be taken',
      [facility({ zip: 'x' })],
      /^None of the 1 rows of .* can be imported\. Row 2: zip is not a ZIP code/,
    ],
  ])('refuses a file %s', async (_what, facilities, sentence) => {
    await importing([HARBOR]);
    const before = await dump();
    await expect(importing(facilities)).rejects.toThrow(sentence);
    expect(await dump()).toEqual(before);
  });

  it('in a dry run, compares for real and writes nothing', async () => {
    await importing([HARBOR, ELM]);
    const before = await dump();
    const report = await importing([{ ...HARBOR, phone: '203-555-0999' }, CREEK], { dryRun: true });
    expect(report).toMatchObject({
      dryRun: true,
      created: 1,
      changed: 1,
      unchanged: 0,
      withdrawn: 1,
      issues: { contradiction: 1, 'unknown-code': 1 },
      run: null,
    });
    expect(await dump()).toEqual(before);
  });

  it('that fails in the middle leaves the directory as it was, and the next one works', async () => {
    await importing([HARBOR, ELM]);
    const before = await dump();
    await expect(
      importing([HARBOR, CREEK], {
        accept: { withdrawn: 1 },
        onProgress: () => {
          throw new Error('the light went out');
        },
      }),
    ).rejects.toThrow('the light went out');
    expect(await dump()).toEqual(before);
    expect(await importing([HARBOR, CREEK], { accept: { withdrawn: 1 } })).toMatchObject({
      created: 1,
      withdrawn: 1,
    });
  });

  it('that the database refuses at the last step leaves the directory as it was', async () => {
    await importing([HARBOR, ELM]);
    const before = await dump();
    await dataSource.query(`
      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'the disk is full'; END $$`);
    await dataSource.query(
      'CREATE TRIGGER refusal BEFORE INSERT ON audit FOR EACH ROW EXECUTE FUNCTION refuse()',
    );
    await expect(importing([HARBOR, CREEK], { accept: { withdrawn: 1 } })).rejects.toThrow(
      'the disk is full',
    );
    expect(await dump()).toEqual(before);
  });

  it('is refused while another import runs, and taken when that has ended', async () => {
    const other = dataSource.createQueryRunner();
    try {
      expect(await lockImports(other.manager)).toBe(true);
      await expect(importing([HARBOR])).rejects.toThrow(
        'Another import is running on this database; try again when it has ended.',
      );
    } finally {
      await unlockImports(other.manager);
      await other.release();
    }
    expect(await importing([HARBOR])).toMatchObject({ created: 1 });
  });
});

describe('a file that looks broken', () => {
  const TEN = Array.from({ length: 10 }, (_, i) =>
    facility({ name1: `Clinic ${i}`, street1: `${i} Elm Street` }),
  );
  beforeEach(async () => {
    await open();
    await importing(TEN);
  });
  afterEach(close);

  it('that was cut off stops the import before anything is written, until its figures are accepted', async () => {
    const before = await dump();
    const stopped = await importing(TEN.slice(0, 2));
    expect(stopped).toMatchObject({
      withdrawn: 8,
      brakes: [
        { kind: 'withdrawn', figure: 8, of: 10 },
        { kind: 'rows', figure: 2, of: 10 },
      ],
      run: null,
    });
    expect(await dump()).toEqual(before);
    expect(await importing(TEN.slice(0, 2), { accept: { withdrawn: 8 } })).toMatchObject({
      brakes: [{ kind: 'rows' }],
      run: null,
    });
    expect(await importing(TEN.slice(0, 2), { accept: { withdrawn: 8, rows: 2 } })).toMatchObject({
      withdrawn: 8,
      brakes: [],
      run: expect.any(String),
    });
  });

  it('with codes of another edition stops the import', async () => {
    const strange = TEN.map((one) => ({ ...one, service_code_info: `${one.service_code_info} * QQ1 QQ2` }));
    expect(await importing(strange)).toMatchObject({
      changed: 10,
      brakes: [{ kind: 'unknown-codes', figure: 20, of: 200 }],
      run: null,
    });
  });

  it('with its codes in small letters is read as it was meant', async () => {
    const small = TEN.map((one) => ({ ...one, service_code_info: one.service_code_info.toLowerCase() }));
    const facts = () => dataSource.query<unknown[]>('SELECT facts FROM program ORDER BY name');
    const before = await facts();
    expect(await importing(small)).toMatchObject({ created: 0, withdrawn: 0, issues: {}, brakes: [] });
    expect(await facts()).toEqual(before);
  });

  it('with other blanks and letter case in names and addresses makes no second program', async () => {
    const loud = TEN.map((one) => ({
      ...one,
      name1: ` ${one.name1.toUpperCase()}`,
      street1: one.street1.replace(' ', '  '),
      city: 'NEW HAVEN',
    }));
    expect(await importing([...loud, ...TEN])).toMatchObject({
      created: 0,
      changed: 10,
      withdrawn: 0,
      issues: { 'duplicate-row': 10 },
    });
  });

  it('does not replace the fictional programs either', async () => {
    const before = await dump();
    await importing(TEN.slice(0, 2), { replaceDemo: true });
    expect(await dump()).toEqual(before);
  });
});

describe('the demonstration directory', () => {
  beforeEach(async () => {
    await open();
    await dataSource.transaction(async (manager) => {
      const evidence = await loadEvidenceView(manager);
      const demo: ProgramIntake = {
        key: 'demo-1',
        name: 'Fictional Clinic',
        intakePhones: [],
        fictional: true,
        organization: { key: 'demo-org', name: 'Fictional', state: 'CT' },
        location: {
          key: 'demo-place',
          street1: '1 Nowhere',
          city: 'New Haven',
          state: 'CT',
          postalCode: '06511',
        },
        records: [
          { source: 'demo', asOf: TODAY, standing: 'attested', facts: { slidingFee: true }, verbatim: {} },
        ],
      };
      await syncSource(manager, 'demo', [demo], { evidence, today: TODAY });
    });
  });
  afterEach(close);

  it('stays beside the real programs, and is counted', async () => {
    expect(await importing([HARBOR])).toMatchObject({ created: 1, demoPresent: 1, demoWithdrawn: 0 });
    expect(await programs()).toMatchObject([{ status: 'published' }, { status: 'published' }]);
  });

  it('is withdrawn in the same step when asked, even where nothing else is new', async () => {
    await importing([HARBOR]);
    expect(await importing([HARBOR], { replaceDemo: true })).toMatchObject({
      created: 0,
      unchanged: 1,
      demoPresent: 0,
      demoWithdrawn: 1,
      run: expect.any(String),
    });
    expect(await programs()).toMatchObject([
      { name: 'Fictional Clinic', status: 'withdrawn' },
      { name: 'Harbor Recovery Inc', status: 'published' },
    ]);
    expect(await importing([HARBOR], { replaceDemo: true })).toMatchObject({ demoWithdrawn: 0, run: null });
  });

  it('stays when the withdrawal is a dry run', async () => {
    const before = await dump();
    expect(await importing([HARBOR], { replaceDemo: true, dryRun: true })).toMatchObject({
      demoPresent: 0,
      demoWithdrawn: 1,
      run: null,
    });
    expect(await dump()).toEqual(before);
  });
});
