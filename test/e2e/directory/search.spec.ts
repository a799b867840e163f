import { HARTFORD, MISSOULA, program, surveyRecord } from '../../support/program-intakes.js';
import { daysAgo } from '../../support/days.js';
import { WholeService } from '../../support/whole-service.js';

const ELM = program('Elm City Clinic', {
  conditions: { yes: ['opioid'], complete: true },
  levelsOfCare: { yes: ['op', 'op-med'] },
  medications: { methadone: 'starts', buprenorphine: 'continues', naltrexone: 'refuses' },
  payers: { yes: ['medicaid', 'self-pay'], no: ['private'] },
  languages: { yes: ['en', 'es', 'zh', 'he'] },
  modalities: { yes: ['in-person'] },
});
const HARBOR = program(
  'Harbor Counseling',
  {
    conditions: { yes: ['any'] },
    levelsOfCare: { yes: ['iop'] },
    approaches: { yes: ['cbt'] },
    payers: { yes: ['private'] },
    slidingFee: true,
    populations: { yes: ['veterans'] },
    modalities: { yes: ['telehealth'] },
    telehealthStates: { yes: ['ME', 'MT'] },
    languages: { yes: ['en'] },
  },
  HARTFORD,
  [surveyRecord({ populations: { yes: ['women'] } }, { source: 'survey-visit', standing: 'verified' })],
);
const CREEK = program(
  'Cedar Creek Ranch',
  {
    conditions: { yes: ['alcohol'], complete: true },
    levelsOfCare: { yes: ['res-high'] },
    medications: { buprenorphine: 'starts' },
    payers: { yes: ['medicaid'], maybe: ['tribal'] },
    prices: [
      { amount: 90_000, currency: 'USD', per: 'week' },
      { amount: 60_000, currency: 'USD', per: 'session' },
    ],
    populations: { yes: ['men'] },
  },
  MISSOULA,
);
/** Nothing is known about it, not even its location. */
const QUIET = program('Quiet House', {}, { city: 'Hamden', state: 'CT', postalCode: '06514' });
const CLOSED = program('Closed Clinic', { payers: { yes: ['medicaid'] }, conditions: { yes: ['opioid'] } });

/** Enough programs of one kind for several pages: the same name, the same strength, no location. */
const TWINS = Array.from({ length: 23 }, (_, i) => ({
  ...program(
    'Twin Lakes',
    { languages: { yes: ['fr'] } },
    { city: 'Portland', state: 'ME', postalCode: '04101' },
  ),
  key: `twin ${i}`,
}));

let service: WholeService;
beforeAll(async () => {
  service = await WholeService.open();
  const standing = [ELM, HARBOR, CREEK, QUIET, ...TWINS];
  await service.store('survey', [...standing, CLOSED]);
  await service.store('survey', standing);
});
afterAll(() => service.close());

interface Found {
  id: string;
  name: string;
  distanceMeters: number | null;
  evidenceStrength: number;
}
interface Page {
  total: number;
  programs: Found[];
  facets: Record<string, Record<string, number>>;
  readAs: { word: string; as: string[]; instead: boolean }[];
  nextCursor?: string;
}

async function search(query: string): Promise<Page> {
  const response = await service.get(`/v1/programs?${query}`);
  expect({ status: response.status, query }).toEqual({ status: 200, query });
  return response.body as Page;
}

async function names(query: string): Promise<string[]> {
  return (await search(query)).programs.map(({ name }) => name);
}

/** Everything except the twins, which are in Maine. */
const HERE = 'state=CT,MT';

