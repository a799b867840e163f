import { coachWords } from '../../../src/web/words/coach-words.js';
import { eventually } from '../../support/eventually.js';
import type { WholeService } from '../../support/whole-service.js';
import type { Visits } from '../support/browser.js';
import { button, toOpioidList } from '../support/console-page.js';

const c = coachWords('en');
/** On a machine that is busy with other tests. */
const PATIENCE_MS = 180_000;

/** From a list to a plan, and back from a call to a list that has moved. */
export function planAndCalls(open: () => Visits, parts: () => { service: WholeService }): void {
  it(
    'makes a plan for the shortlist, and keeps the part of the coach off the paper',
    async () => {
      const page = await open().visit();
      await toOpioidList(page);
      await button(page, /^Shortlist/)
        .first()
        .click();
      await button(page, c.makePlan).click();
      const plan = page.locator('.plan');
      await plan.waitFor();
      const text = await plan.innerText();
      expect(text).toContain('No clinician has reviewed these words yet.');
      expect(text).toContain('Before the first visit');
      expect(text).toContain(c.forCoachOnly);
      expect(await page.locator('.plan .phone').count()).toBe(1);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.plan .for-coach').first().isVisible()).toBe(false);
      expect(await page.locator('.plan .names').first().isVisible()).toBe(false);
      await page.emulateMedia({ media: 'screen' });
      await page.getByLabel(c.namesOnPaper).check();
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.plan .names').first().isVisible()).toBe(true);
      await page.emulateMedia({ media: 'screen' });
      await open().expectGoodConduct(page);
    },
    PATIENCE_MS,
  );

  it(
    'saves what a place said with a key that stays in memory, and asks for the list again',
    async () => {
      const { service } = parts();
      const coach = await service.person('Cory Coach', 'coach');
      const page = await open().visit();
      await toOpioidList(page);
      const card = page.locator('.card', { hasText: /sliding fee be/ }).first();
      await card.locator('footer .second').click();
      await button(page, c.afterTheCall).click();
      await page.getByRole('heading', { name: c.callSheet }).waitFor();
      const prices = page.locator('.call form', { has: page.getByLabel(c.dollars) }).first();
      const save = prices.getByRole('button', { name: new RegExp(`^${c.save}`) });
      await prices.getByLabel(c.dollars).fill('20');
      await prices.getByLabel(c.pricePer).selectOption('session');
      expect(await save.isDisabled()).toBe(true);

      await page.getByLabel(c.key).fill(`${coach.token.slice(0, -1)}x`);
      await button(page, c.signInButton).click();
      await page.locator('.trouble').waitFor();
      await page.getByLabel(c.key).fill(coach.token);
      await button(page, c.signInButton).click();
      await page.getByText(c.signedInAs('Cory Coach', coach.token.slice(-4))).waitFor();

      await save.click();
      await page.getByText(c.saved).waitFor();
      expect(await page.locator('.moves .differs').count()).toBe(1);
      await eventually(async () => {
        const saved = await service.dataSource.query('SELECT facts FROM observation');
        expect(saved).toEqual([{ facts: { prices: [{ amount: 2000, currency: 'USD', per: 'session' }] } }]);
      });
      await button(page, c.toList).click();
      await page.locator('.card').first().waitFor();
      await open().expectGoodConduct(page, /401/);
    },
    PATIENCE_MS,
  );
}
