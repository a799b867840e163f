import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fastify from 'fastify';
import { projectFolder } from '../../../src/config/project-folder.js';
import { serveWeb } from '../../../src/http/web-pages.js';
import { WholeService } from '../../support/whole-service.js';

const A_BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
const KB = 1000;

let service: WholeService;
beforeAll(async () => {
  service = await WholeService.open();
});
afterAll(() => service.close());

describe('The first address', () => {
  it('answers a browser with the console, which runs only its own scripts and is kept by no cache', async () => {
    const page = await service.get('/').set('accept', A_BROWSER);
    expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.text).toContain('<title>Treatment Navigator</title>');
    expect(page.headers).toMatchObject({
      'cache-control': 'no-store',
      vary: expect.stringMatching(/\bAccept\b(?!-)/),
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
        "require-trusted-types-for 'script'; trusted-types 'none'",
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': 'geolocation=(), camera=(), microphone=()',
      'x-content-type-options': 'nosniff',
    });
    expect(page.headers['set-cookie']).toBeUndefined();
  });

  it('lets the page ask the issuer at which people sign in, and leads out to the page that the operator names', async () => {
    const issuer = 'https://id.example/realms/clinic';
    const exitPage = 'https://weather.example/?a="1"&b=2';
    const instance = fastify();
    serveWeb(instance, join(projectFolder, 'dist/web'), { issuer, exitPage });
    instance.get('/', async () => ({}));
    const page = await instance.inject({ url: '/?code=x&state=y', headers: { accept: A_BROWSER } });
    await instance.close();
    expect(page.headers['content-security-policy']).toContain("; connect-src 'self' https://id.example; ");
    expect(page.body).toContain(
      '<meta name="exit-page" content="https://weather.example/?a=&quot;1&quot;&amp;b=2" />',
    );
  });

  it.each([undefined, '*/*', 'application/json', 'application/json, text/html'])(
    'answers a client that accepts %s in JSON',
    async (accept) => {
      const get = service.get('/');
      const answer = await (accept === undefined ? get : get.set('accept', accept));
      expect(answer.body).toMatchObject({ name: 'treatment-navigator' });
      expect(answer.headers['vary']).toMatch(/\bAccept\b(?!-)/);
    },
  );

  it('refuses other types as before', async () => {
    expect((await service.get('/').set('accept', 'image/png')).status).toBe(406);
  });
});

describe('The files of the console', () => {
  it('are those that the page names; a browser keeps them for good, since their names change with them', async () => {
    const page = await service.get('/').set('accept', A_BROWSER);
    const files = [...page.text.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, file = '']) => file);
    expect(new Set(files.map((file) => file.split('.').at(-1)))).toEqual(new Set(['css', 'js', 'svg']));
    for (const file of files) {
      const get = () => service.get(file).set('accept-encoding', 'br').set('accept', '*/*');
      const answer = await get();
      expect([
        file,
        answer.status,
        answer.headers['cache-control'],
        answer.headers['content-encoding'],
      ]).toEqual([file, 200, 'public, max-age=31536000, immutable', 'br']);
      expect(answer.headers['x-content-type-options']).toBe('nosniff');
      const again = await get().set('if-none-match', answer.headers['etag'] ?? 'none');
      expect([file, again.status]).toEqual([file, 304]);
    }
  });

  it('are all that is below their address', async () => {
    for (const path of [
      '/assets/',
      '/assets/none.js',
      '/assets/..%2findex.html',
      '/assets/%2e%2e/index.html',
    ])
      expect([path, (await service.get(path)).status]).toEqual([path, 404]);
  });

  it('are small, as gzip: scripts of 45 kB and styles of 8 kB at most, and 8 kB for a sign-in at an issuer', async () => {
    const folder = join(projectFolder, 'dist/web/assets');
    const bytesOf = (names: readonly string[]) =>
      names.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name)), { level: 9 }).length, 0);
    const { text } = await service.get('/').set('accept', A_BROWSER);
    const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
    const [first, later] = [true, false].map((isFirst) =>
      scripts.filter((name) => text.includes(name) === isFirst),
    );
    expect(bytesOf(first!)).toBeGreaterThan(KB);
    expect(bytesOf(first!)).toBeLessThanOrEqual(45 * KB);
    expect(later!.map((name) => name.replace(/-[^-]+$/, ''))).toEqual(['issuer-flow']);
    expect(bytesOf(later!)).toBeLessThanOrEqual(8 * KB);
    expect(bytesOf(readdirSync(folder).filter((name) => name.endsWith('.css')))).toBeLessThanOrEqual(8 * KB);
  });
});
