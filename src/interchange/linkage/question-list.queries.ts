import type { EntityManager } from 'typeorm';
import type { QuestionState } from '../../core/linkage/question-life.js';
import type { LinkageRule } from '../../core/linkage/pair-judge.js';

/** SQL of the queue of questions: those that can do most harm first. */

export interface QuestionRow {
  readonly id: string;
  readonly state: QuestionState;
  readonly rule: LinkageRule;
  readonly score: number;
  readonly parts: Readonly<Record<string, number>>;
  readonly policy: string;
  readonly source: string;
  readonly sourceKey: string;
  readonly askedAt: Date;
  readonly answeredBy: string | null;
  readonly answeredByName: string | null;
  readonly reason: string | null;
  readonly listedId: string;
  readonly listedName: string;
  readonly incomingId: string;
  readonly incomingName: string;
  readonly usState: string;
  /** Statements by people on either program that count. */
  readonly told: number;
  readonly isOpioidTreatmentProgram: boolean;
}

/** The position at which a page of questions ended. */
export type QuestionPosition = Pick<QuestionRow, 'told' | 'isOpioidTreatmentProgram' | 'score' | 'id'>;

const QUESTIONS = `
  SELECT q.id, q.state, q.rule, q.score, q.parts, q.policy, q.source, q.source_key AS "sourceKey",
         q.asked_at AS "askedAt", q.answered_by AS "answeredBy", q.answered_by_name AS "answeredByName", q.reason,
         a.id AS "listedId", concat_ws(', ', a.name, a.name_detail) AS "listedName",
         b.id AS "incomingId", concat_ws(', ', b.name, b.name_detail) AS "incomingName", l.state AS "usState",
         (SELECT count(*)::integer FROM observation o
           WHERE o.program_id IN (a.id, b.id) AND o.status = 'standing') AS told,
         EXISTS (SELECT FROM unnest(ARRAY[a.facts, b.facts]) f
                  WHERE f #> '{values,opioidTreatmentProgram,value}' = 'true') AS "isOpioidTreatmentProgram"
    FROM linkage_question q
    JOIN program a ON a.id = q.listed_id
    JOIN program b ON b.id = q.incoming_id
    JOIN location l ON l.id = b.location_id`;

/** Questions with what people reported first, then opioid treatment programs, then the most alike. */
export async function findQuestions(
  manager: EntityManager,
  wanted: {
    readonly states: readonly QuestionState[];
    readonly rules?: readonly string[] | undefined;
    readonly source?: string | undefined;
    readonly after?: QuestionPosition;
    readonly limit: number;
  },
): Promise<QuestionRow[]> {
  const { states, rules, source, after, limit } = wanted;
  return manager.query(
    `SELECT * FROM (${QUESTIONS} WHERE q.state = ANY($1)
        AND ($2::text[] IS NULL OR q.rule = ANY($2)) AND ($3::text IS NULL OR q.source = $3)) AS found
      WHERE $4::boolean IS NULL
         OR (told = 0, NOT "isOpioidTreatmentProgram", -score, id) > ($4, $5::boolean, $6::double precision, $7::uuid)
      ORDER BY told = 0, NOT "isOpioidTreatmentProgram", -score, id
      LIMIT $8`,
    [
      states,
      rules ?? null,
      source ?? null,
      after === undefined ? null : after.told === 0,
      after === undefined ? null : !after.isOpioidTreatmentProgram,
      after === undefined ? null : -after.score,
      after?.id ?? null,
      limit,
    ],
  );
}

export async function findQuestion(manager: EntityManager, id: string): Promise<QuestionRow | undefined> {
  const [row]: QuestionRow[] = await manager.query(`${QUESTIONS} WHERE q.id = $1`, [id]);
  return row;
}

export async function recordAnswer(
  manager: EntityManager,
  id: string,
  answer: { readonly state: QuestionState; readonly by: string; readonly name: string; readonly why: string },
): Promise<void> {
  await manager.query(
    `UPDATE linkage_question SET state = $2, answered_by = $3, answered_by_name = $4, reason = $5, answered_at = now(),
            version = version + 1
      WHERE id = $1`,
    [id, answer.state, answer.by, answer.name, answer.why],
  );
}

/** Settles the other questions about a program that has become another one, or has been found in another row. */
export async function settleOthers(
  manager: EntityManager,
  { id, listedId, incomingId }: Pick<QuestionRow, 'id' | 'listedId' | 'incomingId'>,
): Promise<void> {
  await manager.query(
    `UPDATE linkage_question SET state = 'settled', version = version + 1
      WHERE id <> $1 AND state IN ('open', 'unsure', 'awaiting-second')
        AND ARRAY[listed_id, incoming_id] && ARRAY[$2, $3]::uuid[]`,
    [id, listedId, incomingId],
  );
}
