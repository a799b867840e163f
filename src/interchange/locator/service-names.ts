import { isJsonObject } from '../import-run/read-json-file.js';
import { type RowIssue, rowIssue } from '../import-run/row-issue.js';
import { tidy } from '../import-run/written-text.js';
import type { CodeBook } from '../samhsa/code-book.js';

/**
 * The codes of services that the locator writes by name: a list of `{ f1, f2, f3 }` with the name of a category, its code,
 * and the names of services, separated by `;`. A name is looked for in its category, as two categories may use one name. A
 * name that the book does not have is an issue and states nothing.
 */
export function codesOfServices(
  services: unknown,
  book: CodeBook,
): { readonly codes: string[]; readonly issues: RowIssue[] } {
  if (services === undefined || services === null) return { codes: [], issues: [] };
  if (!Array.isArray(services)) return { codes: [], issues: [notRead(services)] };
  const codes: string[] = [];
  const issues: RowIssue[] = [];
  for (const one of services as readonly unknown[]) {
    const { f2: category, f3: names } = isJsonObject(one) ? one : {};
    if (typeof category !== 'string' || typeof names !== 'string') {
      issues.push(notRead(one));
      continue;
    }
    for (const name of names.split(';').map(tidy)) {
      if (name === '') continue;
      const code = codeOfName(book, category.toUpperCase(), name);
      if (code === undefined) issues.push(unknownName(book, category, name));
      else codes.push(code);
    }
  }
  return { codes, issues };
}

function codeOfName(book: CodeBook, category: string, name: string): string | undefined {
  const found = namesOf(book).get(plainName(name)) ?? [];
  const [only, ...more] = found;
  return found.find((one) => one.category === category)?.code ?? (more.length === 0 ? only?.code : undefined);
}

interface NamedCode {
  readonly category: string;
  readonly code: string;
}

const knownNames = new WeakMap<CodeBook, ReadonlyMap<string, readonly NamedCode[]>>();

function namesOf(book: CodeBook): ReadonlyMap<string, readonly NamedCode[]> {
  const known = knownNames.get(book);
  if (known) return known;
  const names = new Map<string, NamedCode[]>();
  for (const { code: category, codes } of book.categories)
    for (const [code, [label]] of Object.entries(codes)) {
      const name = plainName(label);
      names.set(name, [...(names.get(name) ?? []), { category, code }]);
    }
  knownNames.set(book, names);
  return names;
}

/** Letters and digits alone: punctuation and signs of a trademark differ between lists. */
function plainName(name: string): string {
  return name.toLowerCase().replace(/[^\p{Letter}\p{Number}]+/gu, '');
}

function unknownName({ edition }: CodeBook, category: string, name: string): RowIssue {
  const message = `The code book of ${edition} has no service of this name. It states nothing; the rest of the row is imported.`;
  return rowIssue('unknown-code', 'services', `${category}: ${name}`, message);
}

function notRead(value: unknown): RowIssue {
  const message = 'services is not a list of objects with f2 and f3: it states nothing.';
  return rowIssue('unknown-code', 'services', JSON.stringify(value) ?? '', message);
}
