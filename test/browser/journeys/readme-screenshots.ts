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
  it('looks as the pictures of the README show it', async () => {
    const wide = await open().visit({ viewport: { width: 1280, height: 860 } });
    await toOpioidList(wide);
    await wide.locator('.card').first().waitFor();
    const narrow = await open().visit({ viewport: { width: 390, height: 760 } });
    await button(narrow, en.whoCoach).click();
    await narrow.getByText(en.whyWeAsk).waitFor();
    if (process.env['UPDATE_SCREENSHOTS']) {
      mkdirSync(dirname(join(projectFolder, LIST)), { recursive: true });
      await wide.evaluate('scrollTo(0, 0)');
      await wide.screenshot({ path: join(projectFolder, LIST) });
      await narrow.screenshot({ path: join(projectFolder, QUESTION) });
    }
    for (const picture of [LIST, QUESTION])
      expect([picture, existsSync(join(projectFolder, picture))]).toEqual([picture, true]);
  });
}
