import type { Page } from 'playwright-core';
import { coachWords } from '../../../src/web/words/coach-words.js';
import { en, type Words } from '../../../src/web/words/en.js';
import { es } from '../../../src/web/words/es.js';
import { wideSpacing } from '../support/wide-spacing.js';
import {
  expectAccessible,
  expectAccessibleColours,
  expectAccessibleWidth,
  expectNoScrolling,
} from '../support/axe.js';
import type { Visits } from '../support/browser.js';
import { button, openNeed, toOpioidList } from '../support/console-page.js';

const HEIGHT = 844;
/** 320 px are also what 1280 px have at 400 %. */
const WIDTHS = [1280, 390, 320] as const;
/** On a machine that is busy with other tests. */
const PATIENCE_MS = 180_000;

/** Every screen in each of its states, held to WCAG 2.2 AA. */
export function accessibility(open: () => Visits): void {
  it.each([
    ['English', 'en', 1280, en],
    ['Spanish', 'es', 390, es],
  ] as const)(
    'holds every state to WCAG 2.2 AA in %s, at 320, 390 and 1280 px, with wide text and in forced colours',
    async (_, language, width, w: Words) => {
      const page = await open().visitAs({ locale: `${language}-US`, viewport: { width, height: HEIGHT } });
      await everyState(page, language, w, async (state) => {
        await lookAround(page, state, width);
        // Colours do not depend on the words.
        if (language === 'en') await lookInForcedColours(page, state);
      });
      await open().expectGoodConduct(page, /ERR_FAILED/);
    },
    PATIENCE_MS,
  );

  it('moves nothing for those who ask for less motion', async () => {
    const page = await open().visit();
    const moving = await page.evaluate<number>(
      `[...document.querySelectorAll('*')].filter((e) => {
        const { transitionDuration, animationName } = getComputedStyle(e);
        return animationName !== 'none' || !/^0s(, 0s)*$/.test(transitionDuration);
      }).length`,
    );
    expect(moving).toBe(0);
  });
}

/** In full at one width; at the others what can differ there. */
async function lookAround(page: Page, state: string, width: number): Promise<void> {
  await expectAccessible(page, state);
  for (const other of WIDTHS.filter((one) => one !== width)) {
    await page.setViewportSize({ width: other, height: HEIGHT });
    await expectAccessibleWidth(page, `${state}, ${other} px`);
    if (other === 320) {
      await wideSpacing(page, true);
      await expectNoScrolling(page, `${state}, wide text`);
      await wideSpacing(page, false);
    }
  }
  await page.setViewportSize({ width, height: HEIGHT });
}

async function lookInForcedColours(page: Page, state: string): Promise<void> {
  await page.emulateMedia({ forcedColors: 'active' });
  await expectAccessibleColours(page, `${state}, forced colours`);
  await page.emulateMedia({ forcedColors: 'none' });
}

type Look = (state: string) => Promise<void>;

async function everyState(page: Page, language: 'en' | 'es', w: Words, look: Look): Promise<void> {
  const c = coachWords(language);
  await page.getByText(c.forCoaches).click();
  await button(page, c.signInWithAccount).waitFor();
  await look('start, with the sign-in');
  await button(page, w.whoCoach).click();
  await page.getByText(w.whyWeAsk).waitFor();
  await look('a question');
  await button(page, w.next).click();
  await look('a question without an answer');
  await page.locator('.option').first().click();
  await button(page, w.next).click();
  await page.getByRole('heading', { name: w.thisComesFirst }).waitFor();
  await look('what cannot wait');
  await page.reload();
  await toOpioidList(page, w);
  await openNeed(page);
  for (const fold of [w.aboutPerson, w.tried])
    await page.locator('.need details > summary').filter({ hasText: fold }).click();
  await page.locator('.not-this > summary').nth(1).click();
  await page.locator('.why > summary').first().click();
  await page.locator('.why').first().locator('details > summary').last().click();
  await page.locator('.card footer input').nth(0).check();
  await page.locator('.card footer input').nth(1).check();
  await page.locator('.card footer .second').first().click();
  await look('the list, with its reasons and a report');
  await offline(page, w, look);
  await button(page, w.compareCount(2)).click();
  await page.getByRole('table').first().waitFor();
  await look('side by side');
  await page.goBack();
  await page.locator('.picked .primary').click();
  await page.locator('.sheet').waitFor();
  await page.getByLabel(c.planOnBack).click();
  await page.locator('.back').waitFor();
  await look('the handout, with a plan');
  await page.goBack();
  await whyNot(page, w, look);
  await button(page, c.makePlan).click();
  await page.locator('.plan').waitFor();
  await look('the plan');
  await page.goBack();
  await button(page, c.afterTheCall).click();
  await page.locator('.call').waitFor();
  for (const fold of await page.locator('.call > details > summary').all()) await fold.click();
  await look('the call sheet');
}

async function offline(page: Page, w: Words, look: Look): Promise<void> {
  await openNeed(page);
  await page.route('**/v1/matches', (route) => route.abort());
  await button(page, w.update).click();
  await page.getByRole('alert').waitFor();
  await look('the list while the service cannot be reached');
  await page.unroute('**/v1/matches');
  await button(page, w.tryAgain).click();
  await page.getByRole('alert').waitFor({ state: 'detached' });
}

async function whyNot(page: Page, w: Words, look: Look): Promise<void> {
  await button(page, w.whyNotHere).click();
  await page.getByLabel(w.nameOfPlace).fill('Golden Tower');
  await button(page, w.search).click();
  await page.locator('.plain button').first().waitFor();
  await look('the search for a place');
  await page.locator('.plain button').first().click();
  await page.locator('.checks').waitFor();
  await look('why a place is not listed');
  await page.goBack();
  await page.goBack();
  await page.locator('.card').first().waitFor();
}
