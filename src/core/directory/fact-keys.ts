import { type FactTable, type KeyOfKind, keysOfKind, type ListStatement } from './fact-definition.js';
import { FACTS } from './facts.js';
import type { FactKey, StatedFacts } from './source-record.js';

const VALUE_KINDS = ['flag', 'code', 'value'] as const;

/** Facts that are lists of codes. */
export type ListKey = KeyOfKind<typeof FACTS, 'list'>;

/** Facts that are single values: neither lists nor medications. */
export type ValueKey = KeyOfKind<typeof FACTS, (typeof VALUE_KINDS)[number]>;

export type CodeOf<K extends ListKey> =
  NonNullable<StatedFacts[K]> extends ListStatement<infer Code> ? Code : never;

export const listKeysOf = <Table extends FactTable>(facts: Table) => keysOfKind(facts, 'list');
export const valueKeysOf = <Table extends FactTable>(facts: Table) => keysOfKind(facts, ...VALUE_KINDS);

export const LIST_KEYS: readonly ListKey[] = listKeysOf(FACTS);
export const VALUE_KEYS: readonly ValueKey[] = valueKeysOf(FACTS);

/** All facts: lists, then values, then medications. */
export const FACT_KEYS: readonly FactKey[] = [...LIST_KEYS, ...VALUE_KEYS, 'medications'];
