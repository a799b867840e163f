import { Injectable } from '@nestjs/common';
import { today } from '../config/today.js';
import { LONGEST_VERIFICATION_DAYS } from '../core/curation/observation-life.js';
import { recordAudit } from '../database/audit-trail.js';
import { loadEvidenceView } from '../evidence/evidence-view.js';
import { Problem } from '../http/problem.js';
import { Writes } from '../http/writes/writes.js';
import { actorOf, type WriteContext } from '../http/writes/write-context.js';
import { ObservationResponse, type StatementResponse } from './observation.dto.js';
import { readFacts, refuseImpossibleDay, refuseImpossibleEnd } from './read-facts.js';
import { refuseAbsent, recordStatement } from './statement.js';
import type { VerificationRequest } from './verification.dto.js';

/** Editors record what they saw, or what a provider put in writing, and until when it counts. */
@Injectable()
export class VerificationService {
  constructor(private readonly writes: Writes) {}

  verify(programId: string, request: VerificationRequest, context: WriteContext): Promise<StatementResponse> {
    const actor = actorOf(context);
    const { standing, how, learnedOn, expiresOn, why } = request;
    return this.writes.perform(context, async (manager) => {
      await refuseAbsent(manager, programId);
      const evidence = await loadEvidenceView(manager);
      const facts = readFacts(request.facts, evidence);
      const day = today();
      refuseImpossibleDay(learnedOn, facts, day);
      refuseImpossibleEnd(expiresOn, { learnedOn, today: day, longestDays: LONGEST_VERIFICATION_DAYS });
      if (standing === 'verified' && how === 'letter')
        throw Problem.unprocessable([
          {
            pointer: '/how',
            message: 'a letter is a statement of the provider; its standing must be attested',
          },
        ]);
      const { observation, tickets } = await recordStatement(
        manager,
        {
          programId,
          standing,
          facts,
          how,
          learnedOn,
          expiresOn,
          observerId: actor.id,
          by: actor.name,
        },
        evidence,
      );
      await recordAudit(manager, {
        actor,
        action: 'program.verify',
        entity: 'program',
        entityId: programId,
        after: { observation: observation.id, standing, facts, how, learnedOn, expiresOn },
        why,
        requestId: context.requestId,
      });
      return { ...ObservationResponse.of(observation), tickets };
    });
  }
}
