import type { Assessment } from '../../core/assessment/assessment.js';
import { LEVEL_ORDER, type LevelRange } from '../../core/assessment/level-of-care-rule.js';
import type { CareNeed } from '../../core/matching/codes.js';
import { needsOpioidMedication, type Need } from '../../core/matching/need.js';

const CARE_NEED_OF: Readonly<Record<string, CareNeed>> = {
  withdrawal: 'withdrawal_cover',
  prenatal: 'pregnancy_care',
  'co-occurring-capable': 'co_occurring_care',
  'co-occurring-enhanced': 'co_occurring_enhanced',
};

/** The part of a need that an assessment determines. What a clinician stated in addition takes precedence. */
export function assessedNeed(
  assessment: Assessment,
): Pick<
  Need,
  | 'conditions'
  | 'overlays'
  | 'careNeeds'
  | 'assessedLevels'
  | 'levelFloor'
  | 'readiness'
  | 'familySafety'
  | 'sameDayMedicationFirst'
  | 'housingFirst'
  | 'currentMedications'
> & { readonly keepsWorking: boolean } {
  const { conditions, levelOfCare, raised, readiness } = assessment;
  const effects = raised.map(({ flag }) => flag.effect);
  const overlays = [...levelOfCare.overlays, ...effects.flatMap((effect) => effect.overlays ?? [])];
  const matched = conditions
    .filter((one) => one.matched)
    .map(({ condition, severity }) => ({ condition, ...(severity ? { severity } : {}) }));
  const medicationFirst = overlays.includes('moud');
  const needs = [
    ...levelOfCare.needs,
    ...effects.flatMap((effect) => effect.needs ?? []),
    // A floor of stage 1 exists because withdrawal needs cover.
    ...(levelOfCare.fired.some(({ rule }) => rule.stage === 1 && (rule.effect.floor ?? rule.effect.floorAny))
      ? ['withdrawal']
      : []),
  ];
  const safety = safetyAtHome(assessment);
  const range = levelOfCare.level ?? levelOfCare.wouldProbablyFit;
  return {
    conditions: matched,
    // Recovery housing pairs with treatment and never filters it (loc-rules E1).
    overlays: medicationFirst ? ['moud'] : [],
    careNeeds: [...new Set(needs.flatMap((need) => CARE_NEED_OF[need] ?? []))],
    ...(range
      ? {
          assessedLevels: levelsBetween(
            range,
            needsOpioidMedication({ conditions: matched, overlays: medicationFirst ? ['moud'] : [] }),
          ),
        }
      : {}),
    ...(levelOfCare.floor ? { levelFloor: levelOfCare.floor } : {}),
    ...(Object.keys(readiness).length > 0 ? { readiness } : {}),
    ...(safety === undefined ? {} : { familySafety: safety }),
    sameDayMedicationFirst: effects.some(({ sameDayMedicationFirst }) => sameDayMedicationFirst),
    housingFirst: levelOfCare.overlays.includes('housing'),
    currentMedications: assessment.opioidMedication ? [assessment.opioidMedication] : [],
    keepsWorking: levelOfCare.hardFilter.length > 0,
  };
}

/** A family member is asked; for a person who answers for themselves only the red flag tells. */
function safetyAtHome({ family, raised }: Assessment): Need['familySafety'] {
  if (family) return family.violenceCheck === 'not-asked' ? undefined : family.violenceCheck;
  return raised.some(({ flag }) => flag.id === 'SF-VIOL') ? 'unsafe' : undefined;
}

/**
 * Every level between the ends. Opioid medication starts at any level (levels-of-care.md §3.4), so a clinic below the
 * range is included. Brief advice is hardly the level of a program: the directory's mildest offer is outpatient.
 */
function levelsBetween([min, max]: LevelRange, medicationFirst: boolean): Need['assessedLevels'] {
  const op = LEVEL_ORDER.indexOf('op');
  const from = LEVEL_ORDER.indexOf(min);
  const to = Math.max(LEVEL_ORDER.indexOf(max), op);
  return LEVEL_ORDER.slice(medicationFirst ? Math.min(from, op) : from, to + 1);
}
