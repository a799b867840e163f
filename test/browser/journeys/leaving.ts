import { en } from '../../../src/web/words/en.js';
import type { Visits } from '../support/browser.js';
import { button, toList } from '../support/console-page.js';

/** The ways out. */
export function leaving(open: () => Visits): void {
  it.each(['the button', 'three presses of Shift'])(
    'leaves at once by %s, and Back shows nothing of the visit',
    async (way) => {
      const page = await open().visit('about:blank#before');
      await toList(page);
      await page.locator('.card footer .second').first().click();
      if (way === 'the button') await button(page, en.leave).click();
      else for (const _ of [1, 2, 3]) await page.keyboard.press('Shift');
      await page.waitForURL('about:blank');
      await page.goBack().catch(() => null);
      expect(page.url()).toBe('about:blank#before');
    },
  );

  it('leads to the page that the operator names, and does not name this one there', async () => {
    const page = await open().visit('about:blank#before');
    // As the service writes it with EXIT_PAGE.
    const exit = 'https://weather.example/';
    await page.route(exit, (route) => route.fulfill({ contentType: 'text/html', body: '<h1>Weather</h1>' }));
    const asked = page.waitForRequest(exit);
    await page.evaluate(`document.querySelector('meta[name="exit-page"]').content = '${exit}'`);
    await toList(page);
    await button(page, en.leave).click();
    expect((await asked).headers()).not.toHaveProperty('referer');
    await page.getByRole('heading', { name: 'Weather' }).waitFor();
    await page.goBack().catch(() => null);
    expect(page.url()).toBe('about:blank#before');
  });

  it('asks a coach with a shortlist before the tab closes, and no one else', async () => {
    const page = await open().visit();
    const questions: string[] = [];
    page.on('dialog', (dialog) => {
      questions.push(dialog.type());
      void dialog.accept();
    });
    await toList(page);
    await page.reload();
    await toList(page);
    expect(questions).toEqual([]);
    await page.locator('.card footer .second').first().click();
    await page.reload();
    await page.getByRole('heading', { name: en.who }).waitFor();
    expect(questions).toEqual(['beforeunload']);
    await open().expectGoodConduct(page);
  });

  it('begins anew after a reload', async () => {
    const page = await open().visit();
    await toList(page);
    await page.reload();
    await page.getByRole('heading', { name: en.who }).waitFor();
    await open().expectGoodConduct(page);
  });
}
