import type { Page } from 'playwright-core';

/** Text as far apart as readers may set it (WCAG 2.2, 1.4.12). */
const SPACING = `* {
  line-height: 1.5 !important;
  letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important;
}
p { margin-bottom: 2em !important; }`;

/** Sets the text of a page wide, or back. The policy of the page refuses an added style element; this is none. */
export async function wideSpacing(page: Page, isWide: boolean): Promise<void> {
  await page.evaluate(
    isWide
      ? `(() => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(${JSON.stringify(SPACING)});
          document.adoptedStyleSheets = [sheet];
        })()`
      : 'document.adoptedStyleSheets = []',
  );
}
