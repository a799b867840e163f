/** Numbers are rounded once, to 1e-9, before anything is ordered by them. */
export function round9(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}
