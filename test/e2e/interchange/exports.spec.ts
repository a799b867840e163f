import { gunzipSync } from 'node:zlib';
import { Ajv } from 'ajv';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { WholeService } from '../../support/whole-service.js';

interface Field {
  readonly name: string;
  readonly type: string;
  readonly constraints?: { readonly required: boolean };
}
interface Resource {
  readonly name: string;
  readonly path: string;
  readonly schema: {
    readonly fields: readonly Field[];
    readonly primaryKey?: readonly string[];
    readonly foreignKeys?: readonly {
      readonly fields: string;
      readonly reference: { readonly resource: string; readonly fields: string };
    }[];
  };
}
type Row = Readonly<Record<string, string>>;

describe('The directory as files', () => {
  let service: WholeService;
  let zip: Buffer;
  let tag: string;
  beforeAll(async () => {
    service = await WholeService.open();
    await service.storeDemo();
    const answer = await file('directory.zip');
    zip = answer.body as Buffer;
    tag = answer.headers['etag']!;
  });
  afterAll(() => service.close());

  const file = (name: string, headers: Record<string, string> = {}) =>
    service.get(`/v1/exports/${name}`).set(headers).buffer(true).parse(asBytes);
  const parts = () => unzipSync(zip);
  const tables = (): (Resource & { readonly rows: readonly Row[] })[] => {
    const all = parts();
    const { resources } = JSON.parse(strFromU8(all['datapackage.json']!)) as { resources: Resource[] };
    return resources.map((resource) => ({
      ...resource,
      rows: parse(Buffer.from(all[resource.path]!), { columns: true }),
    }));
  };

  it('are tables that their package describes: types, keys and keys of other tables', () => {
    const all = tables();
    expect(all.map(({ name }) => name)).toEqual([
      'programs',
      'locations',
      'organizations',
      'facts',
      'approaches',
      'ratings',
    ]);
    const ajv = new Ajv({ coerceTypes: true });
    for (const { name, rows, schema } of all) {
      expect([name, rows.length > 0]).toEqual([name, true]);
      expect(Object.keys(rows[0]!)).toEqual(schema.fields.map((field) => field.name));
      for (const { name: field, type, constraints } of schema.fields) {
        const isValid = ajv.compile({ type: 'object', properties: { [field]: SCHEMAS[type] } });
        const wrong = rows.filter((row) =>
          row[field] === '' ? constraints?.required : !isValid({ ...row }),
        );
        expect([name, field, wrong]).toEqual([name, field, []]);
      }
      for (const key of schema.primaryKey ?? [])
        expect(new Set(rows.map((row) => row[key])).size).toBe(rows.length);
      for (const { fields, reference } of schema.foreignKeys ?? []) {
        const known = new Set(
          all.find((one) => one.name === reference.resource)!.rows.map((row) => row[reference.fields]),
        );
        expect([name, fields, rows.filter((row) => !known.has(row[fields]))]).toEqual([name, fields, []]);
      }
    }
  });

  it('have every published program, and every fact of one as the API shows it', async () => {
    const all = tables();
    const rowsOf = (name: string) => all.find((one) => one.name === name)!.rows;
    const [{ count }]: [{ count: string }] = await service.dataSource.query(
      `SELECT count(*) FROM program WHERE status = 'published'`,
    );
    expect(rowsOf('programs')).toHaveLength(Number(count));
    const { id } = rowsOf('programs')[7]!;
    const { body } = await service.get(`/v1/programs/${id}`).expect(200);
    const { lists, values, medications } = body.facts as {
      lists: Record<string, { codes: { code: string; stance: string }[]; complete: object | null }>;
      values: Record<string, { value: unknown }>;
      medications: { medication: string; stance: string }[];
    };
    const shown = [
      ...Object.entries(lists).flatMap(([fact, { codes, complete }]) => [
        ...codes.map(({ code, stance }) => `${fact} ${code} ${stance} `),
        ...(complete ? [`${fact}  complete `] : []),
      ]),
      ...medications.map(({ medication, stance }) => `medications ${medication} ${stance} `),
      ...Object.entries(values).map(([fact, { value }]) => `${fact}  value ${JSON.stringify(value)}`),
    ];
    const exported = rowsOf('facts')
      .filter((row) => row['program_id'] === id)
      .map(({ fact, code, stance, value }) => `${fact} ${code} ${stance} ${value}`);
    expect(exported.toSorted()).toEqual(shown.toSorted());
  });

  it('have every program as a line of JSON', async () => {
    const { body } = await file('programs.ndjson.gz');
    const lines = gunzipSync(body as Buffer)
      .toString()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string; facts: object });
    const ids = tables()[0]!.rows.map(({ id }) => id);
    expect(new Set(lines.map(({ id }) => id))).toEqual(new Set(ids));
    expect(lines).toHaveLength(ids.length);
  });

  it('are downloaded in parts, and again only when the directory has changed', async () => {
    const part = await file('directory.zip', { range: 'bytes=10-19' });
    expect([part.status, part.headers['content-range'], (part.body as Buffer).length]).toEqual([
      206,
      `bytes 10-19/${zip.length}`,
      10,
    ]);
    expect(part.body).toEqual(zip.subarray(10, 20));
    const stale = await file('directory.zip', { range: 'bytes=10-19', 'if-range': '"older"' });
    expect([stale.status, (stale.body as Buffer).length]).toEqual([200, zip.length]);
    const outside = await file('directory.zip', { range: `bytes=${zip.length}-` });
    expect([outside.status, outside.headers['content-range']]).toEqual([416, `bytes */${zip.length}`]);
    expect((await file('directory.zip', { 'if-none-match': tag })).status).toBe(304);
    const editor = await service.person('Eve Editor', 'directory-editor');
    const id = tables()[0]!.rows[0]!['id']!;
    await editor.post(`/v1/programs/${id}/withdraw`, { why: 'It closed.' }).set('if-match', '*').expect(200);
    const next = await file('directory.zip', { 'if-none-match': tag });
    expect(next.status).toBe(200);
    zip = next.body as Buffer;
    expect(tables()[0]!.rows.map((row) => row['id'])).not.toContain(id);
  });
});

/** The types of Table Schema, as JSON Schemas. */
const SCHEMAS: Readonly<Record<string, object>> = {
  string: { type: 'string' },
  integer: { type: 'integer' },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  date: { type: 'string', pattern: String.raw`^\d{4}-\d{2}-\d{2}$` },
  datetime: { type: 'string', pattern: String.raw`^\d{4}-\d{2}-\d{2}T[\d:.]+Z$` },
};

/** The client parses only types that it knows. */
function asBytes(response: unknown, done: (error: Error | null, body: unknown) => void): void {
  const chunks: Buffer[] = [];
  const stream = response as NodeJS.ReadableStream;
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  stream.on('end', () => done(null, Buffer.concat(chunks)));
}
