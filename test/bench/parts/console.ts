import { type Browser, chromium, type Page } from 'playwright-core';
import { chromiumPath } from '../../browser/support/browser.js';
import { type BenchPart, type Figures, median } from '../bench-part.js';
import { nationalDatabase } from '../national-database.js';
import { ServiceUnderTest } from '../service-under-test.js';

/** A slow phone on a slow network (design/web.md §10): 1.6 Mbit/s, 150 ms, a quarter of this machine's speed. */
const SCREEN = { width: 390, height: 844 };
const NETWORK = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};
const CPU_SLOWDOWN = 4;
const VISITS = 5;

/** When the first heading was drawn, in milliseconds after the address was entered. */
const WATCH_FIRST_HEADING = `new MutationObserver((_, observer) => {
  if (!document.querySelector('h1')) return;
  observer.disconnect();
  requestAnimationFrame(() => setTimeout(() => { globalThis.firstHeadingMs = performance.now(); }));
}).observe(document, { childList: true, subtree: true })`;

/** Presses a button, and answers the milliseconds until what is looked for was drawn. */
const pressed = (button: string, lookedFor: string) => `new Promise((done) => {
  const from = performance.now();
  new MutationObserver((_, observer) => {
    if (!document.querySelector(${JSON.stringify(lookedFor)})) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - from)));
  }).observe(document.body, { childList: true, subtree: true });
  document.querySelector(${JSON.stringify(button)}).click();
})`;

/** The console on a slow phone, on the national directory. */
export const consoleOnAPhone: BenchPart = {
  name: 'console',
  about: 'the console on a slow phone (1.6 Mbit/s, 150 ms, CPU ÷ 4), on the national directory',
  targets: [
    {
      what: 'the first question of the console on a slow phone, from nothing',
      figure: 'ms to the first question',
      bound: { atMost: 2000 },
      unit: 'ms',
    },
    {
      what: 'the list of the console on a slow phone, after a tap',
      figure: 'ms from a tap to the list',
      bound: { atMost: 1000 },
      unit: 'ms',
    },
  ],
  prepare: nationalDatabase,
  async measure(setting): Promise<Figures> {
    const executablePath = chromiumPath();
    if (executablePath === undefined) throw new Error('This part needs a Chromium: set CHROMIUM_PATH.');
    const service = await ServiceUnderTest.start('service.js', await nationalDatabase(setting));
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
    try {
      // What a service does once is not what a phone waits for.
      await visit(browser, service.address);
      const visits: Figures[] = [];
      for (let at = 0; at < VISITS; at++) visits.push(await visit(browser, service.address));
      return Object.fromEntries(
        Object.keys(visits[0]!).map((name) => [name, median(visits.map((one) => one[name]!))]),
      );
    } finally {
      await browser.close();
      await service.stop();
    }
  },
};

/** One visit by a new visitor, who has nothing of the console in a cache. */
async function visit(browser: Browser, address: string): Promise<Figures> {
  const context = await browser.newContext({ viewport: SCREEN, isMobile: true, hasTouch: true });
  const page = await context.newPage();
  await slowDown(page);
  await page.addInitScript(WATCH_FIRST_HEADING);
  await page.goto(address);
  await page.waitForFunction('globalThis.firstHeadingMs !== undefined');
  const first = await page.evaluate<number>('globalThis.firstHeadingMs');
  const question = await page.evaluate<number>(pressed('.option.button', '#why'));
  // "Show options now", the second of the three ways on.
  const list = await page.evaluate<number>(pressed('.quiet .link:nth-child(2)', '.card'));
  await context.close();
  return {
    'ms to the first question': first,
    'ms from a tap to the next question': question,
    'ms from a tap to the list': list,
  };
}

async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', NETWORK);
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
}
