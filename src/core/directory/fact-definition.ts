import type { Medication, MedicationStance } from '../vocabulary/medications.js';

/**
 * What a source says about a list: some codes apply (`yes`), some do not (`no`), some may (`maybe`: it reported the
 * category, but not which). With `complete: true` the source claims to have named all: a code it does not name is `no`.
 * Otherwise such a code is unknown.
 */
export interface ListStatement<Code extends string> {
  readonly yes?: readonly Code[];
  readonly no?: readonly Code[];
  readonly maybe?: readonly Code[];
  readonly complete?: boolean;
}

/** Codes that this project does not list: any text of this format is one. */
export interface OpenCodes {
  /** Regular expression (ECMA-262). */
  readonly pattern: string;
  /** In characters. */
  readonly maxLength?: number;
}

/** Whether these are all possible codes. */
export function isListed(codes: readonly string[] | OpenCodes): codes is readonly string[] {
  return Array.isArray(codes);
}

declare const allowed: unique symbol;

/** JSON Schema (draft-07 keywords) of the values that have this type. */
export type SchemaOf<Value> = Readonly<Record<string, unknown>> & { readonly [allowed]?: Value };

/** Properties of every fact, of any kind. */
interface AnyFact {
  /**
   * Whether the matching engine uses it. `as-claims`: as claims of a program, each with its provenance; `as-operator`: only
   * where it says that a program is run for certain people. A fact with `false` cannot affect a rank: the engine does not
   * receive it.
   */
  readonly matched: boolean | 'as-claims' | 'as-operator';
  /** Days after the statement for which it counts; without it the fact never expires. */
  readonly shelfLifeDays?: number;
  /**
   * It changes from day to day: only statements of the newest day count, and statements disagree only if they are of
   * the same day.
   */
  readonly movesDaily?: true;
  /** A wrong statement can harm a client: tickets on it are closed in days, not weeks. */
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

/** One value with a format of its own. */
export interface ValueFact extends AnyFact {
  readonly kind: 'value';
  readonly schema: SchemaOf<unknown>;
  readonly example: unknown;
  /** A field of the value that says how exact it is: a more exact value is taken whatever the standing or date of another. */
  readonly exactness?: {
    readonly field: string;
    /** The most exact first. */
    readonly order: readonly string[];
  };
}

/** What the program does with each medication. One fact has this kind. */
export interface MedicationsFact extends AnyFact {
  readonly kind: 'medications';
  readonly example: Readonly<Partial<Record<Medication, MedicationStance>>>;
}

/** The complete definition of a fact: how it is stated, how long it counts, and whether a match uses it. */
export type FactDefinition = ListFact | FlagFact | CodeFact | ValueFact | MedicationsFact;
export type FactKind = FactDefinition['kind'];

/** Facts by name, in the order in which they are listed everywhere. */
export type FactTable = Readonly<Record<string, FactDefinition>>;

/** The type in which a source states a fact. */
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
