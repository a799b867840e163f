import * as fc from 'fast-check';
import type { Candidate } from '../../src/core/matching/candidate.js';
import { distanceTo } from '../../src/core/matching/facts/distance.js';
import { ALL_CRITERIA } from '../../src/core/matching/rules/criteria/all-criteria.js';
import { Query } from '../../src/core/matching/index/query.js';
import { findRanks, type ProgramRank } from '../../src/core/matching/index/find-rank.js';
import { ProgramIndex } from '../../src/core/matching/index/program-index.js';
import { askedConstraints, judgeCandidate } from '../../src/core/matching/judge-candidate.js';
import type { Need } from '../../src/core/matching/need.js';
import { rankMatches } from '../../src/core/matching/reference/rank-programs.js';
import { byRank, placingsOf, type TrackRanking } from '../../src/core/matching/ranking.js';
import { scoreOf, weigh } from '../../src/core/matching/score.js';
import { ALL_TRACKS, type Track } from '../../src/core/matching/rules/tracks.js';
import { byDecision, type Compared, DECIDERS, whatDecides } from '../../src/core/matching/what-decides.js';
import { relaxationsFor } from '../../src/core/matching/why-not.js';
import { seededKnowledge } from '../cases/seeded-knowledge.js';
import { needAfter } from '../support/need-after.js';
import { arbitraryDirectory } from './arbitrary-directories.js';
import { arbitraryNeed } from './arbitrary-needs.js';
import { searches } from '../support/searches.js';

const knowledge = seededKnowledge();

/** A need put to a directory in one track: every program as the index ranks it, beside the plain ranking. */
interface Asked {
  readonly track: Track;
  readonly ranks: ReadonlyMap<string, ProgramRank>;
  readonly plain: Pick<TrackRanking, 'matches' | 'nearMisses'>;
}

function inEveryTrack(need: Need, candidates: readonly Candidate[], look: (asked: Asked) => void): void {
  const index = ProgramIndex.build(candidates);
  const query = new Query(index, need, knowledge);
  const rows = candidates.map(({ id }) => index.rowOf(id)!);
  for (const track of ALL_TRACKS) {
    const ranks = new Map(findRanks(query, track, rows).map((ranked) => [ranked.id, ranked]));
    look({ track, ranks, plain: rankMatches(need, candidates, track, knowledge) });
  }
}

/** Where a program would stand, by nothing but its own verdicts and values. */
function plainly(need: Need, candidate: Candidate, track: Track) {
  const constraints = judgeCandidate(need, candidate, askedConstraints(need, track), {
    ...knowledge,
    purpose: track.purpose,
  });
  const criteria = ALL_CRITERIA.filter(({ code }) => track.criteria.includes(code));
  const safetyOpen = constraints.some(({ toConfirm, safety }) => toConfirm && safety);
  return {
    id: candidate.id,
    distanceMeters: distanceTo(need, candidate),
    ...scoreOf(need, candidate, weigh(need, criteria, knowledge.policy), {
      ...knowledge,
      purpose: track.purpose,
      evidencePurpose: track.evidencePurpose,
    }),
    leads: !safetyOpen && track.leads(need, candidate),
    safetyOpen,
    reachOpen: constraints.some(({ reachOpen }) => reachOpen),
    tier: constraints.some(({ toConfirm }) => toConfirm)
      ? ('confirm_first' as const)
      : ('meets_all' as const),
    constraints,
  };
}

describe('the rank of a program', () => {
  it('is for every match the one that it has in the plain ranking, line by line', () => {
    const runs = fc.property(arbitraryNeed, arbitraryDirectory, (need, candidates) => {
      inEveryTrack(need, candidates, ({ ranks, plain: { matches } }) => {
        const placings = placingsOf(matches);
        matches.forEach((match, i) => {
          expect(ranks.get(match.id)).toEqual({ ...match, ...placings[i], rank: i + 1, of: matches.length });
        });
        expect([...ranks.values()].filter(({ tier }) => tier !== null)).toHaveLength(matches.length);
      });
    });
    fc.assert(runs, searches(40));
  });

  it('is for every near miss the one that it would have, with the very constraint that keeps it out', () => {
    const runs = fc.property(arbitraryNeed, arbitraryDirectory, (need, candidates) => {
      inEveryTrack(need, candidates, ({ ranks, plain: { nearMisses } }) => {
        for (const { failing, ...miss } of nearMisses) {
          const { constraints, ...rank } = ranks.get(miss.id)!;
          expect(rank).toMatchObject({ ...miss, tier: null });
          expect(constraints.filter(({ excludes }) => excludes)).toEqual([failing]);
        }
      });
    });
    fc.assert(runs, searches(40));
  });

  it('has exactly so many matches before it, and counts a program that is none with them', () => {
    const runs = fc.property(arbitraryNeed, arbitraryDirectory, (need, candidates) => {
      inEveryTrack(need, candidates, ({ track, ranks, plain: { matches } }) => {
        for (const candidate of candidates) {
          const alone = plainly(need, candidate, track);
          const { rank, of, tier, place, sharedBy, levelWithPrevious, ...rest } = ranks.get(candidate.id)!;
          const listed = [...matches.filter(({ id }) => id !== candidate.id), alone].sort(byRank);
          expect({ place, sharedBy, levelWithPrevious }).toEqual(placingsOf(listed)[rank - 1]);
          const isMatch = matches.some(({ id }) => id === candidate.id);
          const { tier: ownTier, ...values } = alone;
          expect(rest).toMatchObject(values);
          expect({ rank, of, tier }).toEqual({
            rank: 1 + matches.filter((match) => byRank(match, alone) < 0).length,
            of: matches.length + (isMatch ? 0 : 1),
            tier: isMatch ? ownTier : null,
          });
        }
      });
    });
    fc.assert(runs, searches(40));
  });
});

