import { InvalidArgumentError } from 'commander';
import type { EntityManager } from 'typeorm';
import { shownNameOf } from '../core/directory/shown-name.js';
import { CALL_RADIUS_KM, CALLS_NAMED, programsToCall } from '../desk/call.queries.js';
import { asCall } from '../desk/call.service.js';
import { findPostalCode, unknownPostalCode } from '../directory/postal-codes.js';

/** Which programs to call. */
export interface CallsDue {
  readonly state?: string;
  /** A ZIP code. */
  readonly near?: string;
  readonly radius?: number;
  readonly limit?: number;
}

/** Programs to call with the questions to ask, those first whose answers are worth most, as lines of text. */
export async function callsDueLines(
  manager: EntityManager,
  { state, near, radius = CALL_RADIUS_KM, limit = CALLS_NAMED }: CallsDue,
): Promise<string[]> {
  const place = near === undefined ? undefined : findPostalCode(near);
  if (near !== undefined && !place) throw new InvalidArgumentError(unknownPostalCode(near, '--state'));
  const rows = await programsToCall(manager, {
    ...(state === undefined ? {} : { state }),
    ...(place
      ? { within: { latitude: place.latitude, longitude: place.longitude, meters: radius * 1000 } }
      : {}),
    limit,
  });
  if (rows.length === 0) return ['No program has to be called: nothing that matters is unknown there.'];
  return rows
    .map(asCall)
    .flatMap(({ id, phone, city, state: where, worth, questions, ...named }) => [
      `${shownNameOf(named)}, ${city}, ${where}: ${phone} (worth ${worth}; ${id})`,
      ...questions.map(({ question, facts }) => `  ${question} [${facts.join(', ')}]`),
    ]);
}
