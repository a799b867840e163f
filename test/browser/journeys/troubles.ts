import type { Page, Route } from 'playwright-core';
import { en } from '../../../src/web/words/en.js';
import { expectAccessible } from '../support/axe.js';
import type { Visits } from '../support/browser.js';
import { button, toList } from '../support/console-page.js';

const MATCHES = '**/v1/matches';

/** What is shown while the service does not answer as it should: what stands on the screen stays. */
export function troubles(open: () => Visits): void {
  const problem =
    (status: number, headers: Record<string, string> = {}) =>
    (route: Route) =>
      route.fulfill({
        status,
        headers,
        contentType: 'application/problem+json',
        body: JSON.stringify({ type: 'x', title: 'x', status, detail: 'In other words.', requestId: 'r-1' }),
      });
  const listed = async (): Promise<Page> => {
    const page = await open().visit();
    await toList(page);
    return page;
  };
  /** Of the first list, ten of them. */
  const places = (page: Page) => page.locator('.track').first().locator('.card').count();

  it('keeps the list while the service cannot be reached, and goes on when it can', async () => {
    const page = await listed();
    await page.route(MATCHES, (route) => route.abort());
    await button(page, en.update).click();
    expect(await page.getByRole('alert').innerText()).toContain(en.offline);
    expect(await places(page)).toBe(10);
    await page.unroute(MATCHES);
    await button(page, en.tryAgain).click();
    await page.getByRole('alert').waitFor({ state: 'detached' });
    await open().expectGoodConduct(page, /ERR_FAILED/);
  });

  /** Refuses the next requests, each for so many seconds; answers how often it was asked. */
  async function refuse(page: Page, status: number, waits: readonly number[]): Promise<() => number> {
    let asked = 0;
    await page.route(MATCHES, async (route) => {
      const wait = waits[asked];
      asked += 1;
      if (wait === undefined) await route.continue();
      else await problem(status, { 'retry-after': String(wait) })(route);
    });
    return () => asked;
  }

  it('waits as long as a 429 says, and tries once more by itself', async () => {
    const page = await listed();
    const asked = await refuse(page, 429, [40, 1]);
    await button(page, en.update).click();
    await page.getByText(/Trying again in \d\d s/).waitFor();
    expect(await places(page)).toBe(10);
    await expectAccessible(page, 'the list while a wait is counted down');
    // A person may ask again before that.
    await button(page, en.update).click();
    await page.getByText(en.tryingAgainIn(1)).waitFor();
    await page.getByRole('alert').waitFor({ state: 'detached' });
    expect([asked(), await places(page)]).toEqual([3, 10]);
    await open().expectGoodConduct(page, /429/);
  });

  it('waits as long as a 503 says, and shows a button once a second try is refused too', async () => {
    const page = await listed();
    const asked = await refuse(page, 503, [1, 1]);
    await button(page, en.update).click();
    await page.getByText(en.tryingAgainIn(1)).waitFor();
    await button(page, en.tryAgain).waitFor();
    expect([asked(), await places(page)]).toEqual([2, 10]);
    await expectAccessible(page, 'the list after a 503');
    await button(page, en.tryAgain).click();
    await page.getByRole('alert').waitFor({ state: 'detached' });
    expect(asked()).toBe(3);
    await open().expectGoodConduct(page, /503/);
  });

  it('says what another failure is by the id of the request alone', async () => {
    const page = await listed();
    await page.route(MATCHES, problem(500));
    await button(page, en.update).click();
    const words = await page.getByRole('alert').innerText();
    expect(words).toContain(en.wentWrong);
    expect(words).toContain('r-1');
    expect(await places(page)).toBe(10);
    await expectAccessible(page, 'the list after another failure');
    await open().expectGoodConduct(page, /500/);
  });

  it('says that it is looking only when that takes long, and nothing moves meanwhile', async () => {
    const page = await listed();
    let answer: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route(MATCHES, async (route) => {
      await held;
      await route.continue();
    });
    await button(page, en.update).click();
    await page.getByText(en.looking).waitFor();
    expect(await page.locator('main').getAttribute('aria-busy')).toBe('true');
    expect(await places(page)).toBe(10);
    await expectAccessible(page, 'the list while a slow answer is waited for');
    answer();
    await page.locator('main[aria-busy="false"]').waitFor();
    await open().expectGoodConduct(page);
  });

  it('says above the list that the directory is old', async () => {
    const page = await open().visit();
    await page.route(MATCHES, async (route) => {
      const response = await route.fetch();
      const body = (await response.json()) as { ranking: object };
      const ranking = { ...body.ranking, stale: true, staleSince: '2026-12-01T14:05:00Z' };
      await route.fulfill({ response, json: { ...body, ranking } });
    });
    await toList(page);
    expect(await page.locator('p.note').first().innerText()).toMatch(/has not been updated since \d+:05/);
    await expectAccessible(page, 'the list of an old directory');
    await open().expectGoodConduct(page);
  });

  it('shows what could be changed where nothing fits', async () => {
    const page = await listed();
    await page.getByLabel(en.zipCode).fill('59301');
    await page.getByLabel(en.within, { exact: true }).selectOption('5');
    await button(page, en.update).click();
    await page.getByRole('heading', { name: en.noPlaces }).waitFor();
    await page.getByText(en.changeOne).first().waitFor();
    await expectAccessible(page, 'a list where nothing fits');
    await open().expectGoodConduct(page);
  });

  it('leads back to a ZIP code that the service does not know', async () => {
    const page = await open().visit();
    await page.route('**/v1/assessments', async (route) => {
      const response = await route.fetch();
      const body = (await response.json()) as { needQuestions?: { id: string }[] };
      const needQuestions = body.needQuestions?.filter(({ id }) => id === 'place');
      await route.fulfill({ response, json: needQuestions ? { ...body, next: null, needQuestions } : body });
    });
    await button(page, en.whoCoach).click();
    await page.locator('#zip').fill('00000');
    await button(page, en.next).click();
    await page.getByRole('alert').getByRole('button').first().click();
    expect(await page.evaluate('document.activeElement.id')).toBe('zip');
    await page.locator('#zip').fill('06511');
    await button(page, en.next).click();
    await page.locator('.card').first().waitFor();
    await open().expectGoodConduct(page, /422/);
  });

  it('leaves the comparison and the handout usable while the service cannot be reached', async () => {
    const page = await listed();
    await page.locator('.card footer input').nth(0).check();
    await page.locator('.card footer input').nth(1).check();
    await page.locator('.card footer .second').first().click();
    await button(page, en.compareCount(2)).click();
    await page.getByRole('table').first().waitFor();
    await page.route('**/v1/**', (route) => route.abort());
    await page.goBack();
    await page.locator('.card').first().waitFor();
    await page.goForward();
    await page.getByRole('table').first().waitFor();
    await page.goBack();
    await page.locator('.picked .primary').click();
    await page.getByLabel(en.sayWhy).check();
    expect(await page.locator('.sheet .phone').count()).toBe(1);
    // What has to be asked for is refused, and what is there stays.
    await page.getByLabel(en.languageOfHandout).selectOption('es');
    await page.getByRole('alert').getByText(en.offline).waitFor();
    expect(await page.locator('.sheet').innerText()).toContain(en.placesToCall);
    await open().expectGoodConduct(page, /ERR_FAILED/);
  });
}
