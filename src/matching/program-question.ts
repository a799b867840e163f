import { ALL_TRACKS, type Track } from '../core/matching/rules/tracks.js';
import type { Purpose } from '../core/matching/codes.js';
import type { Need } from '../core/matching/need.js';
import { Problem } from '../http/problem.js';
import type { DirectorySnapshot } from './live/directory-snapshot.js';

/**
 * Rows of the programs in question.
 *
 * @throws Problem 422 for a program that is not published
 */
export function rowsOf(
  { index }: DirectorySnapshot,
  programs: readonly { readonly id: string; readonly pointer: string }[],
): number[] {
  const rows = programs.map(({ id }) => index.rowOf(id));
  const missing = programs.filter((_, i) => rows[i] === undefined);
  if (missing.length > 0)
    throw Problem.unprocessable(
      missing.map(({ id, pointer }) => ({ pointer, message: `there is no published program ${id}` })),
    );
  return rows as number[];
}

/** The list in which programs are looked for: the requested one, else the first that all of them belong to. */
export function trackFor(
  need: Need,
  { index }: DirectorySnapshot,
  rows: readonly number[],
  purpose: Purpose | undefined,
): Track {
  if (purpose) return ALL_TRACKS.find((track) => track.purpose === purpose)!;
  const opened = ALL_TRACKS.filter((track) => track.isOpenedBy(need));
  const candidates = rows.map((row) => index.columns.candidateAt(row));
  const fitting = opened.find((track) => candidates.every((candidate) => track.includes(candidate)));
  return fitting ?? ALL_TRACKS.find((track) => track.purpose === 'treatment')!;
}
