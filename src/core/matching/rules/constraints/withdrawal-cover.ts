import type { Condition } from '../../../vocabulary/conditions.js';
import { OPIOID_AGONISTS } from '../../../vocabulary/medications.js';
import { WITHDRAWAL_SETTINGS } from '../../../vocabulary/services.js';
import { isReported, stance, yes } from '../../candidate.js';
import { fails, meets, unknown, type Verdict } from '../../verdict.js';
import type { Candidate } from '../../candidate.js';
import type { Need } from '../../need.js';
import type { Constraint } from '../constraint.js';
import { givesNeededOpioidMedication } from '../opioid-medication.js';

export const withdrawalCover: Constraint = {
  code: 'withdrawal_cover',
  reads: {
    facts: { withdrawalSettings: true, withdrawalSubstances: true, medications: OPIOID_AGONISTS },
    need: ['conditions', 'overlays'],
  },
  asks: {
    'ask.withdrawal_cover': ['withdrawalSettings', 'withdrawalSubstances'],
    'ask.withdrawal_setting': ['withdrawalSettings'],
    'ask.withdrawal_substance': ['withdrawalSubstances'],
    // Where else it is managed is no fact that the directory holds.
    'ask.withdrawal_elsewhere': [],
  },
  isSafety: () => true,
  isAsked: (need) => need.careNeeds.includes('withdrawal_cover'),
  judge(need, candidate) {
    const verdict = judgeCover(need, candidate);
    return verdict.verdict === 'fails' && givesNeededOpioidMedication(need, candidate)
      ? unknown('withdrawal_cover.opioid_medication', 'ask.withdrawal_elsewhere')
      : verdict;
  },
};

function judgeCover(need: Need, candidate: Candidate): Verdict {
  if (WITHDRAWAL_SETTINGS.every((setting) => stance(candidate, 'withdrawalSettings', setting) === 'no'))
    return fails('withdrawal_cover.no');
  if (!isReported(candidate, 'withdrawalSettings'))
    return unknown('withdrawal_cover.unknown', 'ask.withdrawal_cover');
  const offered = yes(candidate, 'withdrawalSettings');
  const substances = need.conditions.map(({ condition }) => condition).filter(causesWithdrawal);
  const stances = substances.map((substance) => stance(candidate, 'withdrawalSubstances', substance));
  if (stances.includes('no')) return fails('withdrawal_cover.not_this_substance', { conditions: substances });
  if (offered.length === 0) return unknown('withdrawal_cover.setting_unknown', 'ask.withdrawal_setting');
  if (stances.includes('unknown') || stances.includes('maybe'))
    return unknown('withdrawal_cover.substance_unknown', 'ask.withdrawal_substance', {
      settings: offered,
      conditions: substances,
    });
  return meets('withdrawal_cover.offers', { settings: offered });
}

/** Substances whose withdrawal is managed medically (clinical/levels-of-care.md §4, stage 1). */
function causesWithdrawal(condition: Condition): boolean {
  return condition === 'alcohol' || condition === 'sedative' || condition === 'opioid';
}
