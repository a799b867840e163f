import type { Wish } from '../../vocabulary/services.js';
import { type Candidate, delivers, said, stance, yes } from '../candidate.js';
import type { Constraint, Knowledge } from '../constraint.js';
import { ALL_CONSTRAINTS } from '../constraints/all-constraints.js';
import { CARE_ELEMENTS, offersElement } from '../care-elements.js';
import type { Criterion, Judgement, Part } from '../criterion.js';
import { known, sumOfParts } from '../criterion.js';
import type { Need } from '../need.js';

interface Feature {
  readonly code: string;
  readonly present: boolean | undefined;
}

/** Share of wished features that are there, less half the share of unwished ones; an unknown feature counts half. */
export const preferences: Criterion = {
  code: 'preferences',
  applies: (need) => {
    const { approaches, avoidApproaches, wishes, avoid, goal } = need.preferences;
    return (
      approaches.length + avoidApproaches.length + wishes.length + avoid.length > 0 ||
      goal !== undefined ||
      preferredConstraints(need).length > 0
    );
  },
  judge(need, candidate, knowledge) {
    const wished = wishedFeatures(need, candidate, knowledge);
    const unwished = unwishedFeatures(need, candidate);
    const factor = knowledge.policy.curves.preferences.unwished;
    const at = (unknownWished: number, unknownUnwished: number) =>
      Math.min(
        1,
        Math.max(
          0,
          (wished.length > 0 ? mean(wished, unknownWished) : 1) -
            (unwished.length > 0 ? factor * mean(unwished, unknownUnwished) : 0),
        ),
      );
    const { unknown } = knowledge.policy.criteria.preferences;
    const features = [...wished, ...unwished];
    const open = features.filter(({ present }) => present === undefined);
    return {
      value: at(unknown, unknown),
      range: [at(0, 1), at(1, 0)],
      known: features.length === 0 ? 1 : 1 - open.length / features.length,
      reason: {
        code: 'preferences.features',
        values: {
          present: wished.filter(({ present }) => present === true).map(({ code }) => code),
          absent: wished.filter(({ present }) => present === false).map(({ code }) => code),
          unwished: unwished.filter(({ present }) => present === true).map(({ code }) => code),
          notReported: open.map(({ code }) => code),
        },
      },
    };
  },
};

function wishedFeatures(need: Need, candidate: Candidate, knowledge: Knowledge): Feature[] {
  const { approaches, wishes, goal } = need.preferences;
  return [
    ...approaches.map((code) => ({ code, present: delivers(candidate, code) })),
    ...wishes.map((code) => ({ code, present: hasFeature(candidate, code) })),
    ...(goal ? [{ code: `goal-${goal}`, present: said(stance(candidate, 'goals', goal)) }] : []),
    ...preferredConstraints(need).flatMap((constraint) => {
      const verdict = constraint.judge(need, candidate, knowledge);
      return verdict ? [{ code: constraint.code, present: said(verdict.verdict) }] : [];
    }),
  ];
}

/** Constraints the client asks for as a preference; they count among the wishes. */
function preferredConstraints(need: Need): Constraint[] {
  return ALL_CONSTRAINTS.filter(
    (constraint) => need.strictness[constraint.code] === 'preferred' && constraint.isAsked(need),
  );
}

function unwishedFeatures(need: Need, candidate: Candidate): Feature[] {
  const { avoidApproaches, avoid } = need.preferences;
  return [
    ...avoidApproaches.map((code) => ({ code, present: delivers(candidate, code) })),
    ...avoid.map((code) => ({ code, present: hasFeature(candidate, code) })),
  ];
}

/** One is enough; only when it delivers none of them is the answer no. */
function deliversAny(candidate: Candidate, approaches: readonly string[]): boolean | undefined {
  const all = approaches.map((approach) => delivers(candidate, approach));
  if (all.includes(true)) return true;
  return all.includes(undefined) ? undefined : false;
}

function hasFeature(candidate: Candidate, wish: Wish): boolean | undefined {
  switch (wish) {
    case 'faith-based':
      return candidate.faithBased;
    case 'secular':
      return candidate.faithBased === undefined ? undefined : !candidate.faithBased;
    case 'women-only':
      return servesOnly(candidate, 'woman', 'man');
    case 'men-only':
      return servesOnly(candidate, 'man', 'woman');
    case 'one-to-one':
      return said(stance(candidate, 'services', 'individual-counseling'));
    case 'group':
      return said(stance(candidate, 'services', 'group-counseling'));
    case 'lgbtq-affirming':
      return said(stance(candidate, 'populations', 'lgbtq'));
  }
}

function servesOnly(candidate: Candidate, own: 'woman' | 'man', other: 'woman' | 'man'): boolean | undefined {
  const [mine, theirs] = [stance(candidate, 'genders', own), stance(candidate, 'genders', other)];
  if (mine === 'no' || theirs === 'yes') return false;
  return mine === 'yes' && theirs === 'no' ? true : undefined;
}

function mean(features: readonly Feature[], unknown: number): number {
  const sum = features.reduce(
    (total, { present }) => total + (present === undefined ? unknown : Number(present)),
    0,
  );
  return sum / features.length;
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
            present: deliversAny(candidate, ['craft', 'craft-group-self']),
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
            present: delivers(candidate, 'mi-met'),
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
        { code: 'follow-up', weight: curve.followUp, present: delivers(candidate, 'rmc') ? true : followUp },
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
