import { CHECK_UPS, CRAFT, MOTIVATIONAL } from '../../../vocabulary/approach-roles.js';
import { type Candidate, delivers, said, stance, yes } from '../../candidate.js';
import { offersElement } from '../care-elements.js';
import { CARE_ELEMENTS } from '../../codes.js';
import type { Criterion, Judgement, Part } from '../criterion.js';
import { known, sumOfParts } from '../criterion.js';
import type { Need } from '../../need.js';

/** One is enough; only when it delivers none of them is the answer no. */
function deliversAny(candidate: Candidate, approaches: readonly string[]): boolean | undefined {
  const all = approaches.map((approach) => delivers(candidate, approach));
  if (all.includes(true)) return true;
  return all.includes(undefined) ? undefined : false;
}

/** Readiness shapes the entry (clinical/levels-of-care.md §4, Y1 and Y2); for a family member CRAFT goes first. */
export const engagement: Criterion = {
  code: 'engagement',
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

/** What follows after the first weeks, and what came before. */
export const continuity: Criterion = {
  code: 'continuity',
  applies: (need) => need.conditions.length > 0 || need.history.length > 0,
  judge(need, candidate, knowledge) {
    const curve = knowledge.policy.curves.continuity;
    if (need.history.some(({ programId, outcome }) => programId === candidate.id && outcome === 'helped'))
      return known(curve.helpedBefore, 'continuity.helped_before');
    const levels = yes(candidate, 'levelsOfCare');
    const followUp = said(stance(candidate, 'services', 'outcome-follow-up'));
    const judged = sumOfParts(
      [
        {
          code: 'aftercare',
          weight: curve.aftercare,
          present: said(stance(candidate, 'services', 'aftercare')),
        },
        {
          code: 'follow-up',
          weight: curve.followUp,
          present: delivers(candidate, CHECK_UPS) ? true : followUp,
        },
        {
          code: 'step-down',
          weight: curve.stepDown,
          present: levels.length === 0 ? undefined : levels.length > 1,
        },
        ...differentElement(need, candidate, curve.differentElement),
      ],
      knowledge,
      'continuity',
    );
    const again = need.history.some(
      ({ organizationId, levelsOfCare, outcome }) =>
        outcome !== 'helped' &&
        organizationId === candidate.organizationId &&
        levelsOfCare.some((level) => levels.includes(level)),
    );
    return again ? halved(judged, curve.sameAgain) : judged;
  },
};

/** After a relapse or a drop-out, something that the earlier program is not known to have offered. */
function differentElement(need: Need, candidate: Candidate, weight: number): Part[] {
  const failed = need.history.filter(({ outcome }) => outcome !== 'helped');
  if (failed.length === 0) return [];
  const conditions = need.conditions.map(({ condition }) => condition);
  const offered = CARE_ELEMENTS.filter(
    (element) => !failed.some(({ elements }) => elements.includes(element)),
  ).map((element) => offersElement(candidate, element, conditions));
  const present = offered.includes(true) ? true : offered.includes(undefined) ? undefined : false;
  return [{ code: 'different-element', weight, present }];
}

function halved({ value, range, known: share }: Judgement, factor: number): Judgement {
  return {
    value: value * factor,
    range: [range[0] * factor, range[1] * factor],
    known: share,
    reason: { code: 'continuity.same_again', values: {} },
  };
}

/** How sure and how fresh the facts are; accreditation and licence beside it. */
export const trust: Criterion = {
  code: 'trust',
  applies: () => true,
  judge(_need, candidate, knowledge) {
    const { standing, freshness, shares } = knowledge.policy.curves.trust;
    const { unknown } = knowledge.policy.criteria.trust;
    const record = standing[candidate.bestStanding] * freshness[candidate.freshness];
    const accredited = anyYes(candidate, 'accreditations');
    const licensed = anyYes(candidate, 'licenses');
    const at = (open: number) =>
      shares.record * record +
      shares.accreditation * (accredited === undefined ? open : Number(accredited)) +
      shares.licence * (licensed === undefined ? open : Number(licensed));
    return {
      value: at(unknown),
      range: [at(0), at(1)],
      known:
        1 -
        (accredited === undefined ? shares.accreditation : 0) -
        (licensed === undefined ? shares.licence : 0),
      reason: {
        code: 'trust.record',
        values: {
          standing: candidate.bestStanding,
          freshness: candidate.freshness,
          accreditations: yes(candidate, 'accreditations'),
          licenses: yes(candidate, 'licenses'),
        },
      },
    };
  },
};

function anyYes(candidate: Candidate, key: 'accreditations' | 'licenses'): boolean | undefined {
  if (yes(candidate, key).length > 0) return true;
  return candidate.lists[key]?.complete ? false : undefined;
}
