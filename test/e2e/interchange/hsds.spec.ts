import { dirname } from 'node:path';
import { hsdsChecker } from '../../support/hsds-schemas.js';
import { describeWithShared } from '../../support/shared-material.js';
import { type Person, WholeService } from '../../support/whole-service.js';

interface Item {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly last_modified: string;
}
interface Page {
  readonly total_items: number;
  readonly total_pages: number;
  readonly empty: boolean;
  readonly last_page: boolean;
  readonly contents: Item[];
}

/** Each list, the schema of its items, and what the database says is in it. */
const LISTS = [
  ['services', 'service', `SELECT count(*) FROM program WHERE status = 'published'`],
  [
    'organizations',
    'organization',
    `SELECT count(DISTINCT organization_id) FROM program WHERE status = 'published'`,
  ],
  [
    'service_at_locations',
    'service_at_location',
    `SELECT count(*) + count(*) FILTER (WHERE 'modality:telehealth' = ANY (tags)) AS count
       FROM program WHERE status = 'published'`,
  ],
  ['taxonomies', 'taxonomy', `SELECT 24 AS count`],
  ['taxonomy_terms', 'taxonomy_term', undefined],
] as const;

describe('The directory in HSDS', () => {
  let service: WholeService;
  let editor: Person;
  beforeAll(async () => {
    service = await WholeService.open();
    await service.storeDemo();
    editor = await service.person('Eve Editor', 'directory-editor');
  });
  afterAll(() => service.close());

  const page = async (path: string): Promise<Page> => {
    const response = await service.get(`/hsds/${path}`);
    expect([path, response.status, response.text.slice(0, 200)]).toEqual([path, 200, expect.anything()]);
    return response.body as Page;
  };
  const problem = async (path: string) => {
    const { status, body } = await service.get(`/hsds/${path}`);
    return { status, ...(body as { errors: { parameter: string; message: string }[] }).errors[0] };
  };
  async function walk(list: string): Promise<Item[]> {
    const found: Item[] = [];
    for (let number = 1; ; number++) {
      const { contents, last_page: isLast } = await page(
        `${list}${list.includes('?') ? '&' : '?'}page=${number}&per_page=100`,
      );
      found.push(...contents);
      if (isLast) return found;
    }
  }
  const linesOf = (text: string) =>
    text
      .trim()
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Item);
  const termOf = async (taxonomy: string, code: string) => {
    const { contents } = await page(`taxonomies?search=${taxonomy}`);
    const { id } = contents.find(({ name }) => name === taxonomy)!;
    const terms = (await walk(`taxonomy_terms?taxonomy_id=${id}`)) as (Item & { code: string })[];
    return { taxonomy: id, term: terms.find((one) => one.code === code)!.id };
  };

  it.each(LISTS)(
    'shows all of %s, page by page to the end, and the same as lines',
    async (list, _schema, sql) => {
      const all = await walk(list);
      const ids = all.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      if (sql !== undefined) {
        const [{ count }]: [{ count: string }] = await service.dataSource.query(sql);
        expect(ids.length).toBe(Number(count));
      }
      const { text, headers } = await service.get(`/hsds/${list}?format=ndjson`).buffer(true).parse(asText);
      expect(headers['content-type']).toBe('application/x-ndjson; charset=utf-8');
      expect(linesOf(text).map(({ id }) => id)).toEqual(ids);
      const beyond = await page(`${list}?page=100000`);
      expect(beyond).toMatchObject({ empty: true, last_page: true, contents: [] });
    },
  );

  it('streams a whole list again only when the directory has changed', async () => {
    const first = await service.get('/hsds/services?format=ndjson&minimal=true').buffer(true).parse(asText);
    const tag = first.headers['etag']!;
    const again = () => service.get('/hsds/services?format=ndjson&minimal=true').set('if-none-match', tag);
    expect([(await again()).status, (await again()).text]).toEqual([304, '']);
    const lines = linesOf(first.text);
    const since = lines.at(-1)!.last_modified;
    const { id } = lines[0]!;
    await editor.post(`/v1/programs/${id}/withdraw`, { why: 'It closed.' }).set('if-match', '*').expect(200);
    expect((await again().buffer(true).parse(asText)).status).toBe(200);
    const changed = await walk(`services?modified_after=${encodeURIComponent(since)}`);
    expect(changed.at(-1)).toMatchObject({ id, status: 'inactive' });
    expect((await walk('services')).map((one) => one.id)).not.toContain(id);
    const one = await service.get(`/hsds/services/${id}`).expect(200);
    expect(one.body).toMatchObject({ id, status: 'inactive' });
    await editor.post(`/v1/programs/${id}/restore`, { why: 'A mistake.' }).set('if-match', '*').expect(200);
  });

  it('finds the same by a body as by an address', async () => {
    const { taxonomy, term } = await termOf('medications', 'methadone');
    const query = { search: 'methadone', taxonomy_id: taxonomy, taxonomy_term_id: term, per_page: 100 };
    const byBody = await service.post('/hsds/services', query).expect(200);
    const written = new URLSearchParams({ ...query, per_page: '100' }).toString();
    const byAddress = await page(`services?${written}`);
    expect(byBody.body).toEqual(byAddress);
    expect(byAddress.total_items).toBeGreaterThan(0);
    const [{ count }]: [{ count: string }] = await service.dataSource.query(
      `SELECT count(*) FROM program WHERE status = 'published' AND tags @> '{medication:methadone}'`,
    );
    expect((await page(`services?taxonomy_term_id=${term}`)).total_items).toBe(Number(count));
  });

  it('finds places around a ZIP code, and never telehealth', async () => {
    const near = await page('service_at_locations?postcode=06511&proximity=30000&per_page=100');
    const [{ count }]: [{ count: string }] = await service.dataSource.query(
      `SELECT count(*) FROM program p JOIN location l ON l.id = p.location_id
        WHERE p.status = 'published' AND l.state = 'CT'`,
    );
    expect(near.total_items).toBeGreaterThan(10);
    expect(near.total_items).toBeLessThanOrEqual(Number(count));
    const kinds = (near.contents as unknown as { location: { location_type: string } }[]).map(
      ({ location }) => location.location_type,
    );
    expect(new Set(kinds)).toEqual(new Set(['physical']));
  });

  it('reads each place by the id that lists show', async () => {
    const places = (await walk('service_at_locations')) as unknown as {
      id: string;
      location: { location_type: string };
    }[];
    const virtual = places.find(({ location }) => location.location_type === 'virtual')!;
    const { body } = await service.get(`/hsds/service_at_locations/${virtual.id}`).expect(200);
    expect(body).toMatchObject({ id: virtual.id, location: { location_type: 'virtual' } });
  });

  it.each([
    ['services?serach=x', 400, 'serach', 'did you mean "search"?'],
    ['services?page=0', 400, 'page', 'from 1 to'],
    ['services?modified_after=yesterday', 400, 'modified_after', 'must be a date'],
    ['services?modified_after=2026-02-30T09:00:00Z', 400, 'modified_after', 'must be a date'],
    [
      'services?taxonomy_term_id=7b1a3a46-2f0e-5a51-9a53-5b4e6f8d0c21',
      400,
      'taxonomy_term_id',
      'is not a term',
    ],
    ['services?taxonomy_id=7b1a3a46-2f0e-5a51-9a53-5b4e6f8d0c21', 400, 'taxonomy_id', 'is not a taxonomy'],
    ['services?search=...', 400, 'search', 'no letters or digits'],
    ['service_at_locations?proximity=5', 422, 'proximity', 'give postcode'],
    ['service_at_locations?postcode=00000&proximity=5', 422, 'postcode', 'we do not know'],
    ['organizations?format=xml', 400, 'format', 'must be one of json, ndjson'],
  ])('refuses %s, and names what is wrong', async (path, status, parameter, message) => {
    expect(await problem(path)).toMatchObject({
      status,
      parameter,
      message: expect.stringContaining(message),
    });
  });

  describeWithShared('by its published schemas', 'data/hsds-3.1/service.json', (path) => {
    it.each(LISTS)('%s is valid, each item in full', async (list, schema) => {
      const flawsOf = hsdsChecker(dirname(path));
      const full = ['services', 'organizations', 'service_at_locations'].includes(list) ? '?full=true' : '';
      const items = await walk(`${list}${full}`);
      const flaws = items.flatMap((item) => flawsOf(schema, item));
      expect(flaws).toEqual([]);
      const { body } = await service.get(`/hsds/${list}/${items[0]!.id}`).expect(200);
      expect(flawsOf(schema, body)).toEqual([]);
    });

    it('a service without its status, with a date that is none or with an address that is none is refused', async () => {
      const flawsOf = hsdsChecker(dirname(path));
      const [service_] = await walk('services');
      const { status: _status, ...without } = service_!;
      expect(flawsOf('service', without)).toHaveLength(1);
      expect(flawsOf('service', { ...service_, last_modified: 'yesterday' })).toHaveLength(1);
      expect(flawsOf('service', { ...service_, url: 'elm clinic' })).toHaveLength(1);
    });
  });
});

/** The whole body: the client parses only types that it knows. */
function asText(response: unknown, done: (error: Error | null, body: unknown) => void): void {
  const chunks: Buffer[] = [];
  const stream = response as NodeJS.ReadableStream;
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  stream.on('end', () => {
    const text = Buffer.concat(chunks).toString();
    Object.assign(stream, { text });
    done(null, text);
  });
}
