import createClient from 'openapi-fetch';
import type { paths } from './schema.js';

/** Looks who is near, asks for a match, and prints what comes first, then the first program with its reasons. */
export async function printBestMatch(
  baseUrl: string,
  print: (line: string) => void,
  risks: Record<string, boolean> = {},
): Promise<void> {
  const api = createClient<paths>({ baseUrl });
  const near = { postalCode: '06511', radiusKm: 40 };
  const { data: found } = await api.GET('/v1/programs', { params: { query: near } });
  const match = async (acknowledged: string[]) => {
    const { data, error } = await api.POST('/v1/matches', {
      body: {
        assessment: { conditions: [{ condition: 'opioid', severity: 'severe' }], risks, acknowledged },
        constraints: { near: { postalCode: near.postalCode }, maxDistanceKm: 40, payers: ['medicaid'] },
      },
    });
    if (!data) throw new Error(error.detail);
    // The short form, with fewer fields, is answered where the body says `detail: 'brief'`.
    if (data.detail === 'brief') throw new Error('The short form was not asked for.');
    return data;
  };
  let answer = await match([]);
  for (const { message } of answer.safety) print(message);
  // A held list opens with the tokens of the messages that were shown.
  if (answer.held) answer = await match(answer.safety.flatMap(({ token }) => token ?? []));
  const best = answer.tracks[0]?.matches[0];
  print(`${best?.program.name}, the first of ${found?.total} programs near:`);
  for (const { reason } of best?.constraints ?? []) print(`- ${reason}`);
}
