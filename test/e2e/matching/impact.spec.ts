import { readGoldenNeeds } from '../../../src/matching/golden-needs.js';
import { EvidenceDesk } from '../../support/evidence-desk.js';
import { WholeService } from '../../support/whole-service.js';

interface Placed {
  rank: number;
  tier: string;
  score: number;
}
interface MoveBody {
  programId: string;
  name: string;
  before: Placed | null;
  after: Placed | null;
  places: number | null;
}
interface ImpactBody {
  id: string;
  summary: {
    firstPlacesChanged: number;
    firstPlaces: { case: string; purpose: string; before: object | null; after: object | null }[];
    movedPlaces: number;
    movedFar: number;
    farthest: (MoveBody & { case: string; purpose: string })[];
  };
  badges: object[];
  cases: {
    name: string;
    golden: boolean;
    tracks: {
      purpose: string;
      total: number;
      moved: number;
      movedPlaces: number;
      movedFar: number;
    }[];
  }[];
}

const ASKED = {
  name: 'Alcohol, mild, whole directory',
  request: { assessment: { conditions: [{ condition: 'alcohol', severity: 'mild' }] } },
};

let service: WholeService;
let desk: EvidenceDesk;
beforeAll(async () => {
  service = await WholeService.open();
  await service.storeDemo();
  desk = await EvidenceDesk.at(service);
}, 60_000);
afterAll(() => service.close());

/** Every program of every track, by purpose and in order, read page by page over HTTP. */
async function ranking(request: object): Promise<Record<string, Map<string, Placed>>> {
  const tracks: Record<string, Map<string, Placed>> = {};
  const take = (purpose: string, matches: { program: { id: string }; tier: string; score: number }[]) => {
    const placed = (tracks[purpose] ??= new Map());
    for (const { program, tier, score } of matches)
      placed.set(program.id, { rank: placed.size + 1, tier, score });
  };
  const first = await service.match({ ...request, limit: 100 });
  expect(first.status).toBe(200);
  for (const { purpose, matches, nextCursor } of first.body.tracks) {
    take(purpose, matches);
    for (let cursor = nextCursor as string | undefined; cursor !== undefined;) {
      const { body } = await service.match({ ...request, limit: 100, cursor });
      take(purpose, body.tracks[0].matches);
      cursor = body.tracks[0].nextCursor;
    }
  }
  return tracks;
}

/** Every move in one list, page by page. */
async function movesOf(id: string, list: object): Promise<MoveBody[]> {
  const moves: MoveBody[] = [];
  for (let from: number | null = 0; from !== null;) {
    const { status, body } = await desk.reviewer.post(`/v1/ratings/${id}/impact/moves`, { ...list, from });
    expect(status).toBe(200);
    moves.push(...(body.moves as MoveBody[]));
    from = body.nextFrom as number | null;
    if (from === null) expect(moves).toHaveLength(body.moved as number);
  }
  return moves;
}

function differences(before: Map<string, Placed>, after: Map<string, Placed>) {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((id) => JSON.stringify(before.get(id)) !== JSON.stringify(after.get(id)))
    .map((id) => ({ programId: id, before: before.get(id) ?? null, after: after.get(id) ?? null }))
    .sort((a, b) => (a.programId < b.programId ? -1 : 1));
}

/** The summary says of all lists what the moves of each say. */
function expectSummaryOf({ summary }: ImpactBody, moves: ReadonlyMap<string, MoveBody[]>): void {
  const all = [...moves.values()].flat();
  const isFar = ({ places }: MoveBody) => places === null || Math.abs(places) > 3;
  const isElsewhere = ({ before, after }: MoveBody) => before?.rank !== after?.rank;
  expect(summary).toMatchObject({
    movedPlaces: all.filter(isElsewhere).length,
    movedFar: all.filter(isFar).length,
  });
  expect(summary.movedFar).toBeGreaterThan(0);
  for (const { case: name, purpose, ...move } of summary.farthest)
    expect(moves.get(`${name} ${purpose}`)).toContainEqual(move);
  const firsts = [...moves].filter(
    ([, list]) =>
      list.find(({ before }) => before?.rank === 1)?.programId !==
      list.find(({ after }) => after?.rank === 1)?.programId,
  );
  expect(summary.firstPlacesChanged).toBe(firsts.length);
  expect(summary.firstPlaces.map(({ case: name, purpose }) => `${name} ${purpose}`)).toEqual(
    firsts.slice(0, 10).map(([list]) => list),
  );
}

