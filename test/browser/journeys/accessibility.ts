import type { Page } from 'playwright-core';
import { en, type Words } from '../../../src/web/words/en.js';
import { es } from '../../../src/web/words/es.js';
import { expectAccessible, expectNoScrolling } from '../support/axe.js';
import type { Visits } from '../support/browser.js';
import { button } from '../support/console-page.js';

/** A look at a list takes axe some seconds: where little differs, these screens are enough. */
const FEW = ['a question', 'the list', 'side by side'];
/** How it is looked at, and on which screens by axe. 320 px are also what 1280 px have at 400 %. */
const LOOKS = [
  ['1280 px', { viewport: { width: 1280, height: 900 } }, en, undefined],
  ['390 px, in Spanish', { viewport: { width: 390, height: 844 }, locale: 'es-US' }, es, undefined],
  ['320 px, as at 400 %', { viewport: { width: 320, height: 640 } }, en, FEW],
  ['forced colours', { viewport: { width: 1280, height: 900 }, forcedColors: 'active' as const }, en, FEW],
] as const;
/** On a machine that is busy with other tests. */
const PATIENCE_MS = 180_000;

/** Every screen, held to WCAG 2.2 AA. */
export function accessibility(open: () => Visits): void {
  it.each(LOOKS)(
    'holds every screen to WCAG 2.2 AA at %s',
    async (_, options, w: Words, few) => {
      const page = await open().visit(options);
      await everyScreen(page, w, (state) =>
        few === undefined || few.includes(state)
          ? expectAccessible(page, state)
          : expectNoScrolling(page, state),
      );
      await open().expectGoodConduct(page);
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

async function everyScreen(page: Page, w: Words, look: (state: string) => Promise<void>): Promise<void> {
  await look('start');
  await button(page, w.whoCoach).click();
  await page.getByText(w.whyWeAsk).waitFor();
  await look('a question');
  await button(page, w.next).click();
  await look('a question without an answer');
  await page.locator('.option').first().click();
  await button(page, w.next).click();
  await page.getByRole('heading', { name: w.thisComesFirst }).waitFor();
  await look('what cannot wait');
  await button(page, w.readByUs).click();
  await button(page, w.showOptions).click();
  await page.locator('.card').first().waitFor();
  await page.locator('.why > summary').first().click();
  await page.locator('.card footer input').nth(0).check();
  await page.locator('.card footer input').nth(1).check();
  await page.locator('.card footer .second').first().click();
  await look('the list');
  await button(page, w.compareCount(2)).click();
  await page.getByRole('table').first().waitFor();
  await look('side by side');
  await page.goBack();
  await page.locator('.picked .primary').click();
  await page.locator('.sheet').waitFor();
  await look('the handout');
  await page.goBack();
  await button(page, w.whyNotHere).click();
  await page.getByLabel(w.nameOfPlace).waitFor();
  await look('why not');
}
