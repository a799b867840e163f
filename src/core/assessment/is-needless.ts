import type { Answer, Item } from './instrument.js';

/**
 * Whether earlier answers make an item needless: each item that could call for it has an answer that does not, or is
 * needless itself. While one of them is unanswered, the item is needed.
 *
 * @param items of the same instrument
 */
export function isNeedless(
  { after }: Item,
  items: readonly Item[],
  answerTo: (item: string) => Answer | undefined,
): boolean {
  if (!after) return false;
  return after.every((gate) => {
    const earlier = items.find(({ id }) => id === gate.item);
    if (earlier && isNeedless(earlier, items, answerTo)) return true;
    const answer = answerTo(gate.item);
    return answer !== undefined && !gate.is.includes(answer as number | string);
  });
}
