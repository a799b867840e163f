import { en } from '../../../src/web/words/en.js';
import { button, nextHeading, toList, toOpioidList } from '../support/console-page.js';
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

  it('leaves out a place that was tried, and takes it back', async () => {
    const page = await open().visit();
    await toOpioidList(page);
    const before = await page.locator('h1').innerText();
    const name = await page.locator('.card h2').first().innerText();
    await nextHeading(page, () =>
      button(page, new RegExp(`^${en.leaveOutPlace}`))
        .first()
        .click(),
    );
    expect(await page.locator('.track').first().locator('.card h2').allInnerTexts()).not.toContain(name);
    await page.getByText(en.leftOut(name)).waitFor();
    await button(page, en.undo).click();
    await page.getByRole('heading', { name: before, exact: true }).waitFor();
    await open().expectGoodConduct(page);
  });

  it('takes a report on a wrong fact, and says by when it is looked at', async () => {
    const page = await open().visit();
    await toList(page);
    const why = page.locator('.why').first();
    await why.locator('summary').first().click();
    await why.getByText(en.wrongHere).click();
    await why.getByLabel(en.whatIsRight).fill('The telephone number is 203-555-0199.');
    await why.getByRole('button', { name: en.send }).click();
    await why.getByRole('status').getByText(en.reportTaken('').slice(0, 20)).waitFor();
    await open().expectGoodConduct(page);
  });
}
