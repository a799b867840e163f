import { readDoi } from '../../core/evidence/citation-identifiers.js';
import type { AuthorName } from '../../core/evidence/citation-record.js';
import { doiOfAddress, doisNamedIn, pmidNamedIn } from '../../core/evidence/identifiers-in-text.js';
import type { CslItem } from './csl-item.js';
import { NotOfThisFormat, readEach, type ReadRecord } from './read-record.js';
import { recordOfDraft, yearIn } from './record-of-draft.js';
import { shortAuthorName } from './short-author-name.js';

/** A record as the parser splits it: a tag that is repeated has a list. */
type RisRecord = Readonly<Record<string, string | readonly string[]>>;
/** The parser's result for a record. */
type Parsed = Partial<Omit<CslItem, 'issued'>>;

/** Tags of which every value counts; of any other that is repeated, the first value does. */
const REPEATED = new Set(['AU', 'A1', 'A2', 'A3', 'A4', 'ED', 'KW']);

/** Where exporters write the address of the work, the address of its page, or its DOI. */
const ADDRESSES = ['UR', 'L1', 'L2', 'L3', 'L4', 'LK'];
/** Where exporters write a DOI for lack of a tag of its own: EBSCO `L3` and `M3`, Mendeley `DI`, others in notes. */
const NOTES = ['DI', 'L3', 'M3', 'N1', 'M1', 'M2', 'C3', 'ID'];
/** The databases of EBSCO that are MEDLINE, by its short names (from memory). */
const MEDLINE_OF_EBSCO = /^(?:cmedm|mdc|mdl|mnh)$/i;

/** Reads both versions of RIS with the parser of Citation.js. */
export async function readRis(text: string): Promise<ReadRecord[]> {
  const [{ default: citationJs }] = await Promise.all([
    import('@citation-js/core'),
    import('@citation-js/plugin-ris'),
  ]);
  const { input } = citationJs.plugins;
  const records = recordsOf(text);
  if (records.length === 0)
    throw new NotOfThisFormat(
      'has no line that begins with "TY  - ", as every RIS record does; give its actual format',
    );
  return readEach(records, (lines) => {
    const [record = {}] = input.data(lines, '@ris/file') as RisRecord[];
    const single = Object.fromEntries(
      Object.entries(record).map(([tag, value]) => [tag, REPEATED.has(tag) ? value : firstOf(value)]),
    );
    // Only parsers of RIS are used, whatever the record looks like: others would send requests.
    const kind = input.type(single);
    const parsed = input.data(single, kind.startsWith('@ris/') ? kind : '@ris/record') as Parsed;
    if (parsed.type === undefined)
      return { flaw: `TY: ${firstOf(record['TY'])} is not a RIS type; an article is JOUR` };
    return recordOfDraft(draftOf(record, parsed));
  });
}

function draftOf(record: RisRecord, parsed: Parsed): Parameters<typeof recordOfDraft>[0] {
  const first = (...tags: readonly string[]) =>
    tags.map((tag) => firstOf(record[tag])).find((value) => value !== undefined);
  return {
    title: (parsed.title ?? first('TI', 'T1', 'CT'))?.replace(/(?<!\.)\.$/, ''),
    authors: parsed.author?.flatMap(namesOf),
    journal: parsed['container-title'] ?? first('T2', 'JF', 'JO', 'JA', 'J1', 'J2', 'BT'),
    year: yearIn(first('PY', 'Y1', 'DA', 'Y2') ?? ''),
    volume: parsed.volume ?? first('VL'),
    issue: parsed.issue ?? first('IS', 'CP'),
    pages: pagesOf(first('SP'), first('EP')) ?? first('C7', 'AR'),
    url: allOf(record, ['UR', 'LK']).find((value) => /^https?:/i.test(value)),
    pmid: pmidOf(record),
    cochrane: /^CD[0-9]{6}/i.exec(first('AN') ?? '')?.[0],
    ...doiOf(record),
  };
}

/**
 * The DOI where its own tag has it, else where exporters write it instead. Notes that name more than one are not
 * believed: one of them is that of another work.
 */
function doiOf(record: RisRecord): { doi?: string | undefined; remark?: string } {
  const own = allOf(record, ['DO']);
  const good = own.find((value) => readDoi(value).value !== undefined);
  if (good !== undefined) return { doi: good };
  const inAddress = allOf(record, ADDRESSES).map(doiOfAddress).find(Boolean);
  if (inAddress !== undefined) return { doi: inAddress };
  const named = [...new Set(allOf(record, NOTES).flatMap(doisNamedIn))];
  if (named.length === 1) return { doi: named[0] };
  return {
    doi: own[0],
    ...(named.length > 1 && {
      remark: `its notes name ${named.length} DOIs, of which none is taken; write that of the work into DO`,
    }),
  };
}

/** PubMed's number: by a tag of its own, as the accession number of PubMed or MEDLINE, in an address, in a note. */
function pmidOf(record: RisRecord): string | undefined {
  const accession = firstOf(record['AN']) ?? '';
  const prefixed = /^(?:medline|pmid|pubmed)\s*[:\s]\s*([0-9]{1,9})$/i.exec(accession)?.[1];
  if (prefixed !== undefined) return prefixed;
  const database = firstOf(record['DB']) ?? '';
  const source = `${database} ${firstOf(record['DP']) ?? ''}`;
  if (/^[0-9]{1,9}$/.test(accession) && (/pubmed|medline/i.test(source) || MEDLINE_OF_EBSCO.test(database)))
    return accession;
  // Embase has MEDLINE's number in C5.
  const ofEmbase = /embase/i.test(source) ? /^[0-9]{1,9}$/.exec(firstOf(record['C5']) ?? '')?.[0] : undefined;
  return (
    ofEmbase ??
    allOf(record, [...ADDRESSES, ...NOTES])
      .map(pmidNamedIn)
      .find(Boolean)
  );
}

/** `1-9`, also where the first page already says both. */
function pagesOf(start: string | undefined, end: string | undefined): string | undefined {
  if (start === undefined || end === undefined || start === end) return start ?? end;
  return /[-–—]/.test(start) ? start : `${start}-${end}`;
}

/**
 * The text of each record, with each value in one line and without blank values: the parser would join all values of a
 * repeated tag if one is continued, and would cut a value at what looks like another tag. What stands between records,
 * such as a remark of the exporter, belongs to none.
 */
function recordsOf(text: string): string[] {
  const records: string[][] = [];
  let lines: string[] | undefined;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [, tag, value = ''] = /^\s{0,3}([A-Z][A-Z0-9]) {1,2}-(?: (.*))?$/.exec(line) ?? [];
    if (tag === 'TY') records.push((lines = []));
    if (tag === 'ER') lines = undefined;
    else if (tag !== undefined) lines?.push(`${tag}  - ${value.replace(/\s+/g, ' ').trim()}`);
    else if (line.trim() !== '') lines?.push(`${lines.pop() ?? ''} ${line.replace(/\s+/g, ' ').trim()}`);
  }
  return records.map((one) => one.join('\n'));
}

function firstOf(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'object' ? value[0] : value;
}

function allOf(record: RisRecord, tags: readonly string[]): string[] {
  return tags.flatMap((tag) => record[tag] ?? []);
}

function namesOf({ family, given, suffix, literal }: NonNullable<CslItem['author']>[number]): AuthorName[] {
  if (family !== undefined) return [{ family, ...(given && { given }), ...(suffix && { suffix }) }];
  const whole = literal ?? given;
  if (whole === undefined || /^et al\.?$/i.test(whole)) return [];
  return [shortAuthorName(whole) ?? { literal: whole }];
}
