import request from 'supertest';
import { today } from '../../support/days.js';
import { flawsOfR4 } from '../../support/fhir-r4.js';
import { type Person, WholeService } from '../../support/whole-service.js';

interface Resource {
  readonly resourceType: string;
  readonly id: string;
  readonly name: string;
  readonly meta: { readonly lastUpdated: string };
  readonly address: { readonly city: string; readonly state: string };
  readonly location: readonly { readonly reference: string }[];
}
interface Bundle {
  readonly total: number;
  readonly link: readonly { readonly relation: string; readonly url: string }[];
  readonly entry?: readonly {
    readonly fullUrl: string;
    readonly resource: Resource;
    readonly search: { readonly mode: string };
  }[];
}

/** Each list, and what the database says is in it. */
const LISTS = [
  ['HealthcareService', 'count(*)'],
  ['Location', 'count(DISTINCT p.location_id)'],
  ['Organization', 'count(DISTINCT p.organization_id)'],
] as const;

describe('The directory in FHIR', () => {
  let service: WholeService;
  let editor: Person;
  beforeAll(async () => {
    service = await WholeService.open();
    await service.storeDemo();
    editor = await service.person('Eve Editor', 'directory-editor');
  });
  afterAll(() => service.close());

  const get = (path: string) => service.get(path).set('accept', 'application/json');
  async function search(path: string): Promise<Bundle> {
    const { status, body, text } = await get(`/fhir/${path}`);
    expect([path, status, text.slice(0, 300)]).toEqual([path, 200, expect.anything()]);
    expect(flawsOfR4(body)).toEqual([]);
    return body as Bundle;
  }
  const resourcesOf = ({ entry = [] }: Bundle) => entry.map(({ resource }) => resource);
  /** Follows the links to the end. */
  async function walk(path: string): Promise<Resource[]> {
    const found: Resource[] = [];
    for (let next: string | undefined = path; next !== undefined;) {
      const bundle: Bundle = await search(next);
      found.push(...resourcesOf(bundle));
      next = bundle.link.find(({ relation }) => relation === 'next')?.url.replace(/^.*\/fhir\//, '');
    }
    return found;
  }
  const published = async (what: string, where = 'true'): Promise<number> => {
    const [{ count }]: [{ count: string }] = await service.dataSource.query(
      `SELECT ${what} AS count FROM program p JOIN location l ON l.id = p.location_id
        WHERE status = 'published' AND ${where}`,
    );
    return Number(count);
  };

  it.each(LISTS)(
    'shows all of %s, by links to the end, each valid by the schema of R4',
    async (type, count) => {
      const all = await walk(`${type}?_count=200`);
      expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
      expect(all.length).toBe(await published(count));
      expect(all.flatMap(flawsOfR4)).toEqual([]);
      const { total, entry } = await search(`${type}?_summary=count`);
      expect({ total, entry }).toEqual({ total: all.length, entry: undefined });
      const one = await service.get(`/fhir/${type}/${all[0]!.id}`).expect(200);
      expect(one.headers['content-type']).toBe('application/fhir+json; charset=utf-8');
      expect((await get(`/fhir/${type}/${all[0]!.id}`)).body).toEqual(all[0]);
    },
  );

  it('finds services by each parameter that it declares', async () => {
    const [some] = resourcesOf(await search('HealthcareService?_count=1'));
    const { id, name, location } = some!;
    const found = async (query: string) => (await search(`HealthcareService?${query}&_count=200`)).total;
    expect(await found(`_id=${id}`)).toBe(1);
    expect(await found(`_id=${id},7b1a3a46-2f0e-5a51-9a53-5b4e6f8d0c21,x`)).toBe(1);
    expect(await found(`name=${encodeURIComponent(name.slice(0, 8).toUpperCase())}`)).toBeGreaterThan(0);
    expect(await found(`location=${location[0]!.reference}`)).toBeGreaterThan(0);
    expect(await found('service-category=behav')).toBe(await published('count(*)'));
    expect(await found('service-category=dent')).toBe(0);
    const withLevel = (code: string) => `'level:${code}' = ANY (tags)`;
    expect(await found('service-type=iop')).toBe(await published('count(*)', withLevel('iop')));
    expect(await found('service-type=iop,res-high')).toBe(
      await published('count(*)', `(${withLevel('iop')} OR ${withLevel('res-high')})`),
    );
    expect(await found('service-type=iop&service-type=op')).toBe(
      await published('count(*)', `${withLevel('iop')} AND ${withLevel('op')}`),
    );
    expect(await found('active=false')).toBe(0);
    expect(await found(`_lastUpdated=ge${today}`)).toBe(await published('count(*)'));
    expect(await found(`_lastUpdated=lt${today}`)).toBe(0);
    expect(
      await found(`_lastUpdated=ge${some!.meta.lastUpdated}&_lastUpdated=le${some!.meta.lastUpdated}`),
    ).toBeGreaterThan(0);
  });

  it('finds places by address and by distance, and includes what services refer to', async () => {
    const inCity = await walk('Location?address-city=new haven&_count=200');
    expect(inCity.length).toBe(await published('count(DISTINCT l.id)', `l.city = 'New Haven'`));
    expect(new Set(inCity.map(({ address }) => address.city))).toEqual(new Set(['New Haven']));
    expect((await search('Location?address=new hav')).total).toBe(inCity.length);
    const near = await search('Location?near=41.31|-72.92|10|km');
    const nearInMiles = await search(`Location?near=${encodeURIComponent('41.31|-72.92|6.2137|[mi_us]')}`);
    expect(near.total).toBeGreaterThan(5);
    expect(nearInMiles.total).toBe(near.total);
    const both = await search(
      'HealthcareService?_count=3&_include=HealthcareService:location&_include=HealthcareService:organization',
    );
    const modes = (both.entry ?? []).map(
      ({ resource, search: { mode } }) => `${mode} ${resource.resourceType}`,
    );
    expect(modes.filter((one) => one === 'match HealthcareService')).toHaveLength(3);
    expect(new Set(modes)).toEqual(
      new Set(['match HealthcareService', 'include Location', 'include Organization']),
    );
    expect(both.entry![0]!.fullUrl).toMatch(
      /^http:\/\/127\.0\.0\.1:\d+\/fhir\/HealthcareService\/[0-9a-f-]{36}$/,
    );
  });

  it('takes the same search as a form', async () => {
    const { body } = await request(service.server)
      .post('/fhir/Location/_search')
      .type('form')
      .set('accept', 'application/json')
      .send('address-city=New+Haven&_count=2')
      .expect(200);
    const byAddress = await search('Location?address-city=New+Haven&_count=2');
    expect({ ...body, link: [] }).toEqual({ ...byAddress, link: [] });
    expect(body.total).toBeGreaterThan(2);
  });

  it('ignores what it does not know and says so, and refuses it from a client that wants it strict', async () => {
    const { entry = [] } = await search('Organization?_count=1&colour=blue');
    expect(entry.at(-1)).toMatchObject({
      search: { mode: 'outcome' },
      resource: {
        resourceType: 'OperationOutcome',
        issue: [{ severity: 'warning', diagnostics: expect.stringContaining('colour: unknown parameter') }],
      },
    });
    const strict = await get('/fhir/Organization?colour=blue').set('prefer', 'handling=strict');
    expect(strict.status).toBe(400);
    expect(strict.text).toContain('colour: unknown parameter');
  });

  it.each([
    ['Location?near=here', 400, 'near: must be latitude|longitude|distance|units'],
    ['Location?near=95|0|5', 422, 'near: latitude must be between'],
    ['HealthcareService?_lastUpdated=2026-01-01', 400, '_lastUpdated: must be ge, gt, le or lt'],
    ['HealthcareService?_lastUpdated=ge2026-02-30', 400, '_lastUpdated: has a day that is on no calendar'],
    ['HealthcareService?_count=900', 400, '_count: must be a whole number from 0 to 200'],
    ['HealthcareService?_cursor=x.y', 400, '_cursor: is not a cursor'],
    ['HealthcareService?_include=everything', 400, '_include: must be HealthcareService:location'],
    ['HealthcareService/7b1a3a46-2f0e-5a51-9a53-5b4e6f8d0c21', 404, 'There is no HealthcareService'],
    ['Patient', 404, 'There is nothing at this address'],
    ['Organization/x', 400, 'id: must be a UUID'],
  ])('answers %s with an OperationOutcome that names what is wrong', async (path, status, diagnostics) => {
    const response = await service.get(`/fhir/${path}`).buffer(true).parse(asJson);
    expect([response.status, response.headers['content-type']]).toEqual([
      status,
      'application/fhir+json; charset=utf-8',
    ]);
    expect(flawsOfR4(response.body)).toEqual([]);
    const { issue } = response.body as { issue: { diagnostics: string }[] };
    expect(issue[0]!.diagnostics).toContain(diagnostics);
  });

  it('says that a withdrawn program, its place and its organization are gone', async () => {
    const [some] = resourcesOf(await search('HealthcareService?_count=1'));
    const id = some!.id;
    const [row] = await service.dataSource.query(
      `SELECT location_id AS location, organization_id AS organization,
              (SELECT count(*)::int FROM program q WHERE q.organization_id = p.organization_id) AS programs
         FROM program p WHERE id = $1`,
      [id],
    );
    await editor.post(`/v1/programs/${id}/withdraw`, { why: 'It closed.' }).set('if-match', '*').expect(200);
    expect((await get(`/fhir/HealthcareService/${id}`)).status).toBe(410);
    expect((await get(`/fhir/Location/${row.location}`)).status).toBe(410);
    expect((await get(`/fhir/Organization/${row.organization}`)).status).toBe(row.programs === 1 ? 410 : 200);
    expect((await search(`HealthcareService?_id=${id}`)).total).toBe(0);
  });

  it('pages through the questionnaires, and finds one by its address and by its code', async () => {
    const all = await walk('Questionnaire?_count=2');
    expect(all.map(({ id }) => id)).toEqual((await walk('Questionnaire')).map(({ id }) => id));
    expect(all.length).toBeGreaterThan(5);
    const ids = async (query: string) =>
      resourcesOf(await search(`Questionnaire?${query}`)).map(({ id }) => id);
    expect(await ids('code=http://loinc.org|44249-1')).toEqual(['phq-9']);
    expect(await ids('url=urn:treatment-navigator:questionnaire:audit-c')).toEqual(['audit-c']);
    expect(await ids('url=urn:nothing')).toEqual([]);
  });

  it('states what it can do, by the schema of R4', async () => {
    const { body } = await get('/fhir/metadata').expect(200);
    expect(flawsOfR4({ ...body, fhirVersion: '4.0.0' })).toEqual([]);
    expect(body).toMatchObject({ fhirVersion: '4.0.1', implementation: { url: `${service.address}/fhir` } });
  });
});

/** The client parses only types that it knows. */
function asJson(response: unknown, done: (error: Error | null, body: unknown) => void): void {
  const chunks: Buffer[] = [];
  const stream = response as NodeJS.ReadableStream;
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  stream.on('end', () => done(null, JSON.parse(Buffer.concat(chunks).toString())));
}
