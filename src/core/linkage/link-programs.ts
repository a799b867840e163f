import { comparePrograms, type Likeness } from './compare-programs.js';
import type { LinkagePolicy, ListScope } from './linkage-policy.js';
import type { ListedProgram } from './listed-program.js';
import { type ComparedPair, type LinkageRule, PairJudge } from './pair-judge.js';
import { prepareLists } from './prepared-lists.js';

export interface ProposedLink {
  readonly listed: string;
  readonly incoming: string;
  readonly rule: LinkageRule;
  readonly likeness: Likeness;
}

/** A pair that is one program without a comparison. */
export type KnownLink = Pick<ProposedLink, 'listed' | 'incoming'>;

export interface Linkage {
  /** One to one: no record is in two of them. */
  readonly same: readonly ProposedLink[];
  /** For a person to decide, best first. Neither record is in `same`. */
  readonly review: readonly ProposedLink[];
  /** Keys of incoming records that are like no listed program that is still free. */
  readonly unlike: readonly string[];
}

/**
 * Which records of a list are programs that are already known. Competition decides and the score only screens: a pair is
 * linked unasked if each is the other's best and well ahead of the second, since a bare threshold links two programs of
 * one organization. Compares across the two lists only, never within one and never along a chain of pairs.
 *
 * @param known pairs that are linked already: neither record is linked or asked about again, but both still compete
 */
export function linkPrograms(
  listed: readonly ListedProgram[],
  incoming: readonly ListedProgram[],
  policy: LinkagePolicy,
  scope: ListScope = 'programs',
  known: readonly KnownLink[] = [],
): Linkage {
  const { left, right, rarity, pairs: candidates } = prepareLists(listed, incoming, policy);
  const pairs = candidates.map(([a, b]): ComparedPair => ({
    a,
    b,
    ...comparePrograms(left[a]!, right[b]!, rarity, policy, scope),
  }));
  const judge = new PairJudge(left, right, pairs, rarity, policy, scope);

  const same: (ComparedPair & { rule: LinkageRule })[] = [];
  const takenA = positionsOf(
    known.map((link) => link.listed),
    listed,
  );
  const takenB = positionsOf(
    known.map((link) => link.incoming),
    incoming,
  );
  for (const decide of judge.unasked())
    for (const pair of pairs) {
      if (takenA.has(pair.a) || takenB.has(pair.b)) continue;
      const rule = decide(pair);
      if (rule === undefined) continue;
      same.push({ ...pair, rule });
      takenA.add(pair.a);
      takenB.add(pair.b);
    }
  const review = pairs
    .filter(({ a, b }) => !takenA.has(a) && !takenB.has(b))
    .flatMap((pair) => {
      const rule = judge.question(pair);
      return rule === undefined ? [] : [{ ...pair, rule }];
    })
    .toSorted((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);

  const asked = new Set(review.map(({ b }) => b));
  const shown = ({ a, b, rule, ...likeness }: ComparedPair & { rule: LinkageRule }): ProposedLink => ({
    listed: listed[a]!.key,
    incoming: incoming[b]!.key,
    rule,
    likeness,
  });
  return {
    same: same.map(shown),
    review: review.map(shown),
    unlike: incoming.filter((_, at) => !takenB.has(at) && !asked.has(at)).map(({ key }) => key),
  };
}

function positionsOf(keys: readonly string[], records: readonly ListedProgram[]): Set<number> {
  const wanted = new Set(keys);
  return new Set(records.flatMap(({ key }, at) => (wanted.has(key) ? [at] : [])));
}
