import type { LinkagePolicy, ListScope } from './linkage-policy.js';
import type { WordRarity } from './name-words.js';
import type { PreparedProgram } from './prepared-program.js';
import { streetLikeness } from './street.js';

/** How alike two records are, each part 0 to 1; a part that one side lacks is absent and takes no part in the score. */
export interface Likeness {
  readonly score: number;
  readonly name?: number;
  readonly street?: number;
  readonly phone?: number;
  readonly postalCode?: number;
}

type Part = keyof LinkagePolicy['weights'];

export function comparePrograms(
  listed: PreparedProgram,
  incoming: PreparedProgram,
  rarity: WordRarity,
  policy: LinkagePolicy,
  scope: ListScope = 'programs',
): Likeness {
  const oneLineAlone = scope === 'opioid-treatment-programs' ? 1 : policy.oneLineAlone;
  const parts: Record<Part, number | undefined> = {
    name: nameLikeness(listed, incoming, rarity, oneLineAlone),
    street: streetLikeness(listed.streets, incoming.streets, policy),
    phone: phoneLikeness(listed, incoming),
    postalCode: postalCodeLikeness(listed, incoming),
  };
  let sum = 0;
  let weights = 0;
  for (const part of Object.keys(policy.weights) as Part[]) {
    const likeness = parts[part];
    if (likeness === undefined) continue;
    sum += policy.weights[part] * likeness;
    weights += policy.weights[part];
  }
  const known = Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
  return { ...known, score: weights === 0 ? 0 : sum / weights };
}

/**
 * The whole names against each other. One line alone counts less, and only where the other side has one line: a first line
 * hides that two programs of one organization are two. In a list that has one name in all, it may be either line.
 */
function nameLikeness(
  listed: PreparedProgram,
  incoming: PreparedProgram,
  rarity: WordRarity,
  oneLineAlone: number,
): number | undefined {
  const oneLine = [
    ...(incoming.secondLine.length > 0 ? [] : [listed.firstLine, listed.secondLine]).map((line) =>
      rarity.likeness(line, incoming.fullName),
    ),
    ...(listed.secondLine.length > 0 ? [] : [incoming.firstLine, incoming.secondLine]).map((line) =>
      rarity.likeness(listed.fullName, line),
    ),
  ].map((likeness) => likeness && likeness * oneLineAlone);
  const whole = [incoming.fullName, incoming.legalName].map((name) => rarity.likeness(listed.fullName, name));
  const known = [...whole, ...oneLine].filter((likeness) => likeness !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}

/** 1 with a telephone in common, 0 without, `undefined` where one of them has none. */
export function phoneLikeness(a: PreparedProgram, b: PreparedProgram): number | undefined {
  if (a.phones.length === 0 || b.phones.length === 0) return undefined;
  return a.phones.some((phone) => b.phones.includes(phone)) ? 1 : 0;
}

function postalCodeLikeness(a: PreparedProgram, b: PreparedProgram): number | undefined {
  const [left, right] = [a.program.postalCode, b.program.postalCode];
  return left === undefined || right === undefined ? undefined : Number(left === right);
}
