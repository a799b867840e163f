import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import type { RawRequest } from './http-client.js';
import type { OpenApiDocument, Operation, Parameter } from './openapi-operations.js';
import { oddText, oddValue, SchemaArbitraries } from './schema-arbitraries.js';

type Headers = Readonly<Record<string, string | readonly string[]>>;
type Query = readonly (readonly [name: string, value: string])[];

/** What a request is generated from: callers, and existing entities. */
export interface World {
  readonly document: OpenApiDocument;
  /** By name, the headers that identify the caller. */
  readonly callers: Readonly<Record<string, Headers>>;
  /** Identifiers of existing entities, by the name of the collection in addresses. */
  readonly existing: Readonly<Record<string, string>>;
  /** Other texts that have a meaning in the service. */
  readonly known: readonly string[];
}

/** A request with the name of its caller. */
export interface FuzzedRequest extends RawRequest {
  readonly by: string;
  /** Whether the address may be of nothing, or of something else. */
  readonly isOddAddress: boolean;
}

/** Requests to an operation, from intended ones to absurd ones. */
export function requestsTo(
  operation: Operation,
  { document, callers, existing, known }: World,
): fc.Arbitrary<FuzzedRequest> {
  const { method, path, parameters = [], requestBody } = operation;
  const values = new SchemaArbitraries(document, [...Object.values(existing), ...known]);
  const ofPlace = (place: Parameter['in']) => parameters.filter((each) => each.in === place);
  const [type = 'application/json', { schema } = { schema: {} }] =
    Object.entries(requestBody?.content ?? {})[0] ?? [];
  const valid = values.valid(schema);
  const noBody = fc.constant({ headers: {}, body: undefined });
  const body = !type.endsWith('json')
    ? fc.oneof(fileOf(type), oddBody, noBody)
    : requestBody
      ? fc.oneof(
          { arbitrary: asJson(valid, type), weight: 4 },
          { arbitrary: asJson(values.nearly(valid), type), weight: 4 },
          { arbitrary: asJson(oddValue, type), weight: 1 },
          { arbitrary: oddBody, weight: 1 },
          { arbitrary: noBody, weight: 1 },
        )
      : fc.oneof({ arbitrary: noBody, weight: 20 }, { arbitrary: oddBody, weight: 1 });
  return fc
    .record({
      // Mostly callers that are admitted: a refusal ends early.
      by: fc.oneof(
        { arbitrary: fc.constantFrom(...(operation['x-roles'] ?? ['nobody'])), weight: 3 },
        { arbitrary: fc.constantFrom(...Object.keys(callers)), weight: 2 },
      ),
      address: addressOf(path, ofPlace('path'), values, existing),
      query: queryOf(ofPlace('query'), values),
      body,
      headers: rarely(oddHeaders, {}),
      ifMatch: fc.constantFrom('*', '*', '"x"', undefined),
    })
    .map(({ by, address, query, body: { headers: bodyHeaders, body: bytes }, headers, ifMatch }) => ({
      by,
      method,
      path: `${address.path}${query}`,
      isOddAddress: address.isOdd,
      headers: {
        ...callers[by],
        ...bodyHeaders,
        ...(ifMatch !== undefined &&
          ofPlace('header').some(({ name }) => name === 'If-Match') && { 'if-match': ifMatch }),
        ...headers,
      },
      ...(bytes !== undefined && { body: bytes }),
    }));
}

function rarely<Value>(arbitrary: fc.Arbitrary<Value>, usually: Value): fc.Arbitrary<Value> {
  return fc.oneof({ arbitrary: fc.constant(usually), weight: 3 }, { arbitrary, weight: 1 });
}

function addressOf(
  path: string,
  parameters: readonly Parameter[],
  values: SchemaArbitraries,
  existing: World['existing'],
): fc.Arbitrary<{ path: string; isOdd: boolean }> {
  const steps = path.split('/').slice(1);
  const segments = steps.map((step, at): fc.Arbitrary<{ text: string; isOdd: boolean }> => {
    const parameter = parameters.find(({ name }) => step === `{${name}}`);
    if (!parameter) return fc.constant({ text: step, isOdd: false });
    const here = existing[steps[at - 1] ?? ''];
    const valid = values
      .valid(parameter.schema)
      .map((text) => ({ text: encode(String(text)), isOdd: false }));
    const odd = fc
      .oneof(
        oddText.map(encode),
        fc.constantFrom('%', '%zz', '%C3', '%2e%2e', '..', 'x'.repeat(250), '{id}', ':id', '*'),
      )
      .map((text) => ({ text, isOdd: true }));
    return fc.oneof(
      ...(here === undefined ? [] : [{ arbitrary: fc.constant({ text: here, isOdd: false }), weight: 6 }]),
      { arbitrary: valid, weight: 2 },
      { arbitrary: odd, weight: 1 },
    );
  });
  return fc.tuple(...segments).map((all) => ({
    path: `/${all.map(({ text }) => text).join('/')}`,
    isOdd: all.some(({ isOdd }) => isOdd),
  }));
}

