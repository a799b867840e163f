import type { Candidate } from '../candidate.js';
import type { ConstraintCode } from '../codes.js';
import type { Knowledge } from '../rules/constraint.js';
import { ALL_CONSTRAINTS } from '../rules/constraints/all-constraints.js';
import { reachesByTelehealth } from '../rules/constraints/place.js';
import { wishesOf } from '../rules/criteria/preferences.js';
import { ALL_CRITERIA } from '../rules/criteria/all-criteria.js';
import type { Criterion, CriterionKnowledge, Judgement } from '../rules/criterion.js';
import { type AskedConstraint, askedConstraints } from '../judge-candidate.js';
import type { Need } from '../need.js';
import { weigh, type WeightedCriterion } from '../score.js';
import type { Track } from '../rules/tracks.js';
import type { Verdict } from '../verdict.js';
import {
  type Answers,
  AnswersButForNamed,
  AnswersByClass,
  AnswersByProgram,
  FlagsByClass,
  type Measures,
  OUTCOME,
  VALUE_AND_KNOWN,
} from './rule-results.js';
import type { ProgramIndex } from './program-index.js';
import {
  asksAlike,
  CONSTRAINT_READING,
  onlyAsked,
  readingOf,
  type RuleReading,
  TELEHEALTH_READING,
} from './rule-dependencies.js';
import { sharedAnswers } from './result-cache.js';
import { WishAnswers } from './preference-results.js';
import { type Universe, universeOf } from './universe.js';
import type { ProgramColumns } from './program-columns.js';

const BY_CODE = new Map(ALL_CONSTRAINTS.map((constraint) => [constraint.code, constraint]));

/** One need put to one version of the index: what every rule answers, worked out as far as somebody looks. */
export class Inquiry {
  /** Whether a program comes to the client by telehealth. */
  readonly reach: Answers<boolean>;
  private readonly tracks = new Map<
    Track,
    { readonly asked: readonly AskedConstraint[]; readonly weighted: readonly WeightedCriterion[] }
  >();
  private readonly verdicts = new Map<ConstraintCode, Answers<Verdict | undefined>>();
  private readonly judgements = new Map<string, Answers<Judgement>>();
  private readonly namedRows: readonly number[];

  /**
   * @param alike an inquiry of the same index for a need that differs in a few fields; its answers are shared
   * @param looked where to look, if elsewhere than where the need says
   */
  constructor(
    readonly index: ProgramIndex,
    readonly need: Need,
    readonly knowledge: Knowledge,
    private readonly alike?: Inquiry,
    private looked?: Universe,
  ) {
    this.namedRows = alike?.namedRows ?? rowsNamedBy(need, index);
    this.reach =
      alike && asksAlike(TELEHEALTH_READING, alike.need, need)
        ? alike.reach
        : reachOf(index.columns, need, knowledge);
  }

  get universe(): Universe {
    this.looked ??=
      this.alike && asksAlike(CONSTRAINT_READING.within_distance, this.alike.need, this.need)
        ? this.alike.universe
        : universeOf(this.index, this.need, this.reach);
    return this.looked;
  }

  /** The constraints that the need asks in a track. */
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

  /** What a constraint says of each program. */
  verdictsOn(code: ConstraintCode): Answers<Verdict | undefined> {
    let answers = this.verdicts.get(code);
    if (!answers) {
      answers = this.sharedVerdicts(code) ?? this.newVerdicts(code);
      this.verdicts.set(code, answers);
    }
    return answers;
  }

  private sharedVerdicts(code: ConstraintCode): Answers<Verdict | undefined> | undefined {
    const { alike, need } = this;
    return alike && asksAlike(CONSTRAINT_READING[code], alike.need, need)
      ? alike.verdictsOn(code)
      : undefined;
  }

  private newVerdicts(code: ConstraintCode): Answers<Verdict | undefined> {
    const { knowledge } = this;
    const constraint = BY_CODE.get(code)!;
    return this.answersOf(
      code,
      CONSTRAINT_READING[code],
      (need) => (candidate) => constraint.judge(need, candidate, knowledge),
      OUTCOME,
    );
  }

  private answersOf<Answer>(
    rule: string,
    reading: RuleReading,
    judgeFor: (need: Need) => (candidate: Candidate) => Answer,
    measures: Measures<Answer>,
  ): Answers<Answer> {
    const { columns } = this.index;
    const { of, byName, words } = reading;
    const judge = judgeFor(this.need);
    if (of === 'place') return new AnswersByProgram((row) => judge(columns.placedAt(row)));
    if (of === 'whole' || of === 'wishes')
      return new AnswersByProgram((row) => judge(columns.candidateAt(row)));
    const question = words?.(this.need);
    if (question !== undefined)
      // What is kept knows no more of the need than the rule asks.
      return sharedAnswers(
        columns,
        this.knowledge,
        rule,
        question,
        () => new AnswersByClass(columns, of, judgeFor(onlyAsked(this.need, reading)), measures),
      );
    const answers = new AnswersByClass(columns, of, judge, measures);
    if (!byName || this.namedRows.length === 0) return answers;
    return new AnswersButForNamed(
      answers,
      this.namedRows.map((row) => [row, judge(columns.candidateAt(row))]),
    );
  }

  /** What a program earns on a criterion in a track. */
  judgementsOn(criterion: Criterion, track: Track): Answers<Judgement> {
    const { code } = criterion;
    // Only evidence is measured otherwise in each track.
    const key = code === 'evidence' ? `${code} ${track.purpose}` : code;
    let answers = this.judgements.get(key);
    if (!answers) {
      answers = this.sharedJudgements(criterion, track) ?? this.newJudgements(key, criterion, track);
      this.judgements.set(key, answers);
    }
    return answers;
  }

  private sharedJudgements(criterion: Criterion, track: Track): Answers<Judgement> | undefined {
    const { alike, need } = this;
    return alike && asksAlike(readingOf(criterion.code, need), alike.need, need)
      ? alike.judgementsOn(criterion, track)
      : undefined;
  }

  private newJudgements(key: string, criterion: Criterion, track: Track): Answers<Judgement> {
    const { index, knowledge } = this;
    const reading = readingOf(criterion.code, this.need);
    if (reading.of === 'wishes')
      return new WishAnswers(index.columns, wishesOf(this.need), (code) => this.verdictsOn(code), knowledge);
    const scoring: CriterionKnowledge = { ...knowledge, evidencePurpose: track.evidencePurpose };
    return this.answersOf(
      key,
      reading,
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

function reachOf(columns: ProgramColumns, need: Need, knowledge: Knowledge): Answers<boolean> {
  return sharedAnswers(columns, knowledge, 'telehealth', TELEHEALTH_READING.words!(need)!, () => {
    const asked = onlyAsked(need, TELEHEALTH_READING);
    return new FlagsByClass(columns, 'reach', (candidate) => reachesByTelehealth(asked, candidate));
  });
}
