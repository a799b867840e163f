import { Injectable } from '@nestjs/common';
import { AssessmentService, heldBy } from '../../assessments/assessment.service.js';
import type { Assessment } from '../../core/assessment/assessment.js';
import type { Need } from '../../core/matching/need.js';
import type { Language } from '../../core/vocabulary/languages.js';
import { ANSWER_SENTENCES } from '../answer-sentences.js';
import type { DirectorySnapshot } from '../live/directory-snapshot.js';
import { type HeldDirectory, LiveDirectory } from '../live/live-directory.js';
import type { NeedRequest } from '../../assessments/need-request.dto.js';
import type { MatchAnswer, RankingResponse } from '../match-answer.dto.js';
import { readNeed } from './read-need.js';

/** A request that was read, with what must be shown before anything else. */
export interface ReadRequest {
  readonly snapshot: DirectorySnapshot;
  readonly assessment: Assessment;
  readonly need: Need;
  /** What comes before any list; `held` means that there is no list until it is acknowledged. */
  readonly first: Pick<MatchAnswer, 'safety' | 'notAsked' | 'held'>;
  readonly ranking: RankingResponse;
}

/** Reads what a client needs, for every question about it. Stores nothing of it. */
@Injectable()
export class RequestReader {
  constructor(
    private readonly live: LiveDirectory,
    private readonly assessments: AssessmentService,
  ) {}

  /** Reads it with the current directory. */
  async read(request: NeedRequest, language: Language): Promise<ReadRequest> {
    return this.readWith(await this.live.current(), request, language);
  }

  /** Reads it with one version of the directory. */
  readWith({ snapshot, staleSince }: HeldDirectory, request: NeedRequest, language: Language): ReadRequest {
    const { assessment: answers = {} } = request;
    const { assessment, need } = readNeed(request, this.assessments, snapshot);
    const safety = this.assessments.messages(assessment, language, answers.acknowledged ?? []);
    const held = heldBy(safety);
    return {
      snapshot,
      assessment,
      need,
      first: {
        safety,
        ...(answers.responses || answers.scores || answers.risks
          ? { notAsked: this.assessments.notAsked(assessment) }
          : {}),
        held: held.length > 0 ? { acknowledge: held, why: ANSWER_SENTENCES[language].held } : null,
      },
      ranking: {
        policy: snapshot.policy.version,
        directoryVersion: snapshot.versions.directory,
        evidenceVersion: snapshot.versions.evidence,
        stale: staleSince !== undefined,
        ...(staleSince ? { staleSince: staleSince.toISOString() } : {}),
        paidPlacement: false,
      },
    };
  }
}
