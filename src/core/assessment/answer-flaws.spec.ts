import { flawsOfAnswers } from './answer-flaws.js';
import type { Instrument } from './instrument.js';

const INSTRUMENT = {
  items: [
    {
      id: 'used',
      kind: 'choices',
      options: ['alcohol', 'opioids', 'cannabis'].map((value) => ({ value, label: value })),
    },
  ],
} as unknown as Instrument;

describe('Ticked options', () => {
  it('are each one that is offered, and listed once', () => {
    expect(flawsOfAnswers(INSTRUMENT, { used: ['alcohol', 'cannabis'] })).toEqual([]);
    expect(flawsOfAnswers(INSTRUMENT, { used: ['alcohol', 'tea', 'alcohol'] })).toEqual([
      { at: ['used', 1], kind: 'not-an-option', message: 'must be one of alcohol, opioids, cannabis' },
      { at: ['used', 2], kind: 'twice', message: 'is listed twice; remove one' },
    ]);
  });
});
