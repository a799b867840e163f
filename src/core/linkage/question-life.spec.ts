import { afterAnswer } from './question-life.js';

const ADA = { person: 'ada', needsSecond: false };

describe('An answer to the question whether two programs are one', () => {
  it.each(['same', 'different', 'unsure'] as const)('counts: %s', (answer) => {
    expect(afterAnswer(answer, { state: 'open', answeredBy: null }, ADA)).toEqual({ to: answer });
  });

  it('needs a second person where what people reported would move', () => {
    const first = afterAnswer('same', { state: 'open', answeredBy: null }, { ...ADA, needsSecond: true });
    expect(first).toEqual({ to: 'awaiting-second' });
    const asked = { state: 'awaiting-second', answeredBy: 'ada' } as const;
    expect(afterAnswer('same', asked, { ...ADA, needsSecond: true })).toEqual({
      refused: 'You said so already. What people reported would move, so a second person must agree.',
    });
    expect(afterAnswer('same', asked, { person: 'ben', needsSecond: true })).toEqual({ to: 'same' });
    expect(afterAnswer('different', asked, { person: 'ben', needsSecond: true })).toEqual({
      to: 'different',
    });
  });

  it.each(['same', 'settled'] as const)('is refused once it is %s', (state) => {
    expect(afterAnswer('different', { state, answeredBy: 'ada' }, ADA)).toEqual({
      refused: expect.any(String),
    });
  });

  it('can be changed as long as nothing was merged', () => {
    expect(afterAnswer('same', { state: 'different', answeredBy: 'ben' }, ADA)).toEqual({ to: 'same' });
  });
});
