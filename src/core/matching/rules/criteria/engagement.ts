import { CRAFT, MOTIVATIONAL } from '../../../vocabulary/approach-roles.js';
import { type Candidate, delivers, said, stance, yes } from '../../candidate.js';
import { type Criterion, known, sumOfParts } from '../criterion.js';

/** Readiness shapes the entry (clinical/levels-of-care.md §4, Y1 and Y2); for a family member CRAFT goes first. */
export const engagement: Criterion = {
  code: 'engagement',
  reads: {
    facts: {
      claims: [MOTIVATIONAL, ...CRAFT],
      declinedApproaches: [MOTIVATIONAL, ...CRAFT],
      services: ['family-counseling', 'peer-support'],
      levelsOfCare: true,
      sameDayStart: true,
    },
    need: ['role', 'readiness'],
  },
  applies: (need) => need.role === 'family' || need.readiness !== undefined,
  judge(need, candidate, knowledge) {
    const curve = knowledge.policy.curves.engagement;
    const { importance, confidence, readiness } = need.readiness ?? {};
    const low = Math.min(importance ?? 10, readiness ?? 10) <= curve.lowReadiness;
    const doubts = (importance ?? 0) >= curve.highImportance && (confidence ?? 10) <= curve.lowConfidence;
    if (need.role === 'family')
      return sumOfParts(
        [
          {
            code: 'craft',
            weight: curve.craft,
            present: deliversAny(candidate, CRAFT),
          },
          {
            code: 'family-counseling',
            weight: curve.familyCounseling,
            present: said(stance(candidate, 'services', 'family-counseling')),
          },
        ],
        knowledge,
        'engagement',
      );
    if (low)
      return sumOfParts(
        [
          {
            code: 'motivational-interviewing',
            weight: curve.motivationalInterviewing,
            present: delivers(candidate, MOTIVATIONAL),
          },
          { code: 'low-threshold-start', weight: curve.lowThreshold, present: candidate.sameDayStart },
        ],
        knowledge,
        'engagement',
      );
    if (doubts) {
      const levels = yes(candidate, 'levelsOfCare');
      return sumOfParts(
        [
          {
            code: 'structure',
            weight: curve.structure,
            present: levels.length === 0 ? undefined : levels.includes('iop') || levels.includes('php'),
          },
          {
            code: 'peers',
            weight: curve.peers,
            present: said(stance(candidate, 'services', 'peer-support')),
          },
        ],
        knowledge,
        'engagement',
      );
    }
    return known(1, 'engagement.ready');
  },
};

/** One is enough; only when it delivers none of them is the answer no. */
function deliversAny(candidate: Candidate, approaches: readonly string[]): boolean | undefined {
  const all = approaches.map((approach) => delivers(candidate, approach));
  if (all.includes(true)) return true;
  return all.includes(undefined) ? undefined : false;
}
