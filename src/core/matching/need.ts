import type { Condition, Severity } from '../vocabulary/conditions.js';
import {
  CONTINUUM_POSITION,
  type LevelOfCare,
  LEVELS_OF_CARE,
  type Overlay,
} from '../vocabulary/levels-of-care.js';
import type { Medication } from '../vocabulary/medications.js';
import type { Payer, Price } from '../vocabulary/payment.js';
import type { Accessibility, ClientGender, MilitaryService, Population } from '../vocabulary/people.js';
import type { State } from '../vocabulary/places.js';
import type { Goal, Modality, Wish } from '../vocabulary/services.js';
import type {
  CareElement,
  CareNeed,
  ConstraintCode,
  CriterionCode,
  HistoryOutcome,
  Strictness,
} from './codes.js';
import type { Place } from './facts/distance.js';
import type { WorkHours } from './facts/hours.js';
import type { TimeZone } from './facts/zone-shifts.js';

/** Care the client has been in before. */
export interface Episode {
  /** Absent where the client does not say which program it was, or the directory does not have it. */
  readonly programId?: string;
  readonly outcome: HistoryOutcome;
  /** Of that program, where the directory knows it. */
  readonly organizationId?: string;
  readonly levelsOfCare: readonly LevelOfCare[];
  /** What the client says was part of it, and what the program is known to offer for their conditions; see `elementsOf`. */
  readonly elements: readonly CareElement[];
}

/**
 * What is known of a client, for one request. An absent field was not stated, and asks for nothing. Lists that a
 * program must meet are never empty, except `payers`, where an empty list means that there is no payer, and an absent
 * one that it is not known who pays, also beside a budget.
 */
export interface Need {
  readonly role: 'self' | 'family';
  /** The family member who asks, where the rest is about a loved one. */
  readonly asker?: Pick<Need, 'service' | 'tribal' | 'languages'>;
  readonly conditions: readonly { readonly condition: Condition; readonly severity?: Severity }[];
  /** Years. */
  readonly age?: number;
  readonly gender?: ClientGender;
  readonly service?: MilitaryService;
  /** May use the Indian Health Service. */
  readonly tribal?: boolean;
  readonly pregnant?: boolean;
  /** Canonical BCP 47 tags. */
  readonly languages?: readonly string[];
  readonly state?: State;
  readonly place?: Place;
  readonly maxDistanceMeters?: number;
  /** What sentences say distances in; miles if absent. */
  readonly units?: 'km';
  /** Levels a clinician stated: an exact set, never relaxed. */
  readonly statedLevels?: readonly LevelOfCare[];
  /** Levels of a provisional range that answers came to; a clinician's replace them. */
  readonly assessedLevels?: readonly LevelOfCare[];
  /** No level below it is safe, even if the client asks for one. */
  readonly levelFloor?: LevelOfCare;
  /** Levels the client accepts. */
  readonly acceptedLevels?: readonly LevelOfCare[];
  readonly overlays: readonly Overlay[];
  readonly careNeeds: readonly CareNeed[];
  readonly readiness?: {
    readonly importance?: number;
    readonly confidence?: number;
    readonly readiness?: number;
  };
  readonly cannotLeaveWork: boolean;
  readonly workHours?: readonly WorkHours[];
  /** Of the client's hours. */
  readonly timeZone?: TimeZone;
  readonly needsChildcare: boolean;
  readonly payers?: readonly Payer[];
  readonly maxCost?: Price;
  readonly modalities?: readonly Modality[];
  readonly startsWithinDays?: number;
  readonly mustServe: readonly Population[];
  readonly medications: readonly Medication[];
  readonly currentMedications: readonly Medication[];
  readonly accessibility: readonly Accessibility[];
  readonly exclude: {
    readonly organizations: readonly string[];
    readonly programs: readonly string[];
    readonly approaches: readonly string[];
  };
  readonly strictness: Readonly<Partial<Record<ConstraintCode, Strictness>>>;
  readonly preferences: {
    readonly approaches: readonly string[];
    readonly avoidApproaches: readonly string[];
    readonly wishes: readonly Wish[];
    readonly avoid: readonly Wish[];
    readonly modality?: Modality;
    readonly goal?: Goal;
  };
  readonly priorities: Readonly<Partial<Record<CriterionCode, number>>>;
  readonly history: readonly Episode[];
  /** Whether anybody is hurt or afraid at the home of the person who answers; absent: not asked. */
  readonly familySafety?: 'safe' | 'unsafe';
  /** Programs that start opioid medication on the same day go first (red-flags.json SF-OD-RISK). */
  readonly sameDayMedicationFirst: boolean;
  /** Recovery housing goes first among recovery support (loc-rules E1). */
  readonly housingFirst: boolean;
}

