import { Injectable } from '@nestjs/common';
import { type AnswerFlaw, flawsOfAnswers } from '../core/assessment/answer-flaws.js';
import type { Answers, Instrument } from '../core/assessment/instrument.js';
import type { ClientStatement } from '../core/assessment/assessment.js';
import type { Language } from '../core/vocabulary/languages.js';
import { AssessmentService } from './assessment.service.js';
import { closestWord } from '../http/validation/closest-word.js';
import { jsonPointer } from '../http/validation/json-pointer.js';
import { Problem } from '../http/problem.js';
import { InstrumentCatalog } from './instrument-catalog.js';
import { ScoredInstrumentResponse, type ScoreInstrumentRequest } from './screen-result.dto.js';
import { readQuestionnaireResponse } from './questionnaire-response.js';
import { faultOfAnswers, faultOfScore, pointTo } from './answer-faults.js';

/** The shipped instruments, and the result of answers to one of them. Stores nothing. */
@Injectable()
export class InstrumentService {
  constructor(
    private readonly catalog: InstrumentCatalog,
    private readonly assessments: AssessmentService,
  ) {}

  all(): Instrument[] {
    return this.catalog.all();
  }

  get(id: string): Instrument {
    const instrument = this.catalog.find(id);
    if (instrument) return instrument;
    const meant = closestWord(id, [...this.catalog.byId.keys()]);
    throw new Problem(
      'not-found',
      `There is no instrument ${id}${meant === undefined ? '' : `; did you mean ${meant}?`}`,
    );
  }

  /** Reads answers, or a total, from a FHIR resource. */
  private read(instrument: Instrument, response: Record<string, unknown>): ScoreInstrumentRequest {
    const read = readQuestionnaireResponse(response, new Map([[instrument.id, instrument]]));
    if (!('instrument' in read)) {
      const errors = read.map(({ at, message, suggestion }) => ({
        pointer: jsonPointer(['response', ...at]),
        message,
        ...(suggestion === undefined ? {} : { suggestion }),
      }));
      throw read.every(({ readable }) => readable)
        ? Problem.unprocessable(errors)
        : Problem.badRequest(errors);
    }
    const [first, second] = Object.entries(read.totals);
    if (second) refuse('response/item', 'has more than one total; this address reads one', true);
    const [scale, total] = first ?? [];
    return total === undefined
      ? { answers: { ...read.answers }, condition: read.condition }
      : { total, scale, condition: read.condition };
  }

  /**
   * The result of answers or of a total, with the safety messages that they trigger.
   *
   * @throws Problem 400 for unknown items, 422 for answers outside their options or for both at once
   */
  score(id: string, request: ScoreInstrumentRequest, language: Language): ScoredInstrumentResponse {
    const instrument = this.get(id);
    const assessment = this.assessments.read({
      role: instrument.respondents.includes('person') ? 'self' : 'family',
      respondent: request.client ?? {},
      responses: [],
      totals: [],
      conditions: [],
      risks: {},
      ...this.answersOrTotal(instrument, request),
    });
    return ScoredInstrumentResponse.ofScored(
      assessment.screens[0]!,
      this.assessments.messages(assessment, language, []),
      language,
    );
  }

  private answersOrTotal(
    instrument: Instrument,
    request: ScoreInstrumentRequest,
  ): Pick<ClientStatement, 'responses'> | Pick<ClientStatement, 'totals'> {
    const ways = [request.answers, request.response, request.total].filter((way) => way !== undefined);
    if (ways.length !== 1)
      throw Problem.unprocessable([
        { pointer: '', message: 'give one of answers, response (a QuestionnaireResponse) and total' },
      ]);
    const { answers, total, scale, condition } = request.response
      ? this.read(instrument, request.response)
      : request;
    if (total !== undefined) {
      const fault = faultOfScore(instrument, { scale, value: total, condition });
      if (fault) refuse(fault.field === 'score' ? 'total' : fault.field, fault.message, fault.readable);
      return {
        totals: [{ instrument, scale: scale ?? instrument.scales[0]!.code, value: total, condition }],
      };
    }
    const fault = faultOfAnswers(instrument, condition);
    if (fault) refuse(fault.field, fault.message, true);
    refuseFlaws(flawsOfAnswers(instrument, answers!), instrument);
    return {
      responses: [
        {
          instrument,
          ...(instrument.perCondition ? { condition } : {}),
          answers: answers as Answers,
        },
      ],
    };
  }
}

function refuse(field: string, message: string, readable: boolean): never {
  const errors = [{ pointer: `/${field}`, message }];
  throw readable ? Problem.unprocessable(errors) : Problem.badRequest(errors);
}

function refuseFlaws(flaws: readonly AnswerFlaw[], instrument: Instrument): void {
  const errors = flaws.map((flaw) => pointTo(flaw, instrument, ['answers']));
  const fieldErrors = errors.map(({ pointer, message, suggestion }) => ({
    pointer,
    message,
    ...(suggestion === undefined ? {} : { suggestion }),
  }));
  if (errors.some(({ readable }) => !readable)) throw Problem.badRequest(fieldErrors);
  if (errors.length > 0) throw Problem.unprocessable(fieldErrors);
}
