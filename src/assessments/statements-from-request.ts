import type { AssessmentKnowledge, ClientStatement, SkippedItems } from '../core/assessment/assessment.js';
import { type AnswerFlaw, flawsOfAnswers } from '../core/assessment/answer-flaws.js';
import type { Inputs } from '../core/assessment/expression.js';
import type { Answers, Instrument } from '../core/assessment/instrument.js';
import type { Condition } from '../core/vocabulary/conditions.js';
import { closestWord } from '../http/validation/closest-word.js';
import { jsonPointer } from '../http/validation/json-pointer.js';
import { Problem } from '../http/problem.js';
import { faultOfAnswers, faultOfScore, pointTo } from './answer-faults.js';
import { readQuestionnaireResponse } from './questionnaire-response.js';
import { readRisks } from './read-risks.js';
import { Faults } from './request-faults.js';
import type {
  AssessmentRequest,
  ClientRequest,
  ScoreRequest,
  SkippedRequest,
} from './assessment-request.dto.js';

/** A set of answers in our own format; FHIR answers have been converted to it. */
export interface AnswerSet {
  readonly instrument: string;
  readonly condition?: Condition;
  readonly answers: Readonly<Record<string, unknown>>;
}

/** A FHIR resource instead of answers. */
type Resource = Readonly<Record<string, unknown>> & { readonly resourceType: unknown };

/** A resource converted to our own format; it has totals if the items may not be shipped. */
type ReadResponseSet = AnswerSet & { readonly totals: Readonly<Record<string, number>> };

function isResource(set: AnswerSet | Resource): set is Resource {
  return 'resourceType' in set;
}

function readResource(
  resource: Resource,
  at: readonly (string | number)[],
  { instruments }: AssessmentKnowledge,
  faults: Faults,
): ReadResponseSet | undefined {
  const read = readQuestionnaireResponse(resource, instruments);
  if ('instrument' in read) return { ...read, instrument: read.instrument.id };
  for (const { at: inside, message, suggestion, readable } of read) {
    const pointer = jsonPointer([...at, ...inside]);
    if (readable) faults.no(pointer, message);
    else faults.bad(pointer, message, suggestion);
  }
  return undefined;
}

/**
 * Reads the assessment block of a request. The DTO is already validated; this checks what needs the instruments and the
 * tables.
 *
 * @throws Problem 400 for unknown instruments, items and inputs, 422 for answers outside their options
 */
export function statementsFromRequest(
  client: ClientRequest,
  request: Omit<AssessmentRequest, 'responses'> & {
    readonly responses: readonly (AnswerSet | Resource)[];
  },
  knowledge: AssessmentKnowledge,
): ClientStatement {
  const faults = new Faults();
  const sets = request.responses.map((set, at) =>
    isResource(set) ? readResource(set, ['assessment', 'responses', at], knowledge, faults) : set,
  );
  const read = sets.map((set, at) =>
    // A resource that has only totals has no answers to read.
    set && !('totals' in set && Object.keys(set.answers).length === 0)
      ? readAnswers(set, ['assessment', 'responses', at], knowledge, faults)
      : [],
  );
  refuseConflicts(read, faults);
  const responses = read.flat();
  const totals = [
    ...(request.scores ?? []).flatMap((score, at) =>
      readScore(score, ['assessment', 'scores', at], knowledge, faults),
    ),
    ...sets.flatMap((set, at) =>
      Object.entries((set as ReadResponseSet | undefined)?.totals ?? {}).flatMap(([scale, score]) =>
        readScore(
          { instrument: set!.instrument, score, scale, condition: set!.condition },
          ['assessment', 'responses', at],
          knowledge,
          faults,
        ),
      ),
    ),
  ];
  const skipped = (request.skipped ?? []).flatMap((one, at) =>
    readSkipped(one, ['assessment', 'skipped', at], knowledge, faults),
  );
  const conditions = request.conditions ?? [];
  conditions.forEach(({ condition }, at) => {
    if (conditions.findIndex((other) => other.condition === condition) < at)
      faults.no(
        jsonPointer(['assessment', 'conditions', at, 'condition']),
        'this condition is named twice; give each condition once, with its severity',
      );
  });
  const risks = readRisks(request.risks ?? {}, knowledge, faults);
  faults.throwIfAny();

  const ages = [client.age, risks['age'] as number | undefined].filter((age) => age !== undefined);
  if (ages.length === 2 && ages[0] !== ages[1])
    throw Problem.unprocessable([
      { pointer: '/assessment/risks/age', message: 'differs from the age of the person; give one of them' },
    ]);
  const { importance, confidence, readiness } = request.readiness ?? {};
  const answeredAge = responses.find(({ answers }) => typeof answers['age'] === 'number')?.answers['age'];
  return {
    role: client.role ?? (risks['subject'] === 'loved_one_absent' ? 'family' : 'self'),
    respondent: {
      age: ages[0] ?? (answeredAge as number | undefined),
      sexAtBirth: client.sexAtBirth,
    },
    responses,
    totals,
    skipped,
    conditions,
    risks: {
      ...risks,
      ...given({
        'ready.importance': importance,
        'ready.confidence': confidence,
        'ready.readiness': readiness,
        pregnant: client.pregnant === undefined ? risks['pregnant'] : client.pregnant ? 'yes' : 'no',
      }),
    },
  };
}

