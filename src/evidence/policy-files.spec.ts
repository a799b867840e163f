import { describe, expect, it } from 'vitest';
import { CRITERION_CODES } from '../core/matching/codes.js';
import { readRegistryFiles } from './registry-files.js';
import { CURRENT_POLICY, currentPolicy, readPolicies } from './policy-files.js';

describe('The ranking policies', () => {
  it('have a file for the policy in force', () => {
    expect(currentPolicy().version).toBe(CURRENT_POLICY);
  });

  it.each([...readPolicies().values()].map((policy) => [policy.version, policy] as const))(
    'policy %s names only approaches that the registry has',
    (_version, { evidence }) => {
      const known = new Set(readRegistryFiles().approaches.map(({ code }) => code));
      const named = Object.values(evidence.components).flatMap((components) =>
        components.flatMap(({ approaches }) => approaches),
      );
      expect(named.filter((code) => !known.has(code))).toEqual([]);
    },
  );

  it.each([...readPolicies().values()].map((policy) => [policy.version, policy] as const))(
    'policy %s weighs every criterion, with a reason',
    (_version, policy) => {
      const criteria = policy.criteria as Record<string, { weight: number; unknown: number; reason: string }>;
      expect(Object.keys(criteria)).toEqual([...CRITERION_CODES]);
      for (const { weight, unknown, reason } of Object.values(criteria)) {
        expect(weight).toBeGreaterThan(0);
        expect(unknown).toBeGreaterThanOrEqual(0);
        expect(unknown).toBeLessThanOrEqual(1);
        expect(reason).toMatch(/\w/);
      }
    },
  );
});
