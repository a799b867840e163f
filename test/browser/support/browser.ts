import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** Where Chromium usually is on the search path. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The file of a Chromium: that of CHROMIUM_PATH, or the first on the search path; undefined if there is none. */
export function chromiumPath(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const given = env['CHROMIUM_PATH'];
  const folders = (env['PATH'] ?? '').split(delimiter);
  const places = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return (given === undefined || given === '' ? places : [given]).find(canRun);
}

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A `describe` that needs a browser. Without one, a single skipped test says what is missing. */
export function describeWithBrowser(title: string, fn: (path: string) => void): void {
  const path = chromiumPath();
  if (path === undefined)
    it.skip(`${title} (skipped: there is no Chromium here; set CHROMIUM_PATH)`, () => undefined);
  else describe(title, () => fn(path));
}

/** What a page did that it may not do. Each test ends with `expectGoodConduct`. */
interface Conduct {
  readonly errors: string[];
  readonly hosts: Set<string>;
}

/** What is kept of a visit. Without HTTPS, as on another machine of a network, there are no caches and no workers. */
const KEPT = `(async () => ({
  storage: localStorage.length + sessionStorage.length,
  cookies: document.cookie,
  databases: (await indexedDB.databases()).length,
  caches: 'caches' in globalThis ? (await caches.keys()).length : 0,
  workers: 'serviceWorker' in navigator ? (await navigator.serviceWorker.getRegistrations()).length : 0,
  path: location.pathname + location.search + location.hash,
  title: document.title,
  state: Object.keys(history.state ?? {}),
}))()`;

/** What journeys listen to. */
const LISTENED = ['console', 'pageerror', 'request', 'dialog'] as const;
/** What most visitors have. */
const USUAL: BrowserContextOptions = {
  viewport: { width: 1280, height: 900 },
  locale: 'en-US',
  reducedMotion: 'reduce',
};

/**
 * One browser for the journeys of a file. Most journeys begin in one tab: the console keeps all of a visit in the memory of
 * its page, so that opening it anew is a new visit. `expectGoodConduct` holds it to that after each of them.
 */
export class Visits {
  private readonly conducts = new Map<Page, Conduct>();
  private tab: Page | undefined;

  private constructor(
    private readonly browser: Browser,
    private readonly address: string,
  ) {}

  /** @param opening answers the address of the service: the browser is opened beside it */
  static async open(path: string, opening: Promise<string>): Promise<Visits> {
    // Containers and CI run as root, where Chromium's sandbox does not start. Without a graphics card, drawing as if there
    // were one costs most of the time of a journey. Only pages of our own are opened: one process is enough for them.
    const launching = chromium.launch({
      executablePath: path,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-dev-shm-usage',
        '--renderer-process-limit=1',
        '--disable-site-isolation-trials',
      ],
    });
    const [browser, address] = await Promise.all([launching, opening]);
    return new Visits(browser, address);
  }

  /**
   * Opens the console anew in the tab that most journeys share: a new tab costs more than most of them.
   *
   * @param before what was shown in the tab before
   */
  async visit(before?: string): Promise<Page> {
    this.tab ??= await this.newTab(USUAL);
    if (before !== undefined) await this.tab.goto(before);
    await this.enter(this.tab);
    return this.tab;
  }

  /**
   * Opens the console as a visitor with a browser of their own.
   *
   * @param options in which this browser differs
   */
  async visitAs(options: BrowserContextOptions): Promise<Page> {
    const page = await this.newTab({ ...USUAL, ...options });
    await this.enter(page);
    return page;
  }

  private async newTab(options: BrowserContextOptions): Promise<Page> {
    const context = await this.browser.newContext(options);
    context.setDefaultTimeout(15_000);
    return context.newPage();
  }

  private async enter(page: Page): Promise<void> {
    // What the last journey has set up in this tab.
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    for (const event of LISTENED) page.removeAllListeners(event);
    const conduct: Conduct = { errors: [], hosts: new Set() };
    this.conducts.set(page, conduct);
    // Violations of the policy are errors of the console, too.
    page.on('console', (message) => {
      if (message.type() === 'error') conduct.errors.push(message.text());
    });
    page.on('pageerror', (error) => conduct.errors.push(String(error)));
    page.on('request', (request) => conduct.hosts.add(new URL(request.url()).origin));
    await page.goto(this.address);
    await page.locator('h1').waitFor();
  }

  /**
   * What holds after every journey: no error (a violation of the policy is one), no other host, and nothing of the visit
   * in storage, address, title or history.
   *
   * @param otherHosts those that had to be asked, too
   */
  async expectGoodConduct(
    page: Page,
    allowedErrors = /^$/,
    otherHosts: readonly string[] = [],
  ): Promise<void> {
    const { errors, hosts } = this.conducts.get(page)!;
    expect(errors.filter((error) => !allowedErrors.test(error))).toEqual([]);
    expect(hosts).toEqual(new Set([new URL(this.address).origin, ...otherHosts]));
    const kept = await page.evaluate(KEPT);
    expect(kept).toEqual({
      storage: 0,
      cookies: '',
      databases: 0,
      caches: 0,
      workers: 0,
      path: '/',
      title: 'Treatment Navigator',
      state: ['step'],
    });
  }

  /**
   * Ends the visits of a journey in browsers of their own: a page that stays open goes on working beside the next one. The
   * shared tab is left by the next visit: another page between two visits makes the browser start another process for each.
   */
  async leaveAll(): Promise<void> {
    const own = this.browser.contexts().filter((context) => context !== this.tab?.context());
    await Promise.all(own.map((context) => context.close()));
  }

  close(): Promise<void> {
    return this.browser.close();
  }
}
