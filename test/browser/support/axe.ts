import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary?: string }[];
}

/**
 * Holds what is shown to WCAG 2.2 AA and to good practice, and to the width of the screen. axe is evaluated: the policy
 * of the page refuses an added script.
 */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate<{ violations: readonly Violation[] }>(
    `axe.run(document, { runOnly: ${JSON.stringify(RULES)} })`,
  );
  const found = violations.flatMap(({ id, nodes }) =>
    nodes
      .slice(0, 3)
      .map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
  );
  expect({ state, found }).toEqual({ state, found: [] });
  await expectNoScrolling(page, state);
}

/** Holds what is shown to the width of the screen: only a table scrolls, in itself. */
export async function expectNoScrolling(page: Page, state: string): Promise<void> {
  const wider = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
  expect({ state, isWiderThanTheScreen: wider > 0 }).toEqual({ state, isWiderThanTheScreen: false });
}
