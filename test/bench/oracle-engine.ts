import { rankMatches } from '../../src/core/matching/reference/rank-programs.js';
import { NEAR_MISSES } from '../../src/core/matching/ranking.js';
import { type MatchEngine, TOP } from './match-engine.js';
import { TREATMENT } from './bench-needs.js';

/** The plain pure function that every faster engine has to agree with. */
export const oracleEngine: MatchEngine = {
  name: 'plain function',
  build(candidates, knowledge) {
    const all = [...candidates];
    return {
      top(need) {
        const { matches, nearMisses, universe, excluded } = rankMatches(need, all, TREATMENT, knowledge);
        return {
          universe,
          total: matches.length,
          matches: matches
            .slice(0, TOP)
            .map(({ id, tier, score, distanceMeters }) => ({ id, tier, score, distanceMeters })),
          nearMisses: nearMisses.slice(0, NEAR_MISSES).map(({ id, score, failing, distanceMeters }) => ({
            id,
            score,
            failing: failing.code,
            distanceMeters,
          })),
          excluded,
        };
      },
    };
  },
};
