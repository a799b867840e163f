import { Code } from '../../http/validation/codes.decorators.js';
import { PostalCodeText } from '../../http/validation/postal-code.decorator.js';
import {
  Moment,
  NumberWithin,
  QueryNumber,
  QueryYesNo,
  Text,
  Uuid,
  YesNo,
} from '../../http/validation/value.decorators.js';

const PAGE = { min: 1, max: 1_000_000, integer: true, optional: true } as const;
const PER_PAGE = { min: 1, max: 100, integer: true, optional: true } as const;
/** A pole is 20,004 km from the other. */
const PROXIMITY = { min: 1, max: 20_004_000, optional: true } as const;

/** `ndjson` sends the whole list, one object a line, without pages. */
const FORMATS = ['json', 'ndjson'] as const;
export type HsdsFormat = (typeof FORMATS)[number];
const PAGED_FORMATS = ['json'] as const;

/** Where and which items; all conditions must hold. */
export interface HsdsFilter {
  readonly search?: string;
  readonly taxonomy_term_id?: string;
  readonly taxonomy_id?: string;
  readonly organization_id?: string;
  readonly modified_after?: string;
  readonly postcode?: string;
  readonly proximity?: number;
}

class HsdsSearchTexts {
  /** Words to search for in names, places, medications and approaches; small misspellings are tolerated. */
  @Text({ optional: true, max: 200, example: 'methadone' })
  search?: string;
}

class HsdsProgramFilter extends HsdsSearchTexts implements HsdsFilter {
  /** Services that are known to have this term: its attribute is `yes`, `starts`, `continues` or a value. */
  @Uuid({ optional: true })
  taxonomy_term_id?: string;

  /** Services that are known to have any term of this taxonomy. */
  @Uuid({ optional: true })
  taxonomy_id?: string;
}

class HsdsServiceFilter extends HsdsProgramFilter {
  /** Services of this organization. */
  @Uuid({ optional: true })
  organization_id?: string;

  /**
   * Services modified at this moment or later. Services that are no longer offered are then listed too, once more, as
   * `inactive`.
   */
  @Moment({ optional: true })
  modified_after?: string;
}

/** Which services to list. */
export class HsdsServiceQuery extends HsdsServiceFilter {
  /** From 1. */
  @QueryNumber(PAGE)
  page?: number;

  /** 25 if omitted. */
  @QueryNumber(PER_PAGE)
  per_page?: number;

  /** `ndjson` sends the whole list, one object a line, without pages. */
  @Code(FORMATS, { optional: true })
  format?: HsdsFormat;

  /** Ids and dates only. */
  @QueryYesNo()
  minimal?: boolean;

  /** Everything that is known, as for one service. */
  @QueryYesNo()
  full?: boolean;
}

/** The same in a body, so that words are in no address and no log. */
export class HsdsServiceSearch extends HsdsServiceFilter {
  static readonly bodyMayBeLeftOut = true;

  /** From 1. */
  @NumberWithin(PAGE)
  page?: number;

  /** 25 if omitted. */
  @NumberWithin(PER_PAGE)
  per_page?: number;

  /** The whole list is sent to a GET only. */
  @Code(PAGED_FORMATS, { optional: true })
  format?: 'json';

  /** Ids and dates only. */
  @YesNo({ optional: true })
  minimal?: boolean;

  /** Everything that is known, as for one service. */
  @YesNo({ optional: true })
  full?: boolean;
}

/** Which organizations to list: those with a service that is listed and that has these terms. */
export class HsdsOrganizationQuery extends HsdsProgramFilter {
  /** From 1. */
  @QueryNumber(PAGE)
  page?: number;

  /** 25 if omitted. */
  @QueryNumber(PER_PAGE)
  per_page?: number;

  /** `ndjson` sends the whole list, one object a line, without pages. */
  @Code(FORMATS, { optional: true })
  format?: HsdsFormat;

  /** With the names of its services. */
  @QueryYesNo()
  full?: boolean;

  /** With everything that is known of its services. */
  @QueryYesNo()
  full_service?: boolean;
}

