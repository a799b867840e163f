import { ApiProperty } from '@nestjs/swagger';
import { nameInWords, type Retraction, RETRACTIONS } from '../../core/evidence/citation-record.js';
import type { Citation } from './citation.entity.js';
import { REFERENCE_STYLES, type ReferenceStyle } from './reference-styles.js';

/** The retraction status of a work. */
export class RetractionResponse {
  /** `concern`: its journal has published an expression of concern. */
  @ApiProperty({ enum: RETRACTIONS, enumName: 'Retraction' })
  state: Retraction;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  on: string | null;

  /** Address or DOI of the notice. */
  @ApiProperty({ type: String, nullable: true })
  notice: string | null;
}

/** A published work that the ratings of an approach are based on. `null` is not known. */
export class CitationResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;

  /** Authors, title or journal, as far as recorded. */
  @ApiProperty({
    example:
      'Sordo L et al. Mortality risk during and after opioid substitution treatment. BMJ 2017;357:j1550',
  })
  text: string;

  /** Formatted in APA style; `text` if the title is not known. */
  reference: string;

  @ApiProperty({ type: String, nullable: true })
  title: string | null;

  /** In the order given by the work. */
  @ApiProperty({ type: [String], nullable: true, example: ['Sordo, Luis', 'Barrio, Gregorio'] })
  authors: string[] | null;

  @ApiProperty({ type: String, nullable: true, example: 'BMJ' })
  journal: string | null;

  @ApiProperty({ type: 'integer', nullable: true, example: 2017 })
  year: number | null;

  /** Kind of study, in plain words. */
  @ApiProperty({ type: String, nullable: true, example: 'meta-analysis of cohorts' })
  design: string | null;

  /** Who was studied. */
  @ApiProperty({ type: String, nullable: true })
  population: string | null;

  /** Who paid for the work. */
  @ApiProperty({ type: String, nullable: true })
  funding: string | null;

  /** Interests declared by the authors of the work. */
  @ApiProperty({ type: String, nullable: true })
  conflictOfInterest: string | null;

  @ApiProperty({ type: String, nullable: true, example: '10.1136/bmj.j1550' })
  doi: string | null;

  @ApiProperty({ type: String, format: 'uri', nullable: true, example: 'https://doi.org/10.1136/bmj.j1550' })
  doiUrl: string | null;

  /** `false`: the DOI was not seen in a source; check it before relying on it. */
  doiSeen: boolean;

  @ApiProperty({ type: String, nullable: true, example: '28446428' })
  pmid: string | null;

  @ApiProperty({
    type: String,
    format: 'uri',
    nullable: true,
    example: 'https://pubmed.ncbi.nlm.nih.gov/28446428/',
  })
  pubmedUrl: string | null;

  /** Number of the Cochrane review, shared by its versions. */
  @ApiProperty({ type: String, nullable: true, example: 'CD002207' })
  cochrane: string | null;

  @ApiProperty({ type: RetractionResponse })
  retraction: RetractionResponse;

  /** Where the work was seen; `null` if it was not. */
  @ApiProperty({ type: String, nullable: true })
  verifiedAt: string | null;

  /** What is uncertain about the citation itself, such as a year from memory. */
  @ApiProperty({ type: String, nullable: true })
  note: string | null;

  static of(citation: Citation): CitationResponse {
    return inShort(citation);
  }

  /** Newest first, then by text: independent of the order of the database. */
  static listOf(citations: readonly Citation[]): CitationResponse[] {
    return citations
      .map((citation) => CitationResponse.of(citation))
      .sort((a, b) => (b.year ?? 0) - (a.year ?? 0) || (a.text < b.text ? -1 : 1));
  }
}

/** A citation in full. */
export class CitationDetailResponse extends CitationResponse {
  @ApiProperty({ type: String, nullable: true, example: '357' })
  volume: string | null;

  @ApiProperty({ type: String, nullable: true })
  issue: string | null;

  /** Pages, or the number of the article. */
  @ApiProperty({ type: String, nullable: true, example: 'j1550' })
  pages: string | null;

  @ApiProperty({ type: String, format: 'uri', nullable: true })
  url: string | null;

  /** Style of the reference. */
  @ApiProperty({ enum: REFERENCE_STYLES, enumName: 'ReferenceStyle' })
  style: ReferenceStyle;

  /** The work in CSL-JSON, for reference managers; unknown fields are left out. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  csl: object;

  /** Codes of the approaches for which it is cited. */
  @ApiProperty({ example: ['methadone', 'buprenorphine'] })
  approaches: string[];

  @ApiProperty({ type: 'integer', minimum: 1 })
  version: number;

  static inFull(
    citation: Citation,
    more: { reference: string; style: ReferenceStyle; csl: object; approaches: string[] },
  ): CitationDetailResponse {
    const { volume, issue, pages, url, version } = citation;
    return { ...inShort(citation), volume, issue, pages, url, ...more, version };
  }
}

export class CitationPage {
  /** Number of citations found. */
  @ApiProperty({ type: 'integer', minimum: 0 })
  total: number;

  /** Newest first. */
  @ApiProperty({ type: [CitationResponse] })
  citations: CitationResponse[];

  /** `cursor` of the next page; absent on the last page. Also in the `Link` header. */
  nextCursor?: string;
}

function inShort(citation: Citation): CitationResponse {
  const { id, text, title, journal, year, design, population, funding, conflictOfInterest } = citation;
  const { doi, doiSeen, pmid, cochrane, verifiedAt, note } = citation;
  return {
    id,
    text,
    reference: citation.reference ?? text,
    title,
    authors: citation.authors && citation.authors.map(nameInWords),
    journal,
    year,
    design,
    population,
    funding,
    conflictOfInterest,
    doi,
    doiUrl: doi === null ? null : `https://doi.org/${encodeURIComponent(doi).replaceAll('%2F', '/')}`,
    doiSeen,
    pmid,
    pubmedUrl: pmid === null ? null : `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`,
    cochrane,
    retraction: {
      state: citation.retraction,
      on: citation.retractionOn,
      notice: citation.retractionNotice,
    },
    verifiedAt,
    note,
  };
}
