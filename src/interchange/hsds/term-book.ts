import {
  type HsdsTaxonomy,
  type HsdsTerm,
  TAXONOMIES,
  termOf,
  termsOf,
  type ApproachOfTerm,
} from './taxonomies.js';

/** All terms, by id and by code, for one version of the evidence registry. Never changes once it is made. */
export class TermBook {
  readonly taxonomies: readonly HsdsTaxonomy[] = TAXONOMIES;
  readonly terms: readonly HsdsTerm[];
  private readonly byCode: ReadonlyMap<string, HsdsTerm>;
  private readonly byId: ReadonlyMap<string, HsdsTerm>;

  constructor(approaches: readonly ApproachOfTerm[]) {
    this.terms = termsOf(approaches);
    this.byCode = new Map(this.terms.map((term) => [`${term.taxonomy} ${term.code}`, term]));
    this.byId = new Map(this.terms.map((term) => [term.id, term]));
  }

  /** The term of a code; one that has only its code if the registry does not know the approach. */
  of(taxonomy: string, code: string): HsdsTerm {
    return (
      this.byCode.get(`${taxonomy} ${code}`) ??
      termOf(taxonomy, code, code, 'The registry has no approach of this code.')
    );
  }

  find(id: string): HsdsTerm | undefined {
    return this.byId.get(id);
  }
}
