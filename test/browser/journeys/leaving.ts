import { en } from '../../../src/web/words/en.js';
import type { Visits } from '../support/browser.js';
import { button, toList } from '../support/console-page.js';

/** The ways out. */
export function leaving(open: () => Visits): void {
  it.each(['the button', 'three presses of Shift'])(
    'leaves at once by %s, and Back shows nothing of the visit',
    async (way) => {
      const page = await open().visit({}, 'about:blank#before');
      await toList(page);
      await page.locator('.card footer .second').first().click();
      if (way === 'the button') await button(page, en.leave).click();
      else for (const _ of [1, 2, 3]) await page.keyboard.press('Shift');
      await page.waitForURL('about:blank');
      await page.goBack().catch(() => null);
      expect(page.url()).toBe('about:blank#before');
    },
  );

  it('begins anew after a reload', async () => {
    const page = await open().visit();
    await toList(page);
    await page.reload();
    await page.getByRole('heading', { name: en.who }).waitFor();
    await open().expectGoodConduct(page);
  });
}
