import { Injectable } from '@nestjs/common';
import type { Place } from '../../core/matching/facts/distance.js';
import type { ProgramSummary } from '../program-summary.dto.js';

/** A published program as the index in memory has it: what a list shows of it, and what a search asks of it. */
export interface RememberedProgram {
  readonly id: string;
  /** In lower case. */
  readonly name: string;
  /** The words of its texts, folded, with a space before and after each. */
  readonly text: string;
  /** `facet:code` for every code that is yes for it. */
  readonly tags: ReadonlySet<string>;
  readonly state: string;
  /** States in which it treats people by telehealth. */
  readonly reaches: ReadonlySet<string>;
  readonly place: Place | undefined;
  /** In cents of US dollars; undefined if not known. */
  readonly lowestWeeklyPrice: number | undefined;
  /** Strength of its evidence for a condition, or for `any`; 0 to 1. */
  strength(purpose: string): number;
  summary(): ProgramSummary;
}

/** All published programs of one version, in memory. */
export interface RememberedDirectory {
  /** Since when it may lack changes; undefined while the database responds. */
  readonly staleSince: Date | undefined;
  /** Codes of the evidence registry. */
  readonly approaches: readonly string[];
  /** What a list shows of a program; undefined if it is not among them. */
  find(id: string): ProgramSummary | undefined;
  /** All of them, in any order. It takes a moment for the first who asks. */
  programs(): Promise<readonly RememberedProgram[]>;
}

/**
 * Where this room finds the directory in memory while the database is away. The room that keeps it says so here, since
 * this one does not know it.
 */
@Injectable()
export class DirectoryMemory {
  private keeper: (() => RememberedDirectory | undefined) | undefined;

  /** @param latest what is in memory at the moment; undefined before the first index */
  keptBy(latest: () => RememberedDirectory | undefined): void {
    this.keeper = latest;
  }

  latest(): RememberedDirectory | undefined {
    return this.keeper?.();
  }
}
