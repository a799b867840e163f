import type { CslItem } from './csl-item.js';
import type { AuthorName } from '../../core/evidence/citation-record.js';
import { NotOfThisFormat, type ReadRecord } from './read-record.js';
import { recordOfDraft, yearIn } from './record-of-draft.js';

type RisRecord = Readonly<Record<string, string | readonly string[]>>;
/** The parser's result for a record; a date that it cannot read is left unparsed. */
type Parsed = Partial<Omit<CslItem, 'issued'>> & { issued?: { 'date-parts'?: number[][]; raw?: string } };

/** Reads both versions of RIS with the parser of Citation.js. */
export async function readRis(text: string): Promise<ReadRecord[]> {
  const [{ default: citationJs }] = await Promise.all([
    import('@citation-js/core'),
    import('@citation-js/plugin-ris'),
  ]);
  const { input } = citationJs.plugins;
  // Text before the first record, such as a remark of the exporter, does not belong to it.
  const start = text.search(/^TY {2}-/m);
  if (start < 0)
    throw new NotOfThisFormat(
      'has no line that begins with "TY  - ", as every RIS record does; give its actual format',
    );
  const records = input.data(oneLineATag(text.slice(start)), '@ris/file') as RisRecord[];
  return records.map((record) => {
    // Only parsers of RIS are used, whatever the record looks like: others would send requests.
    const kind = input.type(record);
    const parsed = input.data(record, kind.startsWith('@ris/') ? kind : '@ris/record') as Parsed;
    if (parsed.type === undefined)
      return { flaw: `TY: ${valueOf(record, 'TY')} is not a RIS type; an article is JOUR` };
    return recordOfDraft({
      title: parsed.title,
      authors: parsed.author?.flatMap(namesOf),
      journal: parsed['container-title'],
      year: yearIn(String(parsed.issued?.['date-parts']?.[0]?.[0] ?? parsed.issued?.raw ?? '')),
      volume: parsed.volume,
      issue: parsed.issue,
      pages: parsed.page,
      url: parsed.URL,
      doi: valueOf(record, 'DO') ?? parsed.DOI,
      pmid: pmidOf(record),
      cochrane: /^CD[0-9]{6}/i.exec(valueOf(record, 'AN') ?? '')?.[0],
    });
  });
}

/**
 * The same file with each value in one line and without blank values: the parser would join all values of a repeated
 * tag if one is continued, and would cut a value at what looks like another tag.
 */
function oneLineATag(text: string): string {
  const lines: string[] = [];
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [, tag, value = ''] = /^([A-Z][A-Z0-9] {2}-)(?: (.*))?$/.exec(line) ?? [];
    if (tag !== undefined) lines.push(`${tag} ${value.replace(/\s+/g, ' ').trim()}`);
    else if (line.trim() !== '') lines.push(`${lines.pop() ?? ''} ${line.replace(/\s+/g, ' ').trim()}`);
  }
  return lines.join('\n');
}

/** The accession number is PubMed's if the record says that PubMed is the database. */
function pmidOf(record: RisRecord): string | undefined {
  const database = `${valueOf(record, 'DB') ?? ''} ${valueOf(record, 'DP') ?? ''}`;
  const number = valueOf(record, 'AN');
  return number !== undefined && /pubmed|medline/i.test(database) ? number : undefined;
}

function valueOf(record: RisRecord, tag: string): string | undefined {
  const value = record[tag];
  return typeof value === 'object' ? value[0] : value;
}

function namesOf({ family, given, suffix, literal }: NonNullable<CslItem['author']>[number]): AuthorName[] {
  if (family !== undefined) return [{ family, ...(given && { given }), ...(suffix && { suffix }) }];
  const whole = literal ?? given;
  return whole === undefined ? [] : [{ literal: whole }];
}
