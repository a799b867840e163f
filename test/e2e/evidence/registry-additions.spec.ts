import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { projectFolder } from '../../../src/config/project-folder.js';
import { Rating } from '../../../src/evidence/ratings/rating.entity.js';
import { seedRegistry } from '../../../src/evidence/registry-seed.js';
import { EvidenceDesk } from '../../support/evidence-desk.js';
import { WholeService } from '../../support/whole-service.js';

/** Three approaches of version 0.1.0 as its files had them. */
const OF_0_1_0 = join(projectFolder, 'test/e2e/evidence/registry-0.1.0');
const YOUTH_DOI = '10.1001/jama.2008.574';

let service: WholeService;
let desk: EvidenceDesk;

beforeEach(async () => {
  service = await WholeService.open();
  await emptyRegistry();
  desk = await EvidenceDesk.at(service);
});
afterEach(() => service.close());

/** The service reads what was just loaded, in another order of tables: a deadlock is tried again. */
async function emptyRegistry(): Promise<void> {
  for (let left = 5; ; left -= 1) {
    await service.settled();
    try {
      await service.dataSource.query('TRUNCATE approach, citation, change CASCADE');
      return;
    } catch (error) {
      if (left === 0 || !/deadlock detected/.test(String(error))) throw error;
    }
  }
}

const load = (folder?: string) =>
  service.dataSource.transaction((manager) => seedRegistry(manager, { folder }));
const rows = async <T>(sql: string, parameters: unknown[] = []) =>
  service.dataSource.query<T[]>(sql, parameters);
const changesSince = (seq: string) =>
  rows<{ line: string }>(
    `SELECT entity || ' ' || kind || ' ' || count(*) AS line FROM change WHERE seq > $1
      GROUP BY entity, kind ORDER BY 1`,
    [seq],
  ).then((found) => found.map(({ line }) => line));
const auditOf = (name: string) =>
  rows<{ line: string }>(
    `SELECT action || ' ' || count(*) AS line FROM audit WHERE actor_name = $1 GROUP BY action ORDER BY 1`,
    [name],
  ).then((found) => found.map(({ line }) => line));
const lastChange = async () => (await rows<{ seq: string }>('SELECT max(seq) AS seq FROM change'))[0]!.seq;
/** Everything that the registry says, without the times of rows. */
const everyRow = async () =>
  rows<{ of: string; id: string; row: object }>(
    `SELECT 'approach' AS of, code AS id, to_jsonb(a) - 'updated_at' AS row FROM approach a
     UNION ALL SELECT 'rating', id::text, to_jsonb(r) FROM rating r
     UNION ALL SELECT 'citation', id::text, to_jsonb(c) FROM citation c ORDER BY 1, 2`,
  );

