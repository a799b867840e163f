import type { Registry } from '../../core/evidence/grade.js';
import type { ProgramIndex } from '../../core/matching/index/program-index.js';
import type { MatchingPolicy } from '../../core/matching/policy.js';
import type { Versions } from '../../directory/program.queries.js';
import type { ApproachResponse } from '../../evidence/approach.dto.js';
import type { ShownPrograms } from './shown-programs.js';

/** Everything that a match reads: all published programs and all current ratings, of one version. It never changes. */
export interface DirectorySnapshot {
  readonly index: ProgramIndex;
  /** What is shown of the programs, by row of the index. */
  readonly shown: ShownPrograms;
  /** What a family is told about approaches, directly from the registry. */
  readonly guidance: readonly ApproachResponse[];
  readonly registry: Registry;
  readonly policy: MatchingPolicy;
  readonly versions: Versions;
  /** The timeline of the server that it was read from; undefined if not known yet. */
  readonly timeline: number | undefined;
  /** When its index was built as a whole, and how long that took; changes since then are in it. */
  readonly built: { readonly at: Date; readonly ms: number };
  /** The day for which it was made, YYYY-MM-DD: which claims are stale depends on it. */
  readonly today: string;
}
