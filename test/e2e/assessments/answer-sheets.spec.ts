import * as fc from 'fast-check';
import type { Inputs } from '../../../src/core/assessment/expression.js';
import { arbitrarySheets } from '../../properties/arbitrary-inputs.js';
import { program as intake } from '../../support/program-intakes.js';
import { SEARCH_SEED, TIMES } from '../../support/searches.js';
import { WholeService } from '../../support/whole-service.js';

interface Message {
  readonly id: string;
  readonly level: string;
  readonly token: string | null;
}

/** In the suite; `npm run drills -- sheets-over-http` asks a hundred times as many. */
const SHEETS = 20 * TIMES;

let service: WholeService;
beforeAll(async () => {
  service = await WholeService.open();
  await service.store('survey', [
    intake('Clinic', { conditions: { yes: ['any'] }, levelsOfCare: { yes: ['op'] } }),
  ]);
  await service.settled();
});
afterAll(() => service.close());

async function post(path: string, assessment: object, language: string) {
  const { status, body } = await service.post(path, { assessment }).set('accept-language', language);
  expect([status, body.errors]).toEqual([200, undefined]);
  return body as {
    safety: Message[];
    held: { acknowledge: string[] } | null;
    tracks: object[];
    assessment: object;
  };
}

const idsOf = ({ safety }: { safety: readonly Message[] }) => safety.map(({ id, level }) => `${id} ${level}`);

describe(`${SHEETS} random sheets of answers`, () => {
  const outcomes = new Set<string>();
  const sheets = fc.sample(arbitrarySheets, { numRuns: SHEETS, seed: SEARCH_SEED });

  it('raise the same in both languages, and show no list before what holds it is acknowledged', async () => {
    for (const { subject: _, ...risks } of sheets as (Inputs & { subject?: unknown })[]) {
      const [english, spanish] = [
        await post('/v1/assessments', { risks }, 'en'),
        await post('/v1/assessments', { risks }, 'es'),
      ];
      expect(idsOf(spanish)).toEqual(idsOf(english));
      const match = await post('/v1/matches', { risks }, 'en');
      const holding = match.safety.filter(({ token }) => token !== null);
      expect(match.held?.acknowledge ?? []).toEqual(holding.map(({ id }) => id));
      expect(match.tracks.length === 0).toBe(holding.length > 0);
      const acknowledged = holding.map(({ token }) => token!);
      expect((await post('/v1/matches', { risks, acknowledged }, 'en')).held).toBeNull();
      outcomes.add(JSON.stringify([idsOf(match), holding.length > 0]));
    }
  });

  it('come to many different outcomes', () => {
    console.log(`${sheets.length} sheets, ${outcomes.size} different sets of messages`);
    expect(outcomes.size).toBeGreaterThan(sheets.length / 4);
  });
});
