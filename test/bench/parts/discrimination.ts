import { seededKnowledge } from '../../cases/seeded-knowledge.js';
import type { CriterionCode } from '../../../src/core/matching/codes.js';
import { CRITERION_CODES } from '../../../src/core/matching/codes.js';
import type { Knowledge } from '../../../src/core/matching/rules/constraint.js';
import type { BenchPart, Figures } from '../bench-part.js';
import { type BenchList, listOf, needsOf, readNeeds } from '../discrimination/bench-lists.js';
import { FALSE_TICKS, gainByTicking } from '../discrimination/false-ticks.js';
import * as measured from '../discrimination/measure.js';
import { nationalCandidates, type TickedProgram } from '../discrimination/national-candidates.js';
import { POLICY_BEFORE, policyBefore } from '../discrimination/policies.js';
import { fileOf } from '../national-database.js';

const SIGNS: readonly CriterionCode[] = ['evidence', 'quality'];
const percent = (share: number) => Math.round(share * 10_000) / 100;
const rounded = (value: number) => Math.round(value * 1000) / 1000;

/**
 * Whether the policy tells programs apart by what they do, and not by what they tick or where they are. Each list is the
 * programs within reach of a need that meet all of it; the same lists under the policy before.
 */
export const discrimination: BenchPart = {
  name: 'discrimination',
  about: 'what tells the programs of the national directory apart, with the policy before and with ours',
  targets: [
    { what: 'needs with a list to order', figure: 'needs', bound: { atLeast: 130 }, unit: 'needs' },
    {
      what: 'evidence and quality together, of the variance of the score',
      figure: 'ours: evidence and quality, % of variance',
      bound: { atLeast: 35 },
      unit: '%',
    },
    {
      what: 'the same for opioids',
      figure: 'ours: opioid, evidence and quality, % of variance',
      bound: { atLeast: 30 },
      unit: '%',
    },
    {
      what: 'lists with an exact tie at the first place',
      figure: 'ours: tie at the first place, % of lists',
      bound: { atMost: 5 },
      unit: '%',
    },
    { what: 'tied matches', figure: 'ours: tied matches, %', bound: { atMost: 15 }, unit: '%' },
    {
      what: 'gained by ten false ticks, of the list',
      figure: 'ours: gained by ten boxes by chance, % of list',
      bound: { atMost: 4 },
      unit: '%',
    },
    {
      what: 'correlation with ticked boxes at equal prescribing, above that of the policy before',
      figure: 'boxes at equal prescribing, ours above before',
      bound: { atMost: 0.05 },
      unit: '',
    },
  ],
  async measure(setting) {
    const file = readNeeds();
    const programs = await nationalCandidates(fileOf(setting), file.today);
    const byId = new Map(programs.map((program) => [program.candidate.id, program]));
    const boxes = new Map(programs.map((program) => [program.candidate.id, measured.boxesOf(program)]));
    const ours = seededKnowledge();
    const before = { ...ours, policy: policyBefore() };
    const needs = needsOf(file);
    const rank = (knowledge: Knowledge) =>
      needs
        .map((need) => listOf(need, programs, knowledge))
        .filter(({ matches }) => matches.length >= file.atLeast);
    const [now, then] = [rank(ours), rank(before)];
    const equal = (lists: readonly BenchList[]) =>
      measured.correlationWithBoxes(lists, boxes, ({ id }) => measured.prescribingOf(byId.get(id)!));
    return {
      needs: now.length,
      matches: now.reduce((sum, { matches }) => sum + matches.length, 0),
      ...figuresOf('ours', now, ours, byId, boxes, file.seed),
      ...figuresOf(`before (${POLICY_BEFORE})`, then, before, byId, boxes, file.seed),
      'rank correlation with the policy before': rounded(measured.correlationOfScores(now, then)),
      'boxes at equal prescribing, ours above before': rounded(equal(now) - equal(then)),
    };
  },
};

function figuresOf(
  whose: string,
  lists: readonly BenchList[],
  knowledge: Knowledge,
  programs: ReadonlyMap<string, TickedProgram>,
  boxes: ReadonlyMap<string, number>,
  seed: string,
): Figures {
  const figures: Record<string, number> = {};
  const say = (name: string, value: number) => (figures[`${whose}: ${name}`] = value);
  say('evidence and quality, % of variance', percent(measured.varianceShare(lists, SIGNS)));
  for (const code of CRITERION_CODES) {
    const share = measured.varianceShare(lists, [code]);
    if (Math.abs(share) > 0.0005) say(`${code}, % of variance`, percent(share));
  }
  for (const condition of new Set(lists.map((list) => list.condition))) {
    const own = measured.of(lists, condition);
    say(`${condition}, evidence and quality, % of variance`, percent(measured.varianceShare(own, SIGNS)));
    say(`${condition}, correlation with boxes`, rounded(measured.correlationWithBoxes(own, boxes)));
  }
  say('tie at the first place, % of lists', percent(measured.tiedAtFirst(lists)));
  say('equal score at the first place, % of lists', percent(measured.equalAtFirst(lists)));
  say('tied matches, %', percent(measured.tiedMatches(lists)));
  say('distinct values of evidence', rounded(measured.distinctValues(lists, ['evidence'])));
  say('distinct values of evidence and quality', rounded(measured.distinctValues(lists, SIGNS)));
  say('rank correlation with nearness', rounded(measured.correlationWithNearness(lists)));
  say('correlation with boxes', rounded(measured.correlationWithBoxes(lists, boxes)));
  say(
    'correlation with boxes at equal prescribing',
    rounded(
      measured.correlationWithBoxes(lists, boxes, ({ id }) => measured.prescribingOf(programs.get(id)!)),
    ),
  );
  for (const [how, ticks] of Object.entries(FALSE_TICKS))
    say(`gained by ${how}, % of list`, percent(gainByTicking(lists, programs, knowledge, ticks, seed)));
  return figures;
}
