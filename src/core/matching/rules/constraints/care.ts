import { DETOX_ALONE, NO_CARE_AFTER } from '../../../vocabulary/approach-roles.js';
import type { Condition } from '../../../vocabulary/conditions.js';
import { WITHDRAWAL_SETTINGS } from '../../../vocabulary/services.js';
import type { GradedApproach } from '../../../evidence/rating.js';
import { alarmOf } from '../alarm.js';
import { type Medication, MEDICATIONS_FOR } from '../../../vocabulary/medications.js';
import { type Candidate, isReported, stance, yes } from '../../candidate.js';
import type { Constraint, Knowledge } from '../constraint.js';
import { acceptableLevels, levelsFrom, type Need } from '../../need.js';
import { both, fails, meets, unknown, type Verdict } from '../../verdict.js';

/** Whether the program treats one condition. `any` covers every substance use disorder, nicotine apart. */
export function treats(candidate: Candidate, condition: Condition): 'yes' | 'no' | 'unknown' {
  const list = candidate.lists.conditions;
  if (!list) return 'unknown';
  const own = list.codes[condition];
  if (own === 'yes' || own === 'no') return own;
  // The source contradicts itself on this very condition: what it says of all conditions does not settle it.
  if (own === 'maybe') return 'unknown';
  if (list.codes.any === 'yes' && condition !== 'nicotine') return 'yes';
  return list.complete && list.codes.any !== 'yes' && list.codes.any !== 'maybe' ? 'no' : 'unknown';
}

export const treatsCondition: Constraint = {
  code: 'treats_condition',
  // A program for another substance is no option for this one: neither a near miss nor a thing to relax.
  isSafety: () => true,
  isAsked: (need) => need.conditions.length > 0,
  judge(need, candidate) {
    const wanted = need.conditions.map(({ condition }) => condition);
    const stances = wanted.map((condition) => treats(candidate, condition));
    const refused = wanted.filter((_, i) => stances[i] === 'no');
    if (refused.length > 0)
      return fails(
        'treats_condition.not',
        { conditions: refused },
        { asked: wanted, found: yes(candidate, 'conditions') },
      );
    const open = wanted.filter((_, i) => stances[i] === 'unknown');
    if (open.length > 0)
      return unknown('treats_condition.unknown', 'ask.treats_condition', { conditions: open });
    return meets('treats_condition.yes', { conditions: wanted });
  },
};

/** A floor of safety: some level at or above it on the continuum. No wish, no work and no distance lowers it. */
export const levelFloor: Constraint = {
  code: 'level_floor',
  isSafety: () => true,
  isAsked: (need) => need.levelFloor !== undefined,
  judge(need, candidate) {
    const floor = need.levelFloor!;
    const enough = levelsFrom(floor);
    const offered = enough.filter((level) => stance(candidate, 'levelsOfCare', level) === 'yes');
    if (offered.length > 0) return meets('level_floor.reaches', { levels: offered });
    if (enough.some((level) => stance(candidate, 'levelsOfCare', level) === 'maybe'))
      return unknown('level_floor.maybe', 'ask.level_floor', { floor });
    const refused = enough.every((level) => stance(candidate, 'levelsOfCare', level) === 'no');
    if (!refused && !isReported(candidate, 'levelsOfCare'))
      return unknown('level_floor.unknown', 'ask.level_floor', { floor });
    return fails('level_floor.below', { floor, offered: yes(candidate, 'levelsOfCare') });
  },
};

export const levelOfCare: Constraint = {
  code: 'level_of_care',
  // What a clinician stated is a floor; what a client accepts may be talked about.
  isSafety: (need) => need.statedLevels !== undefined,
  isAsked: (need) => acceptableLevels(need) !== undefined || need.overlays.includes('housing'),
  judge(need, candidate) {
    const levels = acceptableLevels(need);
    const level = levels && judgeLevel(levels, candidate);
    const housing = need.overlays.includes('housing') ? judgeHousing(candidate) : undefined;
    return level && housing ? both(level, housing) : (level ?? housing);
  },
};

