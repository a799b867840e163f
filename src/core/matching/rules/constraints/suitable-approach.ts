import type { GradedApproach } from '../../../evidence/rating.js';
import { DETOX_ALONE, NO_CARE_AFTER } from '../../../vocabulary/approach-roles.js';
import { MEDICATIONS, MEDICATIONS_FOR } from '../../../vocabulary/medications.js';
import { type Candidate, yes } from '../../candidate.js';
import type { Need } from '../../need.js';
import { fails } from '../../verdict.js';
import { alarmOf } from '../alarm.js';
import type { Constraint, Knowledge } from '../constraint.js';
import { isDetoxAlone, WITHDRAWAL_LEVELS } from '../detox-alone.js';
import { anyYes, namesOnly } from '../extents.js';

/**
 * A program that is nothing but an approach which is never recommended, or rated harmful, is left out
 * (clinical/evidence.md, rule 3). Withdrawal management alone counts as that where the only condition is opioid use.
 */
export const suitableApproach: Constraint = {
  code: 'suitable_approach',
  reads: {
    facts: {
      claims: namesOnly,
      medications: oneOffered,
      withdrawalSettings: anyYes(),
      levelsOfCare: anyYes((level) => !WITHDRAWAL_LEVELS.has(level)),
    },
    need: ['conditions'],
    cache: ({ conditions }) => ({ conditions: conditions.map(({ condition }) => ({ condition })) }),
  },
  asks: {},
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

/** Of medications only whether one is offered: one in the place of all, if there is one that treats opioid use over time. */
function oneOffered(medications: Candidate['medications']): Candidate['medications'] {
  const offered = MEDICATIONS.filter(
    (code) => medications[code] !== undefined && medications[code] !== 'refuses',
  );
  if (offered.length === 0) return {};
  return {
    [offered.some((code) => MEDICATIONS_FOR.opioid.includes(code)) ? 'methadone' : 'naloxone']: 'starts',
  };
}
