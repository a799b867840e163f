import type { Assessment } from '../assessment/assessment.js';
import { type Inputs, inputsOf } from '../assessment/expression.js';
import { acceptableLevels, type Need } from '../matching/need.js';
import type { Condition } from '../vocabulary/conditions.js';
import type { Language } from '../vocabulary/languages.js';
import { type LevelOfCare, ROUND_THE_CLOCK } from '../vocabulary/levels-of-care.js';
import { type Medication, OPIOID_AGONISTS } from '../vocabulary/medications.js';

/** Conditions that items ask for by name. */
const NAMED: readonly Condition[] = ['alcohol', 'opioid', 'stimulant', 'sedative'];
/** Red flags that items ask for, by the name of the input. */
const FLAGS: Readonly<Record<string, string>> = {
  'flag.sui': 'SF-SUI',
  'flag.viol': 'SF-VIOL',
  'flag.wd_alc': 'SF-WD-ALC',
  'flag.wd_sed': 'SF-WD-SED',
  'flag.wd_ghb': 'SF-WD-GHB',
  'flag.preg_oud': 'SF-PREG-OUD',
};
const GOAL_OF = { abstinence: 'stop', reduction: 'cut_down' } as const;

/** What was chosen from a list, as far as the directory knows it. */
export interface ChosenLevels {
  /** For each program, the levels of care that it is known to offer. */
  readonly levels: readonly (readonly LevelOfCare[])[];
}

/**
 * What a plan knows of the person: the inputs of the assessment, and its own (`seed-data/plans/plan.yaml`). What was not
 * said is absent, and then an item that asks for it is not shown.
 */
export function planInputs(
  assessment: Assessment,
  need: Need,
  chosen: ChosenLevels,
  language: Language,
): Inputs {
  const { conditions, raised, inputs, family } = assessment;
  const has = (id: string) => raised.some(({ flag }) => flag.id === id);
  const goal = need.preferences.goal ?? (inputs['goal.cut_down_alcohol'] === true ? 'reduction' : undefined);
  return {
    ...inputs,
    role: need.role,
    language: languageOf(need, language),
    ...(need.age === undefined ? {} : { age: need.age }),
    ...truths(
      NAMED.map((name) => [
        `condition.${name}`,
        conditions.some(({ condition }) => condition === name) || undefined,
      ]),
    ),
    ...truths(Object.entries(FLAGS).map(([name, id]) => [name, has(id) || undefined])),
    ...truths([
      ['work.cannot_leave', need.cannotLeaveWork || undefined],
      ['payer.medicaid', need.payers?.includes('medicaid')],
      ['medication.current', need.currentMedications.length > 0 || undefined],
      ['medication.opioid_agonist', takesAgonist(need, inputs) || undefined],
      ['medication.starting_buprenorphine', asks(need, 'buprenorphine', 'buprenorphine-injection')],
      ['medication.starting_methadone', asks(need, 'methadone')],
      ['level.is_24h', isRoundTheClock(need, chosen) || undefined],
    ]),
    ...(goal === undefined ? {} : { goal: GOAL_OF[goal] }),
    ...(need.role === 'family' ? { 'family.safety': family?.violenceCheck ?? 'not-asked' } : {}),
    outcome: outcomeOf(assessment, need, chosen),
  };
}

function truths(entries: readonly (readonly [string, boolean | undefined])[]): Inputs {
  return Object.fromEntries(entries.filter((entry): entry is [string, boolean] => entry[1] !== undefined));
}

function takesAgonist({ currentMedications }: Need, inputs: Inputs): boolean {
  return (
    currentMedications.some((medication) => OPIOID_AGONISTS.includes(medication)) ||
    inputs['oud.on_medication'] === true
  );
}

/** Whether the person asks for one of these medications; `undefined` if not said. */
function asks({ medications }: Need, ...wanted: readonly Medication[]): boolean | undefined {
  return medications.some((medication) => wanted.includes(medication)) || undefined;
}

/** The language that care is asked in: of the person, else that of the plan. */
function languageOf({ languages }: Need, language: Language): string {
  if (!languages) return language;
  const spoken = languages.map((tag) => tag.split('-')[0]);
  return spoken.includes('en') ? 'en' : spoken.includes('es') ? 'es' : 'other';
}

/** Only a stay fits, or only stays were chosen. */
function isRoundTheClock(need: Need, { levels }: ChosenLevels): boolean {
  const isStay = (offered: readonly LevelOfCare[]) =>
    offered.length > 0 && offered.every((level) => ROUND_THE_CLOCK.has(level));
  return isStay(acceptableLevels(need) ?? []) || (levels.length > 0 && levels.every(isStay));
}

/**
 * `clinician_first` where the rules hold the list for a clinician, or refuse a level in danger. An emergency does not wait
 * for a visit, and a family's own plan does not wait for one of the loved one.
 */
function outcomeOf(
  { levelOfCare, raised, inputs }: Assessment,
  { role }: Need,
  { levels }: ChosenLevels,
): string {
  // A level that is refused because of the age alone is no danger.
  const isRefused =
    levelOfCare.refusals.some(
      ({ effect, when }) =>
        effect.clinicianRequired === true && !inputsOf(when).every((name) => name === 'age'),
    ) && raised.some(({ level }) => level !== 'caution');
  const waits = role === 'self' && inputs['flags.emergency'] !== true;
  if (waits && (levelOfCare.holdCardsUntil !== null || isRefused)) return 'clinician_first';
  return levels.length > 0 ? 'matches' : 'none';
}
