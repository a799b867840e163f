import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { today } from '../../config/today.js';
import type { LinkageRule } from '../../core/linkage/pair-judge.js';
import { recordAudit } from '../../database/audit-trail.js';
import { currentDetail } from '../../directory/current-detail.js';
import { loadEvidenceView } from '../../evidence/evidence-view.js';
import { Problem } from '../../http/problem.js';
import { actorOf, type WriteContext } from '../../http/writes/write-context.js';
import { Writes } from '../../http/writes/writes.js';
import { decisionsOn, findDecision, type StoredDecision } from './linkage-decision.queries.js';
import type {
  LinkageDecisionList,
  LinkageDecisionResponse,
  UndoRequest,
  UndoResponse,
} from './linkage.dto.js';
import { undoDecision } from './undo-decision.js';

/** Decisions on links, of rules and of people: looked up and undone. */
@Injectable()
export class LinkageDecisions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly writes: Writes,
  ) {}

  async list(programId: string): Promise<LinkageDecisionList> {
    const decisions = await decisionsOn(this.dataSource.manager, programId);
    return { decisions: decisions.map(responseOf) };
  }

  undo(id: string, { why, dryRun = false }: UndoRequest, context: WriteContext): Promise<UndoResponse> {
    const actor = actorOf(context);
    return this.writes.perform(context, async (manager) => {
      const decision = await findDecision(manager, id);
      if (!decision) throw Problem.notFound('decision', id);
      if (dryRun) await manager.query('SAVEPOINT before_undo');
      const { survivor, restored } = await undoDecision(
        manager,
        decision,
        { by: actor.name, reason: why },
        { evidence: await loadEvidenceView(manager), today: today() },
      );
      const answer = {
        dryRun,
        survivor: await currentDetail(manager, survivor),
        restored: await currentDetail(manager, restored),
      };
      if (dryRun) await manager.query('ROLLBACK TO SAVEPOINT before_undo');
      else
        await recordAudit(manager, {
          actor,
          action: 'linkage.undo',
          entity: 'program',
          entityId: survivor,
          before: { decision: id },
          after: { restored },
          why,
          requestId: context.requestId,
        });
      return answer;
    });
  }
}

function responseOf(decision: StoredDecision): LinkageDecisionResponse {
  const { id, survivor, absorbed, source, score, policy, decidedBy, secondedBy, reason } = decision;
  return {
    id,
    survivorId: survivor,
    absorbedId: absorbed,
    source,
    rule: decision.rule as LinkageRule,
    score,
    policy,
    decidedBy,
    secondedBy,
    reason,
    decidedAt: decision.decidedAt.toISOString(),
    undoneAt: decision.undoneAt?.toISOString() ?? null,
    undoneBy: decision.undoneBy,
  };
}
