import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../../src/app.module.js';
import { projectFolder } from '../../src/config/project-folder.js';
import { createAdapter, configureApp } from '../../src/create-app.js';
import { breachesOfMessage } from '../support/contract/breaches.js';
import { Contract, type Document, type MediaType, pointerOf } from '../support/contract/contract.js';
import { databaseWithRegistry } from '../support/test-database.js';
import { WholeService } from '../support/whole-service.js';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

interface Operation {
  operationId?: string;
  tags?: string[];
  summary?: string;
  description?: string;
  parameters?: { name: string; in: string; schema?: object }[];
  requestBody?: { content: Record<string, { schema?: object }> };
  responses: Record<
    string,
    { $ref?: string; description?: string; content?: Record<string, { schema?: object }> }
  >;
}
interface OpenApi {
  openapi: string;
  info: { title: string; version: string; license: object };
  paths: Record<string, Record<string, Operation>>;
  tags: { name: string; description: string }[];
  components: { schemas: Record<string, object>; responses: Record<string, object> };
}

/** The document of the built service: the texts of its doc comments are added by the build. */
let written: Promise<string> | undefined;
function builtDocument(): Promise<string> {
  return (written ??= writeDocument());
}

async function writeDocument(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'openapi-'));
  try {
    const file = join(folder, 'openapi.json');
    const tool = join(projectFolder, 'dist/src/openapi/write-openapi.js');
    await promisify(execFile)(process.execPath, [tool, file], { cwd: projectFolder });
    return await readFile(file, 'utf8');
  } finally {
    await rm(folder, { recursive: true });
  }
}

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly [inner: string]: unknown;
}

/** Fields by which an answer gives somebody a power; a sentence about a key, or its id, gives none. */
const SECRETS = ['secret', 'key', 'token'];
/** Its token says that a message was shown; it is the same for every client (docs/decisions/0023-acknowledged-means-shown.md). */
const NO_SECRET = ['SafetyMessageResponse'];

/** Whether a text of such a name is anywhere in what a schema describes. */
function holdsSecret(
  schema: Schema | undefined,
  schemas: Readonly<Record<string, Schema>>,
  seen = new Set<string>(),
): boolean {
  if (typeof schema !== 'object' || schema === null) return false;
  if (schema.$ref !== undefined) {
    const name = schema.$ref.split('/').at(-1)!;
    if (seen.has(name) || NO_SECRET.includes(name)) return false;
    seen.add(name);
    return holdsSecret(schemas[name], schemas, seen);
  }
  const isText = ({ type }: Schema) => [type].flat().includes('string');
  if (SECRETS.some((name) => schema.properties?.[name] && isText(schema.properties[name]))) return true;
  return Object.entries(schema).some(
    ([name, inner]) =>
      name !== 'example' &&
      name !== 'examples' &&
      (Array.isArray(inner)
        ? (inner as Schema[])
        : name === 'properties'
          ? Object.values(inner as object)
          : [inner]
      ).some((one) => holdsSecret(one as Schema, schemas, seen)),
  );
}

function operationsOf({ paths }: OpenApi): (Operation & { at: string })[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => METHODS.includes(method))
      .map(([method, operation]) => ({ at: `${method} ${path}`, ...operation })),
  );
}

