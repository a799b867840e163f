import type { CriterionCode } from '../../../src/core/matching/codes.js';
import type { RankedProgram } from '../../../src/core/matching/ranking.js';
import type { Condition } from '../../../src/core/vocabulary/conditions.js';
import type { BenchList } from './bench-lists.js';
import type { TickedProgram } from './national-candidates.js';
import { OFFER_BOXES } from './national-candidates.js';
import { coDeviation, correlation, distinct, mean, rankCorrelation } from './statistics.js';

/** Equal scores are equal to nine decimals, as they are rounded before they order. */
const scoresOf = (matches: readonly RankedProgram[]) => matches.map(({ score }) => score);

function contributionsOf(matches: readonly RankedProgram[], code: CriterionCode): number[] {
  return matches.map(({ criteria }) => criteria.find((each) => each.code === code)?.contribution ?? 0);
}

/**
 * Share of the score's variance within lists that a criterion makes: the sum over lists of cov(contribution, score),
 * divided by that of var(score). The shares of all criteria add up to 1.
 */
export function varianceShare(lists: readonly BenchList[], codes: readonly CriterionCode[]): number {
  let part = 0;
  let all = 0;
  for (const { matches } of lists) {
    const scores = scoresOf(matches);
    all += coDeviation(scores, scores);
    for (const code of codes) part += coDeviation(contributionsOf(matches, code), scores);
  }
  return part / all;
}

/** Share of the lists in which two programs have exactly the first score. */
export function equalAtFirst(lists: readonly BenchList[]): number {
  return mean(lists.map(({ matches }) => Number(matches[0]!.score === matches[1]!.score)));
}

/** Share of the lists in which the first place is shared: score and share of known weight are equal. */
export function tiedAtFirst(lists: readonly BenchList[]): number {
  return mean(
    lists.map(({ matches: [first, second] }) =>
      Number(first!.score === second!.score && first!.knownWeight === second!.knownWeight),
    ),
  );
}

/** Share of all matches whose score another of their list has. */
export function tiedMatches(lists: readonly BenchList[]): number {
  const tied = lists.flatMap(({ matches }) => {
    const scores = scoresOf(matches);
    return scores.map((score) => Number(scores.indexOf(score) !== scores.lastIndexOf(score)));
  });
  return mean(tied);
}

/** Different values of some criteria in a list, together; the mean over lists. */
export function distinctValues(lists: readonly BenchList[], codes: readonly CriterionCode[]): number {
  return mean(
    lists.map(({ matches }) => {
      const together = matches.map((_, i) =>
        codes.reduce((sum, code) => sum + contributionsOf(matches, code)[i]!, 0),
      );
      return distinct(together.map((value) => Math.round(value * 1e9)));
    }),
  );
}

/** Mean over lists of the rank correlation of nearness with the score. */
export function correlationWithNearness(lists: readonly BenchList[]): number {
  return meanOf(
    lists.map(({ matches }) =>
      rankCorrelation(
        matches.map(({ distanceMeters }) => -distanceMeters!),
        scoresOf(matches),
      ),
    ),
  );
}

/** Mean over lists of the rank correlation of two scores of the same programs. */
export function correlationOfScores(a: readonly BenchList[], b: readonly BenchList[]): number {
  return meanOf(
    a.map(({ matches }, i) => {
      const other = new Map(b[i]!.matches.map(({ id, score }) => [id, score]));
      const both = matches.filter(({ id }) => other.has(id));
      return rankCorrelation(
        scoresOf(both),
        both.map(({ id }) => other.get(id)!),
      );
    }),
  );
}

/** Boxes in which a program says what it offers. */
export function boxesOf({ codes }: TickedProgram): number {
  return OFFER_BOXES.filter((code) => codes.has(code)).length;
}

/**
 * Correlation of the score with the number of ticked boxes, each as a difference from the mean of its list; with
 * `atEqual`, from the mean of the programs of its list that are alike in that.
 */
export function correlationWithBoxes(
  lists: readonly BenchList[],
  boxes: ReadonlyMap<string, number>,
  atEqual: (program: RankedProgram) => string = () => '',
): number {
  const score: number[] = [];
  const ticked: number[] = [];
  for (const { matches } of lists)
    for (const kind of new Set(matches.map(atEqual))) {
      const alike = matches.filter((match) => atEqual(match) === kind);
      const [scores, counts] = [scoresOf(alike), alike.map(({ id }) => boxes.get(id)!)];
      const [meanScore, meanCount] = [mean(scores), mean(counts)];
      score.push(...scores.map((value) => value - meanScore));
      ticked.push(...counts.map((value) => value - meanCount));
    }
  return correlation(score, ticked) ?? 0;
}

const PRESCRIBES_FOR_ALCOHOL = ['PMAT'];
const PRESCRIBES_FOR_OPIOIDS = ['MM', 'OTP', 'BUM', 'UB', 'UN', 'RPN'];

/** For what a program itself prescribes: programs that prescribe alike are compared, since those that prescribe tick more boxes. */
export function prescribingOf({ codes }: TickedProgram): string {
  return [PRESCRIBES_FOR_ALCOHOL, PRESCRIBES_FOR_OPIOIDS]
    .map((prescribing) => prescribing.some((code) => codes.has(code)))
    .join();
}

export function of(lists: readonly BenchList[], condition: Condition): BenchList[] {
  return lists.filter((list) => list.condition === condition);
}

function meanOf(values: readonly (number | undefined)[]): number {
  return mean(values.filter((value) => value !== undefined));
}
