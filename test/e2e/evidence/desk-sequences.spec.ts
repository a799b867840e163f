import * as fc from 'fast-check';
import { COMPLETE, EvidenceDesk } from '../../support/evidence-desk.js';
import { type Person, WholeService } from '../../support/whole-service.js';
import { searches } from '../../support/searches.js';

let service: WholeService;
let desk: EvidenceDesk;
let people: Person[];
beforeAll(async () => {
  service = await WholeService.open();
  desk = await EvidenceDesk.at(service);
  people = [desk.author, desk.reviewer, await service.person('Bo Both', 'author', 'reviewer')];
});
afterAll(() => service.close());

const APPROACHES = ['craft', 'naloxone'];
type Turn = { who: number; approach: number; back: number; act: string };
const turn: fc.Arbitrary<Turn> = fc.record({
  who: fc.nat(2),
  approach: fc.nat(APPROACHES.length - 1),
  back: fc.nat(2),
  act: fc.constantFrom('version', 'submit', 'submit', 'approve', 'approve', 'return', 'retract', 'doubt'),
});

/** One act over HTTP, whatever its result; returns the status. */
async function perform({ who, approach, back, act }: Turn): Promise<number> {
  const by = people[who]!;
  const code = APPROACHES[approach]!;
  const rows: { id: string }[] = await service.dataSource.query(
    'SELECT id FROM rating WHERE approach_code = $1 ORDER BY created_at DESC, edition DESC LIMIT 1 OFFSET $2',
    [code, back],
  );
  const id = rows[0]?.id;
  if (id === undefined) return 404;
  const path = `/v1/ratings/${id}`;
  switch (act) {
    case 'version':
      return (await by.post(`${path}/versions`, COMPLETE)).status;
    case 'submit':
      return (await by.post(`${path}/submit`)).status;
    case 'approve': {
      const impact = await by.post(`${path}/impact`);
      const named = impact.status === 200 ? { impact: impact.body.id as string } : {};
      return (await by.post(`${path}/approve`, { ...named, conflictStatement: 'none' })).status;
    }
    case 'doubt': {
      const { body } = await by.get(path);
      const [work] = (body.citationIds ?? []) as string[];
      if (work === undefined) return 404;
      const doubt = { state: 'concern', notice: 'https://doi.org/10.1000/n', why: 'doubted' };
      return (await by.post(`/v1/citations/${work}/retraction`, doubt)).status;
    }
    default:
      return (await by.post(`${path}/${act}`, { why: 'because' })).status;
  }
}

describe('Whatever people do over HTTP, in whatever order, on PostgreSQL', () => {
  it('no response is a failure, one version is current, what is published is signed, every write has its audit entry', async () => {
    let done = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(turn, { minLength: 8, maxLength: 14, size: 'max' }), async (turns) => {
        for (const one of turns) {
          const status = await perform(one);
          expect([200, 201, 403, 404, 409, 422]).toContain(status);
          if (status < 300) done += 1;
        }
        const [state] = await service.dataSource.query(`
          SELECT (SELECT sum(version) FROM rating) - 120 AS writes,
                 (SELECT count(*) FROM audit WHERE entity = 'rating') AS rows,
                 (SELECT sum(version) FROM citation) - (SELECT count(*) FROM citation) AS work_writes,
                 (SELECT count(*) FROM audit WHERE entity = 'citation') AS work_rows,
                 (SELECT count(*) FROM (SELECT claim_id FROM rating WHERE status = 'published'
                                         GROUP BY claim_id HAVING count(*) > 1) twice) AS twice,
                 (SELECT count(*) FROM rating r WHERE status = 'published'
                     AND (reviewer IS NULL OR reviewed_on IS NULL OR conflict_of_interest = ''
                          OR reviewer_id = ANY(authors)
                          OR NOT EXISTS (SELECT FROM rating_citation c WHERE c.rating_id = r.id))) AS unsigned`);
        expect(state).toEqual({
          writes: state.rows,
          rows: state.rows,
          work_writes: state.work_rows,
          work_rows: state.work_rows,
          twice: '0',
          unsigned: '0',
        });
      }),
      { ...searches(12), endOnFailure: true },
    );
    expect(done).toBeGreaterThan(15);
  }, 60_000);
});
