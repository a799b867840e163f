import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { projectFolder } from '../../../src/config/project-folder.js';
import { ROLES, SCOPES } from '../../../src/core/curation/role.js';
import { type Caller, Callers } from '../../support/callers.js';
import { HttpClient, type RawAnswer } from '../../support/http-client.js';
import {
  nameOf,
  type OpenApiDocument,
  type Operation,
  operationsOf,
} from '../../support/openapi-operations.js';
import { oneOfEach } from '../../support/one-of-each.js';

interface Line {
  readonly group: string;
  /** The status that admitted callers get. */
  readonly answers: number;
  readonly body?: object;
}

/** The part of a response that is compared. */
interface Outcome {
  readonly status: number;
  readonly challenge: string | undefined;
  readonly detail?: unknown;
}

const TABLE = parse(readFileSync(join(projectFolder, 'test/e2e/access/access-matrix.yaml'), 'utf8')) as {
  groups: Record<string, string[]>;
  operations: Record<string, Line>;
};
const LINES = Object.entries(TABLE.operations);
const REALM = 'Bearer realm="treatment-navigator"';

let callers: Callers;
let client: HttpClient;
let operations: Map<string, Operation>;
/** One existing item of each collection, by the name of the collection in addresses. */
let existing: Readonly<Record<string, string>>;
/** Last entry of the audit trail before any request is sent. */
let written: string;
beforeAll(async () => {
  callers = await Callers.open();
  const { service } = callers;
  client = new HttpClient(service.server);
  const document = (await service.get('/openapi.json')).body as OpenApiDocument;
  operations = new Map(operationsOf(document).map((one) => [nameOf(one), one]));
  existing = await oneOfEach(service);
  [{ seq: written }] = await service.dataSource.query('SELECT max(seq) AS seq FROM audit');
});
afterAll(async () => {
  client.close();
  await callers.close();
});

describe('access-matrix.yaml', () => {
  it('has a line for every operation of the document, and for no other', () => {
    expect(LINES.map(([name]) => name).toSorted()).toEqual([...operations.keys()].toSorted());
  });

  it.each(LINES)('agrees with the document about %s', (name, { group }) => {
    const { security = [], responses, ...operation } = operations.get(name)!;
    const admitted = TABLE.groups[group]!;
    const isOpen = admitted.includes('nobody');
    expect(security).toEqual([...(isOpen ? [{}] : []), { key: [] }, { person: [] }]);
    expect(Object.keys(responses)).toEqual(expect.arrayContaining(['401', '403']));
    // Where a scope decides, only keys with this scope are admitted.
    const scopes = SCOPES.filter((scope) => admitted.includes(`key for ${scope}`));
    const isByScope = scopes.length === 1;
    const isPlainRead = isOpen && operation.method === 'GET';
    expect(operation['x-scope']).toBe(isByScope && !isPlainRead ? scopes[0] : undefined);
    if (isPlainRead) expect(scopes).toEqual(['read']);
    const roles = ROLES.filter((role) => admitted.includes(role));
    // Whoever is identified needs no certain role, and no certain scope.
    const isForAll = scopes.length === SCOPES.length;
    expect([...(operation['x-roles'] ?? [])].sort()).toEqual(
      isOpen || isByScope || isForAll ? [] : roles.sort(),
    );
  });
});

describe('The access matrix:', () => {
  it.each(LINES)('%s admits its group and refuses all others', async (name, line) => {
    const operation = operations.get(name)!;
    const expected = Object.fromEntries(
      callers.all.map((caller) => [caller.name, expectedOf(caller, operation, line)]),
    );
    const answers = await outcomesOf(callers.all, (caller) =>
      send(caller, operation, 'nothing', line.body ?? {}),
    );
    expect(answers).toEqual(expected);
  });

  it.each(LINES)('%s reveals nothing to callers that it refuses', async (name, line) => {
    const operation = operations.get(name)!;
    // One of each kind: an invalid credential is refused before the group is checked, and people are treated like keys.
    const refused = callers.all.filter(
      ({ name: who, as, flaw }) =>
        who === 'expired key' ||
        who === 'page elsewhere' ||
        (!flaw && !who.startsWith('person, ') && !TABLE.groups[line.group]!.includes(as)),
    );
    const expected = Object.fromEntries(
      refused.map((caller) => [caller.name, expectedOf(caller, operation, line)]),
    );
    // An existing item in a valid request; an id that does not exist in an invalid one.
    for (const [where, body] of [
      ['something', line.body ?? {}],
      ['nonsense', [1]],
    ] as const)
      expect(await outcomesOf(refused, (caller) => send(caller, operation, where, body))).toEqual(expected);
  });

  it.each(LINES.filter(([name]) => name.startsWith('GET ')))(
    '%s is the same for HEAD, which answers without a body',
    async (name, { group, answers }) => {
      const operation = operations.get(name)!;
      const expected = callers.all.map(({ name: who, as, flaw }) => {
        const refusal = flaw?.status ?? (as === 'nobody' ? 401 : 403);
        const isAdmitted = !flaw && TABLE.groups[group]!.includes(as);
        return { who, status: isAdmitted ? answers : refusal, text: '' };
      });
      const sent = callers.all.map(async (caller) => {
        const { status, text } = await send(caller, { ...operation, method: 'HEAD' }, 'nothing', {});
        return { who: caller.name, status, text };
      });
      expect(await Promise.all(sent)).toEqual(expected);
    },
  );

  it('nothing was written by any of these requests', async () => {
    const { service } = callers;
    expect(await service.dataSource.query('SELECT action FROM audit WHERE seq > $1', [written])).toEqual([]);
  });
});

