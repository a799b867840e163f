import request, { type Response } from 'supertest';
import { committedContract, type Located } from '../../support/contract/contract.js';
import { oneOfEach } from '../../support/one-of-each.js';
import { addressOf } from '../../support/operation-addresses.js';
import { type Person, WholeService } from '../../support/whole-service.js';

/** POSTs that change nothing; every other one accepts an Idempotency-Key. */
const QUESTIONS = [
  'assessmentsAssess',
  'fhirHealthcareServicesSearch',
  'fhirLocationsSearch',
  'fhirOrganizationsSearch',
  'hsdsServicesSearch',
  'hsdsOrganizationsSearch',
  'hsdsServiceAtLocationsSearch',
  'hsdsTaxonomiesSearch',
  'hsdsTaxonomyTermsSearch',
  'instrumentsScore',
  'matchesCompare',
  'plansMake',
  'matchesRank',
  'matchesExplain',
  'ratingsPreviewMoves',
];
const SAME_OF_HEAD = ['etag', 'cache-control', 'content-type', 'content-length', 'link', 'vary'];

const { operations } = committedContract();
const reads = operations.filter(({ method }) => method === 'GET');
const writes = operations.filter(({ method }) => method !== 'GET');
const takesFile = ({ requestBody }: Located) => requestBody?.content['text/csv'] !== undefined;