describe('Filters of GET /v1/programs', () => {
  it.each([
    ['levelOfCare=res-high', ['Cedar Creek Ranch']],
    ['levelOfCare=op', ['Elm City Clinic']],
    ['approach=cbt', ['Harbor Counseling']],
    ['approach=methadone', ['Elm City Clinic']],
    ['condition=opioid', ['Elm City Clinic', 'Harbor Counseling']],
    ['condition=alcohol', ['Cedar Creek Ranch', 'Harbor Counseling']],
    ['condition=nicotine', []],
    ['medication=methadone', ['Elm City Clinic']],
    ['medication=buprenorphine', ['Cedar Creek Ranch', 'Elm City Clinic']],
    ['medication=naltrexone', []],
    ['payer=medicaid', ['Cedar Creek Ranch', 'Elm City Clinic']],
    ['payer=private', ['Harbor Counseling']],
    ['payer=tribal', []],
    ['payer=sliding-fee', ['Harbor Counseling']],
    ['maxCost=90000', ['Cedar Creek Ranch']],
    ['maxCost=89999', []],
    ['language=es', ['Elm City Clinic']],
    ['language=ES', ['Elm City Clinic']],
    ['language=es-MX', ['Elm City Clinic']],
    ['language=yue', ['Elm City Clinic']],
    ['language=zh-Hant', ['Elm City Clinic']],
    ['language=iw', ['Elm City Clinic']],
    ['language=tl', []],
    ['population=veterans', ['Harbor Counseling']],
    ['population=women', ['Harbor Counseling']],
    ['modality=telehealth', ['Harbor Counseling']],
    ['modality=telehealth&state=MT', ['Harbor Counseling']],
    // It is located there, and is not known to treat anybody there by telehealth.
    ['modality=telehealth&state=CT', []],
    ['modality=in-person,telehealth&state=ME', ['Harbor Counseling']],
    ['state=MT', ['Cedar Creek Ranch']],
    [`verifiedSince=${daysAgo(30)}`, ['Harbor Counseling']],
    [`verifiedSince=${daysAgo(29)}`, []],
  ])('%s finds programs that have a yes for it', async (query, expected) => {
    expect(await names(query)).toEqual(expected);
  });

  it.each([
    ['separated by commas', 'levelOfCare=op,iop'],
    ['repeated', 'levelOfCare=op&levelOfCare=iop'],
  ])('takes codes of one filter as alternatives, %s', async (_how, query) => {
    expect(await names(query)).toEqual(['Elm City Clinic', 'Harbor Counseling']);
  });

  it('adds filters up', async () => {
    expect(await names('payer=medicaid&state=CT')).toEqual(['Elm City Clinic']);
    expect(await names('payer=medicaid,private&condition=alcohol')).toEqual([
      'Cedar Creek Ranch',
      'Harbor Counseling',
    ]);
    expect(await names('payer=medicaid&modality=telehealth')).toEqual([]);
  });

  it('finds a program without known facts only without filters, and withdrawn programs never', async () => {
    expect(await names(HERE)).toEqual([
      'Cedar Creek Ranch',
      'Elm City Clinic',
      'Harbor Counseling',
      'Quiet House',
    ]);
    expect(await names('q=closed clinic')).not.toContain('Closed Clinic');
  });

  it('answers an empty page where nothing fits', async () => {
    expect(await search('condition=nicotine')).toEqual({ total: 0, programs: [], facets: {}, readAs: [] });
  });
});

describe('Words', () => {
  it.each([
    ['methadon new haven', 'Elm City Clinic'],
    ['methadone', 'Elm City Clinic'],
    ['HARBOR', 'Harbor Counseling'],
    ['hartford', 'Harbor Counseling'],
    ['cognitive behavioral', 'Harbor Counseling'],
    ['residental', 'Cedar Creek Ranch'],
    ['59801', 'Cedar Creek Ranch'],
    ['quiett house', 'Quiet House'],
    ['Twin Lakes, ME', 'Twin Lakes'],
    ['MT', 'Cedar Creek Ranch'],
    ['Montana', 'Cedar Creek Ranch'],
  ])('%s finds %s first', async (q, expected) => {
    expect((await names(`q=${encodeURIComponent(q)}`))[0]).toBe(expected);
  });

  it('forgives a mistake in a medication, started or continued', async () => {
    expect((await names('q=bupenorphine')).toSorted()).toEqual(['Cedar Creek Ranch', 'Elm City Clinic']);
  });

  it('has to find every word', async () => {
    expect(await names('q=methadone missoula')).toEqual([]);
    expect(await names('q=zzzzzz')).toEqual([]);
  });

  it.each([
    [
      'suboxone',
      ['Cedar Creek Ranch'],
      [{ word: 'suboxone', as: ['medication:buprenorphine'], instead: false }],
    ],
    ['missoula, mt', ['Cedar Creek Ranch'], [{ word: 'mt', as: ['state:MT'], instead: false }]],
    ['quiett', ['Quiet House'], [{ word: 'quiett', as: ['quiet'], instead: true }]],
    ['quiet', ['Quiet House'], []],
    ['Portland, CT', [], [{ word: 'ct', as: ['state:CT'], instead: false }]],
  ])('says what it reads %s as', async (q, found, readAs) => {
    const page = await search(`q=${encodeURIComponent(q)}`);
    expect(page.programs.map(({ name }) => name)).toEqual(expect.arrayContaining(found));
    if (found.length === 0) expect(page.total).toBe(0);
    expect(page.readAs).toEqual(readAs);
  });

  it('treats characters of the SQL query language as plain text', async () => {
    for (const q of [`%' OR 1=1 --`, '\\', '"quoted"', 'a & b | c:*', '🙂'])
      expect((await service.get(`/v1/programs?q=${encodeURIComponent(q)}`)).status).toBeLessThan(500);
  });
});