async function outcomesOf(
  all: readonly Caller[],
  ask: (caller: Caller) => Promise<RawAnswer>,
): Promise<Record<string, Outcome>> {
  return Object.fromEntries(
    await Promise.all(all.map(async (caller) => [caller.name, outcomeOf(await ask(caller))] as const)),
  );
}

function outcomeOf({ status, headers, text }: RawAnswer): Outcome {
  const challenge = headers['www-authenticate'];
  if (status !== 401 && status !== 403) return { status, challenge };
  const kind = status === 401 ? 'unauthorized' : 'forbidden';
  const title = status === 401 ? 'A key is needed' : 'Not allowed with this key';
  const body = JSON.parse(text) as Record<string, unknown>;
  if (body['resourceType'] === 'OperationOutcome') return { status, challenge, detail: diagnosticsOf() };
  const { requestId, ...problem } = body;
  expect(headers).toMatchObject({
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
    'x-request-id': requestId,
  });
  expect(problem).toEqual({
    type: `urn:treatment-navigator:problem:${kind}`,
    title,
    status,
    detail: expect.any(String),
  });
  return { status, challenge, detail: problem['detail'] };

  /** The same as FHIR says it. */
  function diagnosticsOf(): unknown {
    expect(headers).toMatchObject({
      'content-type': 'application/fhir+json; charset=utf-8',
      'cache-control': 'no-store',
      'x-request-id': expect.any(String),
    });
    const issue = {
      severity: 'error',
      code: status === 401 ? 'login' : 'forbidden',
      details: { coding: [{ system: 'urn:treatment-navigator:problem', code: kind }], text: title },
      diagnostics: expect.any(String),
    };
    expect(body).toEqual({ resourceType: 'OperationOutcome', issue: [issue] });
    return (body['issue'] as { diagnostics: string }[])[0]!.diagnostics;
  }
}

function expectedOf({ as, flaw }: Caller, operation: Operation, { group, answers }: Line): Outcome {
  if (flaw)
    return {
      status: flaw.status,
      challenge: flaw.status === 401 ? `${REALM}, error="invalid_token"` : undefined,
      detail: expect.stringContaining(flaw.detail),
    };
  const admitted = TABLE.groups[group]!;
  if (admitted.includes(as)) return { status: answers, challenge: undefined };
  const wanted = operation['x-roles']?.join(' or ') ?? operation['x-scope'] ?? 'read';
  const isForAll = SCOPES.every((scope) => admitted.includes(`key for ${scope}`));
  if (as === 'nobody')
    return {
      status: 401,
      challenge: REALM,
      detail: expect.stringMatching(
        isForAll ? /^This needs a key or an access token/ : `^This needs a key with the .*${wanted}:`,
      ),
    };
  if (as === 'page')
    return {
      status: 403,
      challenge: undefined,
      detail: expect.stringMatching(/publishable key (only reads and|works only)/),
    };
  const isByScope = operation['x-roles'] === undefined;
  return {
    status: 403,
    challenge: isByScope ? `${REALM}, error="insufficient_scope", scope="${wanted}"` : undefined,
    detail: expect.stringContaining(`This needs the ${isByScope ? 'scope' : 'role'} ${wanted}; this `),
  };
}

/** To an item that exists, to one that does not, or to an id that is not valid. */
function send(
  { headers }: Caller,
  { method, path, parameters = [], requestBody }: Operation,
  where: 'something' | 'nothing' | 'nonsense',
  body: unknown,
): Promise<RawAnswer> {
  const address = path.replaceAll(/([\w-]+)\/\{(\w+)\}/g, (_all, collection: string, name: string) => {
    const { schema } = parameters.find((one) => one.in === 'path' && one.name === name)!;
    const nothing = schema.format === 'uuid' ? randomUUID() : 'nothing-here';
    const id = { nothing, something: existing[collection] ?? nothing, nonsense: '!' }[where];
    return `${collection}/${id}`;
  });
  const needsMatch = parameters.some((one) => one.name === 'If-Match' && one.required);
  const [type = ''] = Object.keys(requestBody?.content ?? {});
  return client.send({
    method,
    path: address,
    headers: {
      ...headers,
      ...(requestBody && { 'content-type': type }),
      ...(needsMatch && { 'if-match': '"of-another-day"' }),
    },
    ...(requestBody && { body: JSON.stringify(body) }),
  });
}
