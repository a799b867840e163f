import type { Connection } from '../../src/database/connection.js';

/** What one process measured, by name. Milliseconds, bytes, counts, ratios: the name says which. */
export type Figures = Readonly<Record<string, number>>;

/** A bound on one figure (design/performance.md). */
export interface Target {
  readonly what: string;
  readonly figure: string;
  readonly bound: { readonly atLeast: number } | { readonly atMost: number };
  readonly unit: string;
}

/** What a part works with. */
export interface BenchSetting {
  /** A PostgreSQL of this run's own. */
  readonly server: Connection;
  /** What the part's own `prepare` came to. */
  readonly prepared: unknown;
  /** Where the national directory is, if it is beside this project. */
  readonly nationalDirectory?: string;
}

/** One part of the bench: `measure` runs in several fresh processes, `prepare` once before, in one of its own. */
export interface BenchPart {
  readonly name: string;
  readonly about: string;
  readonly targets: readonly Target[];
  prepare?(setting: BenchSetting): Promise<unknown>;
  measure(setting: BenchSetting): Promise<Figures>;
}

export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** The nearest rank. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}