function judgeLevel(levels: NonNullable<ReturnType<typeof acceptableLevels>>, candidate: Candidate): Verdict {
  if (levels.length === 0) return fails('level_of_care.none_acceptable');
  const offered = levels.filter((level) => stance(candidate, 'levelsOfCare', level) === 'yes');
  if (offered.length > 0) return meets('level_of_care.offers', { levels: offered });
  const possible = levels.filter((level) => stance(candidate, 'levelsOfCare', level) === 'maybe');
  if (possible.length > 0) return unknown('level_of_care.maybe', 'ask.level_of_care', { levels: possible });
  const refused = levels.every((level) => stance(candidate, 'levelsOfCare', level) === 'no');
  if (!refused && !isReported(candidate, 'levelsOfCare'))
    return unknown('level_of_care.unknown', 'ask.level_of_care', { levels });
  const found = yes(candidate, 'levelsOfCare');
  return fails('level_of_care.other', { levels, offered: found }, { asked: levels, found });
}

function judgeHousing(candidate: Candidate): Verdict {
  const housing = stance(candidate, 'overlays', 'housing');
  if (housing === 'yes') return meets('level_of_care.housing');
  if (housing === 'no') return fails('level_of_care.no_housing');
  return unknown('level_of_care.housing_unknown', 'ask.housing');
}

export const withdrawalCover: Constraint = {
  code: 'withdrawal_cover',
  isSafety: () => true,
  isAsked: (need) => need.careNeeds.includes('withdrawal_cover'),
  judge(need, candidate) {
    if (WITHDRAWAL_SETTINGS.every((setting) => stance(candidate, 'withdrawalSettings', setting) === 'no'))
      return fails('withdrawal_cover.no');
    if (!isReported(candidate, 'withdrawalSettings'))
      return unknown('withdrawal_cover.unknown', 'ask.withdrawal_cover');
    const offered = yes(candidate, 'withdrawalSettings');
    const substances = need.conditions.map(({ condition }) => condition).filter(causesWithdrawal);
    const stances = substances.map((substance) => stance(candidate, 'withdrawalSubstances', substance));
    if (stances.includes('no'))
      return fails('withdrawal_cover.not_this_substance', { conditions: substances });
    if (offered.length === 0) return unknown('withdrawal_cover.setting_unknown', 'ask.withdrawal_setting');
    if (stances.includes('unknown') || stances.includes('maybe'))
      return unknown('withdrawal_cover.substance_unknown', 'ask.withdrawal_substance', {
        settings: offered,
        conditions: substances,
      });
    return meets('withdrawal_cover.offers', { settings: offered });
  },
};

/** Substances whose withdrawal is managed medically (clinical/levels-of-care.md §4, stage 1). */
function causesWithdrawal(condition: Condition): boolean {
  return condition === 'alcohol' || condition === 'sedative' || condition === 'opioid';
}

export const pregnancyCare: Constraint = {
  code: 'pregnancy_care',
  isSafety: () => true,
  isAsked: (need) => need.pregnant === true || need.careNeeds.includes('pregnancy_care'),
  judge(_need, candidate) {
    if (candidate.pregnancyCare === true || stance(candidate, 'populations', 'pregnant-postpartum') === 'yes')
      return meets('pregnancy_care.offers');
    if (candidate.pregnancyCare === false) return fails('pregnancy_care.no');
    return unknown('pregnancy_care.unknown', 'ask.pregnancy_care');
  },
};

