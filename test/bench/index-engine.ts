import { BoundedHeap } from '../../src/core/matching/index/bounded-heap.js';
import { Query } from '../../src/core/matching/index/query.js';
import { RankOrder } from '../../src/core/matching/index/rank-order.js';
import { ProgramIndex } from '../../src/core/matching/index/program-index.js';
import { firstMatches, matchesOf, nearMissesOf } from '../../src/core/matching/index/rank-page.js';
import { constraintOf, countExcluded, scanTrack } from '../../src/core/matching/index/scan.js';
import { NEAR_MISSES } from '../../src/core/matching/ranking.js';
import { TREATMENT } from './bench-needs.js';
import { type MatchEngine, TOP } from './match-engine.js';

/** The index that the service answers with, without explanations and relaxations. */
export const indexEngine: MatchEngine = {
  name: 'index',
  build(candidates, knowledge) {
    const index = ProgramIndex.build(candidates);
    return {
      top(need) {
        const query = new Query(index, need, knowledge);
        const scan = scanTrack(query, TREATMENT);
        const matched = matchesOf(scan);
        const { order, first } = firstMatches(query, TREATMENT, scan, matched, { limit: TOP });
        const missed = nearMissesOf(scan);
        const misses = new RankOrder(
          query,
          TREATMENT,
          missed.map((i) => scan.rows[i]!),
        );
        const heap = new BoundedHeap(NEAR_MISSES, misses.compare);
        for (let i = 0; i < missed.length; i++) heap.offer(i);
        return {
          universe: scan.rows.length,
          total: matched.length,
          matches: first.map((i) => {
            const { id, score, ...rest } = order.summaryAt(i);
            return { id, tier: order.tierOf(i), score, ...rest };
          }),
          nearMisses: heap.inOrder().map((i) => {
            const { id, score, ...rest } = misses.summaryAt(i);
            const failing = constraintOf(scan, scan.failing[missed[i]!]!).constraint.code;
            return { id, score, failing, ...rest };
          }),
          excluded: countExcluded(scan),
        };
      },
    };
  },
};
