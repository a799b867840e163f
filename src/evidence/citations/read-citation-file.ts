import type { CitationFormat } from './citation-formats.js';
import { readCslJson } from './read-csl-json.js';
import { readMedline } from './read-medline.js';
import type { ReadRecord } from './read-record.js';
import { readRis } from './read-ris.js';

const READERS: Readonly<Record<CitationFormat, (text: string) => ReadRecord[] | Promise<ReadRecord[]>>> = {
  'csl-json': readCslJson,
  ris: readRis,
  pubmed: readMedline,
};

/** The records of a file in order; throws `NotOfThisFormat`. */
export async function readCitationFile(text: string, format: CitationFormat): Promise<ReadRecord[]> {
  return READERS[format](text.replace(/^\uFEFF/, ''));
}
