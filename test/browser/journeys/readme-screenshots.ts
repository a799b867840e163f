import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectFolder } from '../../../src/config/project-folder.js';
import { en } from '../../../src/web/words/en.js';
import type { Visits } from '../support/browser.js';
import { button, toOpioidList } from '../support/console-page.js';

/** The pictures that the README begins with; UPDATE_SCREENSHOTS=1 writes them anew. They are not compared by pixel. */
const LIST = 'docs/pictures/list-1280.png';
const QUESTION = 'docs/pictures/question-390.png';

export function readmeScreenshots(open: () => Visits): void {
  it('has the pictures of the README', async () => {
    if (process.env['UPDATE_SCREENSHOTS']) await write(open());
    for (const picture of [LIST, QUESTION])
      expect([picture, existsSync(join(projectFolder, picture))]).toEqual([picture, true]);
  });
}

async function write(visits: Visits): Promise<void> {
  mkdirSync(dirname(join(projectFolder, LIST)), { recursive: true });
  const wide = await visits.visitAs({ viewport: { width: 1280, height: 860 } });
  await toOpioidList(wide);
  await wide.locator('.card').first().waitFor();
  await wide.evaluate('scrollTo(0, 0)');
  await wide.screenshot({ path: join(projectFolder, LIST) });
  const narrow = await visits.visitAs({ viewport: { width: 390, height: 760 } });
  await button(narrow, en.whoCoach).click();
  await narrow.getByText(en.whyWeAsk).waitFor();
  await narrow.screenshot({ path: join(projectFolder, QUESTION) });
}
