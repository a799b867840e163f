import type { Candidate } from '../candidate.js';
import type { ConstraintCode } from '../codes.js';
import type { Knowledge } from '../rules/constraint.js';
import { CONSTRAINTS } from '../rules/constraints/all-constraints.js';
import { ALL_CRITERIA } from '../rules/criteria/all-criteria.js';
import type { Criterion, CriterionKnowledge, Judgement } from '../rules/criterion.js';
import { type AskedConstraint, askedConstraints } from '../judge-candidate.js';
import type { Need } from '../need.js';
import { cachedNeed, needWith, type Reads, readsSame } from '../rules/reads.js';
import { REACH_FROM_AFAR, REACHES_CLIENT, type ReachByTelehealth } from '../rules/telehealth.js';
import { weigh, type WeightedCriterion } from '../score.js';
import type { Track } from '../rules/tracks.js';
import { WARNINGS_READ, warningsFor } from '../rules/warnings.js';
import type { Reason, Verdict } from '../verdict.js';
import { ResultsByProgram, ResultsExceptNamed, ResultsInOwnWords } from './results-of-one-need.js';
import {
  type RuleResults,
  ResultsByEntry,
  FlagsByEntry,
  type Measures,
  OF_VERDICT,
  VALUE_AND_KNOWN,
} from './rule-results.js';
import type { ProgramIndex } from './program-index.js';
import { columnFor } from './projections.js';
import { reachedInState, reachesOf, reachOf } from './reach-results.js';
import { cachedResults } from './result-cache.js';
import { PreferenceResults } from './preference-results.js';
import { type Universe, UNIVERSE_READS, universeOf } from './universe.js';

/** One need against one version of the index, with the results of every rule. They are evaluated as they are needed. */
export class Query {
  private readonly tracks = new Map<
    Track,
    { readonly asked: readonly AskedConstraint[]; readonly weighted: readonly WeightedCriterion[] }
  >();
  private readonly verdicts = new Map<string, RuleResults<Verdict | undefined>>();
  private readonly judgements = new Map<string, RuleResults<Judgement>>();
  private readonly warnings = new Map<Track, RuleResults<readonly Reason[]>>();
  private readonly leads = new Map<Track, FlagsByEntry>();
  private readonly namedRows: readonly number[];
  private ownReach: RuleResults<boolean> | undefined;
  private readonly afar = new Map<Track, ResultsByEntry<ReachByTelehealth>>();

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
  }

  /** Whether a program reaches the client by telehealth. */
  get reach(): RuleResults<boolean> {
    this.ownReach ??=
      this.base && readsSame(REACHES_CLIENT, this.base.need, this.need)
        ? this.base.reach
        : reachOf(this.index.columns, this.need, this.knowledge);
    return this.ownReach;
  }

  get universe(): Universe {
    this.ownUniverse ??=
      this.base && readsSame(UNIVERSE_READS, this.base.need, this.need)
        ? this.base.universe
        : universeOf(this.index, this.need);
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
    const constraint = CONSTRAINTS[code];
    return this.resultsOf(
      key,
      constraint.reads,
      (need) => {
        const knowledge: Knowledge = { ...this.knowledge, purpose };
        return (candidate) => constraint.judge(need, candidate, knowledge);
      },
      OF_VERDICT,
    );
  }

  /** @param judgeFor is called only where nothing is cached */
  private resultsOf<Result>(
    rule: string,
    reads: Reads,
    judgeFor: (need: Need) => (candidate: Candidate) => Result,
    measures: Measures<Result>,
  ): RuleResults<Result> {
    const { need, knowledge, namedRows } = this;
    const { columns } = this.index;
    const { facts, comparing } = reads;
    const column = columnFor(facts);
    const cached = cachedNeed(reads, need);
    if (cached && !facts.place)
      return cachedResults(
        columns,
        knowledge,
        rule,
        cached,
        () => new ResultsByEntry(columns, column, judgeFor(needWith(cached)), measures),
      );
    const judge = judgeFor(need);
    if (comparing?.appliesTo(need)) return new ResultsByProgram((row) => judge(columns.candidateAt(row)));
    if (facts.place) return new ResultsByProgram((row) => judge(columns.withPlaceAt(row, column)));
    const alike = reads.alike?.(need);
    if (alike) {
      const shared = cachedResults(
        columns,
        knowledge,
        `${rule} alike`,
        alike,
        () => new ResultsByEntry(columns, column, judgeFor(needWith(alike)), measures),
      );
      return new ResultsInOwnWords(shared, columns, column, judge);
    }
    const results = new ResultsByEntry(columns, column, judge, measures);
    const knowsNames = facts.id ?? facts.organizationId;
    if (!knowsNames || namedRows.length === 0) return results;
    return new ResultsExceptNamed(
      results,
      namedRows.map((row) => [row, judge(columns.candidateAt(row))]),
      measures[0]!,
    );
  }

  /** What telehealth makes of each program beyond the distance, in a track. */
  fromAfar(track: Track): ResultsByEntry<ReachByTelehealth> {
    let results = this.afar.get(track);
    if (!results) {
      results =
        this.base && readsSame(REACH_FROM_AFAR, this.base.need, this.need)
          ? this.base.fromAfar(track)
          : reachesOf(this.index.columns, this.need, this.knowledge, track);
      this.afar.set(track, results);
    }
    return results;
  }

  /** Whether each program is looked at, without a place, because it reaches the client's state by telehealth. */
  reachedInState({ purpose }: Track): ResultsByEntry<boolean> {
    return reachedInState(this.index.columns, this.need, this.knowledge, purpose);
  }

  /** What speaks against each program in a track. */
  warningsOn(track: Track): RuleResults<readonly Reason[]> {
    let warnings = this.warnings.get(track);
    if (!warnings) {
      const { knowledge } = this;
      warnings = this.resultsOf<readonly Reason[]>(
        `warnings ${track.purpose}`,
        WARNINGS_READ,
        (need) => (candidate) => warningsFor(need, candidate, knowledge, track),
        [({ length }) => length],
      );
      this.warnings.set(track, warnings);
    }
    return warnings;
  }

  /** Whether each program goes before all others of a track. */
  leadsOn(track: Track): FlagsByEntry {
    let leads = this.leads.get(track);
    if (!leads) {
      const { need, index } = this;
      leads = new FlagsByEntry(index.columns, columnFor(track.reads.leads.facts), (candidate) =>
        track.leads(need, candidate),
      );
      this.leads.set(track, leads);
    }
    return leads;
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
    const { purpose, evidencePurpose } = track;
    return this.resultsOf(
      key,
      criterion.reads,
      (asked) => {
        const scoring: CriterionKnowledge = { ...knowledge, purpose, evidencePurpose };
        return (candidate) => criterion.judge(asked, candidate, scoring);
      },
      VALUE_AND_KNOWN,
    );
  }
}

function rowsNamedBy({ exclude, history }: Need, index: ProgramIndex): number[] {
  const ids = [...exclude.programs, ...history.flatMap(({ programId }) => programId ?? [])];
  const organizations = new Set(exclude.organizations);
  const rows = new Set(ids.flatMap((id) => index.rowOf(id) ?? []));
  for (const organization of organizations) for (const row of index.rowsOf(organization)) rows.add(row);
  return [...rows];
}
