import type { AuthorName } from '../../core/evidence/citation-record.js';
import { doisNamedIn, pmidNamedIn } from '../../core/evidence/identifiers-in-text.js';
import { NotOfThisFormat, readEach, type ReadRecord } from './read-record.js';
import { recordOfDraft, yearIn } from './record-of-draft.js';

/** Reads CSL-JSON: one item, or an array of items, as exported by reference managers. */
export function readCslJson(text: string): ReadRecord[] {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    throw new NotOfThisFormat(
      'is not JSON; export the library as CSL-JSON, or give the actual format of the file',
    );
  }
  const items: unknown[] = Array.isArray(file) ? file : [file];
  if (!items.some(isObject))
    throw new NotOfThisFormat('is JSON without any CSL-JSON items; it must be an array of objects');
  return readEach(items, (item) =>
    isObject(item) ? readItem(item) : { flaw: 'is not an object; every CSL-JSON item is an object' },
  );
}

type Item = Readonly<Record<string, unknown>>;

function readItem(item: Item): ReadRecord {
  const note = textOf(item['note']);
  return recordOfDraft({
    title: textOf(item['title']),
    authors: namesOf(item['author']),
    journal: textOf(item['container-title']),
    year: yearOf(item['issued']),
    volume: textOf(item['volume']),
    issue: textOf(item['issue']),
    pages: textOf(item['page']) ?? textOf(item['number']),
    url: textOf(item['URL']),
    // Zotero writes what its fields cannot hold into the note, one line each.
    doi: textOf(item['DOI']) ?? noted(note, 'DOI') ?? only(doisNamedIn(note ?? '')),
    pmid: textOf(item['PMID']) ?? noted(note, 'PMID') ?? pmidNamedIn(note ?? ''),
  });
}

/** A note that names more than one work does not say which is this one. */
function only(found: readonly string[]): string | undefined {
  return found.length === 1 ? found[0] : undefined;
}

function noted(note: string | undefined, name: string): string | undefined {
  return new RegExp(`^${name}: *(\\S+)`, 'im').exec(note ?? '')?.[1];
}

/** CSL allows a list where some exporters write one value: the first text is used. */
function textOf(value: unknown): string | undefined {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof one === 'number') return String(one);
  return typeof one === 'string' ? one : undefined;
}

function namesOf(value: unknown): AuthorName[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return value.filter(isObject).flatMap((name): AuthorName[] => {
    const part = (key: string) => textOf(name[key])?.trim() || undefined;
    const [family, given, suffix, literal] = ['family', 'given', 'suffix', 'literal'].map(part);
    const particle = part('non-dropping-particle') ?? part('dropping-particle');
    if (family === undefined) {
      const whole = literal ?? given;
      return whole === undefined ? [] : [{ literal: whole }];
    }
    return [{ family, ...(given && { given }), ...(suffix && { suffix }), ...(particle && { particle }) }];
  });
}

function yearOf(issued: unknown): number | undefined {
  if (!isObject(issued)) return yearIn(textOf(issued) ?? '');
  const parts: unknown = issued['date-parts'];
  const first: unknown = Array.isArray(parts) && Array.isArray(parts[0]) ? parts[0][0] : undefined;
  return yearIn(textOf(first) ?? textOf(issued['raw']) ?? textOf(issued['literal']) ?? '');
}

function isObject(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
