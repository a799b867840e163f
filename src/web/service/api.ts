import createClient from 'openapi-fetch';
import type { components, paths } from '../../../openapi/client/schema.js';
import { offline, Refusal, refusalOf } from './problem.js';

type Schemas = components['schemas'];
/** The one body of a visit: what is known of a client, and what is wished. */
export type Need = Schemas['MatchRequest'];
/** Care that was tried before, and how it ended. */
export type Episode = NonNullable<Need['history']>[number];
export type Assessed = Schemas['AssessmentAnswer'];
export type Question = NonNullable<Assessed['next']>;
export type Item = Question['items'][number];
export type NeedQuestion = Assessed['needQuestions'][number];
export type SafetyMessage = Assessed['safety'][number];
export type Answer = Schemas['MatchAnswer'];
export type Track = Answer['tracks'][number];
export type Match = Track['matches'][number];
export type Verdict = Match['constraints'][number];
export type Criterion = Match['criteria'][number];
export type NearMiss = Track['nearMisses'][number];
export type Relaxation = Track['relaxations'][number];
export type Comparison = NonNullable<Schemas['ComparisonAnswer']['comparison']>;
export type WhyNot = NonNullable<Schemas['WhyNotAnswer']['whyNot']>;
export type Service = Schemas['ServiceResponse'];
export type FoundProgram = Schemas['FoundProgram'];

/** How a request is sent: the language of its answer, and what ends it early. */
export interface Call {
  readonly language: string;
  readonly signal: AbortSignal;
}

export const client = createClient<paths>({ baseUrl: '' });
export const settings = ({ language, signal }: Call) => ({
  headers: { 'accept-language': language },
  signal,
});

/** The answer of a request; throws a `Refusal` if there is none, and passes on an abort. */
export async function answerOf<T>(
  asked: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<T> {
  const answered = await asked.catch((error: unknown) => {
    throw error instanceof DOMException && error.name === 'AbortError' ? error : offline();
  });
  if (answered.data === undefined) throw refusalOf(answered.response, answered.error);
  return answered.data;
}

/** The body without what only a list has. */
export function withoutList(need: Need) {
  const { limit: _1, nearMisses: _2, cursor: _3, detail: _4, tracks: _5, ...body } = need;
  return body;
}

/** What the service is, and where its programs come from. */
export const about = (call: Call): Promise<Service> => answerOf(client.GET('/', settings(call)));

/** What to ask next. It takes the body of a match without what only a list has. */
export function assess(call: Call, need: Need): Promise<Assessed> {
  return answerOf(client.POST('/v1/assessments', { ...settings(call), body: withoutList(need) }));
}

/** The places that fit, in full. */
export async function match(call: Call, need: Need): Promise<Answer> {
  const answer = await answerOf(
    client.POST('/v1/matches', { ...settings(call), body: { ...need, detail: 'full' } }),
  );
  if (answer.detail !== 'full') throw new Error('The short form was not asked for.');
  // The library's types leave out a field that is always null.
  return answer as Answer;
}

export type Vocabulary = Readonly<Record<string, readonly Schemas['CodeWord'][]>>;

/** Every code with its words, in the language of the call. */
export async function vocabulary(call: Call): Promise<Vocabulary> {
  const listed = await answerOf(client.GET('/v1/vocabularies', settings(call)));
  return listed;
}

/** Places side by side; what holds a list holds this too, so it is asked from a list only. */
export async function compare(call: Call, need: Need, programIds: readonly string[]): Promise<Comparison> {
  const body = { ...withoutList(need), programIds: [...programIds] };
  const { comparison } = await answerOf(client.POST('/v1/matches/compare', { ...settings(call), body }));
  if (!comparison) throw new Refusal('other');
  return comparison;
}

/** Where one place stands, and what keeps it out. */
export async function explain(call: Call, need: Need, programId: string): Promise<WhyNot> {
  const body = { ...withoutList(need), programId };
  const { whyNot } = await answerOf(client.POST('/v1/matches/why-not', { ...settings(call), body }));
  if (!whyNot) throw new Refusal('other');
  return whyNot;
}

const MOST_FOUND = 8;

/** Places by their name. */
export async function searchPrograms(call: Call, q: string): Promise<readonly FoundProgram[]> {
  const params = { query: { q, limit: MOST_FOUND } };
  const { programs } = await answerOf(client.GET('/v1/programs', { ...settings(call), params }));
  return programs;
}

/** Says that a fact of a place is wrong; answers the day by which it is looked at. */
export async function report(call: Call, id: string, matter: string, wrong: string): Promise<string> {
  const body = { about: matter as Schemas['Matter'], wrong };
  const path = { ...settings(call), params: { path: { id } }, body };
  const { dueOn } = await answerOf(client.POST('/v1/programs/{id}/reports', path));
  return dueOn;
}
