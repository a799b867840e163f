/** Supported formats of citation files. */
export const CITATION_FORMATS = ['csl-json', 'ris', 'pubmed'] as const;
export type CitationFormat = (typeof CITATION_FORMATS)[number];
