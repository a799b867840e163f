import { STATES } from './places.mjs';
import { drawSearch } from './searches.mjs';
import { SeededDraw } from './seeded-draw.mjs';

const SEARCHES = 100;

export const numbered = (count) => Array.from({ length: count }, (_, at) => String(at + 1).padStart(3, '0'));

/**
 * Records programs of every state: later chapters take their programs from here.
 *
 * @returns {Promise<(state: string) => {id: string, organizationId: string}[]>}
 */
export async function recordStates(recorder) {
  const programs = new Map();
  for (const state of STATES) {
    const page = await recorder.get(`states/${state}`, `/v1/programs?state=${state}&sort=name&limit=20`);
    const found = (page?.programs ?? []).map(({ id, organization }) => ({
      id,
      organizationId: organization.id,
    }));
    programs.set(state, found);
  }
  return (state) => programs.get(state);
}

/** Records the searches; one in three continues for two more pages. */
export async function recordSearches(recorder) {
  let found = 0;
  for (const number of numbered(SEARCHES)) {
    const draw = new SeededDraw(`search ${number}`);
    const query = drawSearch(draw);
    let page = await recorder.get(`searches/${number}`, `/v1/programs?${query}`);
    if (page?.total > 0) found += 1;
    for (let pages = 2; pages <= 3 && draw.chance(0.6) && page?.nextCursor; pages++) {
      query.set('cursor', page.nextCursor);
      page = await recorder.get(`searches/${number}-page-${pages}`, `/v1/programs?${query}`);
    }
  }
  return { searches: SEARCHES, 'searches that find something': found };
}

/** Records programs and organizations in full, and what a cache or a browser requests of them. */
export async function recordDetails(recorder, programsIn) {
  for (const state of STATES) {
    const [first, ...others] = programsIn(state);
    if (!first) continue;
    const path = `/v1/programs/${first.id}`;
    for (const [at, { id }] of [first, ...others.slice(0, 3)].entries())
      await recorder.get(`details/${state}-${at + 1}`, `/v1/programs/${id}`);
    await recorder.get(`organizations/${state}`, `/v1/organizations/${first.organizationId}`);
    await recorder.get(`observations/${state}`, `${path}/observations`);
    await recorder.send(`details/${state}-head`, { method: 'HEAD', path });
    await recorder.send(`details/${state}-origin`, { path, headers: { origin: 'https://partner.example' } });
    await recorder.send(`details/${state}-none-match`, { path, headers: { 'if-none-match': '*' } });
  }
}
