import { Citation } from '../../../src/evidence/citations/citation.entity.js';
import { loadGradedApproaches } from '../../../src/evidence/graded-approaches.js';
import { Rating } from '../../../src/evidence/ratings/rating.entity.js';
import { readRegistryFiles } from '../../../src/evidence/registry-files.js';
import { seedRegistry } from '../../../src/evidence/registry-seed.js';
import { EvidenceRoom } from './evidence-room.js';

let room: EvidenceRoom;

beforeAll(async () => {
  room = await EvidenceRoom.open();
});
beforeEach(async () => {
  await room.empty();
});
afterAll(async () => {
  await room?.close();
});

const seed = () => room.dataSource.transaction((manager) => seedRegistry(manager));
const rows = async <T>(sql: string) => room.dataSource.query<T[]>(sql);

/** The fields of a rating that only the desk sets. */
const NOT_SAID_BY_FILES = {
  edition: 1,
  authors: [],
  authorNames: [],
  population: null,
  studyConflicts: null,
  originalGrade: null,
  changeNote: null,
  statusNote: null,
  reviewerId: null,
  impactId: null,
};

describe('Loading the registry', () => {
  it('writes every approach and rating, and each cited work once', async () => {
    await expect(seed()).resolves.toEqual({ approaches: 73, ratings: 120, citations: 112, completed: 0 });
    const [counts] = await rows<object>(`
      SELECT (SELECT count(*)::int FROM approach) AS approaches, (SELECT count(*)::int FROM rating) AS ratings,
             (SELECT count(*)::int FROM citation) AS citations,
             (SELECT count(*)::int FROM approach_citation) AS links`);
    expect(counts).toEqual({ approaches: 73, ratings: 120, citations: 112, links: 133 });
  });

  it('writes nothing where there is a registry', async () => {
    await seed();
    await expect(seed()).resolves.toEqual({ approaches: 0, ratings: 0, citations: 0, completed: 0 });
  });

  it('adds every approach by its code, and every rating and work by its id, to the change feed', async () => {
    const { citations } = await seed();
    const changes = await rows<{
      entity: string;
      kind: string;
      version: number;
      count: number;
      known: number;
    }>(`
      SELECT entity, kind, version, count(*)::int AS count,
             count(*) FILTER (WHERE entity_id IN (SELECT code FROM approach UNION ALL SELECT id::text FROM rating
                                               UNION ALL SELECT id::text FROM citation))::int
               AS known
        FROM change GROUP BY entity, kind, version ORDER BY entity`);
    expect(changes).toEqual([
      { entity: 'approach', kind: 'created', version: 1, count: 73, known: 73 },
      { entity: 'citation', kind: 'created', version: 1, count: citations, known: citations },
      { entity: 'rating', kind: 'created', version: 1, count: 120, known: 120 },
    ]);
  });

  it('gives the same ids in every installation', async () => {
    const everyId = () =>
      rows<{ id: string }>(
        'SELECT id FROM approach UNION ALL SELECT id FROM rating UNION ALL SELECT id FROM citation ORDER BY 1',
      );
    await seed();
    const first = await everyId();
    expect(new Set(first.map(({ id }) => id)).size).toBe(73 + 120 + 112);
    await room.empty();
    await seed();
    await expect(everyId()).resolves.toEqual(first);
  });

  it('leaves nothing behind when the transaction around it fails', async () => {
    const failing = room.dataSource.transaction(async (manager) => {
      await seedRegistry(manager);
      throw new Error('something else went wrong');
    });
    await expect(failing).rejects.toThrow('something else went wrong');
    await expect(rows('SELECT code FROM approach')).resolves.toEqual([]);
    await expect(rows('SELECT seq FROM change')).resolves.toEqual([]);
  });

  it('lets one of two processes do it', async () => {
    const results = await Promise.all([seed(), seed()]);
    expect(results.map(({ approaches }) => approaches).sort((a, b) => a - b)).toEqual([0, 73]);
    await expect(
      rows(`SELECT entity, count(*)::int AS count FROM change GROUP BY entity ORDER BY entity`),
    ).resolves.toEqual([
      { entity: 'approach', count: 73 },
      { entity: 'citation', count: results.find(({ approaches }) => approaches > 0)!.citations },
      { entity: 'rating', count: 120 },
    ]);
  });

  it('keeps every field of every rating', async () => {
    await seed();
    const { approaches, terms } = readRegistryFiles();
    const key = (one: { approachCode: string; condition: string; outcome: string; comparator: string }) =>
      JSON.stringify([one.approachCode, one.condition, one.outcome, one.comparator]);
    const expected = approaches
      .flatMap(({ code, ratings }) =>
        ratings.map(({ addedOn, checkedOn: _checked, ...rating }) => ({
          approachCode: code,
          comparatorApproach: null,
          certaintyReasons: null,
          effect: null,
          note: null,
          reviewer: null,
          reviewedOn: null,
          ...NOT_SAID_BY_FILES,
          conflictOfInterest: terms.conflictOfInterest,
          draftedOn: addedOn ?? terms.draftedOn,
          nextReviewOn: terms.nextReviewOn,
          version: 1,
          ...rating,
        })),
      )
      .sort((a, b) => (key(a) < key(b) ? -1 : 1));
    const stored = (await room.dataSource.manager.find(Rating))
      .map(
        ({ id: _id, claimId: _claim, publicSince, createdAt: _created, updatedAt: _updated, ...rating }) => {
          expect(publicSince).toBeInstanceOf(Date);
          return { ...rating };
        },
      )
      .sort((a, b) => (key(a) < key(b) ? -1 : 1));
    expect(stored).toEqual(expected);
  });

  it('keeps what every approach says of the works it cites', async () => {
    await seed();
    const byDoi = await room.dataSource.manager.findOneByOrFail(Citation, {
      key: 'doi:10.15288/jsad.2009.70.516',
    });
    expect(byDoi).toMatchObject({
      text: 'Magill M, Ray LA. J Stud Alcohol Drugs 2009;70:516-527',
      doiSeen: false,
      note: 'g=0.154 overall; CBT largest in marijuana studies, g=0.513',
    });
  });
});