async function openVersionOf(id: string): Promise<string> {
  const { body } = await desk.author.get(`/v1/ratings/${id}/history`);
  return (body.versions as { id: string; status: string }[]).find(({ status }) => status === 'draft')!.id;
}

describe('The impact of a version', () => {
  it('raised from limited support to supported is exactly what publishing it then does', async () => {
    const { id: from } = await desk.currentRating('smart-recovery', { badge: 'limited-support' });
    const { id } = await desk.inReview(from, { certainty: 'moderate' });
    const cases = [
      ...(await readGoldenNeeds()).map(({ name, request }) => ({ name, request: request as object })),
      ASKED,
    ];
    const before = await Promise.all(cases.map(({ request }) => ranking(request)));
    const { status, body } = await desk.reviewer.post(`/v1/ratings/${id}/impact`, { cases: [ASKED] });
    const impact = body as ImpactBody;
    expect(status).toBe(200);
    expect(impact.badges).toEqual([
      {
        approach: 'smart-recovery',
        condition: 'alcohol',
        outcome: 'drinking outcomes',
        before: 'limited-support',
        after: 'supported',
        reviewedBefore: false,
      },
    ]);
    expect(impact.cases.map(({ name }) => name)).toEqual(cases.map(({ name }) => name));
    expect(impact.cases.filter(({ golden }) => !golden).map(({ name }) => name)).toEqual([ASKED.name]);

    const moves = new Map<string, MoveBody[]>();
    for (const { name, golden, tracks } of impact.cases)
      for (const { purpose } of tracks) {
        const list = golden ? { golden: name } : { request: ASKED.request };
        moves.set(`${name} ${purpose}`, await movesOf(id, { ...list, purpose }));
      }
    expectSummaryOf(impact, moves);

    expect((await desk.approve(id, impact.id)).status).toBe(200);
    const after = await Promise.all(cases.map(({ request }) => ranking(request)));
    impact.cases.forEach(({ name, tracks }, at) => {
      expect(tracks.map(({ purpose }) => purpose).sort()).toEqual(Object.keys(before[at]!).sort());
      for (const { purpose, moved, total } of tracks) {
        const really = differences(before[at]![purpose]!, after[at]![purpose]!);
        expect({ name, purpose, moved, total }).toEqual({
          name,
          purpose,
          moved: really.length,
          total: before[at]![purpose]!.size,
        });
        const predicted = moves
          .get(`${name} ${purpose}`)!
          .map(({ programId, before: was, after: is }) => ({ programId, before: was, after: is }))
          .sort((a, b) => (a.programId < b.programId ? -1 : 1));
        expect({ name, purpose, moves: predicted }).toEqual({ name, purpose, moves: really });
      }
    });
    // A plausibility check: treatment programs move if alcohol is the condition, and none if it is not.
    const movedIn = (name: string) =>
      impact.cases.find((one) => one.name === name)!.tracks.find(({ purpose }) => purpose === 'treatment')!
        .moved;
    expect(movedIn(ASKED.name)).toBeGreaterThan(0);
    expect(movedIn('Opioids, moderate, Boston')).toBe(0);
  }, 60_000);

  it('is told in less than 20 kB, however many needs are asked', async () => {
    const { id } = await desk.inReview((await desk.currentRating('contingency-management')).id, {
      certainty: 'very-low',
    });
    const cases = Array.from({ length: 20 }, (_, at) => ({
      name: `${at} `.padEnd(80, 'x'),
      request: { assessment: { conditions: [{ condition: 'stimulant', severity: 'severe' }] } },
    }));
    const { status, text, body } = await desk.reviewer.post(`/v1/ratings/${id}/impact`, { cases });
    expect([status, body.cases.length, body.summary.farthest.length]).toEqual([200, 30, 5]);
    expect(Buffer.byteLength(text)).toBeLessThan(20_000);
    expect(Object.keys(body).slice(0, 3)).toEqual(['id', 'summary', 'badges']);
  });

  it.each<[object, number, string]>([
    [{ purpose: 'treatment' }, 400, ''],
    [{ purpose: 'treatment', golden: 'x', request: {} }, 400, ''],
    [{ purpose: 'treatment', golden: 'no such need' }, 422, '/golden'],
    [{ purpose: 'family_engagement', request: {} }, 422, '/purpose'],
    [{ purpose: 'treatment', request: {}, limit: 51 }, 400, '/limit'],
  ])('lists no moves for %j', async (asked, status, pointer) => {
    const { id } = await desk.currentRating('naloxone');
    const version = await desk.author.post(`/v1/ratings/${id}/versions`, {});
    const open = version.status === 201 ? (version.body.id as string) : await openVersionOf(id);
    const answer = await desk.reviewer.post(`/v1/ratings/${open}/impact/moves`, asked);
    expect([answer.status, answer.body.errors[0].pointer]).toEqual([status, pointer]);
  });

  it('stores numbers of the golden needs, and nothing of the request', async () => {
    const { id } = await desk.inReview((await desk.currentRating('cbt')).id);
    const secret = 'only-asked-here';
    const { body } = await desk.reviewer
      .post(`/v1/ratings/${id}/impact`, { cases: [{ name: secret, request: { client: { age: 77 } } }] })
      .set('idempotency-key', 'keep-nothing');
    const [row] = await service.dataSource.query('SELECT * FROM impact WHERE id = $1', [body.id]);
    expect(row.summary.golden).toHaveLength((await readGoldenNeeds()).length);
    const everything = await service.dataSource.query('SELECT row_to_json(i) FROM impact i');
    const trail = await service.dataSource.query('SELECT row_to_json(a) FROM audit a');
    const kept = await service.dataSource.query('SELECT row_to_json(k) FROM idempotency_key k');
    expect(JSON.stringify([everything, trail, kept])).not.toContain(secret);
  });

  it('is only for what can still be published', async () => {
    const published = await desk.published((await desk.currentRating('acamprosate')).id);
    const { status, body } = await desk.reviewer.post(`/v1/ratings/${published.id}/impact`);
    expect([status, body.detail]).toEqual([409, expect.stringContaining('this one is published')]);
  });

  it('names the bad fields of its cases', async () => {
    const { id } = await desk.inReview((await desk.currentRating('matrix')).id);
    const { status, body } = await desk.reviewer.post(`/v1/ratings/${id}/impact`, {
      cases: [
        { name: 'x', request: { client: { agee: 3 } } },
        { name: 'y', request: { assessment: { acknowledged: ['SF-OD'] } } },
      ],
    });
    expect([status, body.errors.map(({ pointer }: { pointer: string }) => pointer)]).toEqual([
      400,
      ['/cases/0/request/client/agee', '/cases/1/request/assessment/acknowledged/0'],
    ]);
  });
});

describe('A rating that is published', () => {
  it('counts at once in every process on the database', async () => {
    const other = await service.neighbor();
    try {
      const evidenceIn = async (one: Pick<WholeService, 'match'>) =>
        (await one.match(ASKED.request)).body.ranking.evidenceVersion as number;
      const before = await evidenceIn(other);
      await desk.published((await desk.currentRating('bct')).id);
      expect(await evidenceIn(other)).toBeGreaterThan(before);
      const both = await Promise.all([service.match(ASKED.request), other.match(ASKED.request)]);
      expect(both[1].text).toBe(both[0].text);
    } finally {
      await other.close();
    }
  });
});
