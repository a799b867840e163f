import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { today } from '../../config/today.js';
import { afterAnswer, type QuestionAnswer } from '../../core/linkage/question-life.js';
import { recordAudit } from '../../database/audit-trail.js';
import { currentDetail } from '../../directory/current-detail.js';
import { loadEvidenceView } from '../../evidence/evidence-view.js';
import { Cursors } from '../../http/pages/cursors.js';
import { pageOf } from '../../http/pages/page-of.js';
import { Problem } from '../../http/problem.js';
import { actorOf, type WriteContext } from '../../http/writes/write-context.js';
import { Writes } from '../../http/writes/writes.js';
import { differencesBetween, effectOfSame } from './linkage-effects.js';
import type {
  LinkageAnswerResponse,
  LinkageQuestion,
  LinkageQuestionDetail,
  LinkageQuestionPage,
  LinkageQuestionQuery,
} from './linkage.dto.js';
import { mergePrograms } from './merge-programs.js';
import {
  findQuestion,
  findQuestions,
  type QuestionPosition,
  type QuestionRow,
  settleOthers,
  recordAnswer,
} from './question-list.queries.js';

const DEFAULT_LIMIT = 50;

/** Questions that linkage leaves to directory editors: listed, shown and answered. */
@Injectable()
export class LinkageQuestions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly writes: Writes,
    private readonly cursors: Cursors,
  ) {}

  async list(query: LinkageQuestionQuery): Promise<LinkageQuestionPage> {
    const {
      state = ['open', 'awaiting-second', 'unsure'],
      rule,
      source,
      cursor,
      limit = DEFAULT_LIMIT,
    } = query;
    const codec = await this.cursors.codec();
    const kind = `linkage questions ${JSON.stringify({ state, rule, source })}`;
    const rows = await findQuestions(this.dataSource.manager, {
      states: state,
      rules: rule,
      source,
      limit: limit + 1,
      ...(cursor === undefined ? {} : { after: codec.decode(kind, cursor) as QuestionPosition }),
    });
    const { page, last } = pageOf(rows, limit);
    return {
      questions: page.map(shown),
      ...(last
        ? {
            nextCursor: codec.encode(kind, {
              told: last.told,
              isOpioidTreatmentProgram: last.isOpioidTreatmentProgram,
              score: last.score,
              id: last.id,
            }),
          }
        : {}),
    };
  }

  async get(id: string): Promise<LinkageQuestionDetail> {
    const { manager } = this.dataSource;
    const question = await find(manager, id);
    const [listed, incoming] = [
      await currentDetail(manager, question.listedId),
      await currentDetail(manager, question.incomingId),
    ];
    return {
      ...shown(question),
      policy: question.policy,
      parts: question.parts,
      listed,
      incoming,
      differences: differencesBetween(listed, incoming),
      ifSame: await effectOfSame(manager, question, today()),
    };
  }

  answer(
    id: string,
    answer: QuestionAnswer,
    why: string,
    context: WriteContext,
  ): Promise<LinkageAnswerResponse> {
    const actor = actorOf(context);
    return this.writes.perform(context, async (manager) => {
      const question = await find(manager, id);
      const { needsSecondPerson, refused } = await effectOfSame(manager, question, today());
      const next = afterAnswer(answer, question, { person: actor.id, needsSecond: needsSecondPerson });
      if ('refused' in next) throw new Problem('conflict', next.refused);
      if (answer === 'same' && refused !== null) throw new Problem('conflict', refused);
      await recordAnswer(manager, id, { state: next.to, by: actor.id, name: actor.name, why });
      const decision = next.to === 'same' ? await merge(manager, question, actor.name, why) : null;
      await recordAudit(manager, {
        actor,
        action: `linkage.${answer}`,
        entity: 'program',
        entityId: question.listedId,
        before: { question: id, state: question.state },
        after: { question: id, state: next.to, incoming: question.incomingId, decision },
        why,
        requestId: context.requestId,
      });
      return { ...shown(await find(manager, id)), decision };
    });
  }
}

async function merge(
  manager: EntityManager,
  question: QuestionRow,
  by: string,
  why: string,
): Promise<string> {
  await settleOthers(manager, question);
  const { listedId, incomingId, source, sourceKey, rule, score, policy, state, answeredByName } = question;
  return mergePrograms(
    manager,
    {
      survivor: listedId,
      absorbed: incomingId,
      source,
      sourceKey,
      rule,
      score,
      policy,
      decidedBy: by,
      ...(state === 'awaiting-second' && answeredByName !== null ? { secondedBy: answeredByName } : {}),
      reason: why,
    },
    { evidence: await loadEvidenceView(manager), today: today() },
  );
}

async function find(manager: EntityManager, id: string): Promise<QuestionRow> {
  const question = await findQuestion(manager, id);
  if (!question) throw Problem.notFound('question', id);
  return question;
}

function shown(row: QuestionRow): LinkageQuestion {
  return {
    id: row.id,
    state: row.state,
    rule: row.rule,
    score: row.score,
    source: row.source,
    askedAt: row.askedAt.toISOString(),
    listedId: row.listedId,
    listedName: row.listedName,
    incomingId: row.incomingId,
    incomingName: row.incomingName,
    statements: row.told,
    answeredBy: row.answeredByName,
    reason: row.reason,
  };
}
