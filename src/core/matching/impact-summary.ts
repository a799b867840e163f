import type { Purpose } from './codes.js';
import type { Move } from './moves.js';

/** More places than this are far. */
export const FAR_PLACES = 3;

/** The moves of one list of one need. */
export interface ListMoves {
  readonly need: string;
  readonly purpose: Purpose;
  readonly moves: readonly Move[];
}

/** Another program would be the first of a list; `null` is a list without a match. */
export interface FirstPlaceChange {
  readonly need: string;
  readonly purpose: Purpose;
  readonly before: string | null;
  readonly after: string | null;
}

export interface MoveExample extends Move {
  readonly need: string;
  readonly purpose: Purpose;
}

/** Every list of which another program would be the first. */
export function firstPlaceChanges(lists: readonly ListMoves[]): FirstPlaceChange[] {
  return lists.flatMap(({ need, purpose, moves }): FirstPlaceChange[] => {
    const before = moves.find((move) => move.before?.rank === 1)?.id ?? null;
    const after = moves.find((move) => move.after?.rank === 1)?.id ?? null;
    // The first may change its score alone.
    return before === after ? [] : [{ need, purpose, before, after }];
  });
}

/** Whether a program moves by more than three places, or into the list or out of it. */
export function isFar(move: Move): boolean {
  return distanceOf(move) > FAR_PLACES;
}

/** The farthest moves: one of each list first, so that one list does not hide the others. */
export function exampleMoves(lists: readonly ListMoves[], most: number): MoveExample[] {
  const sorted = lists.map(({ need, purpose, moves }) =>
    moves
      .filter((move) => distanceOf(move) > 0)
      .sort(byDistance)
      .slice(0, most)
      .map((move): MoveExample => ({ need, purpose, ...move })),
  );
  const leading = sorted.flatMap((moves) => moves.slice(0, 1)).sort(byDistance);
  const others = sorted.flatMap((moves) => moves.slice(1)).sort(byDistance);
  return [...leading, ...others].slice(0, most);
}

/** Entering or leaving a list is farther than any move in it. */
function distanceOf({ before, after }: Move): number {
  return before && after ? Math.abs(before.rank - after.rank) : Infinity;
}

function byDistance(a: Move, b: Move): number {
  const [far, near] = [distanceOf(a), distanceOf(b)];
  if (far !== near) return near - far;
  return (a.after?.rank ?? Infinity) - (b.after?.rank ?? Infinity) || (a.id < b.id ? -1 : 1);
}
