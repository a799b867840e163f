import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import { projectFolder } from '../../../src/config/project-folder.js';
import { takeWriterLock } from '../../../src/database/writer-lock.js';
import { type Ask, FeedFollower } from '../../support/feed-follower.js';
import { program, surveyRecord } from '../../support/program-intakes.js';
import { clientOptions } from '../../support/test-database.js';
import { type Person, WholeService } from '../../support/whole-service.js';

const PROGRAMS = 24;
/** Number of edits of each of two editors over HTTP, who read a program before they edit it. */
const EDITS = 20;
/** Number of writes of each of two writers by SQL. */
const WRITES = 150;
/** Number of times that each sends every rating back to review. */
const WORKS = 8;

let service: WholeService;
let neighbor: WholeService;
let ids: string[];
let careless: string;
beforeAll(async () => {
  service = await WholeService.open();
  neighbor = await service.neighbor();
  await service.store('survey', intakes(0));
  const idsOf = async (source: string) =>
    (
      await service.dataSource.query<{ id: string }[]>(
        'SELECT id FROM program WHERE source = $1 ORDER BY id',
        [source],
      )
    ).map(({ id }) => id);
  ids = await idsOf('survey');
  const alone = program('Careless', {});
  await service.store('other', [{ ...alone, records: [surveyRecord({}, { source: 'other' })] }]);
  [careless = ''] = await idsOf('other');
});
afterAll(async () => {
  await neighbor.close();
  await service.close();
});

/** The directory as written by an import; the turn decides which programs are in it. */
function intakes(turn: number) {
  return Array.from({ length: PROGRAMS }, (_, number) =>
    program(`Clinic ${number}`, { conditions: { yes: [turn % 2 === 0 ? 'alcohol' : 'opioid'] } }),
  ).filter((_, number) => turn === 0 || number % 6 !== turn % 6);
}

/** An editor over HTTP; another may have been faster, and a withdrawn program cannot be edited. */
async function renameOver(house: WholeService, editor: Person, writes: number): Promise<void> {
  for (let done = 0, tried = 0; done < writes; tried++) {
    const id = ids[(tried * 7) % ids.length]!;
    const tag = (await house.get(`/v1/programs/${id}`)).headers['etag']!;
    const { status } = await editor
      .patch(`/v1/programs/${id}`, { name: `Renamed ${done} by ${editor.name}`, why: 'A new name.' })
      .set('if-match', tag);
    expect([200, 409, 412]).toContain(status);
    if (status === 200) done += 1;
  }
}

/** Writes by SQL as every part of the service does: it takes the writer lock first. */
async function writeBySql(manager: EntityManager, write: number): Promise<void> {
  const id = ids[(write * 5) % ids.length]!;
  await takeWriterLock(manager);
  await manager.query('UPDATE program SET name = $2, version = version + 1 WHERE id = $1', [
    id,
    `Written ${write}`,
  ]);
  await manager.query(
    `INSERT INTO change (entity, entity_id, kind, version)
     SELECT 'program', id::text, 'changed', version FROM program WHERE id = $1`,
    [id],
  );
}

/** Writes by SQL without taking the writer lock: the table of changes takes it. To its own program. */
async function writeCarelessly(manager: EntityManager, write: number): Promise<void> {
  const version = write + 2;
  await manager.query(
    `INSERT INTO change (entity, entity_id, kind, version) VALUES ('program', $1, 'changed', $2)`,
    [careless, version],
  );
  await manager.query('UPDATE program SET name = $2, version = $3 WHERE id = $1', [
    careless,
    `Careless ${write}`,
    version,
  ]);
}

/** One after the other; every fourth is rolled back, every tenth makes all others wait a little. */
async function writeAll(how: (manager: EntityManager, write: number) => Promise<void>): Promise<void> {
  for (let write = 0; write < WRITES; write++) {
    await service.dataSource
      .transaction(async (manager) => {
        await how(manager, write);
        if (write % 10 === 0) await sleep(5);
        if (write % 4 === 3) throw new TakenBack();
      })
      .catch((error: unknown) => {
        if (!(error instanceof TakenBack)) throw error;
      });
  }
}
class TakenBack extends Error {}

async function importAgain(times: number): Promise<void> {
  for (let turn = 1; turn <= times; turn++) {
    await service.store('survey', intakes(turn));
    await sleep(20);
  }
}

