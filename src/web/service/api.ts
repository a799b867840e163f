import createClient from 'openapi-fetch';
import type { components, paths } from '../../../openapi/client/schema.js';
import { offline, refusalOf } from './problem.js';

type Schemas = components['schemas'];
/** The one body of a visit: what is known of a client, and what is wished. */
export type Need = Schemas['MatchRequest'];
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

const client = createClient<paths>({ baseUrl: '' });
const settings = ({ language, signal }: Call) => ({ headers: { 'accept-language': language }, signal });

/** The answer of a request; throws a `Refusal` if there is none, and passes on an abort. */
async function answerOf<T>(asked: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const answered = await asked.catch((error: unknown) => {
    throw error instanceof DOMException && error.name === 'AbortError' ? error : offline();
  });
  if (answered.data === undefined) throw refusalOf(answered.response, answered.error);
  return answered.data;
}

/** What the service is, and where its programs come from. */
export const about = (call: Call): Promise<Service> => answerOf(client.GET('/', settings(call)));

/** What to ask next. It takes the body of a match without what only a list has. */
export function assess(call: Call, need: Need): Promise<Assessed> {
  const { limit: _1, nearMisses: _2, cursor: _3, detail: _4, tracks: _5, ...body } = need;
  return answerOf(client.POST('/v1/assessments', { ...settings(call), body }));
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
