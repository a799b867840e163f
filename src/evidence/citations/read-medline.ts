import type { AuthorName } from '../../core/evidence/citation-record.js';
import { doisNamedIn } from '../../core/evidence/identifiers-in-text.js';
import { NotOfThisFormat, readEach, type ReadRecord } from './read-record.js';
import { recordOfDraft, yearIn } from './record-of-draft.js';
import { shortAuthorName } from './short-author-name.js';

/** Lines of a record by tag, each with its continuation; the order within a tag is kept. */
type TaggedLines = ReadonlyMap<string, readonly string[]>;

/** Publication types that do not indicate the design. */
const NO_DESIGN =
  /^(?:journal article|research support|english abstract|retract|video|comment|published erratum)/i;

/**
 * Reads PubMed's format (.nbib, "MEDLINE display format"): a tag of four columns, a hyphen, the value; continued after
 * six spaces; records are separated by blank lines (https://www.nlm.nih.gov/bsd/mms/medlineelements.html). Implemented
 * here because existing libraries cut DOIs at hyphens and brackets, or need a newer Node.
 */
export function readMedline(text: string): ReadRecord[] {
  const records = recordsOf(text);
  if (records.length === 0)
    throw new NotOfThisFormat(
      'has no line that begins with "PMID- ", as every PubMed record does; give its actual format',
    );
  return readEach(records, readRecord);
}

function recordsOf(text: string): TaggedLines[] {
  const records: Map<string, string[]>[] = [];
  let values: string[] | undefined;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [, tag, value = ''] = /^([A-Z][A-Z0-9]{1,3}) {0,2}- ?(.*)$/.exec(line) ?? [];
    if (tag !== undefined && line[4] === '-') {
      if (tag === 'PMID') records.push(new Map());
      values = undefined;
      const record = records.at(-1);
      if (!record) continue;
      values = record.get(tag) ?? [];
      record.set(tag, values);
      values.push(value.trim());
    } else if (/^ {6}\S/.test(line) && values) {
      values[values.length - 1] += ` ${line.trim()}`;
    } else values = undefined;
  }
  return records;
}

function readRecord(lines: TaggedLines): ReadRecord {
  const all = (tag: string): readonly string[] => lines.get(tag) ?? [];
  const first = (tag: string): string | undefined => all(tag)[0];
  const types = all('PT');
  return recordOfDraft({
    title: (first('TI') ?? first('BTI'))?.replace(/\.$/, ''),
    authors: [...authorsOf(all('FAU'), all('AU')), ...all('CN').map((literal) => ({ literal }))],
    journal: first('JT') ?? first('TA'),
    year: yearIn(first('DP') ?? ''),
    volume: first('VI'),
    issue: first('IP'),
    pages: first('PG'),
    design:
      types
        .filter((type) => !NO_DESIGN.test(type))
        .join(', ')
        .toLowerCase() || undefined,
    funding: [...new Set(all('GR'))].join('; '),
    conflictOfInterest: first('COIS'),
    pmid: first('PMID'),
    doi:
      [...all('LID'), ...all('AID')].find((id) => / \[doi\]$/i.test(id))?.replace(/ \[doi\]$/i, '') ??
      doisNamedIn(first('SO') ?? '')[0],
    remark: remarkOf(lines, types),
  });
}

/** A retraction affects the ratings based on the work, so it is never taken from a file alone. */
function remarkOf(lines: TaggedLines, types: readonly string[]): string | undefined {
  if (types.some((type) => /^retracted publication$/i.test(type)) || lines.has('RIN'))
    return `PubMed marks it as retracted${inWords(lines.get('RIN'))}; record the retraction, so that its ratings are reviewed again`;
  if (lines.has('ECI'))
    return `PubMed lists an expression of concern about it${inWords(lines.get('ECI'))}; look at it`;
  return undefined;
}

function inWords(notices: readonly string[] = []): string {
  return notices.length === 0 ? '' : ` (${notices.join('; ')})`;
}

/** Full names if PubMed has them, else the short ones: `Sordo L`. */
function authorsOf(full: readonly string[], short: readonly string[]): AuthorName[] {
  if (full.length > 0)
    return full.map((name) => {
      const [family = name, given, suffix] = name.split(/, +/);
      return { family, ...(given && { given }), ...(suffix && { suffix }) };
    });
  return short.map((name) => shortAuthorName(name) ?? { family: name });
}