describe('What the matching engine knows of the registry', () => {
  it('is every approach by code with its ratings by id, all of them not reviewed', async () => {
    await seed();
    const approaches = await loadGradedApproaches(room.dataSource.manager, '2026-11-24');
    const codes = approaches.map(({ code }) => code);
    expect(codes).toEqual([...codes].sort());
    expect(codes).toHaveLength(73);
    const ratings = approaches.flatMap((approach) => approach.ratings);
    expect(ratings).toHaveLength(120);
    expect(ratings.filter(({ reviewed }) => reviewed)).toEqual([]);
    for (const approach of approaches) {
      const ids = approach.ratings.map(({ id }) => id);
      expect(ids).toEqual([...ids].sort());
      expect(approach.citations).toEqual([...approach.citations].sort());
    }
  });

  it('says what was compared with which approach', async () => {
    await seed();
    const iop = (await loadGradedApproaches(room.dataSource.manager, '2026-11-24')).find(
      ({ code }) => code === 'iop',
    );
    expect(iop).toEqual({
      code: 'iop',
      name: 'Intensive outpatient programme',
      kind: 'setting',
      listing: 'normal',
      ratings: [
        {
          id: expect.any(String),
          condition: 'any',
          outcomeGroup: 'substance-use',
          certainty: 'moderate',
          direction: 'no-difference',
          comparatorType: 'active',
          comparatorApproach: 'residential',
          reviewed: false,
        },
      ],
      citations: [expect.any(String)],
    });
  });

  it('leaves out superseded and retracted ratings', async () => {
    await seed();
    const buprenorphine = async () =>
      (await loadGradedApproaches(room.dataSource.manager, '2026-11-24')).find(
        ({ code }) => code === 'buprenorphine',
      )?.ratings;
    const before = (await buprenorphine()) ?? [];
    expect(before).toHaveLength(4);
    const [retracted, superseded] = before.map(({ id }) => id);
    await room.dataSource.manager.update(Rating, { id: retracted }, { status: 'retracted' });
    await room.dataSource.manager.update(Rating, { id: superseded }, { status: 'superseded' });
    await expect(buprenorphine()).resolves.toEqual(before.slice(2));
  });
});
