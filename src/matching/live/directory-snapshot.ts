import type { Registry } from '../../core/evidence/strength.js';
import type { ProgramIndex } from '../../core/matching/index/program-index.js';
import type { MatchingPolicy } from '../../core/matching/policy.js';
import type { Versions } from '../../directory/program.queries.js';
import type { ApproachResponse } from '../../evidence/approach.dto.js';
import type { ShownPrograms } from './shown-programs.js';

/** All that a match reads: every published program and every standing rating, of one version. It never changes. */
export interface DirectorySnapshot {
  readonly index: ProgramIndex;
  /** What is shown of the programs, by the rows of the index. */
  readonly shown: ShownPrograms;
  /** What a family is told of approaches, straight from the registry. */
  readonly guidance: readonly ApproachResponse[];
  readonly registry: Registry;
  readonly policy: MatchingPolicy;
  readonly versions: Versions;
  /** The day it was made for, YYYY-MM-DD: which claims are stale depends on it. */
  readonly today: string;
}
