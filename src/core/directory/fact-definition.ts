import type { Medication, MedicationStance } from '../vocabulary/medications.js';

/**
 * What a source says of a list: some codes are so (`yes`), some are not (`no`), some may be (`maybe`: it
 * reported the category, but not which). With `complete: true` the source means to have named all: a code it
 * does not name is `no`. Otherwise such a code is unknown.
 */
export interface ListStatement<Code extends string> {
  readonly yes?: readonly Code[];
  readonly no?: readonly Code[];
  readonly maybe?: readonly Code[];
  readonly complete?: boolean;
}

/** Codes that this project does not list: any text of this form is one. */
export interface OpenCodes {
  /** Regular expression (ECMA-262). */
  readonly pattern: string;
  /** In characters. */
  readonly maxLength?: number;
}

/** Whether these are all the codes there are. */
export function isListed(codes: readonly string[] | OpenCodes): codes is readonly string[] {
  return Array.isArray(codes);
}

declare const allowed: unique symbol;

/** JSON Schema (draft-07 keywords) of the values that have this type. */
export type SchemaOf<Value> = Readonly<Record<string, unknown>> & { readonly [allowed]?: Value };

/** What is so of every fact, of whatever kind. */
interface AnyFact {
  /**
   * Whether the matching engine reads it. `as-claims`: it does, as claims to deliver an approach, each with its
   * provenance. A fact with `false` cannot move a rank: nothing brings it into the engine.
   */
  readonly matched: boolean | 'as-claims';
  /** Days after the statement on which it still counts; without it the fact keeps. */
  readonly shelfLifeDays?: number;
  /** It changes from day to day: only statements of the newest day count, and only two of one day disagree. */
  readonly movesDaily?: true;
  /** A wrong statement can hurt a client: tickets on it are closed in days, not weeks. */
  readonly safety?: true;
}

/** Codes of a vocabulary, each stated yes, no or maybe. */
export interface ListFact extends AnyFact {
  readonly kind: 'list';
  readonly codes: readonly string[] | OpenCodes;
  readonly example: ListStatement<string>;
}

/** True or false. */
export interface FlagFact extends AnyFact {
  readonly kind: 'flag';
  readonly example: boolean;
}

/** One code of a vocabulary. */
export interface CodeFact extends AnyFact {
  readonly kind: 'code';
  readonly codes: readonly string[];
  readonly example: string;
}

/** One value of a form of its own. */
export interface ValueFact extends AnyFact {
  readonly kind: 'value';
  readonly schema: SchemaOf<unknown>;
  readonly example: unknown;
}

/** What is done with each medication. One fact has this kind. */
export interface MedicationsFact extends AnyFact {
  readonly kind: 'medications';
  readonly example: Readonly<Partial<Record<Medication, MedicationStance>>>;
}

/** All that has to be known of a fact: how it is stated, how long it counts, and whether a match reads it. */
export type FactDefinition = ListFact | FlagFact | CodeFact | ValueFact | MedicationsFact;
export type FactKind = FactDefinition['kind'];

/** Facts by their names, in the order in which they are listed everywhere. */
export type FactTable = Readonly<Record<string, FactDefinition>>;

/** The form in which a source states a fact. */
export type StatementOf<Fact extends FactDefinition> = Fact extends {
  readonly codes: readonly (infer Code extends string)[];
}
  ? Fact extends ListFact
    ? ListStatement<Code>
    : Code
  : Fact extends ListFact
    ? ListStatement<string>
    : Fact extends FlagFact
      ? boolean
      : Fact extends { readonly schema: SchemaOf<infer Value> }
        ? Value
        : Fact extends MedicationsFact
          ? Readonly<Partial<Record<Medication, MedicationStance>>>
          : never;

/** The names of the facts of these kinds. */
export type KeyOfKind<Table extends FactTable, Kind extends FactKind> = {
  [Key in keyof Table]: Table[Key]['kind'] extends Kind ? Key : never;
}[keyof Table] &
  string;

/** The names of the facts of these kinds, in the table's order. */
export function keysOfKind<Table extends FactTable, Kind extends FactKind>(
  table: Table,
  ...kinds: readonly Kind[]
): readonly KeyOfKind<Table, Kind>[] {
  return Object.keys(table).filter((key) =>
    (kinds as readonly FactKind[]).includes(table[key]!.kind),
  ) as KeyOfKind<Table, Kind>[];
}
