import { distanceTo } from '../facts/distance.js';
import { type AskedConstraint, judged, type JudgedConstraint } from '../judge-candidate.js';
import { type RankedProgram, tierOf } from '../ranking.js';
import type { Judgement } from '../rules/criterion.js';
import type { Track } from '../rules/tracks.js';
import {
  type Contribution,
  type Score,
  scoreFrom,
  weighed,
  totalOf,
  type WeightedCriterion,
} from '../score.js';
import type { Verdict } from '../verdict.js';
import type { Query } from './query.js';
import type { RuleResults } from './rule-results.js';

/** One program judged for a need, whether it is a match or not. */
export interface JudgedProgram extends Score {
  readonly id: string;
  readonly distanceMeters?: number;
  readonly constraints: readonly JudgedConstraint[];
}

/**
 * Explains programs of one track for one need, from the results that the scan and the scores were made from. Programs that
 * share a result share the line that is made of it.
 */
export class Explainer {
  private readonly constraints: readonly ConstraintLines[];
  private readonly criteria: readonly SharedLines<WeightedCriterion, Judgement, Contribution>[];
  private readonly weighted: readonly WeightedCriterion[];
  private readonly total: number;

  constructor(
    private readonly query: Query,
    private readonly track: Track,
  ) {
    this.constraints = query
      .asked(track)
      .map((asked) => linesOf(asked, query.verdictsOn(asked.constraint.code, track)));
    this.weighted = query.weighted(track);
    this.total = totalOf(this.weighted);
    this.criteria = this.weighted.map((each) => linesOf(each, query.judgementsOn(each.criterion, track)));
  }

  /** The verdicts and values of one program. */
  row(row: number): JudgedProgram {
    const { columns } = this.query.index;
    return {
      id: columns.ids.at(row),
      distanceMeters: distanceTo(this.query.need, { place: columns.placeAt(row) }),
      ...this.scoreAt(row),
      constraints: this.constraintsAt(row),
    };
  }

  /** A match, with its warnings. */
  match(row: number): RankedProgram {
    const { query, track } = this;
    const { constraints, ...placed } = this.row(row);
    const { tier, safetyOpen, reachOpen } = tierOf(constraints);
    return {
      ...placed,
      leads: !safetyOpen && track.mayLead(query.need) && query.leadsOn(track).at(row),
      tier,
      safetyOpen,
      reachOpen,
      constraints,
      warnings: query.warningsOn(track).at(row),
    };
  }

  /** The verdict of the one constraint that excludes a program. */
  failing(row: number, excluding: AskedConstraint): JudgedConstraint {
    return lineAt(
      this.constraints.find(({ rule }) => rule === excluding)!,
      row,
    )!;
  }

  private constraintsAt(row: number): JudgedConstraint[] {
    const lines: JudgedConstraint[] = [];
    for (const each of this.constraints) {
      const line = lineAt(each, row);
      if (line) lines.push(line);
    }
    return lines;
  }

  private scoreAt(row: number): Score {
    const { weighted, total, criteria } = this;
    const judgements = criteria.map(({ results }) => results.at(row));
    return scoreFrom(weighted, total, judgements, (i, judgement) => {
      const { rule, known } = criteria[i]!;
      let line = known.get(judgement);
      if (!line) known.set(judgement, (line = weighed(rule, total, judgement)));
      return line;
    });
  }
}

function lineAt({ rule, results, known }: ConstraintLines, row: number): JudgedConstraint | undefined {
  const verdict = results.at(row);
  if (!verdict) return undefined;
  let line = known.get(verdict);
  if (!line) known.set(verdict, (line = judged(rule, verdict)));
  return line;
}

type ConstraintLines = SharedLines<AskedConstraint, Verdict | undefined, JudgedConstraint>;

/** The results of one rule, and the lines made of them. */
interface SharedLines<Rule, Result, Line> {
  readonly rule: Rule;
  readonly results: RuleResults<Result>;
  readonly known: Map<Result, Line>;
}

function linesOf<Rule, Result, Line>(
  rule: Rule,
  results: RuleResults<Result>,
): SharedLines<Rule, Result, Line> {
  return { rule, results, known: new Map() };
}