describe('The OpenAPI document', () => {
  let text: string;
  let document: OpenApi;
  let operations: (Operation & { at: string })[];
  beforeAll(async () => {
    text = await builtDocument();
    document = JSON.parse(text) as OpenApi;
    operations = operationsOf(document);
  });

  it('is OpenAPI 3.1, and states its licence', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(document.info).toMatchObject({
      title: 'Treatment Navigator',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    });
  });

  it('marks every operation whose answer holds a secret', () => {
    const schemas = document.components.schemas as Readonly<Record<string, Schema>>;
    const holders = operations.filter(({ responses }) =>
      Object.entries(responses).some(
        ([status, { content = {} }]) =>
          status.startsWith('2') &&
          Object.values(content).some(({ schema }) => holdsSecret(schema as Schema, schemas)),
      ),
    );
    const marked = operations.filter((one) => 'x-holds-secret' in one);
    expect(holders.map(({ operationId }) => operationId)).toEqual(
      expect.arrayContaining(['keysCreate', 'keysRotate', 'webhooksCreate', 'webhooksRotateSecret']),
    );
    expect(marked.map(({ operationId }) => operationId)).toEqual(
      holders.map(({ operationId }) => operationId),
    );
  });

  it('describes every address, except itself and the pages that show it', async () => {
    const database = await databaseWithRegistry();
    const adapter = createAdapter({ logLevel: 'silent' });
    const routes = new Set<string>();
    adapter.getInstance().addHook('onRoute', ({ method, url }) => {
      const methods = [method].flat().filter((one) => !['HEAD', 'OPTIONS'].includes(one));
      for (const one of methods) routes.add(`${one.toLowerCase()} ${url.replaceAll(/:(\w+)/g, '{$1}')}`);
    });
    const app = await NestFactory.create<NestFastifyApplication>(
      AppModule.register(database.connection),
      adapter,
      { bodyParser: false, logger: false },
    );
    await configureApp(app);
    await app.close();
    await database.drop();
    const isOfPage = (at: string) =>
      /^get \/(docs|assets)(\/[\w-]+\.(js|css|png|svg))?$/.test(at) || at === 'get /openapi.json';
    // Seven of the page of the documents, and the console: its script, that of the sign-in, its styles and its icon.
    expect([...routes].filter(isOfPage)).toHaveLength(12);
    expect([...routes].filter((at) => !isOfPage(at)).toSorted()).toEqual(
      operations.map(({ at }) => at).toSorted(),
    );
  });

  it('gives every operation a unique name, a described tag, and a description', () => {
    const ids = operations.map(({ operationId }) => operationId);
    expect(ids).not.toContain(undefined);
    expect(new Set(ids).size).toBe(ids.length);
    const tags = document.tags.map(({ name }) => name);
    for (const { at, tags: [tag] = [], summary, description } of operations) {
      expect({ at, isExplained: tags.includes(tag ?? '') }).toEqual({ at, isExplained: true });
      expect({ at, words: summary ?? description }).toEqual({ at, words: expect.stringMatching(/\w{3}/) });
    }
  });

  it('says what every success looks like', () => {
    for (const { at, responses } of operations) {
      // A part of a file is not another success.
      const successes = Object.entries(responses).filter(
        ([status]) => status.startsWith('2') && status !== '206',
      );
      expect({ at, count: successes.length }).toEqual({ at, count: 1 });
      for (const [, { description, content }] of successes)
        expect({ at, description, schema: content?.[mediaTypeOf(at)]?.schema }).toEqual({
          at,
          description: expect.stringMatching(/\w{3}/),
          schema: expect.objectContaining({}),
        });
    }
  });

  it('says of every operation how it fails', () => {
    for (const { at, responses } of operations)
      expect({ at, statuses: Object.keys(responses) }).toEqual({
        at,
        statuses: expect.arrayContaining(
          at.startsWith('post') ? ['400', '413', '415', '422', '500', '503'] : ['400', '500', '503'],
        ),
      });
  });

  it('describes every parameter of an address, and the body of every POST', () => {
    for (const { at, parameters = [], requestBody } of operations) {
      for (const [, name] of at.matchAll(/\{(\w+)\}/g))
        expect(parameters).toContainEqual(
          expect.objectContaining({ name, in: 'path', schema: expect.objectContaining({ type: 'string' }) }),
        );
      if (at.startsWith('post')) {
        const [content] = Object.values(requestBody?.content ?? {});
        expect({ at, schema: content?.schema }).toEqual({ at, schema: expect.anything() });
      }
    }
  });

  it('shows by an example what every operation takes and answers, each as its schema has it', () => {
    const contract = new Contract(document as unknown as Document);
    for (const { operationId, method, path, requestBody, responses } of contract.operations) {
      const at = pointerOf('paths', path, method.toLowerCase());
      const shown = Object.entries(responses).flatMap(([status, given]) => {
        const where = given.$ref?.slice(1) ?? `${at}${pointerOf('responses', status)}`;
        return contentsOf(where, contract.resolve(given).content);
      });
      for (const { pointer, example } of [...contentsOf(`${at}/requestBody`, requestBody?.content), ...shown])
        expect({ operationId, pointer, example, flaw: contract.flawOf(pointer, example) }).toEqual({
          operationId,
          pointer,
          example: expect.anything(),
          flaw: undefined,
        });
    }
  });

  it('shows a message of every kind that webhooks are sent, with its headers', () => {
    const contract = new Contract(document as unknown as Document);
    const webhooks = contract.document.webhooks ?? {};
    expect(Object.keys(webhooks)).toEqual(['change', 'ping']);
    for (const [name, { post }] of Object.entries(webhooks)) {
      const message = post?.requestBody?.content['application/json']?.example as { type: string };
      expect(message.type === 'ping').toBe(name === 'ping');
      const headers = Object.fromEntries(
        post?.parameters?.map((header) => [header.name, header.example as string]) ?? [],
      );
      expect(Object.keys(headers)).toEqual(['webhook-id', 'webhook-timestamp', 'webhook-signature']);
      expect(breachesOfMessage(contract, { headers, body: JSON.stringify(message) })).toEqual([]);
    }
  });

  it('refers only to what it contains', () => {
    const paths = [...text.matchAll(/"\$ref":\s*"#\/([^"]+)"/g)].map(([, path = '']) => path);
    expect(paths.length).toBeGreaterThan(20);
    for (const path of paths) {
      const found = path
        .split('/')
        .reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], document);
      expect({ path, found }).toEqual({ path, found: expect.objectContaining({}) });
    }
  });
});

