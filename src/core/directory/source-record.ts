import type { Condition, TreatedCondition } from '../vocabulary/conditions.js';
import type { LevelOfCare, Overlay } from '../vocabulary/levels-of-care.js';
import type { Medication, MedicationStance } from '../vocabulary/medications.js';
import type { Payer, Price } from '../vocabulary/payment.js';
import type { AcceptedGender, Accessibility, AgeGroup, Population } from '../vocabulary/people.js';
import type { State } from '../vocabulary/places.js';
import type {
  Accreditation,
  Funding,
  Goal,
  License,
  Modality,
  Ownership,
  Service,
  Weekday,
  WithdrawalSetting,
} from '../vocabulary/services.js';

/**
 * How sure a record is: `verified` by us or a curator, `attested` by the provider in writing, `confirmed` by a
 * call, `self-reported` in a survey or on a web site. Best first.
 */
export const STANDINGS = ['verified', 'attested', 'confirmed', 'self-reported'] as const;
export type Standing = (typeof STANDINGS)[number];

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

/** One open session: a weekday, local from–to as HH:MM; `to` before `from` runs past midnight. */
export interface Session {
  readonly day: Weekday;
  readonly from: string;
  readonly to: string;
}

/**
 * What one source says of one program. A key that is absent was not said. Every key is one fact; the schema in
 * `facts-schema.ts` is the same contract for data from outside.
 */
export interface StatedFacts {
  readonly conditions?: ListStatement<TreatedCondition>;
  readonly levelsOfCare?: ListStatement<LevelOfCare>;
  readonly overlays?: ListStatement<Overlay>;
  readonly withdrawalSettings?: ListStatement<WithdrawalSetting>;
  readonly withdrawalSubstances?: ListStatement<Condition>;
  readonly medications?: Readonly<Partial<Record<Medication, MedicationStance>>>;
  /** Codes of the evidence registry. */
  readonly approaches?: ListStatement<string>;
  readonly payers?: ListStatement<Payer>;
  readonly slidingFee?: boolean;
  readonly paymentAssistance?: boolean;
  readonly funding?: ListStatement<Funding>;
  readonly prices?: readonly Price[];
  readonly ageGroups?: ListStatement<AgeGroup>;
  readonly genders?: ListStatement<AcceptedGender>;
  /** BCP 47 tags of languages that counseling is given in. */
  readonly languages?: ListStatement<string>;
  readonly interpreterOnCall?: boolean;
  readonly populations?: ListStatement<Population>;
  /** The program serves these groups and nobody else. */
  readonly onlyPopulations?: readonly Population[];
  readonly modalities?: ListStatement<Modality>;
  readonly telehealthStates?: ListStatement<State>;
  readonly sessions?: readonly Session[];
  readonly waitDays?: number;
  readonly sameDayStart?: boolean;
  readonly services?: ListStatement<Service>;
  readonly accessibility?: ListStatement<Accessibility>;
  /** Care for a mental disorder beside substance use: `capable` of it, or `enhanced` for severe illness. */
  readonly coOccurringCare?: 'none' | 'capable' | 'enhanced';
  readonly pregnancyCare?: boolean;
  readonly faithBased?: boolean;
  readonly goals?: ListStatement<Goal>;
  readonly accreditations?: ListStatement<Accreditation>;
  readonly licenses?: ListStatement<License>;
  readonly ownership?: Ownership;
  readonly smoking?: 'not-permitted' | 'designated-area' | 'permitted';
  readonly vaping?: 'not-permitted' | 'designated-area' | 'permitted';
}

export type FactKey = keyof StatedFacts;

/** All that one source says of one program, how sure it is, and as of which day (YYYY-MM-DD). */
export interface SourceRecord {
  readonly source: string;
  readonly asOf: string;
  readonly standing: Standing;
  readonly facts: StatedFacts;
  /** Who says so, as it may be shown; where a person does. */
  readonly by?: string;
  /** Tells people who confirmed something apart, so that two who agree count as two. Never shown. */
  readonly observer?: string;
  /** The first day on which nothing of it counts any more, where it ends before the facts' own shelf life. */
  readonly expiresOn?: string;
  /** When it was written down (ISO 8601): of one observer's words of one day the later counts. */
  readonly recordedAt?: string;
}
