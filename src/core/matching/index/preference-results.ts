import type { ConstraintCode } from '../codes.js';
import type { Knowledge } from '../rules/constraint.js';
import { type Feature, featureOf, judgeFeatures } from '../rules/criteria/preferences.js';
import type { Judgement } from '../rules/criterion.js';
import type { Wished, Wishes } from '../rules/wishes.js';
import type { Verdict } from '../verdict.js';
import { columnFor } from './projections.js';
import { type DistinctResults, OUTCOMES, ResultsByEntry, type RuleResults } from './rule-results.js';
import type { ProgramColumns } from './program-columns.js';
import { cachedResults } from './result-cache.js';

type WishResults = RuleResults<readonly Feature[]>;

/** A feature as the number of an outcome: present is `meets`, absent `fails`; no feature is no outcome. */
const PRESENCE = ([feature]: readonly Feature[]): number =>
  OUTCOMES.indexOf(
    feature && (feature.present === undefined ? 'unknown' : feature.present ? 'meets' : 'fails'),
  );

/** The results of `preferences`: programs with the same outcome of every wish share one result, by a trie of outcomes. */
export class PreferenceResults implements RuleResults<Judgement>, DistinctResults {
  readonly measured: readonly [values: number[], knowns: number[]] = [[], []];
  private readonly wished: readonly WishResults[];
  private readonly unwished: readonly WishResults[];
  /** Trie: (node × number of outcomes + outcome of the next wish) → next node. The root is 0. */
  private readonly next: number[] = [];
  private nodes = 0;

  constructor(
    columns: ProgramColumns,
    { wished, unwished }: Wishes,
    verdictsOn: (code: ConstraintCode) => RuleResults<Verdict | undefined>,
    private readonly knowledge: Knowledge,
  ) {
    const resultsOf = (each: Wished): WishResults => {
      if ('constraint' in each) {
        const verdicts = verdictsOn(each.constraint.code);
        // Present, absent and unknown have the numbers of meets, fails and unknown, so the ids of the verdicts serve.
        const { distinct } = verdicts;
        return { at: (row) => featureOf(each, verdicts.at(row)), ...(distinct ? { distinct } : {}) };
      }
      // A wish is a code of the vocabulary or of the registry.
      const name = columnFor(each.facts);
      return cachedResults(columns, knowledge, 'wish', { name, code: each.code }, () => {
        const feature = (present: boolean | undefined): readonly Feature[] => [{ code: each.code, present }];
        const [yes, no, open] = [feature(true), feature(false), feature(undefined)];
        return new ResultsByEntry(
          columns,
          name,
          (candidate) => {
            const present = each.isPresent(candidate);
            return present === undefined ? open : present ? yes : no;
          },
          [PRESENCE],
        );
      });
    };
    this.wished = wished.map(resultsOf);
    this.unwished = unwished.map(resultsOf);
  }

  get distinct(): this {
    return this;
  }

  at(row: number): Judgement {
    return this.judge(row);
  }

  /** The node that a row reaches is its result id. */
  resultIds(rows: Uint32Array, into: Uint32Array): void {
    into.fill(0, 0, rows.length);
    const ids = new Uint32Array(rows.length);
    for (const wish of [...this.wished, ...this.unwished]) {
      if (wish.distinct) wish.distinct.resultIds(rows, ids);
      const presences = wish.distinct?.measured[0];
      for (let i = 0; i < rows.length; i++) {
        const presence = presences ? presences[ids[i]!]! : PRESENCE(wish.at(rows[i]!));
        const edge = into[i]! * OUTCOMES.length + presence;
        into[i] = this.next[edge] ??= ++this.nodes;
      }
    }
    const [values, knowns] = this.measured;
    for (let i = 0; i < rows.length; i++) {
      const id = into[i]!;
      if (values[id] !== undefined) continue;
      const { value, known } = this.judge(rows[i]!);
      values[id] = value;
      knowns[id] = known;
    }
  }

  private judge(row: number): Judgement {
    const featuresIn = (results: readonly WishResults[]) => results.flatMap((each) => each.at(row));
    return judgeFeatures(featuresIn(this.wished), featuresIn(this.unwished), this.knowledge.policy);
  }
}
