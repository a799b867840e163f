import type { PreparedProgram } from './prepared-program.js';

/** Positions of two records, one of each list, that may be one program. */
export type CandidatePair = readonly [listed: number, incoming: number];

/** A key that more records than this share in one list tells nothing: a helpline, a campus of a university. */
const LARGEST_BLOCK = 200;

/**
 * The pairs worth a comparison: an equal telephone; an equal postal code; or an equal house number in an equal city. Never
 * across states: comparing everything with everything would be 155 million pairs for two editions of the national
 * directory.
 */
export function candidatePairs(
  listed: readonly PreparedProgram[],
  incoming: readonly PreparedProgram[],
): CandidatePair[] {
  const blocks = new Map<string, number[]>();
  listed.forEach((program, at) => {
    for (const key of blockKeys(program)) {
      const block = blocks.get(key);
      if (block) block.push(at);
      else blocks.set(key, [at]);
    }
  });
  const pairs: CandidatePair[] = [];
  incoming.forEach((program, at) => {
    const found = new Set<number>();
    for (const key of blockKeys(program)) {
      const block = blocks.get(key);
      if (block && block.length <= LARGEST_BLOCK) for (const other of block) found.add(other);
    }
    for (const other of [...found].toSorted((a, b) => a - b)) pairs.push([other, at]);
  });
  return pairs;
}

function blockKeys({ program, phones, streets, city }: PreparedProgram): Set<string> {
  const numbers = streets.flatMap(({ number }) =>
    number === undefined ? [] : typeof number === 'string' ? [number] : [`${number.from}`, `${number.to}`],
  );
  return new Set(
    [
      ...phones.map((phone) => `phone ${phone}`),
      ...(program.postalCode === undefined ? [] : [`postal code ${program.postalCode}`]),
      ...numbers.map((number) => `house ${city} ${number}`),
    ].map((key) => `${program.state} ${key}`),
  );
}