describe('A database of version 0.1.0', () => {
  it('gets the approaches, citations and ratings it lacks, and keeps what the desk did', async () => {
    await load(OF_0_1_0);
    // A rating reviewed at the desk; one that the desk drafts by itself, which the files have today; a work of theirs.
    const published = await desk.published((await desk.currentRating('buprenorphine')).id, {
      certainty: 'moderate',
    });
    const drafted = await desk.author.post('/v1/ratings', {
      approach: 'methadone',
      condition: 'opioid',
      outcome: 'new hepatitis C in people who inject',
      outcomeGroup: 'safety',
      comparator: 'no medication',
      comparatorType: 'inactive',
      certainty: 'very-low',
      direction: 'benefit',
      certaintySource: 'our own reading',
    });
    expect([drafted.status, drafted.body.errors]).toEqual([201, undefined]);
    const cited = await desk.author.post('/v1/citations', {
      text: 'As the desk has it',
      doi: YOUTH_DOI,
      doiSeen: true,
    });
    expect([cited.status, cited.body.errors]).toEqual([201, undefined]);
    const before = await rows<{ of: string; id: string; row: object }>(
      `SELECT 'rating' AS of, id::text, to_jsonb(r) AS row FROM rating r
       UNION ALL SELECT 'citation', id::text, to_jsonb(c) FROM citation c ORDER BY 1, 2`,
    );
    const seq = await lastChange();

    // Of 73, 120 and 112: less three approaches, seven ratings and eight works of 0.1.0, and what the desk has added.
    expect(await load()).toEqual({ approaches: 70, ratings: 112, citations: 103, completed: 3 });

    const after = new Map((await everyRow()).map((row) => [row.id, row]));
    expect(before.map(({ id }) => after.get(id))).toEqual(before);
    const ofMethadone = await service.dataSource.manager.findBy(Rating, { approachCode: 'methadone' });
    expect(ofMethadone.map(({ outcome, edition, authors }) => [outcome, edition, authors.length])).toEqual(
      expect.arrayContaining([
        ['stopping treatment within 24 months', 1, 0],
        ['new hepatitis C in people who inject', 1, 1],
      ]),
    );
    expect(ofMethadone).toHaveLength(4);
    const { body: buprenorphine } = await service.get('/v1/approaches/buprenorphine');
    expect((buprenorphine.ratings as { id: string }[]).map(({ id }) => id)).toContain(published.id);
    expect(buprenorphine.cautions).toEqual([
      'precipitated withdrawal if started too early, especially after fentanyl',
      'retention somewhat below methadone in flexible-dose trials (from memory)',
      expect.stringContaining('people stay on it less long than on methadone'),
    ]);
    // The work that the desk had added is the one that the new approach cites.
    const { body: youth } = await service.get('/v1/approaches/buprenorphine-youth');
    expect((youth.citations as { id: string; text: string }[]).map(({ id, text }) => [id, text])).toEqual([
      [cited.body.id, 'As the desk has it'],
    ]);
    expect(youth.ratings).toMatchObject([{ status: 'draft', reviewer: null, badge: 'limited-support' }]);

    expect(await changesSince(seq)).toEqual([
      'approach changed 3',
      'approach created 70',
      'citation created 103',
      'rating created 112',
    ]);
    expect(await auditOf('the registry files')).toEqual([
      'approach.complete 3',
      'approach.create 70',
      'citation.create 103',
      'rating.create 112',
    ]);
  });

  it('gets what 0.2.0 adds and nothing else, when it has the whole registry of 0.1.0', async () => {
    const folder = registryBeforeTheAdditions();
    expect(await load(folder)).toEqual({ approaches: 66, ratings: 103, citations: 97, completed: 0 });
    rmSync(folder, { recursive: true });
    expect(await auditOf('the registry files')).toEqual([]);
    expect(await load()).toEqual({ approaches: 7, ratings: 17, citations: 15, completed: 10 });
    const files = await everyRow();
    await emptyRegistry();
    await load();
    // Added to or loaded at once, the ratings have the same ids.
    const ids = (all: readonly { of: string; id: string }[]) =>
      all.filter(({ of }) => of === 'rating').map(({ id }) => id);
    expect(ids(files)).toEqual(ids(await everyRow()));
  });

  it('gets nothing from a second start', async () => {
    await load(OF_0_1_0);
    await load();
    const [seq, stored] = [await lastChange(), await everyRow()];
    expect(await load()).toEqual({ approaches: 0, ratings: 0, citations: 0, completed: 0 });
    expect(await changesSince(seq)).toEqual([]);
    expect(await everyRow()).toEqual(stored);
  });

  it('gets the additions once when two processes start together', async () => {
    await load(OF_0_1_0);
    const seq = await lastChange();
    const added = await Promise.all([load(), load()]);
    expect(added.map(({ approaches }) => approaches).toSorted((a, b) => a - b)).toEqual([0, 70]);
    expect(await changesSince(seq)).toContain('approach created 70');
  });

  it('keeps a rating of the files that the desk has retracted', async () => {
    await load(OF_0_1_0);
    const { id } = await desk.currentRating('telehealth');
    await service.dataSource.manager.update(Rating, { id }, { status: 'retracted' });
    await load();
    expect(await service.dataSource.manager.findOneByOrFail(Rating, { id })).toMatchObject({
      status: 'retracted',
      edition: 1,
    });
    const { body } = await service.get('/v1/approaches/telehealth');
    expect((body.ratings as { id: string }[]).map((rating) => rating.id)).not.toContain(id);
  });

  it('is as it was when the transaction around the additions fails', async () => {
    await load(OF_0_1_0);
    const [seq, stored] = [await lastChange(), await everyRow()];
    const failing = service.dataSource.transaction(async (manager) => {
      await seedRegistry(manager);
      throw new Error('something else went wrong');
    });
    await expect(failing).rejects.toThrow('something else went wrong');
    expect(await changesSince(seq)).toEqual([]);
    expect(await everyRow()).toEqual(stored);
    expect(await auditOf('the registry files')).toEqual([]);
  });
});

interface Dated {
  readonly addedOn?: string;
}
interface ApproachFile extends Dated {
  readonly ratings: readonly Dated[];
  readonly citations: readonly Dated[];
}

/** The project's files without every entry that was added on the day on which the evidence was brought to 2026. */
function registryBeforeTheAdditions(): string {
  const folder = mkdtempSync(join(tmpdir(), 'registry-'));
  cpSync(join(projectFolder, 'seed-data', 'evidence'), folder, { recursive: true });
  const isOlder = ({ addedOn }: Dated) => addedOn !== '2026-11-30';
  for (const name of readdirSync(join(folder, 'approaches'))) {
    const file = join(folder, 'approaches', name);
    const approach = parse(readFileSync(file, 'utf8')) as ApproachFile;
    if (!isOlder(approach)) rmSync(file);
    else
      writeFileSync(
        file,
        stringify({
          ...approach,
          ratings: approach.ratings.filter(isOlder),
          citations: approach.citations.filter(isOlder),
        }),
      );
  }
  return folder;
}
