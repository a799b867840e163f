import { phoneLikeness } from './compare-programs.js';
import type { LinkagePolicy } from './linkage-policy.js';
import type { ListedProgram } from './listed-program.js';
import { prepareLists } from './prepared-lists.js';
import { isSameDoor } from './same-door.js';

/** A record of another kind of service at the door of a program. */
export interface PlaceLink {
  readonly listed: string;
  readonly incoming: string;
  /** Whether both are known to be of one organization: by an equal telephone, or by the first lines of their names. */
  readonly isSameOrganization: boolean;
}

/**
 * Which records of a list are at the door of a known program. A list of other services says where a door is; it never says
 * that its record is the program behind it: of 37 such links that a score made, five were wrong.
 */
export function linkPlaces(
  listed: readonly ListedProgram[],
  incoming: readonly ListedProgram[],
  policy: LinkagePolicy,
): readonly PlaceLink[] {
  const { left, right, rarity, pairs } = prepareLists(listed, incoming, policy);
  return pairs.flatMap(([a, b]) => {
    const [one, other] = [left[a]!, right[b]!];
    if (!isSameDoor(one, other, policy)) return [];
    const isSameOrganization =
      phoneLikeness(one, other) === 1 ||
      (rarity.likeness(one.firstLine, other.firstLine) ?? 0) >= policy.sameName;
    return [{ listed: one.program.key, incoming: other.program.key, isSameOrganization }];
  });
}
