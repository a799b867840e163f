import type { components } from '../../../openapi/client/schema.js';
import { answerOf, type Call, client, type Need, settings, withoutList } from './api.js';

type Schemas = components['schemas'];
export type PlanAnswer = Schemas['PlanAnswer'];
export type Plan = NonNullable<PlanAnswer['plan']>;
export type PlanSection = Plan['sections'][number];
export type Identity = Schemas['IdentityResponse'];
export type WaysToSignIn = Schemas['SignInResponse'];
export type Issuer = NonNullable<WaysToSignIn['issuer']>;
export type FactFormat = Schemas['FactFormat'];
export type ObserveLegend = Schemas['ObserveLegend'];

/** What was chosen, beside the need. */
export interface Chosen {
  readonly programIds: readonly string[];
  readonly forCoach: boolean;
  /** YYYY-MM-DD */
  readonly startsOn: string;
  readonly whole: boolean;
}

/** A plan from the same request as the list. */
export function makePlan(call: Call, need: Need, { programIds, ...chosen }: Chosen): Promise<PlanAnswer> {
  const body = {
    ...withoutList(need),
    ...chosen,
    ...(programIds.length > 0 ? { programIds: [...programIds] } : {}),
  };
  return answerOf(client.POST('/v1/plans', { ...settings(call), body })) as Promise<PlanAnswer>;
}

/** Settings of a request that a key signs. The key is in the header alone. */
function signed(call: Call, key: string) {
  const { headers, signal } = settings(call);
  return { headers: { ...headers, authorization: `Bearer ${key}` }, signal };
}

/** How people are identified. */
export const waysToSignIn = (call: Call): Promise<WaysToSignIn> =>
  answerOf(client.GET('/v1/sign-in', settings(call)));

/** Whose key it is, and what they may do. */
export const whoAmI = (call: Call, key: string): Promise<Identity> =>
  answerOf(client.GET('/v1/me', signed(call, key)));

/** The form of the value of every fact of a program. */
export async function factFormats(call: Call): Promise<readonly FactFormat[]> {
  return (await answerOf(client.GET('/v1/facts', settings(call)))).facts;
}

/** An approach of the evidence registry: programs say which they deliver. */
export interface NamedApproach {
  readonly code: string;
  readonly name: string;
}

/** Every approach by its name in the language of the call, where it has one. */
export async function namedApproaches(call: Call): Promise<readonly NamedApproach[]> {
  const { approaches } = await answerOf(client.GET('/v1/approaches', settings(call)));
  return approaches.map(({ code, name, nameEs }) => ({
    code,
    name: call.language === 'es' ? (nameEs ?? name) : name,
  }));
}

/** What a program said on the phone about one fact. */
export async function observe(
  call: Call,
  key: string,
  programId: string,
  { fact, value, learnedOn }: { readonly fact: string; readonly value: unknown; readonly learnedOn: string },
): Promise<void> {
  const body = { fact, value, how: 'call', learnedOn } as Schemas['ObservationRequest'];
  const path = { params: { path: { id: programId } }, body };
  await answerOf(client.POST('/v1/programs/{id}/observations', { ...signed(call, key), ...path }));
}
