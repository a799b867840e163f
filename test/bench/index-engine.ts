import { Query } from '../../src/core/matching/index/query.js';
import { ProgramIndex } from '../../src/core/matching/index/program-index.js';
import { firstMatches, firstNearMisses } from '../../src/core/matching/index/rank-page.js';
import { countRows } from '../../src/core/matching/index/row-bits.js';
import { countExcluded, failingOf, scanTrack } from '../../src/core/matching/index/scan.js';
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
        const { order, first } = firstMatches(query, TREATMENT, scan, { limit: TOP });
        const near = firstNearMisses(query, TREATMENT, scan, NEAR_MISSES);
        return {
          universe: countRows(scan.looked),
          total: countRows(scan.matches),
          matches: first.map((i) => {
            const { id, score, ...rest } = order.summaryAt(i);
            return { id, tier: order.tierOf(i), score, ...rest };
          }),
          nearMisses: near.first.map((i) => {
            const { id, score, ...rest } = near.order.summaryAt(i);
            return { id, score, failing: failingOf(scan, near.order.rows[i]!).constraint.code, ...rest };
          }),
          excluded: countExcluded(scan),
        };
      },
    };
  },
};
