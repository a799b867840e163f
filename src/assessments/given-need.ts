import type { ClientStatement } from '../core/assessment/assessment.js';
import { fieldOf, NEED_QUESTION_TABLE } from '../core/assessment/need-questions.js';
import { asksForLovedOne } from './client-of-treatment.js';
import type { NeedRequest } from './need-request.dto.js';

/** What the fields of a request say of the need, and which questions of it the client would rather not answer. */
export function givenNeed(request: NeedRequest): NonNullable<ClientStatement['need']> {
  const { constraints = {}, assessment = {} } = request;
  const { near, cannotLeaveWork } = constraints;
  const role = asksForLovedOne(request) ? 'family' : 'self';
  const given = NEED_QUESTION_TABLE.filter(
    (question) => valueAt(request, fieldOf(question, role)) !== undefined,
  );
  // Coordinates are a place, too.
  const hasPlace = near?.latitude !== undefined && near.longitude !== undefined;
  return {
    given: new Set([...given.map(({ code }) => code), ...(hasPlace ? (['place'] as const) : [])]),
    skipped: new Set((assessment.skipped ?? []).flatMap(({ need }) => need ?? [])),
    ...(cannotLeaveWork === undefined ? {} : { cannotLeaveWork }),
  };
}

/** @param field names joined by dots */
function valueAt(request: object, field: string): unknown {
  return field
    .split('.')
    .reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], request);
}
