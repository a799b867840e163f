import { Injectable } from '@nestjs/common';
import { v4 as uuidV4 } from 'uuid';
import type { EntityManager } from 'typeorm';
import { today } from '../config/today.js';
import { LONGEST_VERIFICATION_DAYS } from '../core/curation/observation-life.js';
import { addDays } from '../core/directory/shelf-life.js';
import { type AuditActor, recordAudit } from '../database/audit-trail.js';
import { loadEvidenceView } from '../evidence/evidence-view.js';
import { Cursors } from '../http/pages/cursors.js';
import { Problem } from '../http/problem.js';
import { Writes } from '../http/writes/writes.js';
import { actorOf, withoutStoredAnswer, type WriteContext } from '../http/writes/write-context.js';
import { AttestationLink } from './attestation-link.entity.js';
import type {
  AttestationLinkRequest,
  AttestationLinkResponse,
  AttestationRequest,
} from './attestation.dto.js';
import { ObservationResponse, type StatementResponse } from './observation.dto.js';
import { readFacts, refuseImpossibleDay } from './read-facts.js';
import { refuseAbsent, recordStatement } from './statement.js';

const DAY_MS = 86_400_000;
/** The purpose for which tokens are signed: nothing else signed by this installation is valid as a link. */
const KIND = 'attestation link';
/** A signed link is used without a key; its holder speaks for the provider. */
const PROVIDER: AuditActor = { name: 'the provider, by a signed link' };

/** Signed links that editors send to providers, and the statements made with them. */
@Injectable()
export class AttestationService {
  constructor(
    private readonly writes: Writes,
    private readonly cursors: Cursors,
  ) {}

  makeLink(
    programId: string,
    { expiresInDays, why }: AttestationLinkRequest,
    context: WriteContext,
  ): Promise<AttestationLinkResponse> {
    const actor = actorOf(context);
    return this.writes.perform(withoutStoredAnswer(context), async (manager) => {
      await refuseAbsent(manager, programId);
      const link = await manager.save(
        manager.create(AttestationLink, {
          id: uuidV4(),
          programId,
          madeBy: actor.id,
          expiresAt: new Date(Date.now() + expiresInDays * DAY_MS),
          observationId: null,
          usedAt: null,
        }),
      );
      const expiresAt = link.expiresAt.toISOString();
      await recordAudit(manager, {
        actor,
        action: 'attestation.link',
        entity: 'program',
        entityId: programId,
        after: { link: link.id, expiresAt },
        why,
        requestId: context.requestId,
      });
      const codec = await this.cursors.codec();
      return {
        id: link.id,
        programId,
        token: codec.encode(KIND, { link: link.id }),
        path: '/v1/attestations',
        expiresAt,
      };
    });
  }

  async attest(
    { token, facts: stated, by, learnedOn }: AttestationRequest,
    context: WriteContext,
  ): Promise<StatementResponse> {
    const id = await this.linkIn(token);
    return this.writes.perform(context, async (manager) => {
      const link = await openLink(manager, id);
      const { programId } = link;
      await refuseAbsent(manager, programId);
      const evidence = await loadEvidenceView(manager);
      const facts = readFacts(stated, evidence);
      refuseImpossibleDay(learnedOn, facts, today());
      // A provider's statement expires after the longest period for which any statement is trusted.
      const expiresOn = addDays(learnedOn, LONGEST_VERIFICATION_DAYS);
      if (expiresOn <= today())
        throw Problem.unprocessable([
          { pointer: '/learnedOn', message: `must be within the last ${LONGEST_VERIFICATION_DAYS} days` },
        ]);
      const { observation, tickets } = await recordStatement(
        manager,
        { programId, standing: 'attested', facts, how: 'signed-link', learnedOn, expiresOn, by },
        evidence,
      );
      await manager.save(Object.assign(link, { observationId: observation.id, usedAt: new Date() }));
      await recordAudit(manager, {
        actor: PROVIDER,
        action: 'attestation.tell',
        entity: 'program',
        entityId: programId,
        after: { observation: observation.id, link: link.id, facts, learnedOn, expiresOn, by },
        requestId: context.requestId,
      });
      return { ...ObservationResponse.of(observation), tickets };
    });
  }

  private async linkIn(token: string): Promise<string> {
    const codec = await this.cursors.codec();
    try {
      return (codec.decode(KIND, token) as { link: string }).link;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      throw Problem.badRequest([
        {
          pointer: '/token',
          message: 'is not a link of this directory: it may be cut off; copy all of it, or ask for a new one',
        },
      ]);
    }
  }
}

async function openLink(manager: EntityManager, id: string): Promise<AttestationLink> {
  const link = await manager.findOneBy(AttestationLink, { id });
  if (!link)
    throw new Problem('conflict', 'This link was not created here. Ask the directory for a new one.');
  if (link.usedAt)
    throw new Problem(
      'conflict',
      'This link has already been used, and it works only once. Ask the directory for a new one.',
    );
  if (link.expiresAt.getTime() <= Date.now())
    throw new Problem('conflict', 'This link has expired. Ask the directory for a new one.');
  return link;
}
