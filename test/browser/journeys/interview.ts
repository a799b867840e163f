import { en } from '../../../src/web/words/en.js';
import { button, nextHeading } from '../support/console-page.js';
import type { Visits } from '../support/browser.js';

/** From the first question to a list. */
export function interview(open: () => Visits): void {
  it('asks one question at a time, says why, and goes to the list at any time', async () => {
    const page = await open().visit();
    await button(page, en.whoCoach).click();
    await page.getByText(en.whyWeAsk).waitFor();
    expect(await page.locator('h1').innerText()).toContain('right now');
    expect(await page.evaluate('document.activeElement.tagName')).toBe('H1');
    await button(page, en.noneOfThese).click();
    await page.getByRole('heading', { name: /What brings you here/ }).waitFor();
    await button(page, en.showOptions).click();
    await page.locator('.card').first().waitFor();
    expect(await page.locator('h1').innerText()).toMatch(/^10 of \d+ places$/);
    await open().expectGoodConduct(page);
  });

  it('goes back to a question with the browser, and takes another answer', async () => {
    const page = await open().visit();
    await button(page, en.whoSelf).click();
    await button(page, en.noneOfThese).click();
    await page.getByRole('heading', { name: /What brings you here/ }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: /right now/ }).waitFor();
    await page.getByLabel('A seizure').check();
    await button(page, en.next).click();
    await page.getByRole('heading', { name: en.thisComesFirst }).waitFor();
    await open().expectGoodConduct(page);
  });

  it('does not send an empty answer, and says what to do', async () => {
    const page = await open().visit();
    await button(page, en.whoSelf).click();
    await button(page, en.next).click();
    expect(await page.getByRole('alert').innerText()).toBe(en.chooseOne);
    await open().expectGoodConduct(page);
  });

  it('reaches the list when every question is skipped, and nothing is assumed', async () => {
    const page = await open().visit();
    const bodies: string[] = [];
    page.on('request', (request) => bodies.push(request.postData() ?? ''));
    await button(page, en.whoCoach).click();
    await page.getByText(en.whyWeAsk).waitFor();
    let questions = 0;
    for (; (await page.locator('.card').count()) === 0; questions += 1) {
      expect(questions).toBeLessThan(60);
      await nextHeading(page, () => button(page, en.skip).first().click());
    }
    expect(questions).toBeGreaterThan(10);
    const { assessment, ...rest } = JSON.parse(bodies.at(-1)!) as Record<string, { responses?: unknown[] }>;
    expect([Object.keys(rest), assessment?.responses]).toEqual([['detail'], []]);
    await open().expectGoodConduct(page);
  });

  it('shows what cannot wait alone, holds the list until it was read, and goes on showing it above the list', async () => {
    const page = await open().visit();
    await button(page, en.whoCoach).click();
    await page.getByLabel('Cannot be woken').check();
    // The list is asked for at once: the service holds it.
    await button(page, en.next).click();
    await page.getByRole('heading', { name: en.thisComesFirst }).waitFor();
    expect(await page.locator('.card').count()).toBe(0);
    expect(
      await page
        .getByRole('link', { name: en.call('911') })
        .first()
        .getAttribute('href'),
    ).toBe('tel:911');
    await button(page, en.readByUs).click();
    await button(page, en.showOptions).click();
    await page.locator('.card').first().waitFor();
    expect(await page.locator('.safety.small').count()).toBeGreaterThan(0);
    await open().expectGoodConduct(page);
  });

  it('begins for a family with their own safety, and lists help for them first', async () => {
    const page = await open().visit();
    await button(page, en.whoFamily).click();
    await page.getByText(en.whyWeAsk).waitFor();
    for (const answer of [/^No$/, /^No$/, /^Opioids/]) {
      await page.getByLabel(answer).check();
      await nextHeading(page, () => button(page, en.next).click());
    }
    await page.getByText(en.whyWeAsk).waitFor();
    await button(page, en.showOptions).click();
    await page.locator('.track').first().waitFor();
    const titles = await page.locator('.track > h2').allInnerTexts();
    expect(titles[0]).toBe(en.helpForYou);
    expect(titles.join()).toContain(en.whenReady);
    // What to ask on the phone is a part of the plan, which is asked for once it is opened.
    await page.getByText(en.askEachPlace).click();
    await page.getByText('who has not said yes').waitFor();
    expect(await page.getByText('No clinician has reviewed these words yet.').count()).toBe(1);
    await open().expectGoodConduct(page);
  });
}
