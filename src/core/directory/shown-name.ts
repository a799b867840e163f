import type { OutwardProgram } from './outward-program.js';

/** Both lines of a name, as one text. */
export function shownNameOf({ name, nameDetail }: Pick<OutwardProgram, 'name' | 'nameDetail'>): string {
  return nameDetail === null ? name : `${name} / ${nameDetail}`;
}
