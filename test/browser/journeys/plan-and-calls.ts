import { coachWords } from '../../../src/web/words/coach-words.js';
import { eventually } from '../../support/eventually.js';
import type { WholeService } from '../../support/whole-service.js';
import { expectAccessible } from '../support/axe.js';
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
      await expectAccessible(page, 'the plan');
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
      const card = page.locator('.card', { has: page.locator('.chip.unknown') }).first();
      await card.locator('footer .second').click();
      await button(page, c.afterTheCall).click();
      await page.getByRole('heading', { name: c.callSheet }).waitFor();
      const save = page.locator('.call form').first().getByRole('button', { name: c.save });
      expect(await save.isDisabled()).toBe(true);

      await page.getByLabel(c.key).fill(`${coach.token.slice(0, -1)}x`);
      await button(page, c.signInButton).click();
      await page.locator('.trouble').waitFor();
      await page.getByLabel(c.key).fill(coach.token);
      await button(page, c.signInButton).click();
      await page.getByText(c.signedInAs('Cory Coach', coach.token.slice(-4))).waitFor();

      const select = page.locator('.call form select').first();
      await select.selectOption({ index: 1 });
      await page
        .locator('.call form', { has: page.locator('select') })
        .first()
        .getByRole('button', { name: c.save })
        .click();
      await page.getByText(c.saved).waitFor();
      await expectAccessible(page, 'the call sheet');
      await eventually(async () => {
        const [{ count }] = await service.dataSource.query('SELECT count(*)::integer FROM observation');
        expect(count).toBe(1);
      });
      await button(page, c.toList).click();
      await page.locator('.card').first().waitFor();
      await open().expectGoodConduct(page, /401/);
    },
    PATIENCE_MS,
  );
}
