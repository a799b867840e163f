import type { Locator, Page } from 'playwright-core';
import { en, type Words } from '../../../src/web/words/en.js';

/** A button by its name: some have more words for readers after it, such as the name of a place. */
export const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });

/** The list without a question. */
export async function toList(page: Page, w: Words = en): Promise<void> {
  await button(page, w.toList).click();
  await page.locator('.card').first().waitFor();
}

/** The list for opioids, near New Haven, with Medicaid, for a person who cannot leave work. */
export async function toOpioidList(page: Page, w: Words = en): Promise<void> {
  await toList(page, w);
  await openNeed(page);
  // The words for codes come beside the list.
  await page.locator('option[value="opioid"]').waitFor({ state: 'attached' });
  await page.getByLabel(w.treatmentFor).selectOption('opioid');
  await page.getByLabel(w.severity).selectOption('severe');
  await page.getByLabel(w.zipCode).fill('06511');
  await page.getByLabel(w.within, { exact: true }).selectOption('25');
  await page.locator('.ticks summary').first().click();
  await page.getByLabel('Medicaid', { exact: true }).check();
  await page.getByLabel(w.cannotLeaveWork).selectOption('true');
  await nextHeading(page, () => button(page, w.update).click());
}

/** Unfolds what is looked for, as one does on a narrow screen. */
export async function openNeed(page: Page): Promise<void> {
  const panel = page.locator('.need');
  if ((await panel.getAttribute('open')) === null) await panel.locator('summary').first().click();
}

/** Acts, and waits until the screen has another heading. */
export async function nextHeading(page: Page, act: () => Promise<void>): Promise<void> {
  const before = await page.locator('h1').innerText();
  await act();
  // The page itself looks at each frame: asking it again and again costs more.
  await page.locator('h1').filter({ hasNotText: before }).waitFor();
}
