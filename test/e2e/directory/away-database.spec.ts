import type { RememberedDetail } from '../../../src/directory/memory/remembered-detail.dto.js';
import type { ProgramDetail } from '../../../src/directory/program-detail.dto.js';
import type { ProgramPage } from '../../../src/directory/program-search.dto.js';
import { DatabaseProxy } from '../../support/database-proxy.js';
import { eventually } from '../../support/eventually.js';
import { WholeService } from '../../support/whole-service.js';

/** Every filter and order, on the demonstration directory. */
const SEARCHES = [
  '',
  'limit=100',
  'levelOfCare=iop,res-high&condition=opioid',
  'medication=buprenorphine&payer=medicaid&limit=50',
  'payer=sliding-fee',
  'language=es&population=veterans',
  'condition=alcohol&sort=evidence&limit=100',
  'approach=contingency-management',
  'modality=telehealth&state=CT,NY',
  'modality=in-person,telehealth&state=CT',
  'state=TX&sort=name',
  'maxCost=20000',
  'postalCode=06511&radiusKm=100&limit=100',
  'near=41.3,-72.9&condition=stimulant',
];
/** Found by words, which the database orders by a measure of its own. */
const WORDS = ['q=methadone', 'q=recovery center new', 'q=suboxone texas', 'q=va', 'q=st', 'q=qwhzx'];

let service: WholeService;
let proxy: DatabaseProxy;
let remote: WholeService;
let before: Map<string, ProgramPage>;
let detail: ProgramDetail;
let firstPage: ProgramPage;

beforeAll(async () => {
  service = await WholeService.open();
  await service.storeDemo();
  proxy = await DatabaseProxy.beforeDatabase(service.connection);
  remote = await service.neighbor(proxy.connection);
  await remote.settled();
  before = new Map();
  for (const query of [...SEARCHES, ...WORDS]) before.set(query, await search(query));
  firstPage = await search('limit=5');
  detail = (await remote.get(`/v1/programs/${firstPage.programs[0]!.id}`)).body as ProgramDetail;
  proxy.cut();
  await eventually(async () => expect((await remote.get('/health/writable')).status).toBe(503));
});
afterAll(async () => {
  proxy.restore();
  await remote.close();
  await proxy.close();
  await service.close();
});

async function search(query: string): Promise<ProgramPage> {
  const { status, body } = await remote.get(`/v1/programs?${query}`);
  expect([query, status, body.errors]).toEqual([query, 200, undefined]);
  return body as ProgramPage;
}
const MARKS = { stale: true, staleSince: expect.any(String) };

describe('While the database is away', () => {
  it.each(SEARCHES)('the search finds in memory what the database finds, and says so: %s', async (query) => {
    const { nextCursor: _there, ...known } = before.get(query)!;
    const { nextCursor: _here, ...found } = await search(query);
    expect(found).toEqual({ ...known, ...MARKS });
    expect(known).not.toHaveProperty('stale');
  });

  it.each(WORDS)('words find the same programs, in an order of their own: %s', async (query) => {
    const both = [before.get(query)!, await search(query)] as const;
    const [known, found] = both.map(({ total, facets, readAs }) => ({ total, facets, readAs }));
    expect(found).toEqual(known);
  });

  it('a list that began in the database is continued', async () => {
    const ids: string[] = firstPage.programs.map(({ id }) => id);
    for (let { nextCursor } = firstPage; ids.length < 20;) {
      const page = await search(`limit=5&cursor=${encodeURIComponent(nextCursor!)}`);
      ids.push(...page.programs.map(({ id }) => id));
      ({ nextCursor } = page);
    }
    expect(ids).toEqual(before.get('')!.programs.map(({ id }) => id));
  });

  it('a program is what lists show of it, with the names of what is not there', async () => {
    const { status, body } = await remote.get(`/v1/programs/${detail.id}`);
    const { notHere, ...shown } = body as RememberedDetail;
    const { version, createdAt, updatedAt, verifiedOn, mergedFrom, facts, claims, records, ...rest } = detail;
    expect(status).toBe(200);
    expect(shown).toEqual({ ...rest, ...MARKS });
    expect(notHere.toSorted()).toEqual(
      Object.keys({
        version,
        createdAt,
        updatedAt,
        verifiedOn,
        mergedFrom,
        facts,
        claims,
        records,
      }).toSorted(),
    );
  });

  it('what is not in memory is 503, never 404: it may be withdrawn, or have become another program', async () => {
    const unknown = await remote.get('/v1/programs/6f9e3c1a-3b0e-4f8e-9b59-2a4f1f0f7f0e');
    expect([unknown.status, unknown.headers['retry-after']]).toEqual([503, '5']);
    const linked = await remote.get(`/v1/programs/${detail.id}`).set('accept', 'application/ld+json');
    expect(linked.status).toBe(503);
    const verified = await remote.get('/v1/programs?verifiedSince=2026-01-01');
    expect([verified.status, verified.body.errors]).toEqual([
      503,
      [
        {
          parameter: 'verifiedSince',
          message: 'cannot be searched while the database is away; leave it out, or try again later',
        },
      ],
    ]);
  });

  it('bad parameters are refused as ever', async () => {
    const { status, body } = await remote.get('/v1/programs?approach=contingency-managment');
    expect([status, body.errors[0].suggestion]).toEqual([400, 'contingency-management']);
    expect((await remote.get('/v1/programs?sort=distance')).status).toBe(422);
  });
});

describe('When the database goes silent during a search', () => {
  it('the answer comes from memory once it counts as away', async () => {
    proxy.restore();
    await eventually(async () => expect((await remote.get('/health/writable')).status).toBe(200));
    await eventually(async () => expect(await search('limit=5')).toEqual(firstPage));
    proxy.silence();
    const found = await search('limit=5');
    expect(found).toMatchObject({ total: firstPage.total, ...MARKS });
    proxy.restore();
    await eventually(async () => expect(await search('limit=5')).toEqual(firstPage));
  });
});
