import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { LIST_KEYS } from '../../core/directory/fact-keys.js';
import { findPostalCode, unknownPostalCode } from '../../directory/postal-codes.js';
import { type FieldError, Problem } from '../../http/problem.js';
import type { OutwardFilter, WantedFact } from '../outward/outward-filter.js';
import { termsOfWords } from '../outward/outward-words.js';
import type { HsdsFilter } from './hsds-query.dto.js';
import { MEDICATION_TERMS, SINGLE_FACTS, VALUE_TERMS, type ValueTerm } from './taxonomies.js';
import type { TermBook } from './term-book.js';
import { TermBooks } from './term-books.js';

type Place = Pick<FieldError, 'parameter' | 'pointer'>;

/** Reads what an HSDS list is asked for, in the terms of the directory. */
@Injectable()
export class HsdsFilters {
  constructor(
    private readonly dataSource: DataSource,
    private readonly books: TermBooks,
  ) {}

  /**
   * @param placeOf where the request has a field: in its address, or in its body
   * @throws Problem 400 for words without letters, unknown terms and taxonomies; 422 for a ZIP code that is not known
   */
  async read(asked: HsdsFilter, placeOf: (field: keyof HsdsFilter) => Place): Promise<OutwardFilter> {
    const { search, taxonomy_term_id: termId, taxonomy_id: taxonomyId } = asked;
    const terms = search === undefined ? [] : await termsOfWords(this.dataSource, search, placeOf('search'));
    // What no program has: nothing is found.
    if (!terms) return { ids: [] };
    const facts =
      termId === undefined && taxonomyId === undefined
        ? []
        : wantedFacts(await this.books.current(), { termId, taxonomyId }, placeOf);
    return {
      terms,
      facts,
      ...(asked.organization_id === undefined ? {} : { organizationIds: [asked.organization_id] }),
      ...modifiedSince(asked.modified_after),
      ...placeWanted(asked, placeOf),
    };
  }
}

/** A copy that asks for changes also learns what was withdrawn. */
function modifiedSince(moment: string | undefined): Pick<OutwardFilter, 'modified' | 'withdrawn'> {
  if (moment === undefined) return {};
  return { modified: { of: 'program', spans: [{ from: new Date(moment) }] }, withdrawn: true };
}

function wantedFacts(
  book: TermBook,
  { termId, taxonomyId }: { termId: string | undefined; taxonomyId: string | undefined },
  placeOf: (field: keyof HsdsFilter) => Place,
): WantedFact[] {
  const wanted: WantedFact[] = [];
  if (termId !== undefined) {
    const term = book.find(termId);
    const fact = term && factOf(term.taxonomy, term.code);
    if (!fact)
      throw unknown(placeOf('taxonomy_term_id'), 'is not a term of a service; see GET /hsds/taxonomy_terms');
    wanted.push(fact);
  }
  if (taxonomyId !== undefined) {
    const taxonomy = book.taxonomies.find(({ id }) => id === taxonomyId);
    const fact = taxonomy && factOf(taxonomy.name);
    if (!fact)
      throw unknown(placeOf('taxonomy_id'), 'is not a taxonomy of services; see GET /hsds/taxonomies');
    wanted.push(fact);
  }
  return wanted;
}

/** What a program must have for a term, or for any term of a taxonomy; nothing for what is not about programs. */
function factOf(taxonomy: string, code?: string): WantedFact | undefined {
  const codes = code === undefined ? {} : { codes: [code] };
  const list = LIST_KEYS.find((key) => key === taxonomy);
  if (list) return { list, ...codes };
  if (taxonomy === MEDICATION_TERMS) return { medications: true, ...codes };
  if (taxonomy !== SINGLE_FACTS) return undefined;
  return { values: code === undefined ? VALUE_TERMS : [code as ValueTerm] };
}

function placeWanted(
  { postcode, proximity }: HsdsFilter,
  placeOf: (field: keyof HsdsFilter) => Place,
): Pick<OutwardFilter, 'postalCode' | 'within'> {
  if (postcode === undefined) {
    if (proximity === undefined) return {};
    throw Problem.unprocessable([
      { ...placeOf('proximity'), message: 'a distance needs a place to measure from; give postcode' },
    ]);
  }
  if (proximity === undefined) return { postalCode: postcode };
  const found = findPostalCode(postcode);
  if (!found)
    throw Problem.unprocessable([
      { ...placeOf('postcode'), message: unknownPostalCode(postcode, 'another one nearby') },
    ]);
  return { within: { latitude: found.latitude, longitude: found.longitude, meters: proximity } };
}

function unknown(place: Place, message: string): Problem {
  return Problem.badRequest([{ ...place, message }]);
}
