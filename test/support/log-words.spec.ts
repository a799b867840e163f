import { wordsOfLog } from './log-words.js';

describe('The words of a log', () => {
  it('leave out what only looks like an answer of a client: request ids, times, durations', () => {
    const line = {
      level: 'info',
      time: '2026-12-01T06:57:37.254Z',
      requestId: '0197193f',
      ms: 41.3,
      route: '/v1/matches',
    };
    expect(wordsOfLog([`${JSON.stringify(line)}\n`])).toBe('{"level":"info","route":"/v1/matches"}');
  });

  it('keep everything else, also a line that is not JSON', () => {
    expect(wordsOfLog(['{"msg":"37.25"}', 'Error: 37.25'])).toBe('{"msg":"37.25"}\nError: 37.25');
  });
});
