import type { TopMatches } from './match-engine.js';

const TOLERANCE = 1e-9;

/**
 * Throws where two engines do not answer the same: ids in order, scores to 1e-9, counts, exclusions, near misses.
 * An engine that is compared before it is right has no figure.
 */
export function checkSameAnswer(who: string, expected: TopMatches, found: TopMatches): void {
  const compare = (what: string, a: unknown, b: unknown) => {
    const [wanted, got] = [JSON.stringify(a), JSON.stringify(b)];
    if (wanted !== got) throw new Error(`${who}: ${what} should be ${wanted} and is ${got}.`);
  };
  compare('universe', expected.universe, found.universe);
  compare('total', expected.total, found.total);
  compare('excluded', expected.excluded, found.excluded);
  for (const list of ['matches', 'nearMisses'] as const) {
    const rest = (of: TopMatches) => of[list].map(({ score: _score, ...placed }) => placed);
    compare(list, rest(expected), rest(found));
    expected[list].forEach(({ id, score }, i) => {
      if (Math.abs(score - found[list][i]!.score) > TOLERANCE)
        compare(`the score of ${id}`, score, found[list][i]!.score);
    });
  }
}
