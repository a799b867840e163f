import type { NearMiss } from '../../service/api.js';
import { fullName } from '../../words/formats.js';

type Named = NearMiss['program'];

/** From the shortest name to the longest: a longer one only where a shorter is that of several places. */
const NAMES: readonly ((program: Named) => string)[] = [
  ({ name }) => name,
  fullName,
  (program) => `${fullName(program)} · ${program.location.city}`,
];

/** Places by names that tell them apart, in their order; those that nothing tells apart are one, with their number. */
export function placeNames(
  programs: readonly Named[],
): readonly { readonly name: string; readonly places: number }[] {
  const names = programs.map((program) => {
    const isItsOwn = (nameOf: (one: Named) => string) =>
      programs.filter((one) => nameOf(one) === nameOf(program)).length === 1;
    return (NAMES.find(isItsOwn) ?? NAMES.at(-1)!)(program);
  });
  return [...new Set(names)].map((name) => ({
    name,
    places: names.filter((one) => one === name).length,
  }));
}
