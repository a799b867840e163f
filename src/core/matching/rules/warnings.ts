import { BY_LEVEL, DETOX_ALONE } from '../../vocabulary/approach-roles.js';
import { isDetoxAlone } from './detox-alone.js';
import { invitingOffers, jointOffers } from './family-offers.js';
import type { LevelOfCare } from '../../vocabulary/levels-of-care.js';
import { MEDICATIONS_FOR } from '../../vocabulary/medications.js';
import { anyYes, namesOnly } from './extents.js';
import type { Reads } from './reads.js';
import type { Track } from './tracks.js';
import { alarmOf } from './alarm.js';
import { type Candidate, yes } from '../candidate.js';
import type { Knowledge } from './constraint.js';
import { acceptableLevels, LEVEL_FIELDS, levelsFrom, type Need, needsOpioidMedication } from '../need.js';
import type { Reason } from '../verdict.js';

/** What `warningsFor` reads. */
export const WARNINGS_READ: Reads = {
  facts: {
    claims: namesOnly,
    services: ['couples-counseling'],
    withdrawalSettings: anyYes(),
    levelsOfCare: true,
    medications: MEDICATIONS_FOR.opioid,
  },
  need: ['familySafety', 'conditions', 'currentMedications', 'overlays', 'strictness', ...LEVEL_FIELDS],
  cache: (need) => {
    const levels = levelsAskedFor(need);
    const isOptional = need.strictness.offers_medication === 'preferred';
    return {
      ...(need.familySafety && { familySafety: need.familySafety }),
      conditions: need.conditions.map(({ condition }) => ({ condition })),
      currentMedications: asksForOpioids(need) ? need.currentMedications : [],
      overlays: isOptional && needsOpioidMedication(need) ? ['moud'] : [],
      strictness: isOptional ? { offers_medication: 'preferred' } : {},
      ...(levels && { statedLevels: levels }),
    };
  },
};

/** The levels of care that the need asks for, by itself or from a floor on. */
function levelsAskedFor(need: Need): readonly LevelOfCare[] | undefined {
  return acceptableLevels(need) ?? (need.levelFloor && levelsFrom(need.levelFloor));
}

function asksForOpioids({ conditions }: Need): boolean {
  return conditions.some(({ condition }) => condition === 'opioid');
}

/** What speaks against a program and is not in its score. Every warning names the approach or the fact. */
export function warningsFor(
  need: Need,
  candidate: Candidate,
  { registry }: Knowledge,
  { purpose }: Pick<Track, 'purpose'> = { purpose: 'treatment' },
): Reason[] {
  const warnings: Reason[] = [];
  if (need.familySafety === 'unsafe') {
    // The person's own treatment and the family's own help stay; what brings them together waits.
    const offers = purpose === 'family_engagement' ? invitingOffers(candidate) : jointOffers(candidate);
    if (offers.length > 0)
      warnings.push({
        code: 'warning.joint_work_waits',
        values: { offers, names: offers.map((code) => registry.get(code)?.name ?? code) },
      });
  } else if (purpose === 'family_engagement' && need.familySafety === undefined) {
    // Nothing that invites or meets the loved one before everybody is known to be safe (clinical/safety.md SF-VIOL).
    const offers = invitingOffers(candidate);
    if (offers.length > 0) warnings.push({ code: 'warning.violence_check_first', values: { offers } });
  }
  for (const { approach: code } of candidate.claims) {
    const approach = registry.get(code);
    if (!approach || !isProposed(code, need, candidate, purpose)) continue;
    if (approach.listing !== 'normal' && approach.listing !== 'never-recommend-for-opioid-alone')
      warnings.push({
        code: `warning.listing.${approach.listing}`,
        values: { approach: code, name: approach.name },
      });
    const alarm = alarmOf(approach, need);
    if (alarm)
      warnings.push({
        code: `warning.badge.${alarm.badge}`,
        values: { approach: code, name: approach.name, reviewed: alarm.reviewed },
      });
  }
  // Continued for those who come on it: care for this client only where they take it.
  if (asksForOpioids(need) && isDetoxAlone(candidate, need.currentMedications))
    warnings.push({ code: 'warning.detox_alone', values: { approach: DETOX_ALONE } });
  if (needsOpioidMedication(need) && need.strictness.offers_medication === 'preferred')
    warnings.push({ code: 'warning.medication_declined', values: {} });
  return warnings;
}

/**
 * Whether the program is proposed for an approach. A level of care implies some: residential treatment is not proposed
 * by the outpatient line of a program that also has beds (design of matching §8.15). Where the need asks for no level,
 * it is proposed by a program that offers nothing else.
 */
function isProposed(code: string, need: Need, candidate: Candidate, purpose: Track['purpose']): boolean {
  const offered = yes(candidate, 'levelsOfCare');
  if (!offered.some((level) => BY_LEVEL[level] === code)) return true;
  if (purpose !== 'treatment') return false;
  const acceptable = levelsAskedFor(need);
  return acceptable
    ? offered.some((level) => BY_LEVEL[level] === code && acceptable.includes(level))
    : offered.every((level) => BY_LEVEL[level] === code);
}
