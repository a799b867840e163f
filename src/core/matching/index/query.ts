import type { Candidate } from '../candidate.js';
import type { ConstraintCode } from '../codes.js';
import type { Knowledge } from '../rules/constraint.js';
import { ALL_CONSTRAINTS } from '../rules/constraints/all-constraints.js';
import { reachesByTelehealth } from '../rules/telehealth.js';
import { wishesOf } from '../rules/criteria/preferences.js';
import { ALL_CRITERIA } from '../rules/criteria/all-criteria.js';
import type { Criterion, CriterionKnowledge, Judgement } from '../rules/criterion.js';
import { type AskedConstraint, askedConstraints } from '../judge-candidate.js';
import type { Need } from '../need.js';
import { weigh, type WeightedCriterion } from '../score.js';
import type { Track } from '../rules/tracks.js';
import type { Verdict } from '../verdict.js';
import {
  type RuleResults,
  ResultsExceptNamed,
  ResultsByEntry,
  ResultsByProgram,
  FlagsByEntry,
  type Measures,
  OUTCOME,
  VALUE_AND_KNOWN,
} from './rule-results.js';
import type { ProgramIndex } from './program-index.js';
import {
  dependsOnSame,
  CONSTRAINT_DEPENDENCIES,
  narrowedTo,
  dependenciesOf,
  type RuleDependencies,
  TELEHEALTH_DEPENDENCIES,
} from './rule-dependencies.js';
import { cachedResults } from './result-cache.js';
import { PreferenceResults } from './preference-results.js';
import { type Universe, universeOf } from './universe.js';
import type { ProgramColumns } from './program-columns.js';

const BY_CODE = new Map(ALL_CONSTRAINTS.map((constraint) => [constraint.code, constraint]));

/** One need against one version of the index, with the results of every rule. They are evaluated as they are needed. */
export class Query {
  /** Whether a program reaches the client by telehealth. */
  readonly reach: RuleResults<boolean>;
  private readonly tracks = new Map<
    Track,
    { readonly asked: readonly AskedConstraint[]; readonly weighted: readonly WeightedCriterion[] }
  >();
  private readonly verdicts = new Map<ConstraintCode, RuleResults<Verdict | undefined>>();
  private readonly judgements = new Map<string, RuleResults<Judgement>>();
  private readonly namedRows: readonly number[];

  /**
   * @param base a query of the same index for a need that differs in a few fields; results of rules that do not read
   *   those fields are shared
   * @param ownUniverse the rows to look at, if not those that the need says
   */
  constructor(
    readonly index: ProgramIndex,
    readonly need: Need,
    readonly knowledge: Knowledge,
    private readonly base?: Query,
    private ownUniverse?: Universe,
  ) {
    this.namedRows = base?.namedRows ?? rowsNamedBy(need, index);
    this.reach =
      base && dependsOnSame(TELEHEALTH_DEPENDENCIES, base.need, need)
        ? base.reach
        : reachOf(index.columns, need, knowledge);
  }

  get universe(): Universe {
    this.ownUniverse ??=
      this.base && dependsOnSame(CONSTRAINT_DEPENDENCIES.within_distance, this.base.need, this.need)
        ? this.base.universe
        : universeOf(this.index, this.need, this.reach);
    return this.ownUniverse;
  }

  /** The constraints that the need asks for in a track. */
  asked(track: Track): readonly AskedConstraint[] {
    return this.inTrack(track).asked;
  }

  /** The criteria that count in a track, with their weights. */
  weighted(track: Track): readonly WeightedCriterion[] {
    return this.inTrack(track).weighted;
  }

  private inTrack(track: Track) {
    let inTrack = this.tracks.get(track);
    if (!inTrack) {
      const criteria = ALL_CRITERIA.filter(({ code }) => track.criteria.includes(code));
      inTrack = {
        asked: askedConstraints(this.need, track),
        weighted: weigh(this.need, criteria, this.knowledge.policy),
      };
      this.tracks.set(track, inTrack);
    }
    return inTrack;
  }

  /** The verdicts of a constraint on each program. */
  verdictsOn(code: ConstraintCode): RuleResults<Verdict | undefined> {
    let results = this.verdicts.get(code);
    if (!results) {
      results = this.sharedVerdicts(code) ?? this.newVerdicts(code);
      this.verdicts.set(code, results);
    }
    return results;
  }

