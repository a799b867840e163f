import { type CandidatePair, candidatePairs } from './candidate-pairs.js';
import type { LinkagePolicy } from './linkage-policy.js';
import type { ListedProgram } from './listed-program.js';
import { WordRarity } from './name-words.js';
import { type PreparedProgram, prepareProgram } from './prepared-program.js';

/** Two lists that are to be compared: their records, how rare the words of their names are, and the pairs worth it. */
export interface PreparedLists {
  readonly left: readonly PreparedProgram[];
  readonly right: readonly PreparedProgram[];
  readonly rarity: WordRarity;
  readonly pairs: readonly CandidatePair[];
}

export function prepareLists(
  listed: readonly ListedProgram[],
  incoming: readonly ListedProgram[],
  policy: LinkagePolicy,
): PreparedLists {
  const left = listed.map((program) => prepareProgram(program, policy));
  const right = incoming.map((program) => prepareProgram(program, policy));
  const rarity = new WordRarity();
  for (const { fullName } of [...left, ...right]) rarity.add(fullName);
  return { left, right, rarity, pairs: candidatePairs(left, right) };
}
