import type { Answer } from '../../service/api.js';
import { placeMoves } from './place-moves.js';

const listOf = (...names: string[]) =>
  ({
    tracks: [
      { purpose: 'recovery_support', matches: [] },
      {
        purpose: 'treatment',
        matches: names.map((name, at) => ({ place: at + 1, program: { id: name, name, nameDetail: null } })),
      },
    ],
  }) as unknown as Answer;

describe('How a list has moved', () => {
  it('is the order of now beside where each place stood, with what is gone at its end', () => {
    expect(placeMoves(listOf('a', 'b', 'c'), listOf('b', 'a', 'd'), 'a')).toEqual([
      { id: 'b', name: 'b', now: 1, before: 2 },
      { id: 'a', name: 'a', now: 2, before: 1 },
      { id: 'd', name: 'd', now: 3 },
      { id: 'c', name: 'c', before: 3 },
    ]);
  });
});
