import type { FactKey } from '../../../directory/source-record.js';
import type { EvidencePurpose } from '../../../evidence/evidence-policy.js';
import { badgeOf } from '../../../evidence/grade.js';
import type { GradedApproach } from '../../../evidence/rating.js';
import { type EarnedComponent, evidenceStrength } from '../../../evidence/strength.js';
import { DELIVERY_FACTS, deliveryOf } from '../delivery.js';
import type { ComponentShare, Criterion, CriterionKnowledge } from '../criterion.js';
import type { QuestionCode } from '../../codes.js';
import { EMPTY_NEED, type Need } from '../../need.js';
import { round9 } from '../../round.js';

/** The question to put to a program about a kind of care, and the facts that the answer settles. */
interface KindQuestion {
  readonly code: QuestionCode;
  readonly facts: readonly FactKey[];
}

const STRUCTURED_THERAPY: KindQuestion = { code: 'ask.structured_therapy', facts: ['approaches'] };
const INCENTIVES: KindQuestion = { code: 'ask.contingency_management', facts: ['approaches'] };

/** The questions by purpose and component (clinical/quality-signs.json, `ask`). */
const QUESTIONS: { readonly [Purpose in EvidencePurpose]?: Readonly<Record<string, KindQuestion>> } = {
  opioid: {
    medication: { code: 'ask.opioid_medication', facts: ['medications', 'medicationAccess'] },
    'overdose-prevention': { code: 'ask.naloxone', facts: ['services'] },
    'contingency-management': INCENTIVES,
    psychosocial: STRUCTURED_THERAPY,
  },
  alcohol: {
    medication: { code: 'ask.alcohol_medication', facts: ['medications', 'medicationAccess'] },
    psychosocial: STRUCTURED_THERAPY,
    'mutual-help': { code: 'ask.mutual_help_facilitation', facts: ['approaches'] },
  },
  stimulant: { 'contingency-management': INCENTIVES, psychosocial: STRUCTURED_THERAPY },
  cannabis: { psychosocial: STRUCTURED_THERAPY, 'contingency-management': INCENTIVES },
  sedative: { psychosocial: STRUCTURED_THERAPY },
};

/** How well what the program delivers is backed for the client's conditions, weighed by their severity. */
export const evidence: Criterion = {
  code: 'evidence',
  reads: {
    facts: DELIVERY_FACTS,
    need: ['conditions', 'preferences'],
    cache: ({ conditions, preferences: { goal } }) => ({
      conditions,
      preferences: { ...EMPTY_NEED.preferences, goal },
    }),
  },
  asks: Object.fromEntries(
    Object.values(QUESTIONS).flatMap((questions) =>
      Object.values(questions).map(({ code, facts }) => [code, facts]),
    ),
  ),
  applies: () => true,
  judge(need, candidate, knowledge) {
    const { registry, policy } = knowledge;
    const delivery = deliveryOf(candidate);

    let value = 0;
    let low = 0;
    let high = 0;
    let share = 0;
    const earned: string[] = [];
    const missing: string[] = [];
    const unlisted: string[] = [];
    const declined: string[] = [];
    const components: ComponentShare[] = [];
    for (const { purpose, part } of evidenceParts(need, knowledge)) {
      const strength = evidenceStrength(delivery, purpose, need.preferences.goal, registry, policy.evidence);
      value += part * strength.value;
      low += part * strength.range[0];
      high += part * strength.range[1];
      share += part * strength.known;
      for (const component of strength.components) {
        const name = `${purpose}|${component.code}`;
        const approach = component.earnedBy && registry.get(component.earnedBy.approach);
        const { earnedBy, absence } = component;
        if (earnedBy && approach)
          earned.push([name, approach.name, earnedBy.standing, earnedBy.way ?? '', approach.code].join('|'));
        else if (absence === 'declined') declined.push(name);
        else (absence === 'not-listed' ? unlisted : missing).push(name);
        components.push(shareOf(purpose, part, component, approach));
      }
    }
    return {
      value,
      range: [low, high],
      known: share,
      reason: {
        code: earned.length > 0 ? 'evidence.earned' : 'evidence.unknown',
        values: { earned, missing, unlisted, declined },
      },
      components,
    };
  },
};

/** What evidence is measured for, each with its share: the client's conditions by severity, or the track's purpose. */
export function evidenceParts(
  need: Need,
  { policy, evidencePurpose }: Pick<CriterionKnowledge, 'policy' | 'evidencePurpose'>,
): { readonly purpose: EvidencePurpose; readonly part: number }[] {
  const purposes: { purpose: EvidencePurpose; weight: number }[] = evidencePurpose
    ? [{ purpose: evidencePurpose, weight: 1 }]
    : need.conditions.length > 0
      ? need.conditions.map(({ condition, severity }) => ({
          purpose: condition,
          weight: policy.severityWeights[severity ?? 'notStated'],
        }))
      : [{ purpose: 'any', weight: 1 }];
  const total = purposes.reduce((sum, { weight }) => sum + weight, 0);
  return purposes.map(({ purpose, weight }) => ({ purpose, part: weight / total }));
}

function shareOf(
  purpose: EvidencePurpose,
  part: number,
  { code, weight, value, absence, earnedBy }: EarnedComponent,
  approach: GradedApproach | undefined,
): ComponentShare {
  const ratings = earnedBy?.ratings ?? [];
  const ask = QUESTIONS[purpose]?.[code];
  // Said to be none, or started here on the word of somebody other than the program alone.
  const isSettled =
    absence === 'declined' ||
    (earnedBy !== undefined && earnedBy.standing !== 'self-reported' && (earnedBy.way ?? 'here') === 'here');
  return {
    purpose,
    component: code,
    weight: round9(part * weight),
    value: round9(value),
    ...(earnedBy && approach
      ? {
          approach: approach.code,
          name: approach.name,
          badge: badgeOf(earnedBy.leading),
          ...(earnedBy.leading.reviewedBy && { reviewedBy: earnedBy.leading.reviewedBy }),
          provenance: earnedBy.standing,
          ...(earnedBy.way && { way: earnedBy.way }),
          reviewed: approach.ratings.every(({ id, reviewed }) => reviewed || !ratings.includes(id)),
        }
      : {}),
    ratings,
    citations: approach?.citations ?? [],
    declined: absence === 'declined',
    ...(absence && { absence }),
    ...(ask && !isSettled && { ask: { code: ask.code, values: {} } }),
  };
}
