import { CHECK_UPS } from '../../../vocabulary/approach-roles.js';
import { type Candidate, delivers, said, stance, yes } from '../../candidate.js';
import { CARE_ELEMENTS } from '../../codes.js';
import type { Need } from '../../need.js';
import { CARE_ELEMENT_FACTS, offersElement } from '../care-elements.js';
import { type Criterion, type Judgement, known, type Part, sumOfParts } from '../criterion.js';

/** What follows after the first weeks, and what came before. */
export const continuity: Criterion = {
  code: 'continuity',
  reads: {
    facts: {
      services: ['aftercare', 'outcome-follow-up'],
      claims: [CHECK_UPS],
      declinedApproaches: [CHECK_UPS],
      levelsOfCare: true,
    },
    need: ['history', 'conditions'],
    cache: () => ({}),
    comparing: {
      appliesTo: ({ history }) => history.length > 0,
      facts: { id: true, organizationId: true, ...CARE_ELEMENT_FACTS },
    },
  },
  applies: (need) => need.conditions.length > 0 || need.history.length > 0,
  emphasis: (need, policy) => (need.history.length > 0 ? policy.curves.continuity.withHistory : 1),
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
