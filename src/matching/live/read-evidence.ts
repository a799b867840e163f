import type { EntityManager } from 'typeorm';
import { loadGradedApproaches } from '../../evidence/graded-approaches.js';
import { FAMILY_GUIDANCE } from '../../core/vocabulary/approach-roles.js';
import { publishedApproaches } from '../../evidence/published-approaches.js';
import type { DirectorySnapshot } from './directory-snapshot.js';

/** The current ratings, and what families are told about approaches. */
export async function readEvidence(
  manager: EntityManager,
  day: string,
): Promise<Pick<DirectorySnapshot, 'guidance' | 'registry'>> {
  const approaches = await loadGradedApproaches(manager, day);
  return {
    guidance: await publishedApproaches(manager, FAMILY_GUIDANCE, day),
    registry: new Map(approaches.map((approach) => [approach.code, approach])),
  };
}
