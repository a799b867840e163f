import type { Candidate } from '../candidate.js';
import type { ConstraintCode } from '../codes.js';
import type { CriterionKnowledge, Criterion } from '../rules/criterion.js';
import type { Knowledge } from '../rules/constraint.js';
import { distanceTo } from '../facts/distance.js';
import { ALL_CRITERIA } from '../rules/criteria/all-criteria.js';
import {
  type AskedConstraint,
  askedConstraints,
  asksDistance,
  isInUniverse,
  judgeCandidate,
} from '../judge-candidate.js';
import type { Need } from '../need.js';
import {
  byRank,
  NEAR_MISSES,
  type NearMiss,
  tallyClientQuestions,
  type RankedProgram,
  type Reach,
  reachFrom,
  tierCounts,
  tierOf,
  type TrackRanking,
} from '../ranking.js';
import { findRelaxations, nearestBeyond } from './find-relaxations.js';
import { type Score, scoreOf, weigh } from '../score.js';
import type { Track } from '../rules/tracks.js';
import { warningsFor } from '../rules/warnings.js';

/**
 * Ranks programs for one need: universe, verdicts, score, order; plain and exact. Every faster engine has to
 * answer the same.
 * The order of `candidates` never matters; `ORDER` says how programs are ordered.
 */
export function rankPrograms(
  need: Need,
  candidates: readonly Candidate[],
  track: Track,
  knowledge: Knowledge,
): TrackRanking {
  const { nearMisses, criteria, scoring, ...ranking } = rankMatches(need, candidates, track, knowledge);
  return {
    ...ranking,
    nearMisses: nearMisses.slice(0, NEAR_MISSES),
    relaxations: findRelaxations(
      need,
      candidates,
      track,
      { nearMisses, matches: ranking.matches },
      knowledge,
      scoring,
      criteria,
    ),
  };
}

/** The ranking without what would add to it: all matches and all near misses, each best first. */
export function rankMatches(
  need: Need,
  candidates: readonly Candidate[],
  track: Track,
  general: Knowledge,
): Omit<TrackRanking, 'relaxations'> & { criteria: readonly Criterion[]; scoring: CriterionKnowledge } {
  const knowledge: Knowledge = { ...general, purpose: track.purpose };
  const asked = askedConstraints(need, track);
  const criteria: readonly Criterion[] = ALL_CRITERIA.filter(({ code }) => track.criteria.includes(code));
  const weighted = weigh(need, criteria, knowledge.policy);
  const scoring: CriterionKnowledge = { ...knowledge, evidencePurpose: track.evidencePurpose };

  const matches: RankedProgram[] = [];
  const nearMisses: (Score & NearMiss)[] = [];
  const counts = new Map<ConstraintCode, { failed: number; failedOnly: number }>();
  let universe = 0;
  for (const candidate of candidates) {
    if (!isInUniverse(need, candidate, track)) continue;
    universe += 1;
    const constraints = judgeCandidate(need, candidate, asked, knowledge);
    const excluding = constraints.filter(({ excludes }) => excludes);
    for (const { code } of excluding) {
      const count = counts.get(code) ?? { failed: 0, failedOnly: 0 };
      counts.set(code, {
        failed: count.failed + 1,
        failedOnly: count.failedOnly + (excluding.length === 1 ? 1 : 0),
      });
    }
    if (excluding.length > 1 || (excluding.length === 1 && excluding[0]!.safety)) continue;
    const placed = {
      id: candidate.id,
      distanceMeters: distanceTo(need, candidate),
      ...scoreOf(need, candidate, weighted, scoring),
    };
    if (excluding.length === 1) nearMisses.push({ ...placed, failing: excluding[0]! });
    else {
      const { tier, safetyOpen, reachOpen } = tierOf(constraints);
      matches.push({
        ...placed,
        leads: !safetyOpen && track.leads(need, candidate),
        tier,
        safetyOpen,
        reachOpen,
        constraints,
        warnings: warningsFor(need, candidate, knowledge, track),
      });
    }
  }

  matches.sort(byRank);
  nearMisses.sort(byRank);
  return {
    matches,
    universe,
    tiers: tierCounts(matches.length, matches.filter(({ tier }) => tier === 'confirm_first').length),
    reach: reachOf(matches, asked, () => nearestBeyond(need, candidates, track, knowledge)),
    askClient: tallyClientQuestions(
      matches.map(({ constraints }) =>
        constraints.flatMap(({ toConfirm, askClient }) => (toConfirm && askClient ? [askClient] : [])),
      ),
    ),
    excluded: asked.flatMap(({ constraint: { code } }) => {
      const count = counts.get(code);
      return count ? [{ constraint: code, ...count }] : [];
    }),
    nearMisses: nearMisses.map(({ id, distanceMeters, score, failing }) => ({
      id,
      distanceMeters,
      score,
      failing,
    })),
    criteria,
    scoring,
  };
}

function reachOf(
  matches: readonly RankedProgram[],
  asked: readonly AskedConstraint[],
  nearest: () => number | undefined,
): Reach | null {
  if (!asked.some(asksDistance)) return null;
  const count = (reach: 'within' | 'by_telehealth') =>
    matches.filter(({ constraints }) => constraints.some((each) => each.reach === reach)).length;
  return reachFrom(count('within'), count('by_telehealth'), nearest);
}
