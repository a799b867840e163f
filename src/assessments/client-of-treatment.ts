import { Problem } from '../http/problem.js';
import type { ClientRequest } from './assessment-request.dto.js';
import type { NeedRequest } from './need-request.dto.js';

/** What says nothing of a family member who asks: in a family request these describe the loved one. */
const OF_LOVED_ONE = ['age', 'gender', 'sexAtBirth', 'pregnant'] as const;

/** Whether a family member asks for a loved one: by their role, or else by the answer whom the answers are about. */
export function asksForLovedOne({ client, assessment }: NeedRequest): boolean {
  return (
    (client?.role ?? (assessment?.risks?.['subject'] === 'loved_one_absent' ? 'family' : 'self')) === 'family'
  );
}

/**
 * The person whom treatment is for: the loved one where a family member asks, else the client.
 *
 * @throws Problem 400 for a family request that describes the loved one in `client`, and for a loved one of a client who
 *   asks for themselves
 */
export function clientOfTreatment(request: NeedRequest): ClientRequest {
  const { client = {}, lovedOne } = request;
  if (!asksForLovedOne(request)) {
    if (lovedOne === undefined) return client;
    throw Problem.badRequest([
      {
        pointer: '/lovedOne',
        message: 'is for a family member who asks; set client.role to "family", or omit it',
      },
    ]);
  }
  const moved = OF_LOVED_ONE.filter((field) => client[field] !== undefined);
  if (moved.length > 0)
    throw Problem.badRequest(
      moved.map((field) => ({
        pointer: `/client/${field}`,
        message: `describes the loved one, and client is the person who asks; move it to lovedOne.${field}`,
      })),
    );
  return { ...lovedOne, role: 'family', state: client.state };
}