/** The same in a body, so that words are in no address and no log. */
export class HsdsOrganizationSearch extends HsdsProgramFilter {
  static readonly bodyMayBeLeftOut = true;

  /** From 1. */
  @NumberWithin(PAGE)
  page?: number;

  /** 25 if omitted. */
  @NumberWithin(PER_PAGE)
  per_page?: number;

  /** The whole list is sent to a GET only. */
  @Code(PAGED_FORMATS, { optional: true })
  format?: 'json';

  /** With the names of its services. */
  @YesNo({ optional: true })
  full?: boolean;

  /** With everything that is known of its services. */
  @YesNo({ optional: true })
  full_service?: boolean;
}

/** How to show one organization. */
export class HsdsOrganizationView {
  /** With everything that is known of its services. */
  @QueryYesNo()
  full_service?: boolean;
}

class HsdsPlaceFilter extends HsdsServiceFilter {
  /** At an address with this ZIP code; with `proximity`, within that distance of its center. */
  @PostalCodeText({ optional: true })
  postcode?: string;
}

/** Which services at which places to list. */
export class HsdsPlaceQuery extends HsdsPlaceFilter {
  /** Meters from the center of the ZIP code. */
  @QueryNumber(PROXIMITY)
  proximity?: number;

  /** From 1. */
  @QueryNumber(PAGE)
  page?: number;

  /** 25 if omitted. */
  @QueryNumber(PER_PAGE)
  per_page?: number;

  /** `ndjson` sends the whole list, one object a line, without pages. */
  @Code(FORMATS, { optional: true })
  format?: HsdsFormat;

  /** With address and service, as for one place. */
  @QueryYesNo()
  full?: boolean;
}

/** The same in a body, so that words and places are in no address and no log. */
export class HsdsPlaceSearch extends HsdsPlaceFilter {
  static readonly bodyMayBeLeftOut = true;

  /** Meters from the center of the ZIP code. */
  @NumberWithin(PROXIMITY)
  proximity?: number;

  /** From 1. */
  @NumberWithin(PAGE)
  page?: number;

  /** 25 if omitted. */
  @NumberWithin(PER_PAGE)
  per_page?: number;

  /** The whole list is sent to a GET only. */
  @Code(PAGED_FORMATS, { optional: true })
  format?: 'json';

  /** With address and service, as for one place. */
  @YesNo({ optional: true })
  full?: boolean;
}

/** Which taxonomies to list. */
export class HsdsTaxonomyQuery extends HsdsSearchTexts {
  /** From 1. */
  @QueryNumber(PAGE)
  page?: number;

  /** 25 if omitted. */
  @QueryNumber(PER_PAGE)
  per_page?: number;

  /** `ndjson` sends the whole list, one object a line, without pages. */
  @Code(FORMATS, { optional: true })
  format?: HsdsFormat;
}

/** The same in a body. */
export class HsdsTaxonomySearch extends HsdsSearchTexts {
  static readonly bodyMayBeLeftOut = true;

  /** From 1. */
  @NumberWithin(PAGE)
  page?: number;

  /** 25 if omitted. */
  @NumberWithin(PER_PAGE)
  per_page?: number;

  /** The whole list is sent to a GET only. */
  @Code(PAGED_FORMATS, { optional: true })
  format?: 'json';
}

/** Which terms to list. */
export class HsdsTermQuery extends HsdsTaxonomyQuery {
  /** Terms of this taxonomy. */
  @Uuid({ optional: true })
  taxonomy_id?: string;

  /** Terms below this one; no term here is below another. */
  @Uuid({ optional: true })
  parent_id?: string;

  /** Terms that are below no other: here all. */
  @QueryYesNo()
  top_only?: boolean;
}

/** The same in a body. */
export class HsdsTermSearch extends HsdsTaxonomySearch {
  /** Terms of this taxonomy. */
  @Uuid({ optional: true })
  taxonomy_id?: string;

  /** Terms below this one; no term here is below another. */
  @Uuid({ optional: true })
  parent_id?: string;

  /** Terms that are below no other: here all. */
  @YesNo({ optional: true })
  top_only?: boolean;
}
