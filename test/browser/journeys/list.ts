import { en } from '../../../src/web/words/en.js';
import { button, toList, toOpioidList } from '../support/console-page.js';
import type { Visits } from '../support/browser.js';

/** What one does with a list. */
export function list(open: () => Visits): void {
  it('says once what is true of all places, and takes back a change with one tap', async () => {
    const page = await open().visit();
    await toOpioidList(page);
    const first = await page.locator('h1').innerText();
    const label = await page.locator('.almost .second').first().innerText();
    await page.locator('.almost .second').first().click();
    await page.getByText(en.changed).waitFor();
    expect(await page.getByText(label, { exact: false }).count()).toBeGreaterThan(0);
    expect(await page.locator('h1').innerText()).not.toBe(first);
    expect(await page.evaluate('document.activeElement.tagName')).toBe('H1');
    await button(page, en.undo).click();
    await page.getByRole('heading', { name: first, exact: true }).waitFor();
    await open().expectGoodConduct(page);
  });

  it('shows more places below those that are shown', async () => {
    const page = await open().visit();
    await toList(page);
    await button(page, en.showMore).first().click();
    await page.getByRole('heading', { name: /^20 of/ }).waitFor();
    expect(await page.locator('.track').first().locator('.card').count()).toBe(20);
    await open().expectGoodConduct(page);
  });

  it('sets two places side by side, what differs first', async () => {
    const page = await open().visit();
    await toOpioidList(page);
    await page.locator('.card footer input').nth(0).check();
    await page.locator('.card footer input').nth(1).check();
    await button(page, en.compareCount(2)).click();
    await page.getByRole('heading', { name: en.sideBySide(2) }).waitFor();
    expect(await page.getByRole('region', { name: en.whatDiffers }).getByRole('columnheader').count()).toBe(
      3,
    );
    await page.goBack();
    await page.locator('.card').first().waitFor();
    await open().expectGoodConduct(page);
  });

  it('says why a place is not in the list, and lets it in by a change', async () => {
    const page = await open().visit();
    await toOpioidList(page);
    await button(page, en.whyNotHere).click();
    await page.getByLabel(en.nameOfPlace).fill('Golden Tower');
    await button(page, en.search).click();
    await page.locator('.plain button').first().click();
    await page.getByText(en.isKeptOut).waitFor();
    expect(await page.locator('.checks .fails').count()).toBeGreaterThan(0);
    await open().expectGoodConduct(page);
  });

  it('puts a refusal at its field, and keeps the last list', async () => {
    const page = await open().visit();
    await toOpioidList(page);
    const places = await page.locator('.card').count();
    await page.getByLabel(en.zipCode).fill('00000');
    await button(page, en.update).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel(en.zipCode).getAttribute('aria-invalid')).toBe('true');
    expect(await page.locator('.card').count()).toBe(places);
    await page.getByRole('alert').getByRole('button').first().click();
    expect(await page.evaluate('document.activeElement.id')).toBe('zip');
    await open().expectGoodConduct(page, /422/);
  });
}
