import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { today } from '../config/today.js';
import { factOrigins, type FactOrigins } from '../core/directory/fact-origins.js';
import { type Candidate, toCandidate } from '../core/matching/candidate.js';
import type { MatchingPolicy } from '../core/matching/policy.js';
import type { Registry } from '../core/evidence/strength.js';
import { ProgramSummary } from '../directory/program-summary.dto.js';
import { currentVersions, publishedPrograms, type Versions } from '../directory/program.queries.js';
import type { ApproachResponse } from '../evidence/approach.dto.js';
import { toldApproaches } from '../evidence/told-approaches.js';
import { FAMILY_GUIDANCE } from './family-guidance.js';
import { loadGradedApproaches } from '../evidence/graded-approaches.js';
import { currentPolicy } from '../evidence/policy-files.js';
import { Problem } from '../http/problem.js';

/** All that a match reads: every published program and every standing rating, of one version. */
export interface DirectorySnapshot {
  readonly candidates: readonly Candidate[];
  readonly programs: ReadonlyMap<string, ProgramSummary>;
  /** On whose word each fact of a program rests: told beside a verdict, never read by the engine. */
  readonly origins: ReadonlyMap<string, FactOrigins>;
  /** What a family is told of approaches, straight from the registry. */
  readonly guidance: readonly ApproachResponse[];
  readonly registry: Registry;
  readonly policy: MatchingPolicy;
  readonly versions: Versions;
  /** The day it was made for, YYYY-MM-DD: which claims are stale depends on it. */
  readonly today: string;
}

/**
 * Holds the directory in memory, so that a match asks the database nothing but its version. A new version, or a
 * new day, is read before the next answer; requests under way finish on the one they began with.
 */
@Injectable()
export class DirectorySnapshots implements OnApplicationBootstrap {
  private readonly log = new Logger('Matching');
  private held: DirectorySnapshot | undefined;
  private loading: Promise<DirectorySnapshot> | undefined;

  constructor(private readonly dataSource: DataSource) {}

  /** Reads ahead, so that the first answer does not wait. What fails here is told by the first answer. */
  onApplicationBootstrap(): void {
    this.current().catch(() => undefined);
  }

  /** `stale`: the database is away, and this is the last version that was read. */
  async current(): Promise<{ snapshot: DirectorySnapshot; stale: boolean }> {
    const day = today();
    try {
      const versions = await currentVersions(this.dataSource.manager);
      if (this.held && isSame(this.held, versions, day)) return { snapshot: this.held, stale: false };
      this.loading ??= this.load(day).finally(() => {
        this.loading = undefined;
      });
      return { snapshot: await this.loading, stale: false };
    } catch (error) {
      if (this.held) {
        this.log.warn('The database is away: matching goes on with the last version that was read.');
        return { snapshot: this.held, stale: true };
      }
      throw Problem.unavailable('The directory cannot be read at the moment.', 5, error);
    }
  }

  private async load(day: string): Promise<DirectorySnapshot> {
    // One transaction, so that programs, ratings and versions are of one moment.
    const snapshot = await this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const versions = await currentVersions(manager);
      const rows = await publishedPrograms(manager);
      const approaches = await loadGradedApproaches(manager);
      const guidance = await toldApproaches(manager, FAMILY_GUIDANCE);
      return {
        candidates: rows.map((row) =>
          toCandidate(
            {
              id: row.id,
              organizationId: row.organizationId,
              state: row.state,
              facts: row.facts,
              ...(row.latitude === null || row.longitude === null
                ? {}
                : { place: { latitude: row.latitude, longitude: row.longitude } }),
            },
            day,
          ),
        ),
        programs: new Map(rows.map((row) => [row.id, ProgramSummary.of(row, day)])),
        origins: new Map(rows.map((row) => [row.id, factOrigins(row.facts)])),
        guidance,
        registry: new Map(approaches.map((approach) => [approach.code, approach])),
        policy: currentPolicy() as unknown as MatchingPolicy,
        versions,
        today: day,
      };
    });
    this.held = snapshot;
    this.log.log(
      `Read ${snapshot.candidates.length} programs, directory version ${snapshot.versions.directory}.`,
    );
    return snapshot;
  }
}

function isSame({ versions, today: heldFor }: DirectorySnapshot, now: Versions, day: string): boolean {
  return versions.directory === now.directory && versions.evidence === now.evidence && heldFor === day;
}
