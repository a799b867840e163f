import type { MatchingPolicy } from '../../../src/core/matching/policy.js';
import { currentPolicy, readPolicies } from '../../../src/evidence/policy-files.js';

/** The policy that was released before the one in force. */
export const POLICY_BEFORE = '2026-11.3';

/**
 * The policy before, as today's engine reads it: parts that came later count nothing. Every self-report counts alike, a
 * blank on a list counts what silence does, an arranged medication counts as not reported, and quality has no weight.
 */
export function policyBefore(): MatchingPolicy {
  const today = currentPolicy();
  const before = readPolicies().get(POLICY_BEFORE) as unknown as MatchingPolicy;
  return {
    ...before,
    criteria: { ...before.criteria, quality: { weight: 0, unknown: today.criteria.quality.unknown } },
    curves: {
      ...before.curves,
      distance: { ...before.curves.distance, dailyDosing: 1 },
      continuity: { ...before.curves.continuity, withHistory: 1 },
    },
    evidence: {
      ...before.evidence,
      worth: [],
      reach: { here: 1, prescribed: 1, notNamed: 0, 'in-network': 0, 'by-contract': 0, accepted: 0 },
      notListed: before.evidence.notReported,
    },
    quality: today.quality,
  };
}