export const coOccurringCare: Constraint = {
  code: 'co_occurring_care',
  isSafety: () => true,
  isAsked: (need) =>
    need.careNeeds.includes('co_occurring_care') ||
    need.careNeeds.includes('co_occurring_enhanced') ||
    need.overlays.includes('co-occurring'),
  judge(need, candidate) {
    if (candidate.coOccurringCare === 'none') return fails('co_occurring_care.no');
    if (need.careNeeds.includes('co_occurring_enhanced'))
      // Severe mental illness: that a mental disorder is treated at all is not enough (loc-rules P2, X5).
      return candidate.coOccurringCare === 'enhanced'
        ? meets('co_occurring_care.enhanced')
        : unknown('co_occurring_care.not_enhanced', 'ask.co_occurring_enhanced');
    if (
      candidate.coOccurringCare !== undefined ||
      stance(candidate, 'overlays', 'co-occurring') === 'yes' ||
      stance(candidate, 'populations', 'co-occurring-mental') === 'yes'
    )
      return meets('co_occurring_care.offers');
    return unknown('co_occurring_care.unknown', 'ask.co_occurring_care');
  },
};

/**
 * A program that is nothing but an approach which is never recommended, or rated harmful, is left out
 * (clinical/evidence.md, rule 3). Withdrawal management alone counts as that where the only condition is opioid use.
 */
export const suitableApproach: Constraint = {
  code: 'suitable_approach',
  isSafety: () => true,
  isAsked: () => true,
  judge(need, candidate, { registry }) {
    // A program that continues a medication may start it, too: that is a question, and no reason to leave it out.
    if (
      onlyOpioid(need) &&
      isDetoxAlone(candidate, MEDICATIONS_FOR.opioid) &&
      namesNoCareAfter(candidate, registry)
    )
      return fails('suitable_approach.detox_alone', { approach: DETOX_ALONE });
    const known = candidate.claims.filter(({ approach }) => registry.has(approach));
    if (known.length === 0 || offersOtherCare(candidate)) return undefined;
    if (known.some(({ approach }) => !isNeverAnOption(registry.get(approach)!, need))) return undefined;
    return fails('suitable_approach.never', {
      approaches: known.map(({ approach }) => approach),
      names: known.map(({ approach }) => registry.get(approach)!.name),
    });
  },
};

function isNeverAnOption(approach: GradedApproach, need: Need): boolean {
  return approach.listing === 'never-recommend' || alarmOf(approach, need)?.badge === 'harmful';
}

function onlyOpioid(need: Need): boolean {
  return need.conditions.length > 0 && need.conditions.every(({ condition }) => condition === 'opioid');
}

/** Levels at which withdrawal is managed. */
export const WITHDRAWAL_LEVELS: ReadonlySet<string> = new Set(['op-med', 'hosp', 'res-med']);

/**
 * Withdrawal management, and for opioid use nothing after it: no other level of care, and no medication that treats
 * opioid use over time. A medication for alcohol or tobacco is no care for opioid use, nor is oral naltrexone
 * (clinical/evidence.md: medication by condition; `detox-alone-oud` asks for a start of medication).
 *
 * @param continued medications of which it is enough that the program continues them; of all others a start counts
 */
export function isDetoxAlone(candidate: Candidate, continued: readonly Medication[]): boolean {
  return (
    (yes(candidate, 'withdrawalSettings').length > 0 ||
      candidate.claims.some(({ approach }) => approach === DETOX_ALONE)) &&
    yes(candidate, 'levelsOfCare').every((level) => WITHDRAWAL_LEVELS.has(level)) &&
    !MEDICATIONS_FOR.opioid.some(
      (medication) =>
        candidate.medications[medication] === 'starts' ||
        (candidate.medications[medication] === 'continues' && continued.includes(medication)),
    )
  );
}

/** Whether the program names no approach that would be sound care beside withdrawal management. */
function namesNoCareAfter({ claims }: Candidate, registry: Knowledge['registry']): boolean {
  return claims.every(
    ({ approach }) =>
      NO_CARE_AFTER.includes(approach) || registry.get(approach)?.listing === 'never-recommend',
  );
}

function offersOtherCare(candidate: Candidate): boolean {
  return (
    Object.values(candidate.medications).some((medication) => medication !== 'refuses') ||
    yes(candidate, 'withdrawalSettings').length > 0
  );
}
