/** The same items in an order that looks random and is the same in every run (Fisher–Yates, xorshift). */
export function shuffled<T>(items: readonly T[], seed = 2_463_534_242): T[] {
  const result = [...items];
  let state = seed;
  for (let last = result.length - 1; last > 0; last--) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    const other = (state >>> 0) % (last + 1);
    result.splice(last, 1, ...result.splice(other, 1, ...result.slice(last, last + 1)));
  }
  return result;
}
