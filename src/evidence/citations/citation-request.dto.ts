import {
  LONGEST,
  LONGEST_AUTHOR_NAME,
  MOST_AUTHORS,
  type Retraction,
  RETRACTIONS,
  YEARS,
} from '../../core/evidence/citation-record.js';
import { Code } from '../../http/validation/codes.decorators.js';
import { NestedObjects } from '../../http/validation/nested.decorators.js';
import { OrNull } from '../../http/validation/or-null.decorator.js';
import {
  CalendarDate,
  NumberWithin,
  QueryNumber,
  Text,
  YesNo,
} from '../../http/validation/value.decorators.js';
import { CITATION_FORMATS, type CitationFormat } from './citation-formats.js';
import { REFERENCE_STYLES, type ReferenceStyle } from './reference-styles.js';

/** The retraction status of a work, as stated by its journal. */
export class RetractionRequest {
  /** `retracted`, `concern` (an expression of concern), or `none` if a notice was withdrawn. */
  @Code(RETRACTIONS, { name: 'Retraction' })
  state: Retraction;

  /** Date of the notice; only if there is a notice. */
  @CalendarDate({ optional: true })
  on?: string;

  /** Address or DOI of the notice; required if there is a notice. */
  @Text({ max: 500, optional: true, example: 'https://doi.org/10.1000/notice' })
  notice?: string;

  /** Shown with every rating that is reviewed again. */
  @Text({ max: 2000 })
  why: string;
}

/** The longest notation of an identifier: as an address, with surrounding characters. */
const WRITTEN_IDENTIFIER = 1000;
const LONGEST_LINE = 2000;
const ADDRESS = { matches: /^https?:\/\/\S+$/i, message: 'must be an address that begins with https://' };
/** A thousand records with their abstracts, which is a body of at most 4 MB. */
export const LONGEST_FILE = 4 * 1024 * 1024;

/** Which citations to list; by default all. All filters must match. */
export class CitationQuery {
  /** Words that must all occur in text, title, journal or authors; case is ignored. */
  @Text({ optional: true, max: 200, example: 'sordo mortality' })
  q?: string;

  /** In any form, including as a URL. */
  @Text({ optional: true, max: WRITTEN_IDENTIFIER, example: '10.1136/bmj.j1550' })
  doi?: string;

  /** In any form, including as a URL. */
  @Text({ optional: true, max: WRITTEN_IDENTIFIER, example: '28446428' })
  pmid?: string;

  /** Number of a review; all known versions are listed. */
  @Text({ optional: true, max: WRITTEN_IDENTIFIER, example: 'CD002207' })
  cochrane?: string;

  /** Whether the work was retracted. */
  @Code(RETRACTIONS, { optional: true, name: 'Retraction' })
  retraction?: Retraction;

  /** Citations per page. */
  @QueryNumber({ min: 1, max: 100, integer: true })
  limit?: number;

  /** `nextCursor` of the previous page. */
  @Text({ optional: true, max: 1000 })
  cursor?: string;
}

/** How to format the reference. */
export class CitationStyleQuery {
  /** CSL style of the reference; `apa` if omitted. */
  @Code(REFERENCE_STYLES, { optional: true, name: 'ReferenceStyle' })
  style?: ReferenceStyle;
}

/** An author: a person by the parts of the name, or a group by `literal`. */
export class AuthorRequest {
  @Text({ optional: true, max: LONGEST_AUTHOR_NAME, example: 'Sordo' })
  family?: string;

  @Text({ optional: true, max: LONGEST_AUTHOR_NAME, example: 'Luis' })
  given?: string;

  @Text({ optional: true, max: 60, example: 'Jr' })
  suffix?: string;

  /** Particle before the family name. */
  @Text({ optional: true, max: 60, example: 'van der' })
  particle?: string;

  /** Name of a group, instead of the other fields. */
  @Text({ optional: true, max: LONGEST_AUTHOR_NAME })
  literal?: string;
}

/** An edit of a citation: an omitted field keeps its value, `null` means no longer known. */
export class CitationChangeRequest {
  /** One line for a work whose fields are not recorded; composed from the fields if omitted. */
  @Text({ optional: true, max: LONGEST_LINE })
  text?: string;

  @OrNull()
  @Text({ optional: true, max: LONGEST.title })
  title?: string | null;

  /** In the order given by the work. */
  @OrNull()
  @NestedObjects(() => AuthorRequest, { optional: true, min: 1, max: MOST_AUTHORS })
  authors?: AuthorRequest[] | null;

  @OrNull()
  @Text({ optional: true, max: LONGEST.journal })
  journal?: string | null;

  @OrNull()
  @NumberWithin({ optional: true, integer: true, ...YEARS })
  year?: number | null;

  @OrNull()
  @Text({ optional: true, max: LONGEST.volume })
  volume?: string | null;

  @OrNull()
  @Text({ optional: true, max: LONGEST.issue })
  issue?: string | null;

  /** Pages, or the number of the article. */
  @OrNull()
  @Text({ optional: true, max: LONGEST.pages })
  pages?: string | null;

  @OrNull()
  @Text({ optional: true, max: LONGEST.url, pattern: ADDRESS })
  url?: string | null;

  /** Kind of study, in plain words. */
  @OrNull()
  @Text({ optional: true, max: LONGEST.design, example: 'meta-analysis of cohorts' })
  design?: string | null;

  /** Who was studied. */
  @OrNull()
  @Text({ optional: true, max: LONGEST.population })
  population?: string | null;

  /** Who paid for the work. */
  @OrNull()
  @Text({ optional: true, max: LONGEST.funding })
  funding?: string | null;

  /** Interests declared by the authors of the work. */
  @OrNull()
  @Text({ optional: true, max: LONGEST.conflictOfInterest })
  conflictOfInterest?: string | null;

  /** In any form; it is stored in one standard form. */
  @OrNull()
  @Text({ optional: true, max: WRITTEN_IDENTIFIER, example: 'https://doi.org/10.1136/bmj.j1550' })
  doi?: string | null;

  /** Whether the DOI was seen in a source, rather than written from memory. */
  @YesNo({ optional: true })
  doiSeen?: boolean;

  @OrNull()
  @Text({ optional: true, max: WRITTEN_IDENTIFIER, example: '28446428' })
  pmid?: string | null;

  /** Number of the Cochrane review; derived from its DOI if omitted. */
  @OrNull()
  @Text({ optional: true, max: WRITTEN_IDENTIFIER, example: 'CD002207' })
  cochrane?: string | null;

  /** Where the work was seen. */
  @OrNull()
  @Text({ optional: true, max: LONGEST_LINE })
  verifiedAt?: string | null;

  /** What is uncertain about the citation itself. */
  @OrNull()
  @Text({ optional: true, max: LONGEST_LINE })
  note?: string | null;
}

/** A work to cite: a DOI, a PubMed number or a Cochrane number, and a title or a text. */
export class NewCitationRequest extends CitationChangeRequest {}

/** A file of citations. */
export class CitationImportRequest {
  @Code(CITATION_FORMATS, { name: 'CitationFormat' })
  format: CitationFormat;

  /** The content of the file. */
  @Text({ max: LONGEST_FILE })
  text: string;

  /** Compare everything and write nothing. */
  @YesNo({ optional: true })
  dryRun?: boolean;
}
