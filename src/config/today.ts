/** The day it is, YYYY-MM-DD in UTC; the core takes it as an argument and never asks a clock. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
