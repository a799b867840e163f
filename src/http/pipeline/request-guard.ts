import type { FastifyRequest } from 'fastify';
import { acceptedType } from './accepted-type.js';
import { flawOfName, flawOfText } from './body-guard.js';
import { ASSETS } from '../web-addresses.js';
import { shorten } from '../validation/json-pointer.js';
import { type FieldError, Problem } from '../problem.js';
import { FILE_TYPES } from '../uploads.js';

/** A JSON Merge Patch (RFC 7396), which a PATCH may also send as plain JSON. */
export const MERGE_PATCH = 'application/merge-patch+json';
/** How many parameters an address may have: processing them takes longer than sending them. */
const MOST_PARAMETERS = 100;
/** Pages for people, which respond with HTML and scripts. */
const PAGES = ['/docs', ASSETS];
/** FHIR resources, which have their own JSON type. */
const FHIR = '/fhir/';
export const FHIR_JSON = 'application/fhir+json';

/** Whether an address, or a route, is one of FHIR: its errors are OperationOutcomes. */
export function isOfFhir(url: string | undefined): boolean {
  return url?.startsWith(FHIR) === true;
}

/** How FHIR sends the parameters of a search by POST. */
export const FORM = 'application/x-www-form-urlencoded';
const FHIR_SEARCH = '/_search';
/** Lists of HSDS, which are also sent as one object a line. */
const HSDS = '/hsds/';
export const NDJSON = 'application/x-ndjson';
/** The directory as files. */
const EXPORTS = '/v1/exports/';
export const ZIP = 'application/zip';
export const GZIP = 'application/gzip';
/** A program is answered in the words of schema.org too. */
const ONE_PROGRAM = '/v1/programs/:id';
export const JSON_LD = 'application/ld+json';

/**
 * Fastify's `onRequest` for known routes: refuses an Accept that excludes JSON (or the type of FHIR, for resources), a
 * body that is not JSON, and query parameters that cannot be read, before any of the body is read.
 */
export function guardRequest(request: FastifyRequest): void {
  const route = request.routeOptions.url;
  if (route === undefined || route === '*') return;
  const types = typesOf(route);
  const isPage = PAGES.some((page) => route.startsWith(page));
  if (!isPage && acceptedType(request.headers.accept, types) === undefined) {
    throw new Problem(
      'not-acceptable',
      `This address responds with ${types.join(' or ')} only; include it in Accept.`,
    );
  }
  guardContentType(request);
  const errors = [...flawsOfQuery(request.raw.url ?? ''), ...flawsOfPath(request.params)];
  if (errors.length > 0) throw Problem.malformed(errors);
}

/** The media types of a route's responses, the preferred one first. */
function typesOf(route: string): readonly string[] {
  if (isOfFhir(route)) return [FHIR_JSON, 'application/json'];
  if (route.startsWith(EXPORTS)) return [route.endsWith('.gz') ? GZIP : ZIP];
  if (route === ONE_PROGRAM) return ['application/json', JSON_LD];
  return route.startsWith(HSDS) ? ['application/json', NDJSON] : ['application/json'];
}

function guardContentType({ headers, method, routeOptions }: FastifyRequest): void {
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return;
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
  if (!hasBody) return;
  const [type = '', ...parameters] = (headers['content-type'] ?? '')
    .split(';')
    .map((part) => part.trim().toLowerCase());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice(8);
  const isUtf8 = charset === undefined || /^"?utf-?8"?$/.test(charset);
  const encoding = headers['content-encoding'] ?? 'identity';
  const accepted = routeOptions.config.takesFile ? FILE_TYPES : acceptedBodies(method, routeOptions.url);
  if (!accepted.includes(type) || !isUtf8 || encoding !== 'identity') {
    throw new Problem(
      'unsupported-media-type',
      `Send the body as Content-Type: ${accepted.join(' or ')}, in UTF-8, without Content-Encoding.`,
      [],
      { headers: { [method === 'PATCH' ? 'accept-patch' : 'accept']: accepted.join(', ') } },
    );
  }
}

function acceptedBodies(method: string, route = ''): readonly string[] {
  if (method === 'PATCH') return [MERGE_PATCH, 'application/json'];
  return route.endsWith(FHIR_SEARCH) ? ['application/json', FORM] : ['application/json'];
}

/** Fastify keeps an invalid escape in a query unchanged, so the raw query is checked here. */
function flawsOfQuery(url: string): FieldError[] {
  const at = url.indexOf('?');
  if (at < 0) return [];
  const pairs = url.slice(at + 1).split('&');
  if (pairs.length > MOST_PARAMETERS) {
    const [name = ''] = pairs[MOST_PARAMETERS]!.split('=');
    return [
      {
        parameter: shorten(name),
        message: `is one parameter too many; send at most ${MOST_PARAMETERS} parameters`,
      },
    ];
  }
  return pairs.flatMap((pair): FieldError[] => {
    const [rawName = '', ...rawValue] = pair.split('=');
    const name = decode(rawName);
    if (name === undefined) {
      return [{ parameter: shorten(rawName), message: 'has an invalid percent-escape in its name' }];
    }
    const value = decode(rawValue.join('='));
    const message =
      value === undefined
        ? 'has an invalid percent-escape; encode it as UTF-8'
        : (flawOfName(name) ?? flawOfText(value));
    return message === undefined ? [] : [{ parameter: shorten(name), message }];
  });
}

function flawsOfPath(params: unknown): FieldError[] {
  return Object.entries((params ?? {}) as Record<string, string>).flatMap(([parameter, value]) => {
    const message = flawOfText(value);
    return message === undefined ? [] : [{ parameter, message }];
  });
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}
