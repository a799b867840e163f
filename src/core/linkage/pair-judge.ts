import type { Likeness } from './compare-programs.js';
import type { LinkagePolicy, ListScope } from './linkage-policy.js';
import type { WordRarity } from './name-words.js';
import type { PreparedProgram } from './prepared-program.js';
import { isSameDoor } from './same-door.js';

/** By which rule two records are one program, or why a person is asked. */
export const LINKAGE_RULES = [
  /** All of name, street and postal code are equal, and of no other pair. */
  'equal',
  /** The best pair on both sides, well ahead of the second. */
  'best-of-each-other',
  /** The one opioid treatment program at a door, in both lists. */
  'only-opioid-program-at-the-door',
  /** To be asked: alike, but below the threshold, or not ahead of another. */
  'alike',
  /** To be asked: several programs of one name at one address, and nothing tells which one is meant. */
  'twins',
  /** To be asked: the second lines speak of different kinds of unit. */
  'other-kind',
  /** To be asked: equal names and telephone at another address. Moved, or another branch? */
  'moved',
  /** To be asked: equal address and telephone under another name. Renamed, or another tenant? */
  'renamed',
] as const;
export type LinkageRule = (typeof LINKAGE_RULES)[number];

/** A pair of records that were compared, by their positions in the two lists. */
export interface ComparedPair extends Likeness {
  readonly a: number;
  readonly b: number;
}

/** Which rule links a pair without a question, if one does. */
export type LinkageDecision = (pair: ComparedPair) => LinkageRule | undefined;

/** Judges the pairs of one run, each in the light of all others. */
export class PairJudge {
  private readonly equalsOfA = new Map<number, number>();
  private readonly equalsOfB = new Map<number, number>();
  private readonly ofA = new Map<number, ComparedPair[]>();
  private readonly ofB = new Map<number, ComparedPair[]>();
  private readonly twinsLeft: ReadonlySet<number>;
  private readonly twinsRight: ReadonlySet<number>;

  constructor(
    private readonly left: readonly PreparedProgram[],
    private readonly right: readonly PreparedProgram[],
    pairs: readonly ComparedPair[],
    private readonly rarity: WordRarity,
    private readonly policy: LinkagePolicy,
    private readonly scope: ListScope,
  ) {
    for (const pair of pairs) {
      append(this.ofA, pair.a, pair);
      append(this.ofB, pair.b, pair);
      if (!this.isEqual(pair)) continue;
      this.equalsOfA.set(pair.a, (this.equalsOfA.get(pair.a) ?? 0) + 1);
      this.equalsOfB.set(pair.b, (this.equalsOfB.get(pair.b) ?? 0) + 1);
    }
    for (const best of [this.ofA, this.ofB])
      for (const rivals of best.values()) rivals.sort((x, y) => y.score - x.score);
    this.twinsLeft = twinsIn(left);
    this.twinsRight = twinsIn(right);
  }

  /** The rules that link without a question, in their order. */
  unasked(): readonly LinkageDecision[] {
    const always: LinkageDecision[] = [
      (pair) => (this.isOnlyEqual(pair) ? 'equal' : undefined),
      (pair) => (this.isStrong(pair) ? 'best-of-each-other' : undefined),
    ];
    if (this.scope !== 'opioid-treatment-programs') return always;
    return [
      (pair) => (this.isOnlyOpioidProgram(pair) ? 'only-opioid-program-at-the-door' : undefined),
      ...always,
    ];
  }

  /** Why a person should look at a pair; `undefined` where there is nothing to ask. */
  question(pair: ComparedPair): LinkageRule | undefined {
    const { policy } = this;
    const [a, b] = [this.left[pair.a]!, this.right[pair.b]!];
    if (pair.score >= policy.review) {
      if (pair.phone === 1 && (pair.street ?? 0) < policy.sameStreet && (pair.name ?? 0) >= policy.sameName)
        return 'moved';
      if (pair.phone === 1 && this.isSameDoor(pair) && (pair.name ?? 0) < policy.renamed) return 'renamed';
      if (this.kindsConflict(a, b)) return 'other-kind';
      return this.isTwin(pair) ? 'twins' : 'alike';
    }
    return pair.phone === 1 && this.isSameDoor(pair) ? 'renamed' : undefined;
  }

  private isEqual({ a, b, street, postalCode }: ComparedPair): boolean {
    const [left, right] = [this.left[a]!, this.right[b]!];
    return (
      street === 1 &&
      postalCode === 1 &&
      sameWords(left.firstLine, right.firstLine) &&
      sameWords(left.secondLine, right.secondLine)
    );
  }

