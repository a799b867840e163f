import { Injectable } from '@nestjs/common';
import { assess } from '../core/assessment/assess.js';
import type { Assessment, AssessmentKnowledge, ClientStatement } from '../core/assessment/assessment.js';
import type { Inputs } from '../core/assessment/expression.js';
import { closestWord } from '../http/validation/closest-word.js';
import type { Language } from '../core/vocabulary/languages.js';
import { type FieldError, Problem } from '../http/problem.js';
import type { AssessmentRequest, AssessmentsRequest, ClientRequest } from './assessment-request.dto.js';
import {
  AssessmentAnswer,
  AssessmentResult,
  NotAskedResponse,
  QuestionResponse,
} from './assessment-response.dto.js';
import { ASSESSMENT_SENTENCES } from './assessment-sentences.js';
import { englishOnly, RESULT_ENGLISH_ONLY, SAFETY_ENGLISH_ONLY } from './english-only.js';
import { InstrumentCatalog } from './instrument-catalog.js';
import { type RuleTables, readRuleTables } from './rule-tables.js';
import { CLINICIAN_MESSAGE, SafetyMessageResponse } from './safety-message.dto.js';
import { statementsFromRequest } from './statements-from-request.js';

/** A question states its own language. */
const ENGLISH_ONLY = [
  ...SAFETY_ENGLISH_ONLY,
  ...RESULT_ENGLISH_ONLY,
  ...['/next', '/helpful/*'].flatMap((question) => [
    `${question}/name`,
    `${question}/items/*/safety`,
    `${question}/items/*/wording`,
  ]),
];

/** Turns answers into an assessment. Stores nothing. */
@Injectable()
export class AssessmentService {
  private readonly tables: RuleTables;
  private readonly knowledge: AssessmentKnowledge;

  constructor(catalog: InstrumentCatalog) {
    this.tables = readRuleTables(catalog.byId);
    this.knowledge = { ...this.tables, instruments: catalog.byId };
  }

  /**
   * @param context inputs of the rules that come from other parts of a request, such as a job that must be kept
   * @throws Problem 400 or 422 with a pointer to every answer that cannot be accepted
   */
  assess(client: ClientRequest, request: AssessmentRequest, context: Inputs = {}): Assessment {
    refuseUnknownFlags(request.acknowledged ?? [], this.tables);
    const statement = statementsFromRequest(
      client,
      {
        ...request,
        responses: (request.responses ?? []) as Parameters<typeof statementsFromRequest>[1]['responses'],
      },
      this.knowledge,
    );
    return this.read({ ...statement, risks: { ...context, ...statement.risks } });
  }

  /** Assesses a statement in which every answer is known to be valid. */
  read(statement: ClientStatement): Assessment {
    return assess(statement, this.knowledge);
  }

  /** The messages of an assessment, most urgent first. */
  messages(
    { raised, levelOfCare }: Assessment,
    language: Language,
    acknowledged: readonly string[],
  ): SafetyMessageResponse[] {
    const messages = raised.map((one) => SafetyMessageResponse.of(one, this.tables, language, acknowledged));
    if (levelOfCare.holdCardsUntil === null) return messages;
    const subject = levelOfCare.wouldProbablyFit ? 'loved_one' : 'self';
    const clinician = SafetyMessageResponse.ofClinician(this.tables, subject, language, acknowledged);
    return [...messages, clinician].sort((a, b) => a.rank - b.rank);
  }

  /** The result of the answers, in the format of the API. */
  result(assessment: Assessment, language: Language): AssessmentResult {
    return AssessmentResult.of(assessment, this.tables.rules.disclaimer[language], language);
  }

  notAsked({ open }: Assessment): NotAskedResponse[] {
    return open.map((one) => NotAskedResponse.of(one));
  }

  answer(
    { client = {}, assessment: request = {} }: AssessmentsRequest,
    language: Language,
  ): AssessmentAnswer {
    const assessment = this.assess(client, request);
    return {
      safety: this.messages(assessment, language, request.acknowledged ?? []),
      notAsked: this.notAsked(assessment),
      assessment: this.result(assessment, language),
      next: assessment.next && QuestionResponse.of(assessment.next, language),
      helpful: assessment.helpful.map((one) => QuestionResponse.of(one, language)),
      versions: { rules: this.tables.rules.version, redFlags: this.tables.flagsVersion },
      note: ASSESSMENT_SENTENCES[language].note,
      language,
      englishOnly: englishOnly(ENGLISH_ONLY, language),
    };
  }
}

/**
 * Messages that have to be acknowledged before a list of programs is shown: emergencies, and what a clinician has
 * to decide first (clinical/safety.md, design rule 1: interrupt, do not block).
 */
export function heldBy(messages: readonly SafetyMessageResponse[]): string[] {
  return messages
    .filter(({ acknowledged }) => !acknowledged)
    .filter(({ level, id }) => level === 'emergency' || id === CLINICIAN_MESSAGE)
    .map(({ id }) => id);
}

function refuseUnknownFlags(ids: readonly string[], { flags }: RuleTables): void {
  const known = [...flags.map(({ id }) => id), CLINICIAN_MESSAGE];
  const errors = ids.flatMap((id, at): FieldError[] => {
    if (known.includes(id)) return [];
    const suggestion = closestWord(id, known);
    return [
      {
        pointer: `/assessment/acknowledged/${at}`,
        message: `must be the id of a safety message: ${known.join(', ')}`,
        ...(suggestion === undefined ? {} : { suggestion }),
      },
    ];
  });
  if (errors.length > 0) throw Problem.badRequest(errors);
}