  private sharedVerdicts(code: ConstraintCode): RuleResults<Verdict | undefined> | undefined {
    const { base, need } = this;
    return base && dependsOnSame(CONSTRAINT_DEPENDENCIES[code], base.need, need)
      ? base.verdictsOn(code)
      : undefined;
  }

  private newVerdicts(code: ConstraintCode): RuleResults<Verdict | undefined> {
    const { knowledge } = this;
    const constraint = BY_CODE.get(code)!;
    return this.resultsOf(
      code,
      CONSTRAINT_DEPENDENCIES[code],
      (need) => (candidate) => constraint.judge(need, candidate, knowledge),
      OUTCOME,
    );
  }

  private resultsOf<Result>(
    rule: string,
    dependencies: RuleDependencies,
    judgeFor: (need: Need) => (candidate: Candidate) => Result,
    measures: Measures<Result>,
  ): RuleResults<Result> {
    const { columns } = this.index;
    const { column, byName, cacheKey } = dependencies;
    const judge = judgeFor(this.need);
    if (column === 'place') return new ResultsByProgram((row) => judge(columns.reachAndPlaceAt(row)));
    if (column === 'whole' || column === 'wishes')
      return new ResultsByProgram((row) => judge(columns.candidateAt(row)));
    const key = cacheKey?.(this.need);
    if (key !== undefined)
      // Cached results hold no more of the need than the rule reads.
      return cachedResults(
        columns,
        this.knowledge,
        rule,
        key,
        () => new ResultsByEntry(columns, column, judgeFor(narrowedTo(this.need, dependencies)), measures),
      );
    const results = new ResultsByEntry(columns, column, judge, measures);
    if (!byName || this.namedRows.length === 0) return results;
    return new ResultsExceptNamed(
      results,
      this.namedRows.map((row) => [row, judge(columns.candidateAt(row))]),
    );
  }

  /** The values of a criterion for each program in a track. */
  judgementsOn(criterion: Criterion, track: Track): RuleResults<Judgement> {
    const { code } = criterion;
    // Only evidence is measured otherwise in each track.
    const key = code === 'evidence' ? `${code} ${track.purpose}` : code;
    let results = this.judgements.get(key);
    if (!results) {
      results = this.sharedJudgements(criterion, track) ?? this.newJudgements(key, criterion, track);
      this.judgements.set(key, results);
    }
    return results;
  }

  private sharedJudgements(criterion: Criterion, track: Track): RuleResults<Judgement> | undefined {
    const { base, need } = this;
    return base && dependsOnSame(dependenciesOf(criterion.code, need), base.need, need)
      ? base.judgementsOn(criterion, track)
      : undefined;
  }

  private newJudgements(key: string, criterion: Criterion, track: Track): RuleResults<Judgement> {
    const { index, knowledge } = this;
    const dependencies = dependenciesOf(criterion.code, this.need);
    if (dependencies.column === 'wishes')
      return new PreferenceResults(
        index.columns,
        wishesOf(this.need),
        (code) => this.verdictsOn(code),
        knowledge,
      );
    const scoring: CriterionKnowledge = { ...knowledge, evidencePurpose: track.evidencePurpose };
    return this.resultsOf(
      key,
      dependencies,
      (need) => (candidate) => criterion.judge(need, candidate, scoring),
      VALUE_AND_KNOWN,
    );
  }
}

function rowsNamedBy({ exclude, history }: Need, index: ProgramIndex): number[] {
  const ids = [...exclude.programs, ...history.map(({ programId }) => programId)];
  const organizations = new Set(exclude.organizations);
  const rows = new Set(ids.flatMap((id) => index.rowOf(id) ?? []));
  for (const organization of organizations) for (const row of index.rowsOf(organization)) rows.add(row);
  return [...rows];
}

function reachOf(columns: ProgramColumns, need: Need, knowledge: Knowledge): RuleResults<boolean> {
  return cachedResults(columns, knowledge, 'telehealth', TELEHEALTH_DEPENDENCIES.cacheKey!(need)!, () => {
    const asked = narrowedTo(need, TELEHEALTH_DEPENDENCIES);
    return new FlagsByEntry(columns, 'reach', (candidate) => reachesByTelehealth(asked, candidate));
  });
}
