import { readCslJson } from './read-csl-json.js';
import { readMedline } from './read-medline.js';
import type { ReadRecord } from './read-record.js';
import { readRis } from './read-ris.js';

export const CITATION_FORMATS = ['csl-json', 'ris', 'pubmed'] as const;
export type CitationFormat = (typeof CITATION_FORMATS)[number];

const READERS: Readonly<Record<CitationFormat, (text: string) => ReadRecord[] | Promise<ReadRecord[]>>> = {
  'csl-json': readCslJson,
  ris: readRis,
  pubmed: readMedline,
};

/** The records of a file in their order; throws `NotOfThisFormat`. */
export async function readCitationFile(text: string, format: CitationFormat): Promise<ReadRecord[]> {
  return READERS[format](text.replace(/^\uFEFF/, ''));
}
