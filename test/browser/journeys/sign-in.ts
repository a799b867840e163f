import { coachWords } from '../../../src/web/words/coach-words.js';
import { en } from '../../../src/web/words/en.js';
import type { TokenIssuer } from '../../support/token-issuer.js';
import type { Visits } from '../support/browser.js';
import { button, toOpioidList } from '../support/console-page.js';

const c = coachWords('en');

/** With an account of an issuer, as with a key. */
export function signIn(open: () => Visits, parts: () => { issuer: TokenIssuer }): void {
  it('signs a coach in with an account, keeps the token in memory alone, and forgets it with the page', async () => {
    const { issuer } = parts();
    const page = await open().visitAs({});
    await page.getByText(c.forCoaches).click();
    await button(page, c.signInWithAccount).click();
    await page.getByRole('link', { name: 'cory' }).click();
    await page.getByText(c.signedInWithAccount('Cory Coach')).waitFor();
    await open().expectGoodConduct(page, /^$/, [issuer.url]);

    await toOpioidList(page);
    await page.locator('.card').last().scrollIntoViewIfNeeded();
    await page
      .locator('.card', { has: page.locator('.chip.unknown') })
      .first()
      .locator('footer .second')
      .click();
    await button(page, c.afterTheCall).click();
    await page.locator('.call').waitFor();
    expect(await page.getByText(c.signedInWithAccount('Cory Coach')).count()).toBe(1);
    await page.reload();
    await page.getByText(c.forCoaches).click();
    await button(page, c.signInWithAccount).waitFor();
    await open().expectGoodConduct(page, /^$/, [issuer.url]);
  });

  it('signs a coach in beside the call sheet in another tab, and keeps what is on the page', async () => {
    const { issuer } = parts();
    const page = await open().visitAs({});
    await toOpioidList(page);
    await page
      .locator('.card', { has: page.locator('.chip.unknown') })
      .first()
      .locator('footer .second')
      .last()
      .click();
    await button(page, c.afterTheCall).click();
    const opened = page.waitForEvent('popup');
    await button(page, c.signInWithAccount).click();
    const tab = await opened;
    await tab.getByRole('link', { name: 'cory' }).click();
    await page.getByText(c.signedInWithAccount('Cory Coach')).waitFor();
    expect(await page.locator('.call').count()).toBe(1);
    if (!tab.isClosed()) await tab.getByText(c.goOnInOtherTab).waitFor();
    await open().expectGoodConduct(page, /^$/, [issuer.url]);
  });

  it('says why a sign-in did not work, and keeps nothing of it', async () => {
    const page = await open().visit();
    const { issuer } = parts();
    const { origin } = new URL(page.url());
    await page.goto(`${origin}/?code=x&state=y&iss=${encodeURIComponent(issuer.url)}`);
    await page.getByRole('alert').getByText('did not begin in this browser').waitFor();
    expect(await page.locator('h1').innerText()).toBe(en.who);
    await open().expectGoodConduct(page);
  });
}
