import { readDoi, readPmid } from './citation-identifiers.js';

const LABELLED_DOI = /\bdoi(?:\.org)?\s*[:=/]?\s*(10\.[0-9]{4,9}(?:\.[0-9]+)*\/[^\s"<>]+)/gi;
const DOI_IN_PATH = /\/(10\.[0-9]{4,9}(?:\.[0-9]+)*\/[^\s?#"<>]+)/i;
/** What publishers write behind a DOI in an address: the page of the abstract, the text, the file. */
const PAGE_OF_WORK =
  /\/(?:abs|abstract|citations|epdf|epub|full|full-html|full-text|fulltext|html|meta|metrics|pdf|pdfdirect|pdfplus|references|standard|summary|xml)\/?$/i;
const LABELLED_PMID = /\b(?:pmid|pubmed id)\s*[:=]?\s*([0-9]{1,9})(?![0-9])/i;

/**
 * The different DOIs that a note names as such: `DOI: 10.1136/bmj.j1550`, or a text that is nothing but a DOI. In
 * standard form and in order.
 */
export function doisNamedIn(note: string): string[] {
  const whole = readDoi(note).value;
  if (whole !== undefined) return [whole];
  const named = [...note.matchAll(LABELLED_DOI)].flatMap(([, doi]) => readDoi(doi!).value ?? []);
  return [...new Set(named)];
}

/** The DOI in the address of a resolver or a publisher: `https://journal.example/doi/full/10.5555/fic.1`. */
export function doiOfAddress(address: string): string | undefined {
  if (!/^(?:https?:\/\/|www\.)/i.test(address.trim())) return undefined;
  const inPath = DOI_IN_PATH.exec(decodedAddress(address))?.[1];
  if (inPath === undefined) return undefined;
  let doi = inPath.replace(/\.pdf$/i, '');
  while (PAGE_OF_WORK.test(doi)) doi = doi.replace(PAGE_OF_WORK, '');
  return readDoi(doi).value;
}

/** The PubMed number that a note names as such, or that the address of PubMed's page has. */
export function pmidNamedIn(text: string): string | undefined {
  const labelled = LABELLED_PMID.exec(text)?.[1];
  const address = /ncbi\.nlm\.nih\.gov\//i.test(text) ? text : undefined;
  const found = labelled ?? address;
  return found === undefined ? undefined : readPmid(found).value;
}

function decodedAddress(address: string): string {
  try {
    return decodeURIComponent(address.replace(/[?#].*$/s, ''));
  } catch {
    return address;
  }
}