/** A need that asks for nothing: everything, ordered by evidence and trust. */
export const EMPTY_NEED: Need = {
  role: 'self',
  conditions: [],
  overlays: [],
  careNeeds: [],
  cannotLeaveWork: false,
  needsChildcare: false,
  mustServe: [],
  medications: [],
  currentMedications: [],
  accessibility: [],
  exclude: { organizations: [], programs: [], approaches: [] },
  strictness: {},
  preferences: { approaches: [], avoidApproaches: [], wishes: [], avoid: [] },
  priorities: {},
  history: [],
  sameDayMedicationFirst: false,
  housingFirst: false,
};

/** The fields that `acceptableLevels` reads. */
export const LEVEL_FIELDS = [
  'statedLevels',
  'assessedLevels',
  'acceptedLevels',
  'levelFloor',
] as const satisfies readonly (keyof Need)[];

/**
 * The levels a program must offer one of: the clinician's, narrowed by what the client accepts; without a clinician
 * what the client accepts, else our provisional range. A floor holds in any case (`level_floor`).
 */
export function acceptableLevels(need: Need): readonly LevelOfCare[] | undefined {
  const { levelFloor } = need;
  const levels = levelsWithoutFloor(need);
  // One offer has to meet both: what lies below the floor is no answer to the level asked for.
  return levelFloor && levels ? levelsFrom(levelFloor, levels) : levels;
}

/** Of some levels, those at or above a floor. */
export function levelsFrom(
  floor: LevelOfCare,
  levels: readonly LevelOfCare[] = LEVELS_OF_CARE,
): LevelOfCare[] {
  return levels.filter((level) => CONTINUUM_POSITION[level] >= CONTINUUM_POSITION[floor]);
}

function levelsWithoutFloor(need: Need): readonly LevelOfCare[] | undefined {
  const { statedLevels, assessedLevels, acceptedLevels } = need;
  if (!statedLevels) return acceptedLevels ?? assessedLevels;
  return acceptedLevels ? statedLevels.filter((level) => acceptedLevels.includes(level)) : statedLevels;
}

/**
 * Whether medication for opioid use disorder is needed: opioid use disorder of moderate or higher severity, or
 * the overlay named (clinical/levels-of-care.md §3.4; Sordo 2017, doi 10.1136/bmj.j1550).
 */
export function needsOpioidMedication(need: Pick<Need, 'conditions' | 'overlays'>): boolean {
  return (
    need.overlays.includes('moud') ||
    need.conditions.some(
      ({ condition, severity }) =>
        condition === 'opioid' && (severity === 'moderate' || severity === 'severe'),
    )
  );
}

/** A need without its conditions and overlays, except that it needs medication for opioid use disorder or does not. */
export function onlyOpioidMedication(need: Need): Pick<Need, 'conditions' | 'overlays'> {
  return { conditions: [], overlays: needsOpioidMedication(need) ? ['moud'] : [] };
}

/** For the values of a reason that names a distance: nothing for miles. */
export function unitsOf({ units }: Pick<Need, 'units'>): { units?: 'km' } {
  return units === undefined ? {} : { units };
}
