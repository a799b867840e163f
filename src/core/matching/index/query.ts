import type { Candidate } from '../candidate.js';
import type { ConstraintCode } from '../codes.js';
import type { Knowledge } from '../rules/constraint.js';
import { CONSTRAINTS } from '../rules/constraints/all-constraints.js';
import { ALL_CRITERIA } from '../rules/criteria/all-criteria.js';
import type { Criterion, CriterionKnowledge, Judgement } from '../rules/criterion.js';
import { type AskedConstraint, askedConstraints } from '../judge-candidate.js';
import type { Need } from '../need.js';
import { cachedNeed, needWith, type Reads, readsSame } from '../rules/reads.js';
import {
  isReachedFromAfar,
  REACH_FROM_AFAR,
  REACHES,
  REACHES_CLIENT,
  type ReachByTelehealth,
  reachesByTelehealth,
  reachFromAfar,
} from '../rules/telehealth.js';
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
  OUTCOME_AND_CLIENT_QUESTION,
  VALUE_AND_KNOWN,
} from './rule-results.js';
import type { ProgramIndex } from './program-index.js';
import { columnFor } from './projections.js';
import { cachedResults } from './result-cache.js';
import { PreferenceResults } from './preference-results.js';
import { type Universe, UNIVERSE_READS, universeOf } from './universe.js';
import type { ProgramColumns } from './program-columns.js';

/** One need against one version of the index, with the results of every rule. They are evaluated as they are needed. */
export class Query {
  /** Whether a program reaches the client by telehealth. */
  readonly reach: RuleResults<boolean>;
  private readonly tracks = new Map<
    Track,
    { readonly asked: readonly AskedConstraint[]; readonly weighted: readonly WeightedCriterion[] }
  >();
  private readonly verdicts = new Map<string, RuleResults<Verdict | undefined>>();
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
      base && readsSame(REACHES_CLIENT, base.need, need)
        ? base.reach
        : reachOf(index.columns, need, knowledge);
  }

  get universe(): Universe {
    this.ownUniverse ??=
      this.base && readsSame(UNIVERSE_READS, this.base.need, this.need)
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
  verdictsOn(code: ConstraintCode, track: Track): RuleResults<Verdict | undefined> {
    const key = CONSTRAINTS[code].byTrack ? `${code} ${track.purpose}` : code;
    let results = this.verdicts.get(key);
    if (!results) {
      results = this.sharedVerdicts(code, track) ?? this.newVerdicts(key, code, track);
      this.verdicts.set(key, results);
    }
    return results;
  }

  private sharedVerdicts(code: ConstraintCode, track: Track): RuleResults<Verdict | undefined> | undefined {
    const { base, need } = this;
    return base && readsSame(CONSTRAINTS[code].reads, base.need, need)
      ? base.verdictsOn(code, track)
      : undefined;
  }

  private newVerdicts(
    key: string,
    code: ConstraintCode,
    { purpose }: Track,
  ): RuleResults<Verdict | undefined> {
    const knowledge: Knowledge = { ...this.knowledge, purpose };
    const constraint = CONSTRAINTS[code];
    return this.resultsOf(
      key,
      constraint.reads,
      (need) => (candidate) => constraint.judge(need, candidate, knowledge),
      OUTCOME_AND_CLIENT_QUESTION,
    );
  }

  private resultsOf<Result>(
    rule: string,
    reads: Reads,
    judgeFor: (need: Need) => (candidate: Candidate) => Result,
    measures: Measures<Result>,
  ): RuleResults<Result> {
    const { need, knowledge, namedRows } = this;
    const { columns } = this.index;
    const { facts, comparing } = reads;
    const judge = judgeFor(need);
    if (comparing?.appliesTo(need)) return new ResultsByProgram((row) => judge(columns.candidateAt(row)));
    const column = columnFor(facts);
    if (facts.place) return new ResultsByProgram((row) => judge(columns.withPlaceAt(row, column)));
    const cached = cachedNeed(reads, need);
    if (cached)
      return cachedResults(
        columns,
        knowledge,
        rule,
        cached,
        () => new ResultsByEntry(columns, column, judgeFor(needWith(cached)), measures),
      );
    const results = new ResultsByEntry(columns, column, judge, measures);
    const knowsNames = facts.id ?? facts.organizationId;
    if (!knowsNames || namedRows.length === 0) return results;
    return new ResultsExceptNamed(
      results,
      namedRows.map((row) => [row, judge(columns.candidateAt(row))]),
    );
  }

  /** What telehealth makes of each program beyond the distance, in a track. */
  fromAfar({ purpose }: Track): ResultsByEntry<ReachByTelehealth> {
    const { columns } = this.index;
    const asked = cachedNeed(REACH_FROM_AFAR, this.need)!;
    return cachedResults(
      columns,
      this.knowledge,
      `from afar ${purpose}`,
      asked,
      () =>
        new ResultsByEntry(
          columns,
          columnFor(REACH_FROM_AFAR.facts),
          (candidate) => reachFromAfar(needWith(asked), candidate, purpose),
          [(reach) => REACHES.indexOf(reach)],
        ),
    );
  }

  /** Whether each program is looked at in a track because telehealth reaches the client's state from there. */
  reachedFromAfar({ purpose }: Track): RuleResults<boolean> {
    const { columns } = this.index;
    const asked = cachedNeed(REACH_FROM_AFAR, this.need)!;
    const hasPlace = this.need.place !== undefined;
    return cachedResults(
      columns,
      this.knowledge,
      `reached from afar ${purpose}${hasPlace ? '' : ' without a place'}`,
      asked,
      () =>
        new FlagsByEntry(columns, columnFor(REACH_FROM_AFAR.facts), (candidate) =>
          isReachedFromAfar(needWith(asked), candidate, purpose, hasPlace),
        ),
    );
  }

  /** The values of a criterion for each program in a track. */
  judgementsOn(criterion: Criterion, track: Track): RuleResults<Judgement> {
    const { code } = criterion;
    // Evidence is measured otherwise in each track, and a constraint may be judged otherwise that is only preferred.
    const key = code === 'evidence' || criterion.wishes ? `${code} ${track.purpose}` : code;
    let results = this.judgements.get(key);
    if (!results) {
      results = this.sharedJudgements(criterion, track) ?? this.newJudgements(key, criterion, track);
      this.judgements.set(key, results);
    }
    return results;
  }

  private sharedJudgements(criterion: Criterion, track: Track): RuleResults<Judgement> | undefined {
    const { base, need } = this;
    return base && readsSame(criterion.reads, base.need, need)
      ? base.judgementsOn(criterion, track)
      : undefined;
  }

  private newJudgements(key: string, criterion: Criterion, track: Track): RuleResults<Judgement> {
    const { index, need, knowledge } = this;
    if (criterion.wishes)
      return new PreferenceResults(
        index.columns,
        criterion.wishes(need),
        (code) => this.verdictsOn(code, track),
        knowledge,
      );
    const scoring: CriterionKnowledge = {
      ...knowledge,
      purpose: track.purpose,
      evidencePurpose: track.evidencePurpose,
    };
    return this.resultsOf(
      key,
      criterion.reads,
      (asked) => (candidate) => criterion.judge(asked, candidate, scoring),
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
  const asked = cachedNeed(REACHES_CLIENT, need)!;
  return cachedResults(
    columns,
    knowledge,
    'telehealth',
    asked,
    () =>
      new FlagsByEntry(columns, columnFor(REACHES_CLIENT.facts), (candidate) =>
        reachesByTelehealth(needWith(asked), candidate),
      ),
  );
}
