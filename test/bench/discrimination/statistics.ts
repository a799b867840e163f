/** Arithmetic mean; not a number for none. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Sum of the products of two columns' differences from their means. */
export function coDeviation(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [mean(a), mean(b)];
  return a.reduce((sum, value, i) => sum + (value - meanA) * (b[i]! - meanB), 0);
}

/** Pearson's correlation; undefined where one of them does not vary. */
export function correlation(a: readonly number[], b: readonly number[]): number | undefined {
  const spread = Math.sqrt(coDeviation(a, a) * coDeviation(b, b));
  return spread < 1e-12 ? undefined : coDeviation(a, b) / spread;
}

/** Ranks from 1, the mean of them where values are equal. */
export function ranks(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).sort((i, j) => values[i]! - values[j]!);
  const result: number[] = [];
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to + 1 < order.length && values[order[to + 1]!] === values[order[from]!]) to += 1;
    for (let i = from; i <= to; i++) result[order[i]!] = (from + to) / 2 + 1;
    from = to + 1;
  }
  return result;
}

/** Spearman's correlation of ranks. */
export function rankCorrelation(a: readonly number[], b: readonly number[]): number | undefined {
  return correlation(ranks(a), ranks(b));
}

export function distinct(values: readonly number[]): number {
  return new Set(values).size;
}
