import { ApiProperty } from '@nestjs/swagger';
import type { Citation } from './citation.entity.js';

/** A published work that an approach's ratings stand on. */
export class CitationResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;

  /** Authors, title or journal, as far as they were noted. */
  @ApiProperty({
    example:
      'Sordo L et al. Mortality risk during and after opioid substitution treatment. BMJ 2017;357:j1550',
  })
  text: string;

  @ApiProperty({ type: 'integer', nullable: true, example: 2017 })
  year: number | null;

  /** Kind of study, in plain words. */
  @ApiProperty({ type: String, nullable: true, example: 'meta-analysis of cohorts' })
  design: string | null;

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

  /** Number of the Cochrane review. */
  @ApiProperty({ type: String, nullable: true, example: 'CD002207' })
  cochrane: string | null;

  /** Where the work was seen; `null` when it was not. */
  @ApiProperty({ type: String, nullable: true })
  verifiedAt: string | null;

  /** What is uncertain about the citation itself, such as a year from memory. */
  @ApiProperty({ type: String, nullable: true })
  note: string | null;

  static of({
    id,
    text,
    year,
    design,
    doi,
    doiSeen,
    pmid,
    cochrane,
    verifiedAt,
    note,
  }: Citation): CitationResponse {
    return {
      id,
      text,
      year,
      design,
      doi,
      doiUrl: doi === null ? null : `https://doi.org/${encodeURIComponent(doi).replaceAll('%2F', '/')}`,
      doiSeen,
      pmid,
      pubmedUrl: pmid === null ? null : `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`,
      cochrane,
      verifiedAt,
      note,
    };
  }

  /** Newest first, then by text; whatever order the database gives. */
  static listOf(citations: readonly Citation[]): CitationResponse[] {
    return citations
      .map((citation) => CitationResponse.of(citation))
      .sort((a, b) => (b.year ?? 0) - (a.year ?? 0) || (a.text < b.text ? -1 : 1));
  }
}
