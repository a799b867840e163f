import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** WCAG 2.2 AA, and good practice. */
const ALL = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};
/** What depends on the width of the screen: all else is of the document, which is the same at every width. */
const OF_WIDTH = { type: 'rule', values: ['target-size', 'scrollable-region-focusable'] };
/** What depends on colours. */
const OF_COLOURS = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary?: string }[];
}

/** Holds what is shown to WCAG 2.2 AA and to good practice, and to the width of the screen. */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  await expectNone(page, state, ALL);
  await expectNoScrolling(page, state);
}

/**
 * Holds what is shown to what can differ at this width. axe is asked where there is something to judge: a target below the
 * smallest size, or a part that scrolls. That is seen at a hundredth of the time that axe takes.
 */
export async function expectAccessibleWidth(page: Page, state: string): Promise<void> {
  if (await page.evaluate<boolean>(HAS_SMALL_OR_SCROLLING)) await expectNone(page, state, OF_WIDTH);
  await expectNoScrolling(page, state);
}

/** Holds what is shown to what can differ in these colours. */
export function expectAccessibleColours(page: Page, state: string): Promise<void> {
  return expectNone(page, state, OF_COLOURS);
}

/** axe is evaluated, once in each page: the policy of the page refuses an added script. */
async function expectNone(page: Page, state: string, runOnly: object): Promise<void> {
  if (!(await page.evaluate<boolean>(`'axe' in globalThis`))) await page.evaluate(AXE);
  const { violations } = await page.evaluate<{ violations: readonly Violation[] }>(
    `axe.run(document, ${JSON.stringify({ runOnly, resultTypes: ['violations'] })})`,
  );
  const found = violations.flatMap(({ id, nodes }) =>
    nodes
      .slice(0, 3)
      .map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
  );
  expect({ state, found }).toEqual({ state, found: [] });
}

/**
 * Whether a target is smaller than 24 px (WCAG 2.2, 2.5.8), or a part of the page scrolls. A link within a text may be as
 * high as its line, at every width.
 */
const HAS_SMALL_OR_SCROLLING = `[...document.querySelectorAll('body *')].some((e) => {
  if (!e.checkVisibility()) return false;
  const style = getComputedStyle(e);
  if (e.matches('a, button, input, select, textarea, summary, [tabindex="0"]') && style.display !== 'inline') {
    const { width, height } = e.getBoundingClientRect();
    if (width < 24 || height < 24) return true;
  }
  return (
    (e.scrollWidth > e.clientWidth || e.scrollHeight > e.clientHeight) &&
    /auto|scroll/.test(style.overflow)
  );
})`;

/** What is wider than the screen, apart from what is in a region that scrolls. */
const WIDER = `document.documentElement.scrollWidth <= innerWidth ? [] :
  [...document.querySelectorAll('body *')]
    .filter((e) => !e.closest('.scroll, .sr') && e.getBoundingClientRect().right > innerWidth)
    .map((e) => e.tagName + '.' + e.className + ' ' + (e.textContent ?? '').slice(0, 30))
    .slice(-4)`;

/** Holds what is shown to the width of the screen: only a table scrolls, in itself. */
export async function expectNoScrolling(page: Page, state: string): Promise<void> {
  expect({ state, wider: await page.evaluate<string[]>(WIDER) }).toEqual({ state, wider: [] });
}