describe('what would have to change for one program', () => {
  it('lets it pass that constraint, and suffices exactly where a plain ranking then has it as a match', () => {
    let [told, sufficed] = [0, 0];
    const runs = fc.property(arbitraryNeed, arbitraryDirectory, (need, candidates) => {
      for (const track of ALL_TRACKS) {
        for (const candidate of candidates) {
          const asked = askedConstraints(need, track);
          const constraints = judgeCandidate(need, candidate, asked, knowledge);
          for (const { constraint, change, suffices } of relaxationsFor(
            need,
            candidate,
            track,
            knowledge,
            constraints,
          )) {
            const judged = constraints.find(({ code }) => code === constraint)!;
            expect(judged.excludes).toBe(true);
            if (judged.safety) expect(constraint).toBe('level_of_care');
            const changed = needAfter(need, change);
            const after = judgeCandidate(changed, candidate, askedConstraints(changed, track), knowledge);
            expect(after.filter(({ code, excludes }) => code === constraint && excludes)).toEqual([]);
            const { matches } = rankMatches(changed, candidates, track, knowledge);
            expect([candidate.id, suffices]).toEqual([
              candidate.id,
              matches.some(({ id }) => id === candidate.id),
            ]);
            told += 1;
            sufficed += Number(suffices);
          }
        }
      }
    });
    fc.assert(runs, searches(80));
    expect(sufficed).toBeGreaterThan(100);
    expect(told - sufficed).toBeGreaterThan(100);
  });

  it('is said once for a constraint that excludes it; of safety, for no other than the levels that a clinician stated', () => {
    const runs = fc.property(arbitraryNeed, arbitraryDirectory, (need, candidates) => {
      for (const track of ALL_TRACKS)
        for (const candidate of candidates) {
          const constraints = judgeCandidate(need, candidate, askedConstraints(need, track), knowledge);
          const codes = relaxationsFor(need, candidate, track, knowledge, constraints).map(
            ({ constraint }) => constraint,
          );
          const may = constraints.filter(
            ({ code, excludes, safety }) => excludes && (!safety || code === 'level_of_care'),
          );
          expect(codes).toEqual(may.map(({ code }) => code).filter((code) => codes.includes(code)));
        }
    });
    fc.assert(runs, searches(40));
  });
});

describe('what decides between two programs', () => {
  it('puts them in the order of the list, matches before others', () => {
    const runs = fc.property(arbitraryNeed, arbitraryDirectory, (need, candidates) => {
      inEveryTrack(need, candidates, ({ track, ranks, plain: { matches } }) => {
        const sorted = [...ranks.values()].sort(byDecision).map(({ id }) => id);
        expect(sorted.slice(0, matches.length)).toEqual(matches.map(({ id }) => id));
        const others = candidates
          .filter(({ id }) => !matches.some((match) => match.id === id))
          .map((candidate) => plainly(need, candidate, track))
          .map(({ tier: _none, ...placed }) => placed);
        expect(sorted.slice(matches.length)).toEqual(others.sort(byRank).map(({ id }) => id));
      });
    });
    fc.assert(runs, searches(40));
  });

  it('is the first thing in which they differ, and a score is told by what leads in it', () => {
    const seen = new Map(DECIDERS.map((by) => [by, 0]));
    const runs = fc.property(arbitraryNeed, arbitraryDirectory, (need, candidates) => {
      inEveryTrack(need, candidates, ({ ranks }) => {
        const sorted = [...ranks.values()].sort(byDecision);
        for (const [i, second] of sorted.slice(1).entries()) {
          const first = sorted[i]!;
          const { by, criteria } = whatDecides(first, second);
          const [mine, other] = [lookedAt(first), lookedAt(second)];
          expect(by).toBe(DECIDERS.find((each) => mine[each] !== other[each]));
          const lead = criteria.reduce((sum, each) => sum + each.lead, 0);
          expect(Math.abs(lead - (by === 'score' ? first.score - second.score : 0))).toBeLessThan(1e-7);
          expect(criteria.every((each) => each.lead !== 0)).toBe(true);
          seen.set(by, seen.get(by)! + 1);
        }
      });
    });
    fc.assert(runs, searches(40));
    for (const by of ['match', 'leads', 'tier', 'safety_open', 'reach_open', 'score'] as const)
      expect([by, seen.get(by)! > 0]).toEqual([by, true]);
  });
});

/** What the order looks at, each by the name of what it decides. */
function lookedAt(of: Compared) {
  return {
    match: of.tier !== null,
    leads: of.leads,
    tier: of.tier,
    safety_open: of.safetyOpen,
    reach_open: of.reachOpen,
    score: of.score,
    known_weight: of.knownWeight,
    distance: of.distanceMeters,
    id: of.id,
  };
}
