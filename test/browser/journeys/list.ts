import type { Page } from 'playwright-core';
import { en } from '../../../src/web/words/en.js';
import { button, nextHeading, toList, toOpioidList } from '../support/console-page.js';
import { eventually } from '../../support/eventually.js';
import type { Visits } from '../support/browser.js';

/** What is said to a question that many places hang on. */
const CLIENT_SAYS = 'Man';

/** The bodies of the requests that a page sends, from now on. */
function bodiesOf(page: Page): unknown[] {
  const bodies: unknown[] = [];
  page.on('request', (request) => {
    const body = request.postData();
    if (body !== null) bodies.push(JSON.parse(body));
  });
  return bodies;
}

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
    const notThis = page.locator('.not-this').first();
    await notThis.locator('summary').click();
    await nextHeading(page, () => notThis.getByRole('button', { name: en.noLeaveOut }).click());
    expect(await page.locator('.track').first().locator('.card h2').allInnerTexts()).not.toContain(name);
    await page.getByText(en.leftOut(name)).waitFor();
    await button(page, en.undo).click();
    await page.getByRole('heading', { name: before, exact: true }).waitFor();
    await open().expectGoodConduct(page);
  });

  it('asks the client once what only they can tell, and moves the list by the answer', async () => {
    const page = await open().visit();
    const bodies = bodiesOf(page);
    await toOpioidList(page);
    const questions = page.locator('details.note', { hasText: 'for the client' });
    await questions.locator('summary').click();
    const asked = questions.getByRole('group');
    const first = asked.first();
    const words = await first.locator('p').innerText();
    const count = await asked.count();
    await nextHeading(page, () => first.getByRole('button', { name: CLIENT_SAYS, exact: true }).click());
    expect(bodies.at(-1)).toMatchObject({ client: { gender: 'man' } });
    // It is not asked again, on top or on a card.
    expect(await page.getByText(words, { exact: true }).count()).toBe(0);
    if (count > 1) await questions.locator('summary').click();
    for (let left = count - 1; left > 0; left -= 1) {
      await asked.first().getByRole('button', { name: en.skip }).click();
      expect(await asked.count()).toBe(left - 1);
    }
    await open().expectGoodConduct(page);
  });

  it('suggests a distance where many places fit, and takes it back', async () => {
    const page = await open().visit();
    await toList(page);
    await button(page, en.sayWhere).click();
    expect(await page.evaluate('document.activeElement.id')).toBe('zip');
    await page.getByLabel(en.zipCode).fill('06511');
    await button(page, en.update).click();
    const suggested = button(page, en.onlyWithin(25));
    await suggested.waitFor();
    const before = await page.locator('h1').innerText();
    await nextHeading(page, () => suggested.click());
    expect(await suggested.count()).toBe(0);
    await nextHeading(page, () => button(page, en.undo).click());
    expect(await page.locator('h1').innerText()).toBe(before);
    await open().expectGoodConduct(page);
  });

  it('takes what was tried before and how it ended, at a place of the list or elsewhere', async () => {
    const page = await open().visit();
    const bodies = bodiesOf(page);
    await toOpioidList(page);
    const name = await page.locator('.card h2').first().innerText();
    const notThis = page.locator('.not-this').first();
    await notThis.locator('summary').click();
    await nextHeading(page, () => notThis.getByRole('button', { name: 'Left early' }).click());
    expect(await page.locator('.track').first().locator('.card h2').allInnerTexts()).not.toContain(name);

    const tried = page.locator('.need details', { hasText: en.tried });
    await tried.locator('summary').first().click();
    await tried.getByText(name).waitFor();
    await tried.getByLabel(en.howItEnded).selectOption('completed_then_relapsed');
    await tried.getByText(en.partOfIt).click();
    await tried.getByLabel('Medication', { exact: true }).check();
    await tried.getByLabel(en.nameIfKnown).fill('Golden Tower');
    await tried.getByLabel(en.nameIfKnown).press('Enter');
    await tried.locator('.stack button').first().waitFor();
    await button(page, en.add).click();
    await tried.getByText(en.otherCare).waitFor();
    await button(page, en.update).click();
    await page.locator('main[aria-busy="false"]').waitFor();
    await eventually(() =>
      expect(bodies.at(-1)).toMatchObject({
        history: [
          { outcome: 'dropped_out' },
          { outcome: 'completed_then_relapsed', elements: ['medication'] },
        ],
      }),
    );
    await open().expectGoodConduct(page);
  });

  it('takes what a person is, where no question was asked', async () => {
    const page = await open().visit();
    const bodies = bodiesOf(page);
    await toList(page);
    const about = page.locator('.need details', { hasText: en.aboutPerson });
    await about.locator('summary').click();
    await about.getByLabel(en.age).fill('16');
    await about.getByLabel(en.pregnant).selectOption('false');
    await about.getByLabel(en.militaryService).selectOption('military-family');
    await nextHeading(page, () => button(page, en.update).click());
    expect(bodies.at(-1)).toMatchObject({ client: { age: 16, pregnant: false, service: 'military-family' } });
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
