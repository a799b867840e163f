import type { Page } from 'playwright-core';
import { en, type Words } from '../../../src/web/words/en.js';
import { es } from '../../../src/web/words/es.js';
import { eventually } from '../../support/eventually.js';
import type { Visits } from '../support/browser.js';
import { nextHeading } from '../support/console-page.js';

/** What a reader says of the element that has the focus. */
const FOCUSED = `(() => {
  const e = document.activeElement;
  return (e.getAttribute('aria-label') ?? (e.labels?.[0]?.textContent || e.textContent)).trim();
})()`;
const MOST_KEYS = 140;

/** From nothing to a page that can be printed, without a pointer. */
export function keyboard(open: () => Visits): void {
  it.each([
    ['English', 'en-US', en],
    ['Spanish', 'es-US', es],
  ] as const)('takes a person by keyboard alone to a handout in %s', async (_, locale, w: Words) => {
    const page = await (locale === 'en-US' ? open().visit() : open().visitAs({ locale }));
    const keys = await toHandout(page, w);
    expect(keys).toBeLessThan(MOST_KEYS);
    expect(await page.evaluate('document.activeElement.tagName')).toBe('H1');
    expect(await page.evaluate('document.documentElement.lang')).toBe(locale.slice(0, 2));
    await open().expectGoodConduct(page);
  });
}

async function toHandout(page: Page, w: Words): Promise<number> {
  let keys = 0;
  const press = async (key: string) => {
    keys += 1;
    await page.keyboard.press(key);
  };
  const tabTo = async (start: string) => {
    for (let tabs = 0; tabs < 60; tabs += 1) {
      if ((await page.evaluate<string>(FOCUSED)).startsWith(start)) return;
      await press('Tab');
    }
    throw new Error(`No element that begins with "${start}" gets the focus.`);
  };
  const nextScreen = async (act: () => Promise<void>) => {
    await nextHeading(page, act);
    await eventually(async () => expect(await page.evaluate('document.activeElement.tagName')).toBe('H1'));
  };
  const enter = (start: string) =>
    nextScreen(async () => {
      await tabTo(start);
      await press('Enter');
    });
  await enter(w.whoCoach);
  await enter(w.noneOfThese);
  await enter(w.noneOfThese);
  await enter(w.showOptions);
  await tabTo(`☆ ${w.shortlist}`);
  await press('Enter');
  await enter(w.handoutFor(1));
  return keys;
}
