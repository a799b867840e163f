import type { EvidencePurpose } from '../../../evidence/evidence-policy.js';
import type { GradedApproach } from '../../../evidence/rating.js';
import { type EarnedComponent, evidenceStrength } from '../../../evidence/strength.js';
import { DELIVERY_FACTS, deliveryOf } from '../delivery.js';
import type { ComponentShare, Criterion, CriterionKnowledge } from '../criterion.js';
import { EMPTY_NEED, type Need } from '../../need.js';
import { round9 } from '../../round.js';

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
          earned.push([name, approach.name, earnedBy.standing, earnedBy.way ?? ''].join('|'));
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
  { policy, evidencePurpose }: CriterionKnowledge,
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
  return {
    purpose,
    component: code,
    weight: round9(part * weight),
    value: round9(value),
    ...(earnedBy && approach
      ? {
          approach: approach.code,
          provenance: earnedBy.standing,
          ...(earnedBy.way && { way: earnedBy.way }),
          reviewed: approach.ratings.every(({ id, reviewed }) => reviewed || !ratings.includes(id)),
        }
      : {}),
    ratings,
    citations: approach?.citations ?? [],
    declined: absence === 'declined',
    ...(absence && { absence }),
  };
}
