import type { ResolvedFacts } from '../core/directory/resolved-facts.js';
import type { SourceRecord } from '../core/directory/source-record.js';
import type { CoordinatePrecision } from './location.entity.js';

/** A source's record of a program, with its own words kept verbatim (column → text). */
export interface IntakeRecord extends SourceRecord {
  readonly verbatim: Readonly<Record<string, string>>;
  /** How it was learned, where a person did. */
  readonly how?: string;
}

/**
 * One program as a source brings it in. Keys are the source's own and stable: the same key is the same program
 * at the next import. Text is taken as it is, already trimmed.
 */
export interface ProgramIntake {
  readonly key: string;
  readonly name: string;
  readonly nameDetail?: string;
  readonly phone?: string;
  readonly intakePhones: readonly string[];
  readonly website?: string;
  readonly fictional: boolean;
  readonly organization: { readonly key: string; readonly name: string; readonly state: string };
  readonly location: {
    readonly key: string;
    readonly street1: string;
    readonly street2?: string;
    readonly city: string;
    readonly state: string;
    readonly postalCode: string;
    /** Degrees; absent where nobody knows. */
    readonly coordinates?: {
      readonly latitude: number;
      readonly longitude: number;
      readonly precision: CoordinatePrecision;
    };
    readonly timeZone?: string;
  };
  /** The first record is the source's own; further ones are records of other sources it carries. */
  readonly records: readonly [IntakeRecord, ...IntakeRecord[]];
}

/** What the directory has to know of the evidence registry when it stores a program. */
export interface EvidenceView {
  /** The name of an approach of the registry, or `undefined` for a code it does not have. */
  approachName(code: string): string | undefined;
  /** Strength of the program's evidence by condition, 0 to 1. */
  strengths(facts: ResolvedFacts): Record<string, number>;
}

/** What storing a source's programs came to. */
export interface IntakeResult {
  readonly created: number;
  readonly changed: number;
  /** The same facts under a newer date. */
  readonly redated: number;
  readonly unchanged: number;
  readonly withdrawn: number;
  /** Vanished from this source, but another source still speaks for them: they stay. */
  readonly keptByOtherSources: number;
}