/** Every operation of the document, so that a new one must follow the conventions too. */
describe('Every operation', () => {
  let service: WholeService;
  let everyone: Person;
  beforeAll(async () => {
    service = await WholeService.open();
    everyone = await service.person(
      'Ada All',
      'author',
      'reviewer',
      'directory-editor',
      'administrator',
      'coach',
    );
  });
  afterAll(() => service.close());

  const ask = (method: string, url: string, headers: Record<string, string> = {}) =>
    (request(service.server) as unknown as Record<string, (path: string) => request.Test>)[method]!(url).set(
      headers,
    );
  const asAll = () => ({ authorization: `Bearer ${everyone.token}` });
  const outcomeOf = (operation: Located, response: Response) => ({
    operation: operation.operationId,
    status: response.status,
    problem: kindOfProblem(response),
  });
  const problem = (operation: Located, status: number, kind: string) => ({
    operation: operation.operationId,
    status,
    problem: `urn:treatment-navigator:problem:${kind}`,
  });

  it('says by OPTIONS what its address takes, before pages of other origins too, and refuses all else with 405', async () => {
    for (const operation of operations) {
      const url = addressOf(operation);
      const { headers, status } = await ask('options', url, {
        origin: 'https://partner.example',
        'access-control-request-method': operation.method,
        'access-control-request-headers': 'authorization, idempotency-key, if-match',
      });
      expect([operation.operationId, status]).toEqual([operation.operationId, 204]);
      const allowed = String(headers['allow']).split(', ');
      expect([operation.operationId, allowed]).toEqual([
        operation.operationId,
        expect.arrayContaining([
          'OPTIONS',
          operation.method,
          ...(operation.method === 'GET' ? ['HEAD'] : []),
        ]),
      ]);
      expect(headers).toMatchObject({
        'access-control-allow-origin': '*',
        'access-control-allow-methods': expect.stringContaining(operation.method),
        'access-control-allow-headers': 'authorization, idempotency-key, if-match',
      });
      const refused = await ask('delete', url);
      expect(outcomeOf(operation, refused)).toEqual(problem(operation, 405, 'method-not-allowed'));
      expect(refused.headers['allow']).toBe(headers['allow']);
    }
  });

  it('answers pages of every origin, ignores browser credentials, and exposes what they need', async () => {
    for (const operation of operations) {
      const { headers } = await ask(operation.method.toLowerCase(), addressOf(operation), {
        origin: 'https://partner.example',
      });
      expect([operation.operationId, headers['access-control-allow-credentials']]).toEqual([
        operation.operationId,
        undefined,
      ]);
      expect(headers).toMatchObject({
        'access-control-allow-origin': '*',
        'access-control-expose-headers': expect.stringMatching(
          /ETag, .*Link, Location, RateLimit, RateLimit-Policy, Retry-After, Sunset, .*X-Request-Id/,
        ),
      });
    }
  });

  it('answers 406 if Accept excludes every type, and respects the weights of Accept', async () => {
    for (const operation of operations) {
      const method = operation.method.toLowerCase();
      const refused = await ask(method, addressOf(operation), { accept: 'text/csv, application/*;q=0' });
      expect(outcomeOf(operation, refused)).toEqual(problem(operation, 406, 'not-acceptable'));
      const [type = 'application/json'] = Object.keys(operation.responses['200']?.content ?? {});
      const taken = await ask(method, addressOf(operation), { accept: `text/csv, ${type};q=0.1` });
      expect([operation.operationId, taken.status]).not.toContain(406);
    }
  });

  it('names a query parameter that it does not know', async () => {
    for (const operation of operations) {
      const url = `${addressOf(operation)}?nonsense=1`;
      const strictly = { ...asAll(), prefer: 'handling=strict' };
      const call = ask(operation.method.toLowerCase(), url, strictly);
      const response = await (takesFile(operation)
        ? call.set('content-type', 'text/csv').send('a file')
        : call.send(operation.method === 'GET' ? undefined : {}));
      expect(outcomeOf(operation, response)).toEqual(problem(operation, 400, 'validation'));
      expect(response.text).toMatch(/"parameter":"nonsense"|"diagnostics":"nonsense: /);
    }
  });

  it('is open to all, or says that it needs a key, and refuses a key that is not accepted', async () => {
    for (const operation of operations) {
      const method = operation.method.toLowerCase();
      const needsKey = operation.security?.every((one) => Object.keys(one).length > 0) === true;
      const anonymous = await ask(method, addressOf(operation));
      expect({ operation: operation.operationId, isRefused: anonymous.status === 401 }).toEqual({
        operation: operation.operationId,
        isRefused: needsKey,
      });
      const wrong = await ask(method, addressOf(operation), { authorization: 'Bearer nothing' });
      expect(outcomeOf(operation, wrong)).toEqual(problem(operation, 401, 'unauthorized'));
      expect(wrong.headers['www-authenticate']).toMatch(/^Bearer realm="treatment-navigator".*invalid_token/);
    }
  });

  it('that reads answers HEAD with the headers of GET, and 304 if the client has the current version', async () => {
    for (const operation of reads) {
      const needsKey = operation.security?.every((one) => Object.keys(one).length > 0) === true;
      const key: Record<string, string> = needsKey ? asAll() : {};
      const get = await ask('get', addressOf(operation), key);
      // The client asks for a coding with GET alone, unless it is told to.
      const head = await ask('head', addressOf(operation), { ...key, 'accept-encoding': 'gzip, deflate' });
      const sent = ({ status, headers }: Response) => [
        operation.operationId,
        status,
        // The response includes the duration of the database query, which differs each time.
        ...SAME_OF_HEAD.filter(
          (name) => !(name === 'content-length' && operation.path === '/health/ready'),
        ).map((name) => (headers as Record<string, string>)[name]),
      ];
      expect(sent(head)).toEqual(sent(get));
      expect(head.text ?? '').toBe('');
      if (needsKey) expect(get.headers['cache-control']).not.toContain('public');
      const { etag } = get.headers;
      if (get.status !== 200 || operation.path.startsWith('/health')) continue;
      expect([operation.operationId, etag]).toEqual([operation.operationId, expect.stringMatching(/^"/)]);
      const again = await ask('get', addressOf(operation), { ...key, 'if-none-match': `"other", ${etag}` });
      expect([operation.operationId, again.status, again.text]).toEqual([operation.operationId, 304, '']);
    }
  });

  it('with a body accepts JSON in UTF-8 only, a merge patch if it patches, or the file types that it lists', async () => {
    for (const operation of writes) {
      const method = operation.method.toLowerCase();
      const plain = await ask(method, addressOf(operation), {
        ...asAll(),
        'content-type': 'text/plain',
      }).send('{}');
      expect(outcomeOf(operation, plain)).toEqual(problem(operation, 415, 'unsupported-media-type'));
      const types = Object.keys(operation.requestBody?.content ?? {});
      expect(plain.headers[method === 'patch' ? 'accept-patch' : 'accept']).toBe(types.join(', '));
      if (takesFile(operation)) continue;
      const broken = await ask(method, addressOf(operation), {
        ...asAll(),
        'content-type': types[0]!,
      }).send('{"a":');
      expect(outcomeOf(operation, broken)).toEqual(problem(operation, 400, 'malformed-request'));
    }
  });

  it('that writes takes an Idempotency-Key where it is a POST, and needs If-Match where it edits', () => {
    for (const { operationId, method, parameters = [], responses } of writes) {
      const headers = parameters.filter((one) => one.in === 'header').map(({ name }) => name);
      const isQuestion = QUESTIONS.includes(operationId);
      if (method === 'POST')
        expect({ operationId, takesKey: headers.includes('Idempotency-Key') }).toEqual({
          operationId,
          takesKey: !isQuestion,
        });
      else
        expect({ operationId, headers }).toEqual({
          operationId,
          headers: expect.arrayContaining(['If-Match']),
        });
      if (headers.includes('If-Match')) expect(responses).toHaveProperty('412');
    }
  });

  it('that lists by pages links to the next one where there is one', async () => {
    const existing = await oneOfEach(service);
    const walked: string[] = [];
    for (const operation of reads) {
      const { operationId, parameters = [], responses } = operation;
      const isPaged = parameters.some(({ name }) => name === 'limit');
      expect({ operationId, isPaged: responses['200']?.headers?.['Link'] !== undefined }).toEqual({
        operationId,
        isPaged,
      });
      if (!isPaged) continue;
      const address = operation.path.replace(
        /(\w+)\/\{id\}/,
        (_all, collection: string) => `${collection}/${existing[collection]}`,
      );
      const [all] = listsIn(await ask('get', `${address}?limit=100`, asAll()));
      const pages: unknown[][] = [];
      for (let next: string | undefined = `${address}?limit=1`; next && pages.length < 3;) {
        const page: Response = await ask('get', next, asAll());
        pages.push(listsIn(page)[0]!);
        next = /^<([^>]+)>; rel="next"$/.exec(page.headers['link'] as string)?.[1];
      }
      // Requests write nothing, so the list does not change; only `total` and facets differ from page to page.
      expect({ operationId, first: pages.flat() }).toEqual({ operationId, first: all!.slice(0, 3) });
      if (pages.length > 1) walked.push(operationId);
    }
    expect(walked.toSorted()).toEqual([
      'auditList',
      'changesList',
      'citationsList',
      'keysList',
      'programsList',
      'ratingsList',
    ]);
  });

  it('that creates something with an address says which', () => {
    const located = writes.filter(({ responses }) => responses['201']?.headers?.['Location']);
    expect(located.map(({ operationId }) => operationId).toSorted()).toEqual([
      'citationsCreate',
      'keysCreate',
      'programsCreate',
      'ratingVersionsCreate',
      'ratingsCreate',
      'reportsCreate',
      'webhooksCreate',
    ]);
  });

  it('reports rate limits in every response', () => {
    for (const { operationId, responses } of operations) {
      expect({ operationId, responses }).toMatchObject({ responses: { 429: expect.anything() } });
      for (const given of Object.values(responses)) {
        const { headers = {} } = committedContract().resolve(given);
        expect({ operationId, names: Object.keys(headers) }).toEqual({
          operationId,
          names: expect.arrayContaining(['RateLimit', 'RateLimit-Policy', 'X-Request-Id']),
        });
      }
    }
  });
});

/** The kind of a problem, also in an OperationOutcome. */
function kindOfProblem({ text }: Response): string | undefined {
  const body = JSON.parse(text || '{}') as {
    type?: string;
    issue?: { details: { coding: { system: string; code: string }[] } }[];
  };
  const coding = body.issue?.[0]?.details.coding[0];
  return coding ? `${coding.system}:${coding.code}` : body.type;
}

/** The lists in a response: for a page, its entries. */
function listsIn({ body }: Response): unknown[][] {
  return Object.values(body as Record<string, unknown>).filter((value) => Array.isArray(value));
}