  private isOnlyEqual(pair: ComparedPair): boolean {
    // One of two programs at a door that differ in the second line alone may close, and the other lose its line.
    if (this.isTwin(pair) && pair.phone === 0) return false;
    return this.isEqual(pair) && this.equalsOfA.get(pair.a) === 1 && this.equalsOfB.get(pair.b) === 1;
  }

  private isStrong(pair: ComparedPair): boolean {
    const { policy } = this;
    const [a, b] = [this.left[pair.a]!, this.right[pair.b]!];
    if (pair.score < policy.automaticAtTheDoor || !this.isBestOfEachOther(pair)) return false;
    if (this.kindsConflict(a, b)) return false;
    if (this.isTwin(pair) && !this.tellsTwinsApart(pair)) return false;
    if (this.mayBeAnotherUnit(pair)) return false;
    if (pair.score >= policy.automatic) return true;
    return this.isSameDoor(pair) && (pair.phone === 1 || this.haveEqualServices(a, b));
  }

  /** Each is the other's best, and ahead of its second by the margin. */
  private isBestOfEachOther(pair: ComparedPair): boolean {
    return [this.ofA.get(pair.a)!, this.ofB.get(pair.b)!].every(
      ([best, second]) =>
        best === pair && (second === undefined || best.score - second.score >= this.policy.margin),
    );
  }

  /** One program at the door is coded so, one is listed, and no other pair of them stands at this door. */
  private isOnlyOpioidProgram(pair: ComparedPair): boolean {
    const atTheDoor = (candidate: ComparedPair) =>
      this.left[candidate.a]!.program.isOpioidTreatmentProgram === true && this.isSameDoor(candidate);
    return (
      atTheDoor(pair) &&
      this.ofA.get(pair.a)!.filter(atTheDoor).length === 1 &&
      this.ofB.get(pair.b)!.filter(atTheDoor).length === 1
    );
  }

  private isSameDoor({ a, b }: ComparedPair): boolean {
    return isSameDoor(this.left[a]!, this.right[b]!, this.policy);
  }

  private isTwin({ a, b }: ComparedPair): boolean {
    return this.twinsLeft.has(a) || this.twinsRight.has(b);
  }

  /** Of several programs of one name at one address: the second line, or the settings, say which one is meant. */
  private tellsTwinsApart({ a, b }: ComparedPair): boolean {
    const [left, right] = [this.left[a]!, this.right[b]!];
    const detail = this.rarity.likeness(left.secondLine, right.secondLine);
    return (detail ?? 0) >= this.policy.sameName;
  }

  /**
   * Second lines that differ leave open whether a unit has another name now, or closed while another one opened at its
   * door: then it must give care in the same settings.
   */
  private mayBeAnotherUnit({ a, b }: ComparedPair): boolean {
    const [left, right] = [this.left[a]!, this.right[b]!];
    const [before, now] = [left.program.settings, right.program.settings];
    if (!before || !now || isSameSet(before, now)) return false;
    return !sameWords(left.fullName, right.fullName) && !sameWords(left.secondLine, right.secondLine);
  }

  private kindsConflict(a: PreparedProgram, b: PreparedProgram): boolean {
    if (a.kinds.size === 0 || b.kinds.size === 0) return false;
    return [...a.kinds].some((kind) => !b.kinds.has(kind)) && [...b.kinds].some((kind) => !a.kinds.has(kind));
  }

  /** The same settings and about the same services: this only raises a pair, since codes change with each edition. */
  private haveEqualServices({ program: a }: PreparedProgram, { program: b }: PreparedProgram): boolean {
    if (!a.settings || !b.settings || !a.services || !b.services) return false;
    if (!isSameSet(a.settings, b.settings)) return false;
    const shared = [...a.services].filter((service) => b.services!.has(service)).length;
    const all = a.services.size + b.services.size - shared;
    return all > 0 && shared / all >= this.policy.equalServices;
  }
}

/** The records of a list that share the first line of their name and their address with another of the list. */
function twinsIn(programs: readonly PreparedProgram[]): ReadonlySet<number> {
  const groups = new Map<string, number[]>();
  programs.forEach(({ firstLine, streets, program }, at) => {
    // A hidden address counts as the same one: two houses of one organization hide theirs alike.
    const address = streets.map(({ number, core }) => `${JSON.stringify(number)} ${core}`).join(';');
    append(groups, `${program.state}|${program.postalCode}|${firstLine.join(' ')}|${address}`, at);
  });
  return new Set([...groups.values()].filter((group) => group.length > 1).flat());
}

function isSameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((item) => b.has(item));
}

function sameWords(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, at) => word === b[at]);
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
