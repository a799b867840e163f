import * as fc from 'fast-check';
import { KeptTexts, type Piece } from '../../src/matching/answer-text/kept-texts.js';
import { MatchTexts } from '../../src/matching/answer-text/match-texts.js';
import { toBrief } from '../../src/matching/brief-answer.js';
import { EMPTY_NEED, type Need } from '../../src/core/matching/need.js';
import { toMatchAnswer } from '../../src/matching/match-result.js';
import { searches } from '../support/searches.js';
import { arbitraryDirectory } from './arbitrary-directories.js';
import { arbitraryNeed, HERE } from './arbitrary-needs.js';
import { arbitraryPage, type AskedPage, resultsOf, snapshotOf } from './match-results.js';

/** Tells what it is asked to keep. */
class RecordedTexts extends KeptTexts {
  readonly made: string[] = [];

  override keep(text: Uint8Array): Piece {
    this.made.push(Buffer.from(text).toString());
    return super.keep(text);
  }
}

const WHOLE: AskedPage = {
  language: 'en',
  limit: 20,
  nearMisses: 10,
  tracks: [0, 1, 2],
  travelBy: undefined,
  isHeld: false,
};

describe('The text of a match', () => {
  it('is the JSON of the answer, byte for byte, in full and in brief, on every page', async () => {
    // With little room for what is kept, so that texts are also dropped, asked again, and made again.
    const writers = [new MatchTexts(), new MatchTexts(new KeptTexts(20_000))];
    const needs = fc.array(fc.tuple(arbitraryNeed, arbitraryPage), { minLength: 5, maxLength: 5 });
    const runs = fc.asyncProperty(
      needs,
      arbitraryDirectory,
      arbitraryDirectory,
      async (asked, programs, changed) => {
        const snapshot = snapshotOf(programs, changed.slice(0, 4));
        for (const [need, page] of asked)
          for (const result of await resultsOf(need, snapshot, page)) {
            const answer = toMatchAnswer(result);
            for (const texts of writers) {
              expect(texts.write(result).toString()).toBe(JSON.stringify(answer));
              expect(texts.write(result, 'brief').toString()).toBe(JSON.stringify(toBrief(answer)));
            }
          }
      },
    );
    await fc.assert(runs, searches(20));
  });

  it('is made once for clients who ask the same in codes', async () => {
    const kept = new RecordedTexts();
    const texts = new MatchTexts(kept);
    const need: Need = { ...EMPTY_NEED, conditions: [{ condition: 'alcohol', severity: 'severe' }] };
    const snapshot = snapshotOf(await someProgramsFor(need), []);
    const answers = [];
    for (let time = 0; time < 2; time++) {
      const [result] = await resultsOf(need, snapshot, WHOLE);
      answers.push(texts.write(result!).toString());
      if (time === 0) expect(kept.made.length).toBeGreaterThan(10);
      if (time === 0) kept.made.length = 0;
    }
    expect(answers[1]).toBe(answers[0]);
    expect(kept.made).toEqual([]);
  });

  it('keeps nothing of a client: no age, budget, hours, distance, place or program they name', async () => {
    const kept = new RecordedTexts();
    const texts = new MatchTexts(kept);
    const marked: Need = {
      ...EMPTY_NEED,
      conditions: [{ condition: 'alcohol', severity: 'severe' }],
      age: 37,
      maxCost: { amount: 87_654, currency: 'USD', per: 'week' },
      payers: ['self-pay'],
      workHours: [{ days: ['mo'], from: '03:17', to: '04:19' }],
      cannotLeaveWork: true,
      startsWithinDays: 23,
      place: HERE,
      maxDistanceMeters: 123_456,
    };
    const marks = /\b37\b|87[,.]?654|\b877\b|\$?876|3:17|4:19|\b23\b|123[,.]?4|\b76\.7|\b77 miles/;
    const snapshot = snapshotOf(await someProgramsFor({ ...EMPTY_NEED, place: HERE }), []);
    let answers = '';
    for (const language of ['en', 'es'] as const)
      for (const detail of ['full', 'brief'] as const)
        for (const result of await resultsOf(marked, snapshot, { ...WHOLE, language }))
          answers += texts.write(result, detail).toString();
    const sentences = (text: string) =>
      [...text.matchAll(/"(?:reason|detail|ask)":"([^"]*)"/g)].map(([, said]) => said!);
    // The client's own numbers are in the answer, so that they could be found in what is kept.
    expect(sentences(answers).filter((said) => marks.test(said)).length).toBeGreaterThan(2);
    expect(kept.made.length).toBeGreaterThan(10);
    expect(kept.made.flatMap(sentences).filter((said) => marks.test(said))).toEqual([]);
  });
});

/** Programs of which some match the need. */
async function someProgramsFor(need: Need) {
  const drawn = fc.sample(arbitraryDirectory, { numRuns: 200, seed: 7 });
  for (const programs of drawn) {
    const [result] = await resultsOf(need, snapshotOf(programs, []), WHOLE);
    if (result!.lists.some(({ ranking }) => ranking.matches.length > 6)) return programs;
  }
  throw new Error('No drawn directory has enough matches.');
}
