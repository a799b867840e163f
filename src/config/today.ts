/** Today, YYYY-MM-DD in UTC; the core takes it as an argument and never reads a clock. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
