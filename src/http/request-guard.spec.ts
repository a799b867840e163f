import { describe, expect, it } from '@jest/globals';
import { acceptsJson } from './request-guard.js';

describe('An Accept header', () => {
  it.each([
    undefined,
    '',
    '*/*',
    'application/json',
    'APPLICATION/JSON',
    'application/*;q=0.1',
    'text/html,application/xhtml+xml,*/*;q=0.8',
    'text/html;q=0, application/json; q=1',
  ])('leaves room for JSON: %s', (accept) => {
    expect(acceptsJson(accept)).toBe(true);
  });

  it.each(['text/html', 'application/json;q=0, */*', 'application/xml, text/*', '*/*;q=0', 'json'])(
    'excludes JSON: %s',
    (accept) => {
      expect(acceptsJson(accept)).toBe(false);
    },
  );
});
