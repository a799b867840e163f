import { Injectable } from '@nestjs/common';
import { today } from '../config/today.js';
import { assess } from '../core/assessment/assess.js';
import type { Assessment, AssessmentKnowledge, ClientStatement } from '../core/assessment/assessment.js';
import type { Inputs } from '../core/assessment/expression.js';
import type { InEachLanguage, Language } from '../core/vocabulary/languages.js';
import type { AssessmentRequest, ClientRequest } from './assessment-request.dto.js';
import {
  AssessmentAnswer,
  AssessmentReading,
  AssessmentResult,
  NotAskedResponse,
} from './assessment-response.dto.js';
import { ASSESSMENT_SENTENCES } from './assessment-sentences.js';
import { contextOf } from './context-of-request.js';
import { englishOnly, RESULT_ENGLISH_ONLY, SAFETY_ENGLISH_ONLY } from './english-only.js';
import { givenNeed } from './given-need.js';
import { InstrumentCatalog } from './instrument-catalog.js';
import { MessageTokens } from './message-tokens.js';
import { NeedQuestionResponse } from './need-question.dto.js';
import type { AssessmentsRequest } from './need-request.dto.js';
import { clientOfTreatment } from './client-of-treatment.js';
import { placeOf } from './place-of-request.js';
import { QuestionResponse } from './question.dto.js';
import { type RuleTables, readRuleTables } from './rule-tables.js';
import { type Acknowledgement, SafetyMessageResponse } from './safety-message.dto.js';
import { statementsFromRequest } from './statements-from-request.js';

/** A question states its own language. */
const ENGLISH_ONLY = [
  ...SAFETY_ENGLISH_ONLY,
  ...RESULT_ENGLISH_ONLY,
  ...['/next', '/helpful/*'].flatMap((question) => [
    `${question}/name`,
    `${question}/items/*/safety`,
    `${question}/items/*/wording`,
    `${question}/items/*/criterion`,
  ]),
];

/** Turns answers into an assessment. Stores nothing. */
@Injectable()
export class AssessmentService {
  private readonly tables: RuleTables;
  private readonly knowledge: AssessmentKnowledge;
  /** Of inputs and topics. */
  private readonly words: ReadonlyMap<string, InEachLanguage>;

  constructor(
    catalog: InstrumentCatalog,
    private readonly tokens: MessageTokens,
  ) {
    this.tables = readRuleTables(catalog.byId);
    this.knowledge = { ...this.tables, instruments: catalog.byId };
    const meanings = [...this.tables.inputs.values()].map(({ name, meaning }) => [name, meaning] as const);
    this.words = new Map([...Object.entries(this.tables.topics), ...meanings]);
  }

  /**
   * @param context inputs of the rules that come from other parts of a request, such as a job that must be kept
   * @param need what the request says of the need, for the questions that a match needs
   * @throws Problem 400 or 422 with a pointer to every answer that cannot be accepted
   */
  assess(
    client: ClientRequest,
    request: AssessmentRequest,
    context: Inputs = {},
    need?: ClientStatement['need'],
  ): Assessment {
    const statement = statementsFromRequest(
      client,
      {
        ...request,
        responses: (request.responses ?? []) as Parameters<typeof statementsFromRequest>[1]['responses'],
      },
      this.knowledge,
    );
    return this.read({ ...statement, need, risks: { ...context, ...statement.risks } });
  }

  /** Assesses a statement in which every answer is known to be valid. */
  read(statement: ClientStatement): Assessment {
    return assess(statement, this.knowledge);
  }

  /**
   * The messages of an assessment, most urgent first.
   *
   * @param tokens that the request has
   */
  messages(
    { raised, levelOfCare }: Assessment,
    language: Language,
    tokens: readonly string[],
  ): SafetyMessageResponse[] {
    const acknowledgement = this.acknowledgementBy(tokens);
    const messages = raised.map((one) =>
      SafetyMessageResponse.of(one, this.tables, language, acknowledgement),
    );
    if (levelOfCare.holdCardsUntil === null) return messages;
    const subject = levelOfCare.wouldProbablyFit ? 'loved_one' : 'self';
    const clinician = SafetyMessageResponse.ofClinician(this.tables, subject, language, acknowledgement);
    return [...messages, clinician].sort((a, b) => a.rank - b.rank);
  }

  private acknowledgementBy(tokens: readonly string[]): Acknowledgement {
    const versions = this.versions();
    const day = today();
    return (id) => ({
      token: this.tokens.tokenOf({ id, ...versions }, day),
      acknowledged: this.tokens.isAcknowledged({ id, ...versions }, tokens, day),
    });
  }

  private versions(): { rules: string; redFlags: string } {
    return { rules: this.tables.rules.version, redFlags: this.tables.flagsVersion };
  }

  /** The result of the answers, in the format of the API. */
  result(assessment: Assessment, language: Language): AssessmentResult {
    return AssessmentResult.of(assessment, this.tables.rules.disclaimer[language], this.words, language);
  }

  /** The same as a match has it. @param notAsked as the answer has it, if it does */
  reading(
    assessment: Assessment,
    notAsked: readonly NotAskedResponse[],
    language: Language,
  ): AssessmentReading {
    const disclaimer = this.tables.rules.disclaimer[language];
    return AssessmentReading.of(assessment, notAsked, disclaimer, this.words, language);
  }

  notAsked({ open }: Assessment): NotAskedResponse[] {
    return open.map((one) => NotAskedResponse.of(one));
  }

  answer(whole: AssessmentsRequest, language: Language): AssessmentAnswer {
    const { assessment: request = {} } = whole;
    const assessment = this.assess(clientOfTreatment(whole), request, contextOf(whole), givenNeed(whole));
    // Refused where it is asked for, and not only by the match at the end of the questions.
    placeOf(whole.constraints ?? {});
    const role = assessment.family ? 'family' : 'self';
    return {
      safety: this.messages(assessment, language, request.acknowledged ?? []),
      notAsked: this.notAsked(assessment),
      assessment: this.result(assessment, language),
      next: assessment.next && QuestionResponse.of(assessment.next, language),
      helpful: assessment.helpful.map((one) => QuestionResponse.of(one, language)),
      needQuestions: assessment.needQuestions.map((one) => NeedQuestionResponse.of(one, role, language)),
      progress: assessment.progress,
      versions: this.versions(),
      note: ASSESSMENT_SENTENCES[language].note,
      language,
      englishOnly: englishOnly(ENGLISH_ONLY, language),
    };
  }
}

/**
 * Ids of the messages that have to be acknowledged before a list of programs is shown: emergencies, and what a clinician
 * has to decide first (clinical/safety.md, design rule 1: interrupt, do not block). A message for a client and for a
 * loved one has one id.
 */
export function heldBy(messages: readonly SafetyMessageResponse[]): string[] {
  const open = messages.filter(({ token, acknowledged }) => token !== null && !acknowledged);
  return [...new Set(open.map(({ id }) => id))];
}
