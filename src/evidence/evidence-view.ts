import type { EntityManager } from 'typeorm';
import { today } from '../config/today.js';
import type { ResolvedFacts } from '../core/directory/resolved-facts.js';
import type { EvidencePurpose } from '../core/evidence/evidence-policy.js';
import { evidenceStrength } from '../core/evidence/strength.js';
import { toCandidate } from '../core/matching/candidate.js';
import { deliveryOf } from '../core/matching/rules/delivery.js';
import { CONDITIONS } from '../core/vocabulary/conditions.js';
import type { EvidenceView } from '../directory/program-intake.js';
import { loadGradedApproaches } from './graded-approaches.js';
import { currentPolicy } from './policy-files.js';

const PURPOSES: readonly EvidencePurpose[] = ['any', ...CONDITIONS];

/** What the directory needs of the registry when it stores programs: names, and the strength for the search order. */
export async function loadEvidenceView(manager: EntityManager, day = today()): Promise<EvidenceView> {
  const approaches = await loadGradedApproaches(manager, day);
  const registry = new Map(approaches.map((approach) => [approach.code, approach]));
  const { evidence: policy } = currentPolicy();
  return {
    approachName: (code) => registry.get(code)?.name,
    strengths: (facts: ResolvedFacts) => {
      const stated = deliveryOf(toCandidate({ id: '', organizationId: '', state: '', facts }, day));
      // Staleness changes every day, so the search order ignores it; a match does not.
      const delivery = {
        ...stated,
        claims: stated.claims.map((claim) => ({ ...claim, stale: false })),
        access: stated.access.map((claim) => ({ ...claim, stale: false })),
      };
      return Object.fromEntries(
        PURPOSES.map((purpose) => [
          purpose,
          Math.round(evidenceStrength(delivery, purpose, undefined, registry, policy).value * 1e6) / 1e6,
        ]),
      );
    },
  };
}