describe('The documents as they are served', () => {
  let service: WholeService;
  beforeAll(async () => {
    service = await WholeService.open();
  });
  afterAll(() => service.close());

  it('are at /openapi.json for tools, which may cache and validate it', async () => {
    const response = await service.get('/openapi.json');
    expect([response.status, response.headers['content-type']]).toEqual([
      200,
      expect.stringMatching(/^application\/json/),
    ]);
    const served = operationsOf(response.body as OpenApi).map(({ at, operationId }) => [at, operationId]);
    const built = operationsOf(JSON.parse(await builtDocument()) as OpenApi);
    expect(served).toEqual(built.map(({ at, operationId }) => [at, operationId]));
    const again = await service.get('/openapi.json').set('if-none-match', response.headers['etag'] ?? 'none');
    expect(again.status).toBe(304);
  });

  it('are at /docs for people, with everything that the page needs', async () => {
    const page = await service.get('/docs').redirects(1);
    expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.text).toContain('Treatment Navigator API');
    for (const [, file = ''] of page.text.matchAll(/(?:src|href)="(\.\/[^"]+)"/g))
      expect([file, (await service.get(`/docs/${file.slice(2)}`)).status]).toEqual([file, 200]);
    expect((await service.get('/docs/swagger-ui-init.js')).text).toContain(`url: '/openapi.json'`);
  });
});

/** The examples of some content, with pointers to the schemas that they are of. */
function contentsOf(at: string, content: Record<string, MediaType> = {}) {
  return Object.entries(content)
    .filter(([, { schema }]) => !isFile(schema))
    .map(([type, { example }]) => ({ pointer: `${at}${pointerOf('content', type, 'schema')}`, example }));
}

/** A file has no example in a document of JSON. */
function isFile(schema: unknown): boolean {
  return (schema as { format?: string } | undefined)?.format === 'binary';
}

/** FHIR resources have a media type of their own. */
function mediaTypeOf(at: string): string {
  if (at.includes('/exports/')) return at.endsWith('.gz') ? 'application/gzip' : 'application/zip';
  return at.includes('/fhir/') ? 'application/fhir+json' : 'application/json';
}
