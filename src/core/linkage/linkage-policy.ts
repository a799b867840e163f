/** By which numbers and words records of two lists are compared; published and versioned, as the ranking policy is. */
export interface LinkagePolicy {
  readonly version: string;
  readonly weights: {
    readonly name: number;
    readonly street: number;
    readonly phone: number;
    readonly postalCode: number;
  };
  /** What one line of a name is worth by itself, where the other side has one line. */
  readonly oneLineAlone: number;
  /** At most, for a street with another house number or the opposite direction. */
  readonly otherHouseNumber: number;
  /** From this on two streets, or two names, are the same. */
  readonly sameStreet: number;
  readonly sameName: number;
  /** Below this a program at an equal address with an equal telephone has another name. */
  readonly renamed: number;
  readonly automatic: number;
  /** At the same door, with an equal telephone or with equal settings and about equal services. */
  readonly automaticAtTheDoor: number;
  readonly equalServices: number;
  readonly review: number;
  /** How far the best pair is ahead of the second, on both sides. */
  readonly margin: number;
  /** A word of a name as others write it; several words for initials. */
  readonly nameWords: Readonly<Record<string, string>>;
  /** Words that say nothing of a name: legal forms, articles. */
  readonly emptyNameWords: readonly string[];
  /** A word of a street as others write it: directions, numbers in words. */
  readonly streetWords: Readonly<Record<string, string>>;
  /** Kinds of streets: they differ between lists of the same place, so they are not compared. */
  readonly streetKinds: readonly string[];
  /** From this word on a line is about a unit within a building. */
  readonly unitWords: readonly string[];
  /** What a unit of a program is: words of two different kinds in the second lines of names are never linked unasked. */
  readonly kindWords: Readonly<Record<string, readonly string[]>>;
}

/** How an incoming list relates to the programs that are known. */
export type ListScope =
  /** Programs of the same scope, as another edition of the directory. */
  | 'programs'
  /** Opioid treatment programs alone, by one name each: at most one belongs to a door. */
  | 'opioid-treatment-programs';
