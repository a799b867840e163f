import { readOrigin } from './origin.js';

describe('An origin', () => {
  it.each([
    ['https://site.example', 'https://site.example'],
    ['https://site.example/', 'https://site.example'],
    ['HTTPS://Site.Example:443', 'https://site.example'],
    ['https://site.example:8443', 'https://site.example:8443'],
    ['https://bücher.example', 'https://xn--bcher-kva.example'],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['http://127.0.0.1:80', 'http://127.0.0.1'],
    ['http://[::1]:5173', 'http://[::1]:5173'],
    ['http://app.localhost', 'http://app.localhost'],
  ])('%s is read as browsers send it', (text, origin) => {
    expect(readOrigin(text)).toEqual({ origin });
  });

  it.each([
    ['site.example', 'must be scheme, host'],
    ['null', 'must be scheme, host'],
    ['', 'must be scheme, host'],
    ['https://', 'must be scheme, host'],
    ['*', 'must not have a wildcard'],
    ['https://*.site.example', 'must not have a wildcard'],
    ['ftp://site.example', 'must begin with https://'],
    ['http://site.example', 'can be changed on its way'],
    ['http://localhost.evil.example', 'can be changed on its way'],
    ['http://127.evil.example', 'can be changed on its way'],
    ['https://site.example/embed', 'use https://site.example'],
    ['https://site.example?a', 'use https://site.example'],
    ['https://site.example/#', 'use https://site.example'],
    ['https://ann:secret@site.example', 'use https://site.example'],
  ])('%s is refused with the fix', (text, fix) => {
    expect(readOrigin(text)).toEqual({ flaw: expect.stringContaining(fix) });
  });
});
