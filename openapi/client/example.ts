import createClient from 'openapi-fetch';
import type { paths } from './schema.js';

/** Looks who is near, asks for a match, and prints the first with its reasons. */
export async function printBestMatch(baseUrl: string, print: (line: string) => void): Promise<void> {
  const api = createClient<paths>({ baseUrl });
  const near = { postalCode: '06511', radiusKm: 40 };
  const { data: found } = await api.GET('/v1/programs', { params: { query: near } });
  const { data: answer, error } = await api.POST('/v1/matches', {
    body: {
      assessment: { conditions: [{ condition: 'opioid', severity: 'severe' }] },
      constraints: { near: { postalCode: near.postalCode }, maxDistanceKm: 40, payers: ['medicaid'] },
    },
  });
  if (!answer) throw new Error(error.detail);
  const best = answer.tracks[0]?.matches[0];
  print(`${best?.program.name}, the first of ${found?.total} programs near:`);
  for (const { reason } of best?.constraints ?? []) print(`- ${reason}`);
}
