import { coachWords } from '../../../src/web/words/coach-words.js';
import { en } from '../../../src/web/words/en.js';
import { es } from '../../../src/web/words/es.js';
import type { Visits } from '../support/browser.js';
import { button, toOpioidList } from '../support/console-page.js';

const c = coachWords('en');

/** From a list to one page. */
export function handout(open: () => Visits): void {
  it('prints one page for three places that names no condition, in a language of its own', async () => {
    const page = await open().visit();
    await toOpioidList(page);
    for (const place of [0, 1, 2]) await page.locator('.card footer .second').nth(place).click();
    await page.locator('.picked .primary').click();
    const sheet = page.locator('.sheet');
    await sheet.waitFor();
    expect(await sheet.locator('.phone').count()).toBe(3);
    // Names of places are as they are; nothing else speaks of what is used.
    const words = (await sheet.locator('p, li').allInnerTexts()).join('\n');
    expect(words).not.toMatch(/opioid|methadone|buprenorphine|06511/i);
    expect(words).toContain('988');

    const pdf = await page.pdf({ format: 'Letter', tagged: true });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);

    await page.getByLabel(en.languageOfHandout).selectOption('es');
    await page.getByRole('heading', { name: es.placesToCall }).waitFor();
    expect(await sheet.getAttribute('lang')).toBe('es');
    expect(await sheet.innerText()).toContain(es.askStart);
    await page.getByLabel(en.sayWhy).check();
    expect((await sheet.locator('p, li').allInnerTexts()).join('\n')).toMatch(
      /buprenorfina|metadona|opioides/i,
    );
    await open().expectGoodConduct(page);
  });

  it('prints what to do now on the back of the same sheet, and names no substance there', async () => {
    const page = await open().visit();
    await toOpioidList(page);
    await page.locator('.card footer .second').first().click();
    await page.locator('.picked .primary').click();
    await page.getByLabel(c.planOnBack).click();
    const back = page.locator('.back');
    await back.waitFor();
    expect(await back.locator('li').count()).toBeGreaterThan(5);
    const words = await back.innerText();
    expect(words).toContain('No clinician has reviewed these words yet.');
    expect(words).not.toMatch(/opioid|methadone|buprenorphine|naloxone|06511/i);
    const pdf = await page.pdf({ format: 'Letter', tagged: true });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(2);

    await page.getByLabel(en.languageOfHandout).selectOption('es');
    await page.getByRole('heading', { name: coachWords('es').planNow }).waitFor();
    await page.getByLabel(c.planOnBack).click();
    await back.waitFor({ state: 'detached' });
    await open().expectGoodConduct(page);
  });

  it('gives the page as text', async () => {
    const page = await open().visit();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await toOpioidList(page);
    await page.locator('.card footer .second').first().click();
    await page.locator('.picked .primary').click();
    await button(page, en.copyText).click();
    await page.getByText(en.copied).waitFor();
    const text = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(text.split('\n').slice(0, 2)).toEqual([en.placesToCall, en.callFirst]);
    await page.context().clearPermissions();
    expect(text).toContain(`- ${en.askStart}`);
    await open().expectGoodConduct(page);
  });
}
