/** Fields on a screen, by the start of the pointer that a problem names. */
const FIELDS: readonly (readonly [string, string])[] = [['/constraints/near', 'zip']];

/** The id of the element that takes what a problem is about; undefined if none does. */
export function fieldIdOf(pointer: string): string | undefined {
  return FIELDS.find(([start]) => pointer.startsWith(start))?.[1];
}
