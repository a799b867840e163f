import { SeededDraw } from '../../../src/interchange/demo/seeded-draw.js';
import { ALL_CRITERIA } from '../../../src/core/matching/rules/criteria/all-criteria.js';
import { byRank, type RankedProgram } from '../../../src/core/matching/ranking.js';
import type { Knowledge } from '../../../src/core/matching/rules/constraint.js';
import { scoreOf, weigh } from '../../../src/core/matching/score.js';
import type { BenchList } from './bench-lists.js';
import { OFFER_BOXES, THERAPY_BOXES, type TickedProgram } from './national-candidates.js';
import { mean } from './statistics.js';

/** Ways to tick falsely: the codes that a program would add to its own. */
export const FALSE_TICKS = {
  'ten boxes by chance': (codes: ReadonlySet<string>, draw: SeededDraw) =>
    draw.some(
      OFFER_BOXES.filter((code) => !codes.has(code)),
      10,
    ),
  'all therapies': () => THERAPY_BOXES,
  'every box': () => OFFER_BOXES,
};

/** Programs of each list that tick falsely, drawn. */
const PER_LIST = 4;

/** Share of the list that a program passes by ticking falsely, while all others stay honest; the mean over programs. */
export function gainByTicking(
  lists: readonly BenchList[],
  programs: ReadonlyMap<string, TickedProgram>,
  knowledge: Knowledge,
  ticks: (codes: ReadonlySet<string>, draw: SeededDraw) => readonly string[],
  seed: string,
): number {
  const draw = new SeededDraw(seed);
  const gains = lists.flatMap(({ need, matches }) => {
    const weighted = weigh(need, ALL_CRITERIA, knowledge.policy);
    return draw.some(matches, PER_LIST).map((honest) => {
      const program = programs.get(honest.id)!;
      const lying = program.with(new Set([...program.codes, ...ticks(program.codes, draw)]));
      const placed = { ...honest, ...scoreOf(need, lying, weighted, knowledge) };
      const before = (one: RankedProgram) =>
        matches.filter((other) => other.id !== one.id && byRank(other, one) < 0).length;
      return Math.max(0, before(honest) - before(placed)) / (matches.length - 1);
    });
  });
  return mean(gains);
}
