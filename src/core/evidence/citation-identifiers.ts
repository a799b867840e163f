/** An identifier in its standard form, or what is wrong with it and how to fix it. */
export type IdentifierReading =
  | { readonly value: string; readonly flaw?: undefined }
  | { readonly value?: undefined; readonly flaw: string };

/** The public identifiers of a work; `null` if not recorded. */
export interface CitationIdentifiers {
  /** Lower case, without resolver: `10.1136/bmj.j1550`. */
  readonly doi: string | null;
  /** Digits without leading zeros: `28446428`. */
  readonly pmid: string | null;
  /** Of a review, shared by its versions: `CD002207`. */
  readonly cochrane: string | null;
}

const LONGEST_DOI = 300;
/** No identifier is written with more characters around it than this. */
const LONGEST_TEXT = 1000;
const DOI = /^10\.[0-9]{4,9}(?:\.[0-9]+)*\/[^\s\p{C}\p{Z}]+$/u;
const DOI_PREFIX =
  /^(?:https?:\/\/)?(?:(?:dx|www)\.)?doi\.org\/+|^doi\s*[:=]\s*|^doi\s+(?=10\.)|^info:doi\//i;
const COCHRANE_DOI = /^10\.1002\/14651858\.((?:CD|MR|ED)[0-9]{6})(?:\.|$)/i;
const PUBMED_PAGE =
  /^(?:https?:\/\/)?(?:www\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov\/(?:m\/)?pubmed)\/([0-9]+)(?:[/?#].*)?$/i;

/**
 * Reads a DOI in any common notation into its standard form: without resolver, escapes and surrounding punctuation, in
 * lower case, since case has no meaning in a DOI.
 */
export function readDoi(text: string): IdentifierReading {
  const tooLong = { flaw: `is longer than ${LONGEST_DOI} characters; give only the DOI` };
  if (text.length > LONGEST_TEXT) return tooLong;
  const doi = withoutCase(bareDoi(text));
  if (doi === '') return { flaw: 'is blank; give a DOI such as 10.1136/bmj.j1550, or leave it out' };
  if (doi.length > LONGEST_DOI) return tooLong;
  if (DOI.test(doi)) return { value: doi };
  return { flaw: flawOfDoi(doi) };
}

/** Reads a PubMed number in any common notation, including the address of its page, without leading zeros. */
export function readPmid(text: string): IdentifierReading {
  const bare = text.trim();
  const digits = (PUBMED_PAGE.exec(bare)?.[1] ?? bare.replace(/^pmid\s*[:=]?\s*/i, '')).replace(/^0+/, '');
  if (bare === '') return { flaw: 'is blank; give a PubMed number such as 28446428, or leave it out' };
  if (/^[1-9][0-9]{0,8}$/.test(digits)) return { value: digits };
  if (/PMC\s*[0-9]+/i.test(bare))
    return {
      flaw: 'is a PubMed Central number, which is not a PMID; give the PMID shown on the same page',
    };
  if (/(?:^|[/:])10\.[0-9]{4,}/.test(bare)) return { flaw: 'is a DOI; give it as doi' };
  return { flaw: 'must be a PubMed number: 1 to 9 digits, such as 28446428' };
}

/** Reads the number of a Cochrane review, also from its DOI: `CD002207`. */
export function readCochraneNumber(text: string): IdentifierReading {
  const bare = text.trim();
  if (bare === '') return { flaw: 'is blank; give a Cochrane number such as CD002207, or leave it out' };
  const fromDoi = bare.length > LONGEST_TEXT ? undefined : cochraneOfDoi(withoutCase(bareDoi(bare)));
  if (fromDoi !== undefined) return { value: fromDoi };
  const [, letters, digits] = /^(CD|MR|ED)\s*([0-9]+)(?:\.pub[0-9]+)?$/i.exec(bare) ?? [];
  if (letters !== undefined && digits?.length === 6) return { value: `${letters.toUpperCase()}${digits}` };
  if (letters !== undefined && digits !== undefined && digits.length < 6)
    return {
      flaw: `must have six digits; if leading zeros were lost, write ${letters.toUpperCase()}${digits.padStart(6, '0')}`,
    };
  if (/^CN-?[0-9]+$/i.test(bare))
    return {
      flaw: 'is the number of a trial in CENTRAL, not of a review; give the DOI or PMID of the trial',
    };
  return { flaw: 'must be the number of a Cochrane review: CD and six digits, such as CD002207' };
}

/** The number of the Cochrane review to which a DOI in its standard form belongs; `undefined` for any other work. */
export function cochraneOfDoi(doi: string): string | undefined {
  return COCHRANE_DOI.exec(doi)?.[1]?.toUpperCase();
}

/** Why these cannot be the identifiers of one work; `undefined` if they can. */
export function identifierContradiction({ doi, cochrane }: CitationIdentifiers): string | undefined {
  const ofDoi = doi === null ? undefined : cochraneOfDoi(doi);
  if (ofDoi === undefined || cochrane === null || ofDoi === cochrane) return undefined;
  return `is ${cochrane}, but the DOI ${doi} is that of ${ofDoi}; correct one of them`;
}

function bareDoi(text: string): string {
  // The result of one round may still be wrapped: `<doi:https://doi.org/10.…>`.
  let bare = text;
  for (let before; before !== bare;) {
    before = bare;
    bare = withoutPunctuation(decoded(withoutResolver(bare.trim())));
  }
  return bare;
}

function withoutResolver(text: string): string {
  const rest = text.replace(DOI_PREFIX, '');
  // An unescaped query or fragment belongs to the address; in a DOI it would be escaped.
  return /^(?:https?:\/\/)?(?:(?:dx|www)\.)?doi\.org\//i.test(text) ? rest.replace(/[?#].*$/s, '') : rest;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const PAIRS = [
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['<', '>'],
] as const;

function withoutPunctuation(text: string): string {
  const rest = text.replace(/^[<[({"'“‘\s]+(?=10\.|doi|https?:)/i, '').replace(/[\s.,;:"'”’]+$/, '');
  const last = rest.at(-1);
  const pair = PAIRS.find(([, close]) => close === last);
  if (!pair) return rest;
  const count = (sign: string) => rest.split(sign).length - 1;
  return count(pair[1]) > count(pair[0]) ? rest.slice(0, -1) : rest;
}

function withoutCase(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function flawOfDoi(doi: string): string {
  if (/^[0-9]+$/.test(doi)) return 'is only a number; if it is a PubMed number, give it as pmid';
  if (/^(?:cd|mr|ed)[0-9]{6}/.test(doi)) return 'is a Cochrane number; give it as cochrane';
  if (/^https?:/.test(doi))
    return 'is the address of a page; give the DOI shown on that page, which begins with 10.';
  if (/^10\.[0-9]{4,9}(?:\.[0-9]+)*\/?$/.test(doi))
    return 'is incomplete: the slash and what follows it are missing; give all of it, such as 10.1136/bmj.j1550';
  if (/^10\.[0-9.]+\//.test(doi) && /[\s\p{C}\p{Z}]/u.test(doi))
    return 'contains white space; remove it, or what follows it';
  return 'must be a DOI: 10., a number, a slash and a name, such as 10.1136/bmj.j1550';
}
