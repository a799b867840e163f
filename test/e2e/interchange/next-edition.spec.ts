import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../../src/database/connection.js';
import { recordStatement } from '../../../src/desk/statement.js';
import type { ProgramIntake } from '../../../src/directory/program-intake.js';
import { ENTITIES } from '../../../src/entities.js';
import { generateDemo } from '../../../src/interchange/demo/generate-demo.js';
import { SeededDraw } from '../../../src/interchange/demo/seeded-draw.js';
import { syncLinkedSource } from '../../../src/interchange/linkage/sync-linked-source.js';
import { openDirectoryFile } from '../../../src/interchange/samhsa/directory-file.js';
import { nextIntakes } from '../../support/next-edition-intakes.js';
import { describeWithShared } from '../../support/shared-material.js';
import { type TestDatabase, testDatabase } from '../../support/test-database.js';

const TODAY = '2026-11-20';
const PLANTED = 200;
const SEED = process.env.NEXT_EDITION_SEED ?? 'a';
/** States of the national directory that are read; all of them in the drill. */
const STATES = process.env.NEXT_EDITION_STATES ?? 'CT,NH,VT';
const evidence = { approachName: () => undefined, strengths: () => ({}) };

let database: TestDatabase;
let dataSource: DataSource;

beforeEach(async () => {
  database = await testDatabase();
  dataSource = await new DataSource({
    ...dataSourceOptions(database.connection, 0),
    entities: ENTITIES,
  }).initialize();
});
afterEach(async () => {
  await dataSource.destroy();
  await database.drop();
});

const sync = (source: string, intakes: readonly ProgramIntake[]) =>
  dataSource.transaction(async (manager) => {
    await manager.query('SET LOCAL statement_timeout = 0');
    return syncLinkedSource(manager, source, intakes, { evidence, today: TODAY });
  });

const idsByKey = async (source: string) => {
  const rows: { key: string; id: string }[] = await dataSource.query(
    `SELECT source_key AS key, program_id AS id FROM program_link WHERE source = $1 AND ended_at IS NULL`,
    [source],
  );
  return new Map(rows.map(({ key, id }) => [key, id]));
};

/** An observation of each of these programs by a coach. */
async function plant(ids: readonly string[]): Promise<void> {
  for (const programId of ids)
    await dataSource.transaction((manager) =>
      recordStatement(
        manager,
        {
          programId,
          standing: 'attested',
          how: 'signed-link',
          by: 'Intake',
          facts: { waitDays: 4 },
          learnedOn: TODAY,
        },
        evidence,
      ),
    );
}

/** Imports an edition, plants observations, imports the next one, and says what became of programs and observations. */
async function upgrade(source: string, intakes: readonly ProgramIntake[]) {
  await sync(source, intakes);
  const itself = await sync(source, intakes);
  const known = await idsByKey(source);
  const next = nextIntakes(intakes, SEED, '2026-10-01');
  const going = new Set(next.before.values());
  const planted = new SeededDraw(SEED).some(
    [...known].filter(([key]) => going.has(key)).map(([, id]) => id),
    PLANTED,
  );
  await plant(planted);
  await sync(source, next.intakes);
  const links = await idsByKey(source);
  const linkedByRule: { key: string; id: string }[] = await dataSource.query(
    `SELECT source_key AS key, program_id AS id FROM program_link WHERE source = $1 AND rule <> 'listed'`,
    [source],
  );
  const speaking: { id: string }[] = await dataSource.query(
    `SELECT p.id FROM program p JOIN program_source s ON s.program_id = p.id
      WHERE p.id = ANY($1) AND p.status = 'published' AND s.source = 'attestation' AND s.ended_at IS NULL
        AND p.facts #>> '{values,waitDays,value}' = '4'`,
    [planted],
  );
  const followed = new Set(
    [...next.before]
      .filter(([key, was]) => links.get(key) === known.get(was))
      .map(([, was]) => known.get(was)),
  );
  return {
    itself,
    wrongLinks: linkedByRule.filter(({ key, id }) => known.get(next.before.get(key) ?? '') !== id),
    linked: linkedByRule.length,
    planted: planted.length,
    lost: planted.filter((id) => !speaking.some((one) => one.id === id)),
    followed: followed.size / going.size,
  };
}

describe('The next edition of the demonstration directory', () => {
  it('loses no observation and makes no wrong link', async () => {
    const { wrongLinks, lost, linked, planted, followed, itself } = await upgrade(
      'demo',
      generateDemo(TODAY),
    );
    expect(itself).toMatchObject({ linked: 0, asked: 0, created: 0, changed: 0, withdrawn: 0 });
    expect({ wrongLinks, lost }).toEqual({ wrongLinks: [], lost: [] });
    expect(linked).toBeGreaterThan(0);
    expect(planted).toBeGreaterThan(50);
    expect(followed).toBeGreaterThan(0.8);
  });
});

describeWithShared(
  'The next edition of the national directory',
  'data/samhsa/national-directory-su-facilities-2023.xlsx',
  (file) => {
    it(`loses none of 200 observations and makes no wrong link (${STATES})`, async () => {
      const opened = await openDirectoryFile({ file: { path: file, name: file }, edition: '2023' });
      const intakes = [...opened.readRows()]
        .flatMap(({ intake }) => intake ?? [])
        .filter(({ location }) => STATES === 'all' || STATES.split(',').includes(location.state));
      const { wrongLinks, lost, planted, followed, itself } = await upgrade('samhsa', intakes);
      expect(itself).toMatchObject({ linked: 0, asked: 0, created: 0, changed: 0, withdrawn: 0 });
      expect({ wrongLinks, lost }).toEqual({ wrongLinks: [], lost: [] });
      expect(planted).toBe(PLANTED);
      expect(followed).toBeGreaterThan(0.9);
    });
  },
);