function queryOf(parameters: readonly Parameter[], values: SchemaArbitraries): fc.Arbitrary<string> {
  const valid = parameters.map(({ name, schema }) =>
    fc.option(
      values.valid(schema).map((value): Query => [value].flat().map((each) => [name, String(each)] as const)),
      { nil: [] as Query, freq: 1 },
    ),
  );
  const names = fc.oneof(
    ...(parameters.length > 0 ? [fc.constantFrom(...parameters.map(({ name }) => name))] : []),
    fc.constantFrom('limit', 'cursor', '__proto__', 'constructor', 'x', 'limit[]', 'near[lat]', 'q[$ne]'),
    oddText,
  );
  const odd = fc.array(fc.tuple(names, oddText), { minLength: 1, maxLength: 3 });
  const written = fc
    .tuple(parameters.length > 0 ? fc.tuple(...valid) : fc.constant([] as Query[]), rarely<Query>(odd, []))
    .map(([known, more]) => [...known.flat(), ...more].map((pair) => pair.map(encode).join('=')).join('&'))
    .map((text) => (text === '' ? '' : `?${text}`));
  const raw = fc.constantFrom(
    '?',
    '?&&',
    '?=',
    '?%',
    '?a=%zz',
    '?%C3=1',
    '?q=%00',
    '?limit=1&limit=2',
    `?q=${'x'.repeat(5000)}`,
  );
  return fc.oneof({ arbitrary: written, weight: 12 }, { arbitrary: raw, weight: 1 });
}

interface Body {
  readonly headers: Headers;
  readonly body: string | Buffer | undefined;
}

function asJson(values: fc.Arbitrary<unknown>, type: string): fc.Arbitrary<Body> {
  return values.map((value) => ({ headers: { 'content-type': type }, body: JSON.stringify(value) }));
}

/** A file: any bytes, or the beginning of a table. */
function fileOf(type: string): fc.Arbitrary<Body> {
  return fc
    .oneof(
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
      oddText.map((text) => `name1,street1,city,state,zip,service_code_info\n${text}`),
    )
    .map((content) => ({ headers: { 'content-type': type }, body: content }));
}

const json = { 'content-type': 'application/json' };

/** Bodies that are not JSON, or are not sent as JSON. */
const oddBody: fc.Arbitrary<Body> = fc.oneof(
  fc
    .constantFrom<(string | Buffer)[]>(
      '',
      ' ',
      '{',
      '{"a":}',
      '{"a":1,"a":2}',
      '[1e999]',
      '{"a":1e999}',
      'NaN',
      '\uFEFF{}',
      "{'a':1}",
      '[[[['.repeat(2000),
      '{"a":'.repeat(50_000),
      `[${'1,'.repeat(40_000)}1]`,
      `{"q":"${'x'.repeat(270_000)}"}`,
      '{"__proto__":{"a":1}}',
      '{"\\u0000":1}',
      '{"a":"\\ud800"}',
      Buffer.from([0xff, 0xfe, 0x7b, 0x7d]),
      Buffer.from([0x22, 0xc3, 0x28, 0x22]),
      Buffer.from('{}', 'utf16le'),
    )
    .map((body) => ({ headers: json, body })),
  fc.uint8Array({ maxLength: 40 }).map((bytes) => ({ headers: json, body: Buffer.from(bytes) })),
  fc
    .constantFrom<Headers[]>(
      {},
      { 'content-type': 'text/plain' },
      { 'content-type': 'application/x-www-form-urlencoded' },
      { 'content-type': 'multipart/form-data; boundary=x' },
      { 'content-type': 'application/json; charset=utf-16' },
      { 'content-type': 'application/json; charset="utf-8"; x=y' },
      { 'content-type': 'application/merge-patch+json' },
      { 'content-type': 'application/ld+json' },
      { 'content-type': ';' },
      { 'content-type': 'a'.repeat(500) },
      { ...json, 'content-encoding': 'br' },
    )
    .map((headers) => ({ headers, body: '{}' })),
  fc.constant({ headers: { ...json, 'content-encoding': 'gzip' }, body: gzipSync('{}') }),
);

/** Values of the headers that the service reads. Node sends only these characters. */
const oddHeaderText = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '*',
    '"',
    '"a", W/"b"',
    'W/"',
    ',,,',
    'null',
    '\u00ff\u00fe',
    'x'.repeat(4000),
    '0',
    '-1',
    '=;q=x',
  ),
  fc.stringMatching(/^[\x20-\x7e]{0,20}$/),
);
const oddHeaders: fc.Arbitrary<Headers> = fc.oneof(
  fc.constantFrom<Headers[]>(
    { accept: 'text/html' },
    { accept: 'application/json;q=0' },
    { accept: '*/*;q=0.1, application/problem+json' },
    { accept: 'application/fhir+json' },
    { 'idempotency-key': 'the-same-one' },
    { 'idempotency-key': 'x'.repeat(256) },
    { origin: 'null' },
    { authorization: 'Bearer' },
    { authorization: 'Bearer eyJhbGciOiJub25lIn0.e30.' },
    { authorization: 'Bearer eyJ.eyJ.x' },
    { authorization: ['Bearer a', 'Bearer b'] },
    { 'if-none-match': '*' },
    { 'accept-language': 'es' },
    { 'accept-language': 'es-MX;q=0.9, en;q=0.1, *' },
    { range: 'bytes=0-1' },
    { 'x-http-method-override': 'DELETE' },
    { 'x-forwarded-for': '127.0.0.1', 'x-forwarded-host': 'evil.example' },
    { 'content-type': 'application/json, text/plain' },
  ),
  fc
    .tuple(
      fc.constantFrom(
        'accept',
        'accept-language',
        'authorization',
        'idempotency-key',
        'if-match',
        'if-none-match',
        'origin',
        'x-request-id',
        'cookie',
      ),
      oddHeaderText,
    )
    .map(([name, text]) => ({ [name]: text })),
);

/**
 * In the form it has in an address: a lone surrogate has no UTF-8, and is sent as the bytes that some encoders produce.
 */
function encode(text: string): string {
  return [...text]
    .map((each) => (/\p{Surrogate}/u.test(each) ? '%ED%A0%80' : encodeURIComponent(each)))
    .join('');
}
