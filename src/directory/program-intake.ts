import type { ResolvedFacts } from '../core/directory/resolved-facts.js';
import type { SourceRecord } from '../core/directory/source-record.js';
import type { CoordinatePrecision } from '../core/directory/coordinates.js';

/** A source's record of a program, with its own words kept verbatim (column → text). */
export interface IntakeRecord extends SourceRecord {
  readonly verbatim: Readonly<Record<string, string>>;
  /** How it was learned, if a person reported it. */
  readonly how?: string;
}

/**
 * One program as delivered by a source. Keys are those of the source and stable: the same key is the same program at
 * the next import. Text is used unchanged, already trimmed.
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
    /** Absent if not known. */
    readonly street1?: string;
    readonly street2?: string;
    readonly city: string;
    readonly state: string;
    /** Five digits; `''` in a row of a source that has none and only adds: it is compared without. */
    readonly postalCode: string;
    /** Degrees; absent if not known. */
    readonly coordinates?: {
      readonly latitude: number;
      readonly longitude: number;
      readonly precision: CoordinatePrecision;
    };
    readonly timeZone?: string;
  };
  /** The first record is the source's own; the others are records of other sources that it includes. */
  readonly records: readonly [IntakeRecord, ...IntakeRecord[]];
}

/** What the directory needs to know about the evidence registry when it stores a program. */
export interface EvidenceView {
  /** The name of an approach in the registry, or `undefined` for an unknown code. */
  approachName(code: string): string | undefined;
  /** Strength of the program's evidence by condition, 0 to 1. */
  strengths(facts: ResolvedFacts): Record<string, number>;
}

/** The result of storing the programs of a source. */
export interface IntakeResult {
  readonly created: number;
  readonly changed: number;
  /** The same facts with a newer date. */
  readonly redated: number;
  readonly unchanged: number;
  readonly withdrawn: number;
  /** No longer in this source, but another source still has records of them: they stay. */
  readonly keptByOtherSources: number;
  /** No longer in this source, but people reported on them within a year: they stay for 90 days, with a ticket. */
  readonly keptForReports: number;
}