describe('Distance', () => {
  const near = 'near=41.31727,-72.926373';

  it('orders by distance if a place is given, those without a location last', async () => {
    const page = await search(`${near}&${HERE}`);
    expect(page.programs.map(({ name, distanceMeters }) => [name, distanceMeters])).toEqual([
      ['Elm City Clinic', 0],
      ['Harbor Counseling', 54_250],
      ['Cedar Creek Ranch', expect.any(Number)],
      ['Quiet House', null],
    ]);
  });

  it('limits to a radius; programs without a location are in none', async () => {
    expect(await names(`${near}&radiusKm=54.3`)).toEqual(['Elm City Clinic', 'Harbor Counseling']);
    expect(await names(`${near}&radiusKm=54.2`)).toEqual(['Elm City Clinic']);
    expect(await names(`${near}&radiusKm=0`)).toEqual(['Elm City Clinic']);
    expect(await names(`${near}&radiusKm=20000&${HERE}`)).not.toContain('Quiet House');
  });

  it('measures from the center of a postal code area', async () => {
    const page = await search('postalCode=59801&radiusKm=50');
    for (const written of ['59801-1234', '598011234', '%2059801%20'])
      expect(await search(`postalCode=${written}&radiusKm=50`)).toEqual(page);
    expect(page.programs.map(({ name }) => name)).toEqual(['Cedar Creek Ranch']);
    expect(page.programs[0]?.distanceMeters).toBeLessThan(10_000);
  });

  it('gives no distance without a place', async () => {
    expect((await search(HERE)).programs.map(({ distanceMeters }) => distanceMeters)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('Order', () => {
  it('is by name when nothing else is asked', async () => {
    const found = await names('limit=100');
    expect(found).toEqual(found.toSorted());
  });

  it('is by strength of evidence for the condition asked', async () => {
    const { programs } = await search('sort=evidence&condition=opioid');
    expect(programs.map(({ name }) => name)).toEqual(['Elm City Clinic', 'Harbor Counseling']);
    const [clinic = NaN, groups = NaN] = programs.map(({ evidenceStrength }) => evidenceStrength);
    expect(clinic).toBeGreaterThan(groups);
  });

  it('is by distance or name for words too, where that is asked', async () => {
    expect(await names('q=clinic ct&sort=name')).toEqual(['Elm City Clinic']);
    expect(await names(`q=buprenorphine&sort=distance&near=46.85,-114.02`)).toEqual([
      'Cedar Creek Ranch',
      'Elm City Clinic',
    ]);
    expect(await names(`q=buprenorphine&sort=distance&near=41.3,-72.9`)).toEqual([
      'Elm City Clinic',
      'Cedar Creek Ranch',
    ]);
  });
});

describe('Pages', () => {
  /** The ids of all pages in turn, each page checked against one long page. */
  async function walk(query: string, limit: number, all: Page): Promise<string[]> {
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const next = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const page = await search(`${query}&limit=${limit}${next}`);
      expect([page.total, page.facets]).toEqual([all.total, all.facets]);
      ids.push(...page.programs.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    return ids;
  }

  it.each([
    'sort=name',
    'sort=evidence',
    'sort=evidence&condition=opioid,alcohol',
    'near=41.3,-72.9',
    'near=41.3,-72.9&sort=name',
    'q=twin&sort=relevance',
  ])('show every program once, in the order of one long page: %s', async (query) => {
    const all = await search(`${query}&limit=100`);
    const ids = await walk(query, 4, all);
    expect(ids).toEqual(all.programs.map(({ id }) => id));
    expect(new Set(ids).size).toBe(all.total);
    // A last page that is exactly full has no next page.
    expect(await walk(query, all.total, all)).toEqual(ids);
  });

  it('hold 20 programs by default, and 100 at most', async () => {
    expect((await search('')).programs).toHaveLength(20);
    expect((await service.get('/v1/programs?limit=101')).status).toBe(400);
    expect((await service.get('/v1/programs?limit=0')).status).toBe(400);
  });

  it('link to the next one until the last, with everything that was asked', async () => {
    let path = '/v1/programs?q=twin%20lakes&state=ME&limit=8';
    const ids: string[] = [];
    for (;;) {
      const response = await service.get(path);
      const { programs, nextCursor } = response.body as Page;
      ids.push(...programs.map(({ id }) => id));
      const link = response.headers['link'];
      expect(link === undefined).toBe(nextCursor === undefined);
      if (link === undefined) break;
      path = /^<([^>]+)>; rel="next"$/.exec(link)?.[1] ?? `no next page in ${link}`;
    }
    expect(new Set(ids).size).toBe(23);
    expect(ids).toHaveLength(23);
  });

  it('may change their size on the way, and the order in which filters are written', async () => {
    const { nextCursor, programs } = await search('state=ME&language=fr&limit=3');
    const rest = await search(`language=fr&limit=50&cursor=${nextCursor}&state=ME`);
    expect(new Set([...programs, ...rest.programs].map(({ id }) => id)).size).toBe(23);
  });

  it.each([
    ['of another search', async () => (await search('state=ME&limit=2')).nextCursor!],
    ['of another order', async () => (await search('sort=evidence&limit=2')).nextCursor!],
    [
      'with a letter changed',
      async () => {
        const cursor = (await search('limit=2')).nextCursor!;
        return (cursor.startsWith('a') ? 'b' : 'a') + cursor.slice(1);
      },
    ],
    ['that is cut', async () => (await search('limit=2')).nextCursor!.slice(0, -2)],
    ['nobody gave', async () => 'eyJpZCI6IjEifQ.AAAA'],
    ['without a signature', async () => 'abc'],
  ])('refuse a cursor %s', async (_which, make) => {
    const response = await service.get(`/v1/programs?limit=2&cursor=${encodeURIComponent(await make())}`);
    expect(response.status).toBe(400);
    expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect((response.body as { errors: unknown }).errors).toEqual([
      {
        parameter: 'cursor',
        message: 'is not a cursor of this list; leave it out to start from the first page',
      },
    ]);
  });
});

describe('Facets', () => {
  it('count the programs found for every code that is yes, over all pages', async () => {
    expect(await search(`${HERE}&limit=1`)).toMatchObject({
      total: 4,
      facets: {
        levelOfCare: { op: 1, 'op-med': 1, iop: 1, 'res-high': 1 },
        condition: { opioid: 2, alcohol: 2, stimulant: 1, cannabis: 1, sedative: 1 },
        medication: { methadone: 1, buprenorphine: 2 },
        payer: { medicaid: 2, 'self-pay': 1, private: 1, 'sliding-fee': 1 },
        language: { en: 2, es: 1 },
        population: { veterans: 1, women: 1, men: 1 },
        modality: { 'in-person': 1, telehealth: 1 },
        state: { CT: 3, MT: 1 },
        approach: { cbt: 1, methadone: 1, buprenorphine: 1, iop: 1, residential: 1, telehealth: 1 },
      },
    });
  });

  it('are those of the filtered list', async () => {
    const { facets } = await search('state=MT');
    expect(facets).toEqual({
      levelOfCare: { 'res-high': 1 },
      condition: { alcohol: 1 },
      medication: { buprenorphine: 1 },
      payer: { medicaid: 1 },
      population: { men: 1 },
      state: { MT: 1 },
      approach: { buprenorphine: 1, residential: 1 },
    });
  });
});

describe('Searches that cannot be', () => {
  it.each([
    [422, 'near=41.3,-72.9&postalCode=06511', 'near', 'give either near or postalCode, not both'],
    [422, 'radiusKm=10', 'radiusKm', 'a distance needs a place to measure from; give near or postalCode'],
    [422, 'sort=distance', 'sort', 'a distance needs a place to measure from; give near or postalCode'],
    [422, 'sort=relevance', 'sort', 'relevance needs words to search for; give q'],
    [
      422,
      'postalCode=00000',
      'postalCode',
      'we do not know where 00000 lies; check the digits, or give near',
    ],
    [422, 'near=95,0', 'near', 'latitude must be between -90 and 90, longitude between -180 and 180'],
    [400, 'near=here', 'near', 'must be latitude,longitude such as 41.3,-72.9'],
    [400, 'postalCode=0651', 'postalCode', 'must be a ZIP code of five digits, such as "06511"'],
    [
      400,
      'approach=psychoanalysis',
      'approach',
      'the registry has no approach "psychoanalysis"; see GET /v1/approaches',
    ],
    [400, 'radiusKm=-1', 'radiusKm', 'must be a number from 0 to 20000'],
    [400, 'maxCost=1.5', 'maxCost', 'must be a whole number from 0 to 100000000'],
    [400, 'verifiedSince=2026-02-30', 'verifiedSince', 'must be a date such as 2026-01-31'],
    [400, 'payer=', 'payer', expect.stringMatching(/^must be one of medicaid, /)],
    [400, 'payer=medicaid,medicaid', 'payer', 'is listed twice; remove one'],
    [400, 'q=', 'q', 'must not be blank'],
    [400, 'q=a&q=b', 'q', 'is given more than once; give it once'],
    [400, 'q=%00', 'q', 'contains a NUL character; remove it'],
    [400, 'language=<script>', 'language', 'must be a language tag such as en or es'],
  ])('%i for %s', async (status, query, parameter, message) => {
    const response = await service.get(`/v1/programs?${query}`);
    expect(response.status).toBe(status);
    expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(response.headers['cache-control']).toBe('no-store');
    expect((response.body as { errors: object[] }).errors).toEqual([
      expect.objectContaining({ parameter, message }),
    ]);
  });

  it('names an unknown approach and the one that was meant', async () => {
    const response = await service.get('/v1/programs?approach=methadon');
    expect(response.status).toBe(400);
    expect((response.body as { errors: object[] }).errors).toEqual([
      {
        parameter: 'approach',
        message: 'the registry has no approach "methadon"; see GET /v1/approaches',
        suggestion: 'methadone',
      },
    ]);
  });

  it('names an unknown parameter and the one that was meant', async () => {
    const response = await service.get('/v1/programs?payers=medicaid');
    expect(response.status).toBe(400);
    expect((response.body as { errors: object[] }).errors).toEqual([
      { parameter: 'payers', message: 'unknown parameter; did you mean "payer"?', suggestion: 'payer' },
    ]);
  });
});

describe('Caches', () => {
  it('may keep a search for a minute, and validate it', async () => {
    const first = await service.get('/v1/programs?state=CT');
    expect(first.headers['cache-control']).toBe('public, max-age=60, stale-while-revalidate=600');
    const tag = first.headers['etag'] ?? 'none';
    const again = await service.get('/v1/programs?state=CT').set('if-none-match', tag);
    expect([again.status, again.text, again.headers['etag']]).toEqual([304, '', tag]);
    const other = await service.get('/v1/programs?state=MT').set('if-none-match', tag);
    expect(other.status).toBe(200);
  });

  it('may ask for the head alone', async () => {
    const whole = await service.get('/v1/programs?state=CT');
    // The client asks for a coding with GET alone, unless it is told to.
    const head = await service.head('/v1/programs?state=CT').set('accept-encoding', 'gzip, deflate');
    expect([head.status, head.text, head.headers['etag'], head.headers['content-type']]).toEqual([
      200,
      undefined,
      whole.headers['etag'],
      whole.headers['content-type'],
    ]);
  });
});
