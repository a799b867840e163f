import type { Candidate } from '../candidate.js';
import type { ConstraintCode } from '../codes.js';
import { askedConstraints, isInUniverse, isMatch } from '../judge-candidate.js';
import type { Need } from '../need.js';
import type { NearMiss, RankedProgram, Relaxation } from '../ranking.js';
import type { Knowledge } from '../rules/constraint.js';
import { distanceTo } from '../facts/distance.js';
import type { Criterion, CriterionKnowledge } from '../rules/criterion.js';
import { mostUseful, proposeRelaxations, smallerOf } from '../rules/relaxations.js';
import type { Track } from '../rules/tracks.js';
import { scoreOf, weigh } from '../score.js';

/**
 * What would add matches: the smallest useful step of each constraint that alone keeps programs out. A safety
 * constraint is never relaxed. Counts are exact: the changed need is judged again over all candidates.
 */
export function findRelaxations(
  need: Need,
  candidates: readonly Candidate[],
  track: Track,
  found: { readonly nearMisses: readonly NearMiss[]; readonly matches: readonly RankedProgram[] },
  general: Knowledge,
  scoring: CriterionKnowledge,
  criteria: readonly Criterion[],
): Relaxation[] {
  const knowledge: Knowledge = { ...general, purpose: track.purpose };
  const matched = new Set(found.matches.map(({ id }) => id));
  const others = candidates.filter(({ id }) => !matched.has(id));
  const proposals = proposeRelaxations(need, track, {
    smallestFound: smallestFoundIn(found.nearMisses),
    nearestBeyond: () => nearestBeyond(need, others, track, knowledge),
  });
  return mostUseful(
    proposals.map(({ need: changed, ...proposal }) => {
      const asked = askedConstraints(changed, track);
      const weighted = weigh(changed, criteria, knowledge.policy);
      let wouldAdd = 0;
      let bestScore = 0;
      for (const candidate of others) {
        if (!isInUniverse(changed, candidate, track)) continue;
        if (!isMatch(changed, candidate, asked, knowledge)) continue;
        wouldAdd += 1;
        bestScore = Math.max(bestScore, scoreOf(changed, candidate, weighted, scoring).score);
      }
      return { ...proposal, wouldAdd, bestScore };
    }),
  );
}

function smallestFoundIn(nearMisses: readonly NearMiss[]): Map<ConstraintCode, number | undefined> {
  const smallest = new Map<ConstraintCode, number | undefined>();
  for (const { failing } of nearMisses)
    smallest.set(failing.code, smallerOf(smallest.get(failing.code), failing.found));
  return smallest;
}

/** Metres to the nearest program beyond the maximum distance that meets everything else. */
export function nearestBeyond(
  need: Need,
  candidates: readonly Candidate[],
  track: Track,
  knowledge: Knowledge,
): number | undefined {
  if (!need.place || need.maxDistanceMeters === undefined) return undefined;
  const anywhere: Need = { ...need, maxDistanceMeters: undefined };
  const asked = askedConstraints(anywhere, track);
  let nearest: number | undefined;
  for (const candidate of candidates) {
    const meters = distanceTo(need, candidate);
    if (
      meters === undefined ||
      meters <= need.maxDistanceMeters ||
      (nearest !== undefined && meters >= nearest)
    )
      continue;
    if (track.includes(candidate) && isMatch(anywhere, candidate, asked, knowledge)) nearest = meters;
  }
  return nearest;
}
