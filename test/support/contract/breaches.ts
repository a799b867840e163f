import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';
import { type Contract, type Located, pointerOf, type ResponseObject } from './contract.js';

/** One request and its response, as sent. */
export interface Exchange {
  readonly method: string;
  readonly url: string;
  readonly requestHeaders: IncomingHttpHeaders;
  readonly requestBody: string;
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: string;
}

/** A message to a webhook, as its receiver got it. */
export interface SentMessage {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What any address may answer before routing: too long, too slow, too large. */
const BEFORE_ROUTING = [408, 414, 431];
/** Headers with a meaning for clients of this service; they are never sent without being documented. */
const DOCUMENTED = ['deprecation', 'etag', 'link', 'location', 'retry-after', 'sunset', 'www-authenticate'];

/** All violations of the contract in an exchange, as sentences; empty if there are none. */
export function breachesOf(contract: Contract, exchange: Exchange): string[] {
  const { method, url, status } = exchange;
  const operation = contract.operationOf(method, url);
  const found = operation
    ? [
        ...breachesOfAnswer(contract, operation, exchange),
        ...breachesOfRequest(contract, operation, exchange),
      ]
    : breachesOfNoOperation(exchange);
  return found.map((breach) => `${method} ${url.slice(0, 200)} → ${status}: ${breach}`);
}

/** All differences between a message to a webhook and the document, as sentences. */
export function breachesOfMessage(contract: Contract, { headers, body }: SentMessage): string[] {
  const message = JSON.parse(body) as { type: string };
  const name = message.type === 'ping' ? 'ping' : 'change';
  const at = pointerOf('webhooks', name, 'post');
  const { parameters = [] } = contract.document.webhooks?.[name]?.['post'] ?? {};
  const flaws = [
    contract.flawOf(`${at}${pointerOf('requestBody', 'content', 'application/json', 'schema')}`, message),
    ...parameters.map((header, place) => {
      const flaw = contract.flawOf(`${at}/parameters/${place}/schema`, headers[header.name]);
      return flaw && `the header ${header.name}: ${flaw}`;
    }),
  ];
  return flaws.filter((flaw) => flaw !== undefined).map((flaw) => `webhook ${name}: ${flaw}`);
}

function breachesOfAnswer(contract: Contract, operation: Located, exchange: Exchange): string[] {
  const { method, status, headers, body } = exchange;
  if (BEFORE_ROUTING.includes(status) || isPage(exchange)) return [];
  const at = pointerOf('paths', operation.path, operation.method.toLowerCase(), 'responses', String(status));
  const documented = operation.responses[String(status)];
  if (!documented)
    return [`${operation.operationId} documents no answer ${status}; its body: ${body.slice(0, 300)}`];
  const response = contract.resolve(documented);
  const start = documented.$ref?.slice(1) ?? at;
  const breaches = breachesOfHeaders(contract, response, start, headers);
  const type = mediaTypeOf(headers['content-type']);
  if (response.content === undefined) {
    if (body !== '') breaches.push('no body is documented');
    return breaches;
  }
  if (type === undefined || !(type in response.content))
    return [...breaches, `the media type ${type} is not documented`];
  if (method === 'HEAD') return breaches;
  for (const value of valuesIn(type, body)) {
    const flaw = contract.flawOf(`${start}${pointerOf('content', type, 'schema')}`, value);
    if (flaw !== undefined) return [...breaches, `the body: ${flaw}`];
  }
  return breaches;
}

/** The JSON values of a body: one, or one a line. */
function valuesIn(type: string, body: string): unknown[] {
  // Files are bytes, which are looked at where they are read.
  if (type === 'application/zip' || type === 'application/gzip') return [];
  if (type !== 'application/x-ndjson') return [JSON.parse(body)];
  return body
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
}

function breachesOfHeaders(
  contract: Contract,
  response: ResponseObject,
  start: string,
  headers: OutgoingHttpHeaders,
): string[] {
  const breaches: string[] = [];
  const names = Object.keys(response.headers ?? {});
  for (const name of names) {
    const given = response.headers?.[name] ?? {};
    const header = contract.resolve(given);
    const value = headers[name.toLowerCase()];
    if (value === undefined) {
      if (header.required === true) breaches.push(`the header ${name} is missing`);
      continue;
    }
    const isWhole = header.schema?.['type'] === 'integer';
    const flaw = contract.flawOf(
      `${given.$ref?.slice(1) ?? `${start}${pointerOf('headers', name)}`}/schema`,
      isWhole ? Number(value) : String(value),
    );
    if (flaw !== undefined) breaches.push(`the header ${name}: ${flaw}`);
  }
  const known = names.map((name) => name.toLowerCase());
  for (const name of DOCUMENTED)
    if (headers[name] !== undefined && !known.includes(name))
      breaches.push(`the header ${name} is not documented`);
  return breaches;
}

/** What the service accepts, the document must allow: a client generated from it must not be more restrictive. */
function breachesOfRequest(contract: Contract, operation: Located, exchange: Exchange): string[] {
  const { url, status, requestHeaders, requestBody } = exchange;
  // An issuer sends people back to the page with a code; the page takes it, and the service does not read it.
  if (status >= 300 || isPage(exchange)) return [];
  const breaches: string[] = [];
  const query = new URL(url, 'http://localhost').searchParams;
  const known = operation.parameters?.filter((one) => one.in === 'query').map(({ name }) => name) ?? [];
  for (const name of operation['x-ignores-unknown-parameters'] ? [] : query.keys())
    if (!known.includes(name)) breaches.push(`it took the parameter ${name}, which is not documented`);
  if (requestBody === '') {
    if (operation.requestBody?.required === true)
      breaches.push('it did without a body, which is documented as required');
    return breaches;
  }
  const type = mediaTypeOf(requestHeaders['content-type']) ?? '';
  if (!operation.requestBody?.content[type])
    return [...breaches, `it took a body of ${type}, which is not documented`];
  // A search of FHIR is a query: each parameter is sent once or several times.
  if (operation['x-ignores-unknown-parameters']) return breaches;
  // A file is any bytes.
  if (!type.endsWith('json')) return breaches;
  const start = pointerOf('paths', operation.path, operation.method.toLowerCase());
  const at = `${start}${pointerOf('requestBody', 'content', type, 'schema')}`;
  // A byte order mark is not part of JSON, and a reader may ignore it (RFC 8259 section 8.1).
  const flaw = contract.flawOf(at, JSON.parse(requestBody.replace(/^\uFEFF/, '')));
  return flaw === undefined ? breaches : [...breaches, `it took a body that is not documented: ${flaw}`];
}

/** An unknown address or method, or a document or page, which the document does not describe. */
/** A client that prefers HTML gets the console at `/`: a page for people, like those at `/docs`. */
function isPage({ url, status, headers }: Exchange): boolean {
  const path = url.split('?', 1)[0];
  return path === '/' && status === 200 && mediaTypeOf(headers['content-type']) === 'text/html';
}

function breachesOfNoOperation({ url, status, headers }: Exchange): string[] {
  const isOfFhir = url.startsWith('/fhir/');
  const type = isOfFhir ? 'application/fhir+json' : 'application/problem+json';
  if (status < 400 || mediaTypeOf(headers['content-type']) === type) return [];
  return [`an error that is no problem document: ${String(headers['content-type'])}`];
}

function mediaTypeOf(header: OutgoingHttpHeaders[string]): string | undefined {
  return header === undefined ? undefined : String(header).split(';', 1)[0]!.trim().toLowerCase();
}
