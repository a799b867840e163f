import { numbered } from './directory-chapter.mjs';
import { drawNeed } from './needs.mjs';
import { STATES } from './places.mjs';
import { SeededDraw } from './seeded-draw.mjs';

const MATCHES = 200;
const LANGUAGES = ['en', 'en', 'en', 'es', 'es-MX,es;q=0.9,en;q=0.5', 'fr, *;q=0.1'];

/** Records the matches, and follow-up requests: the list after a message, more pages, one program, several. */
export async function recordMatches(recorder, programsIn) {
  const facts = { matches: MATCHES, held: 0, 'matches that find something': 0, 'of them in treatment': 0 };
  for (const number of numbered(MATCHES)) {
    const draw = new SeededDraw(`match ${number}`);
    const { need, state } = drawNeed(draw, programsIn);
    const language = draw.one(LANGUAGES);
    const request = { ...need, limit: draw.one([1, 2, 3, 3, 5, 5, 10, undefined, 100]) };
    const name = `matches/${number}`;
    let answer = await recorder.post(name, '/v1/matches', request, { language });
    if (answer?.held) {
      facts.held += 1;
      request.assessment.acknowledged = answer.safety.flatMap(({ token }) => token ?? []);
      answer = await recorder.post(`${name}-acknowledged`, '/v1/matches', request, { language });
    }
    const tracks = answer?.tracks ?? [];
    const sizes = tracks.map(({ purpose, total }) => ({ purpose, total }));
    if (sizes.some(({ total }) => total > 0)) facts['matches that find something'] += 1;
    if (sizes.some(({ purpose, total }) => purpose === 'treatment' && total > 0))
      facts['of them in treatment'] += 1;
    const ask = { recorder, draw, name, request, language };
    if (draw.chance(0.3)) await walkOn(ask, tracks);
    const elsewhere = programsIn(draw.one(STATES)).slice(0, 1);
    const nearby = programsIn(state).slice(0, 1);
    const others = [...nearby, ...elsewhere].map(({ id }) => id);
    await askOfPrograms(ask, tracks, others);
  }
  return facts;
}

/** The next pages of every track. */
async function walkOn({ recorder, name, request, language }, tracks) {
  for (const { purpose, nextCursor } of tracks) {
    let cursor = nextCursor;
    for (let page = 2; page <= 3 && cursor; page++) {
      const more = await recorder.post(
        `${name}-${purpose}-page-${page}`,
        '/v1/matches',
        { ...request, cursor },
        { language },
      );
      cursor = more?.tracks?.[0]?.nextCursor;
    }
  }
}

/** Why one program is in the list or not, and comparisons of several: those found, those excluded, and others. */
async function askOfPrograms({ recorder, draw, name, request, language }, tracks, others) {
  const { limit: _ofPages, ...need } = request;
  for (const { purpose, matches, nearMisses } of tracks) {
    const inList = matches.map(({ program }) => program.id);
    const keptOut = nearMisses.map(({ program }) => program.id);
    const known = [...new Set([...inList.slice(0, 4), ...keptOut.slice(0, 2)])];
    const named = draw.maybe(0.7, () => purpose);
    for (const [which, programId] of [
      ['first', inList[0]],
      ['near-miss', keptOut[0]],
    ])
      if (programId !== undefined && draw.chance(0.25))
        await recorder.post(
          `${name}-${purpose}-why-not-${which}`,
          '/v1/matches/why-not',
          { ...need, programId, purpose: named },
          { language },
        );
    if (known.length >= 2 && draw.chance(0.25))
      await recorder.post(
        `${name}-${purpose}-compare`,
        '/v1/matches/compare',
        { ...need, programIds: draw.some(known, 2, 5), purpose: named },
        { language },
      );
  }
  for (const [at, programId] of others.entries())
    if (draw.chance(0.2))
      await recorder.post(
        `${name}-why-not-other-${at + 1}`,
        '/v1/matches/why-not',
        { ...need, programId },
        { language },
      );
}
