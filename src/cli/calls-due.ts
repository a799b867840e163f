import { InvalidArgumentError } from 'commander';
import type { EntityManager } from 'typeorm';
import { programsToCall } from '../desk/call.queries.js';
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

const DEFAULT_LIMIT = 20;
const DEFAULT_RADIUS_KM = 40;

/** Programs to call with the questions to ask, those first whose answers are worth most, as lines of text. */
export async function callsDueLines(
  manager: EntityManager,
  { state, near, radius = DEFAULT_RADIUS_KM, limit = DEFAULT_LIMIT }: CallsDue,
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
  if (rows.length === 0) return ['Nobody has to be called: nothing that matters is unknown there.'];
  return rows
    .map(asCall)
    .flatMap(({ id, name, nameDetail, phone, city, state: where, worth, questions }) => [
      `${nameDetail === null ? name : `${name} / ${nameDetail}`}, ${city}, ${where}: ${phone} (worth ${worth}; ${id})`,
      ...questions.map(({ question, facts }) => `  ${question} [${facts.join(', ')}]`),
    ]);
}