async function cite(author: Person, works: number): Promise<void> {
  for (let work = 0; work < works; work++) {
    const { status } = await author.post('/v1/citations', {
      text: `A work, number ${work}`,
      doi: `10.5555/feed.${work}`,
      year: 2026,
      design: 'trial',
    });
    expect(status).toBe(201);
  }
}

/** The listed programs, by their addresses. */
function listed(things: ReadonlyMap<string, { body: unknown }>): Map<string, unknown> {
  const bodies = [...things].map(([link, { body }]) => [link, body] as const);
  return new Map(
    bodies.filter(
      ([link, body]) =>
        link.startsWith('/v1/programs/') && (body as { status: string }).status === 'published',
    ),
  );
}

describe('A follower of the feed', () => {
  it('has exactly the directory in the end, through writers of every kind, crashes of its own and of theirs', async () => {
    const reader = await service.person('Fay Follower', 'directory-editor');
    const [eve, ned] = [
      await service.person('Eve', 'directory-editor'),
      await neighbor.person('Ned', 'directory-editor'),
    ];
    const author = await service.person('Ann', 'author');
    const theirs = await neighbor.person('Fred Follower', 'directory-editor');
    const asking =
      (person: Person): Ask =>
      async (path) =>
        person.get(path);
    const ofPrograms = FeedFollower.ofPrograms(asking(reader));
    const writing = { isOver: false };
    const [{ seq: began }]: [{ seq: string }] = await service.dataSource.query(
      'SELECT max(seq) AS seq FROM change',
    );

    const writers = Promise.all([
      renameOver(service, eve, EDITS),
      renameOver(neighbor, ned, EDITS),
      writeAll(writeBySql),
      writeAll(writeCarelessly),
      importAgain(8),
      cite(author, WORKS),
      dieWriting(ids[0]!, EDITS),
    ]).finally(() => (writing.isOver = true));
    const ofAll = await FeedFollower.fromCopy(asking(theirs));

    const follow = async (follower: FeedFollower, limit: number) => {
      for (let turn = 0, last = false; !last; turn++) {
        last = writing.isOver;
        await follower.follow(limit);
        if (turn % 5 === 4) follower.crash();
        else if (turn % 2 === 0) follower.save();
        await sleep(20);
      }
      while (await follower.follow());
    };
    await Promise.all([writers, follow(ofPrograms, 30), follow(ofAll, 60)]);

    expect(ofPrograms.things).toEqual(
      await directory('SELECT id::text, version FROM program', '/v1/programs/'),
    );
    // A program withdrawn before the copy is in no list: a follower that began with a copy never had it.
    expect(listed(ofAll.things)).toEqual(listed(ofPrograms.things));
    const others = new Map([...ofAll.things].filter(([link]) => !link.startsWith('/v1/programs/')));
    expect(others).toEqual(
      await directory(
        `SELECT id::text, version FROM citation WHERE doi LIKE '10.5555/feed.%'`,
        '/v1/citations/',
      ),
    );
    const [{ count }]: [{ count: number }] = await service.dataSource.query(
      'SELECT count(*)::int AS count FROM change WHERE seq > $1',
      [began],
    );
    expect(count).toBeGreaterThan(350);
  });
});

/** The current state of the service, by address. */
async function directory(
  sql: string,
  address: string,
): Promise<Map<string, { version: number; body: unknown }>> {
  const rows: { id: string; version: number }[] = await service.dataSource.query(sql);
  const things = new Map<string, { version: number; body: unknown }>();
  for (const { id, version } of rows)
    things.set(address + id, { version, body: (await service.get(address + id)).body });
  return things;
}

/** A process that writes, keeps one more transaction open among the others, and is killed in it. */
async function dieWriting(id: string, times: number): Promise<void> {
  const script = join(projectFolder, 'test/support/mortal-writer.mjs');
  const options = JSON.stringify(clientOptions(service.connection));
  const child = spawn(process.execPath, [script, options, id, String(times)], {
    cwd: projectFolder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  await Promise.race([
    once(child.stdout, 'data'),
    ended.then(() => {
      throw new Error('The writer ended before it was killed.');
    }),
  ]);
  await sleep(50);
  child.kill('SIGKILL');
  expect(await ended).toEqual([null, 'SIGKILL']);
}
