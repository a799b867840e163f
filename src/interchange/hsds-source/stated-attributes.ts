import { type FactDefinition, isListed } from '../../core/directory/fact-definition.js';
import { FACTS } from '../../core/directory/facts.js';
import type { StatedFacts } from '../../core/directory/source-record.js';
import { flawsOfFacts } from '../../directory/stated-facts.check.js';
import { type RowIssue, rowIssue } from '../import-run/row-issue.js';
import type { ReceivedAttribute } from './hsds-objects.js';
import { type HsdsMap, STATES_NOTHING, SAME_CODES, UNDECIDED } from './hsds-map.js';
import { VALUE_TAXONOMY } from './our-taxonomies.js';

/** A term that the mapping file does not have, or has not decided. */
export interface UndecidedTerm {
  readonly taxonomy: string;
  readonly code: string;
}

/** What an attribute states: facts, nothing, an issue, or nothing before its term is decided. */
export type AttributeMeaning =
  | { readonly facts: StatedFacts }
  | { readonly undecided: UndecidedTerm }
  | { readonly issue: RowIssue }
  | undefined;

const WORDS: ReadonlySet<string> = new Set(['yes', 'no', 'maybe']);

/**
 * What one attribute states by the mapping file. A value of `no` or `maybe` turns what a term of a list means; any other value
 * of such a term is an issue, as it may be about something else.
 *
 * @param pointer its place in the service: `/attributes/3`
 */
export function meaningOfAttribute(
  { value, taxonomy_term: term }: ReceivedAttribute,
  pointer: string,
  { taxonomies = {} }: HsdsMap,
): AttributeMeaning {
  const taxonomy = term?.taxonomy ?? term?.taxonomy_detail?.name;
  const code = term?.code ?? term?.name;
  if (taxonomy === undefined || code === undefined)
    return unusable(pointer, '', 'has no taxonomy, or no code');
  const meaning = Object.hasOwn(taxonomies, taxonomy) ? taxonomies[taxonomy]! : {};
  if (meaning === STATES_NOTHING) return undefined;
  if (meaning === SAME_CODES)
    return checked(ownFacts(taxonomy, code, value ?? 'yes'), pointer, `${taxonomy} ${code} ${value ?? ''}`);
  const stated = Object.hasOwn(meaning, code) ? meaning[code]! : UNDECIDED;
  if (stated === STATES_NOTHING) return undefined;
  if (stated === UNDECIDED) return { undecided: { taxonomy, code } };
  if (value === undefined || value === null || value === 'yes') return { facts: stated };
  const turned = value === 'no' || value === 'maybe' ? turnedTo(stated, value) : undefined;
  return turned
    ? { facts: turned }
    : unusable(pointer, value, 'has a value that is neither yes, no nor maybe');
}

/** What an attribute of ours states: its taxonomy is the fact. */
function ownFacts(taxonomy: string, code: string, value: string): unknown {
  if (taxonomy === 'medications') return { medications: { [code]: value } };
  if (taxonomy !== VALUE_TAXONOMY) {
    const { codes } = FACTS[taxonomy as keyof typeof FACTS] as Extract<FactDefinition, { kind: 'list' }>;
    const isCode = !isListed(codes) || codes.includes(code);
    return isCode && WORDS.has(value) ? { [taxonomy]: { [value]: [code] } } : undefined;
  }
  if (!Object.hasOwn(FACTS, code)) return undefined;
  const fact: FactDefinition = FACTS[code as keyof typeof FACTS];
  if (fact.kind === 'flag')
    return WORDS.has(value) && value !== 'maybe' ? { [code]: value === 'yes' } : undefined;
  if (fact.kind === 'code') return { [code]: value };
  if (fact.kind !== 'value') return undefined;
  const read = valueOf(fact.schema as { type?: string; items?: { type?: string } }, value);
  return read === undefined ? undefined : { [code]: read };
}

/** A value as our attributes write it: a text, a number, codes by commas, or JSON. */
function valueOf(
  schema: { readonly type?: string; readonly items?: { readonly type?: string } },
  text: string,
): unknown {
  if (schema.type === 'string') return text;
  if (schema.type === 'integer') return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
  if (schema.type === 'array' && schema.items?.type === 'string') return text.split(',');
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function checked(facts: unknown, pointer: string, shown: string): AttributeMeaning {
  if (facts === undefined || flawsOfFacts(facts).length > 0)
    return unusable(pointer, shown, 'is no code or value of ours');
  return { facts: facts as StatedFacts };
}

/** The yes codes of lists as no or maybe; `undefined` if anything else is stated. */
function turnedTo(facts: StatedFacts, word: 'no' | 'maybe'): StatedFacts | undefined {
  const turned = Object.entries(facts).map(([key, list]) => {
    const stated = list as { readonly yes?: readonly string[] };
    const isPlain = typeof list === 'object' && Object.keys(list).join() === 'yes';
    return isPlain ? [key, { [word]: stated.yes }] : undefined;
  });
  return turned.every((one) => one !== undefined) ? (Object.fromEntries(turned) as StatedFacts) : undefined;
}

function unusable(pointer: string, value: string, what: string): { readonly issue: RowIssue } {
  const message = `${pointer} ${what}. It states nothing; the rest of the service is imported.`;
  return { issue: rowIssue('unknown-code', pointer, value, message) };
}
