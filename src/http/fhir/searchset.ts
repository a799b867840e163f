import type { FastifyReply, FastifyRequest } from 'fastify';
import { baseAddressOf } from '../base-address.js';
import { answerAsFhir, ignoredBy } from './fhir-answer.js';
import { ignoredParameters } from './operation-outcome.js';

/** A FHIR resource, or a part of one. */
export type FhirObject = Readonly<Record<string, unknown>>;

/** What a search found. */
export interface FoundResources {
  /** All that match, on every page. */
  readonly total: number;
  readonly matches: readonly FhirObject[];
  /** Resources that the matches refer to and that were asked for. */
  readonly included?: readonly FhirObject[];
  /** The place of the next page; absent on the last. */
  readonly next?: string;
  /** Parameters that the search does not know. */
  readonly ignored?: readonly string[];
}

/** The parameters of a search, each with its value or its values. */
export type SearchParameters = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The parameter that leads to the next page. */
export const NEXT_PAGE = '_cursor';

/**
 * A FHIR R4 searchset. Links are absolute.
 *
 * @param type of the resources, which is the last step of their address
 * @param asked the parameters that were used, as they were sent
 */
function searchset(
  request: FastifyRequest,
  type: string,
  asked: SearchParameters,
  { total, matches, included = [], next, ignored = [] }: FoundResources,
): FhirObject {
  const base = `${baseAddressOf(request)}/fhir`;
  const link = (more: Readonly<Record<string, string>>) => `${base}/${type}${queryOf({ ...asked, ...more })}`;
  const entries = (resources: readonly FhirObject[], mode: string) =>
    resources.map((resource) => ({
      fullUrl: `${base}/${String(resource['resourceType'])}/${String(resource['id'])}`,
      resource,
      search: { mode },
    }));
  const entry = [
    ...entries(matches, 'match'),
    ...entries(included, 'include'),
    ...(ignored.length > 0 ? [{ resource: ignoredParameters(ignored), search: { mode: 'outcome' } }] : []),
  ];
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    total,
    link: [
      { relation: 'self', url: link({}) },
      ...(next === undefined ? [] : [{ relation: 'next', url: link({ [NEXT_PAGE]: next }) }]),
    ],
    // FHIR has no empty lists.
    ...(entry.length > 0 ? { entry } : {}),
  };
}

/** A search, and what it is answered with. */
export interface FhirSearch<Search extends object> {
  /** Of the resources, which is the last step of their address. */
  readonly type: string;
  readonly searchClass: new () => Search;
  readonly search: Search;
  /** The parameters as they were sent, those that are not known too. */
  readonly given: object;
  readonly find: (search: Search) => FoundResources | Promise<FoundResources>;
}

/**
 * Answers a search with a searchset, in the media type that the client wants.
 *
 * @throws Problem 400 by `Prefer: handling=strict` for a parameter that the search does not know
 */
export async function answerSearch<Search extends object>(
  { type, searchClass, search, given, find }: FhirSearch<Search>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FhirObject> {
  const ignored = ignoredBy(searchClass, given, request);
  const found = await find(search);
  answerAsFhir(request, reply);
  return searchset(request, type, { ...search } as SearchParameters, { ...found, ignored });
}

function queryOf(parameters: SearchParameters): string {
  const search = new URLSearchParams();
  for (const [name, values] of Object.entries(parameters))
    for (const value of [values ?? []].flat()) search.append(name, value);
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}
