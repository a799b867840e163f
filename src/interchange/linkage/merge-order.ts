import type { LinkRule } from '../../directory/program-store-rows.js';
import type { ProgramState } from './program-state.queries.js';

/** Two programs that are one, and who decided so. */
export interface MergeOrder {
  readonly survivor: string;
  readonly absorbed: string;
  readonly source: string;
  readonly sourceKey: string;
  readonly rule: LinkRule;
  readonly score: number;
  readonly policy: string;
  readonly decidedBy: string;
  readonly secondedBy?: string;
  readonly reason: string;
}

/** What a merge changed, for undoing it. */
export interface MergeTrace {
  readonly survivor: ProgramState;
  readonly absorbed: ProgramState;
  /** What the survivor shows after the merge. */
  readonly after: ProgramState;
  /** Links that were moved. */
  readonly keys: readonly { readonly source: string; readonly key: string }[];
  /** Ids of records that ended, since the other program has a newer one of the same source. */
  readonly ended: readonly string[];
}