function given(values: Readonly<Record<string, Inputs[string] | undefined>>): Inputs {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, Inputs[string]] => entry[1] !== undefined),
  );
}

/** The instrument with that id, or a fault that names the closest one. */
function findInstrument(
  id: string,
  pointer: string,
  { instruments }: AssessmentKnowledge,
  faults: Faults,
): Instrument | undefined {
  const instrument = instruments.get(id);
  if (!instrument) {
    const meant = closestWord(id, [...instruments.keys()]);
    faults.bad(
      pointer,
      `there is no such instrument; see GET /v1/instruments${meant === undefined ? '' : `; did you mean "${meant}"?`}`,
      meant,
    );
  }
  return instrument;
}

function readAnswers(
  { instrument: id, condition, answers }: AnswerSet,
  at: readonly (string | number)[],
  knowledge: AssessmentKnowledge,
  faults: Faults,
): ClientStatement['responses'][number][] {
  const instrument = findInstrument(id, jsonPointer([...at, 'instrument']), knowledge, faults);
  if (!instrument) return [];
  const fault = faultOfAnswers(instrument, condition);
  if (fault) faults.no(jsonPointer([...at, fault.field]), fault.message);
  for (const flaw of flawsOfAnswers(instrument, answers))
    addFault(flaw, instrument, [...at, 'answers'], faults);
  // Free text is accepted and discarded; it does not even appear in this answer.
  const texts = new Set(instrument.items.filter(({ kind }) => kind === 'text').map((item) => item.id));
  const kept = Object.entries(answers).filter(([item]) => !texts.has(item));
  return [
    {
      instrument,
      ...(instrument.perCondition ? { condition } : {}),
      answers: Object.fromEntries(kept) as Answers,
    },
  ];
}

function addFault(
  flaw: AnswerFlaw,
  instrument: Instrument,
  at: readonly (string | number)[],
  faults: Faults,
): void {
  const { pointer, message, suggestion, readable } = pointTo(flaw, instrument, at);
  if (readable) faults.no(pointer!, message);
  else faults.bad(pointer!, message, suggestion);
}

/**
 * The same item must have the same answer in every instrument that asks it. `sets` has the order of the request,
 * whether or not a set could be read.
 */
function refuseConflicts(sets: readonly ClientStatement['responses'][], faults: Faults): void {
  const first = new Map<string, string>();
  sets.forEach((set, at) => {
    const [response] = set;
    if (!response) return;
    const { condition, answers } = response;
    for (const [item, answer] of Object.entries(answers)) {
      const key = `${condition ?? ''}/${item}`;
      const said = JSON.stringify(answer);
      if ((first.get(key) ?? said) !== said)
        faults.no(
          jsonPointer(['assessment', 'responses', at]),
          `answers ${item} differently from another response; give one answer`,
        );
      first.set(key, said);
    }
  });
}

function readScore(
  { instrument: id, score, scale: wanted, condition }: ScoreRequest,
  at: readonly (string | number)[],
  knowledge: AssessmentKnowledge,
  faults: Faults,
): ClientStatement['totals'][number][] {
  const instrument = findInstrument(id, jsonPointer([...at, 'instrument']), knowledge, faults);
  if (!instrument) return [];
  const fault = faultOfScore(instrument, { scale: wanted, value: score, condition });
  if (fault) {
    if (fault.readable) faults.no(jsonPointer([...at, fault.field]), fault.message);
    else faults.bad(jsonPointer([...at, fault.field]), fault.message);
    return [];
  }
  return [
    {
      instrument,
      scale: wanted ?? instrument.scales[0]!.code,
      value: score,
      ...(condition === undefined ? {} : { condition }),
    },
  ];
}

/** A question of the need is read with the need: nothing of the assessment depends on it. */
function readSkipped(
  { instrument: id, items, condition, need }: SkippedRequest,
  at: readonly (string | number)[],
  knowledge: AssessmentKnowledge,
  faults: Faults,
): SkippedItems[] {
  if ((id === undefined) === (need === undefined)) {
    faults.no(jsonPointer(at), 'give either the instrument or the need that is skipped');
    return [];
  }
  if (id === undefined) {
    if (items ?? condition)
      faults.no(jsonPointer(at), 'items and condition belong to an instrument, not to a need');
    return [];
  }
  const instrument = findInstrument(id, jsonPointer([...at, 'instrument']), knowledge, faults);
  if (!instrument) return [];
  const known = instrument.items.map((item) => item.id);
  items?.forEach((item, i) => {
    if (known.includes(item)) return;
    const meant = closestWord(item, known);
    faults.bad(
      jsonPointer([...at, 'items', i]),
      `is not an item of this instrument${meant === undefined ? '' : `; did you mean "${meant}"?`}`,
      meant,
    );
  });
  return [
    {
      instrument,
      ...(instrument.perCondition && condition ? { condition } : {}),
      ...(items ? { items } : {}),
    },
  ];
}
