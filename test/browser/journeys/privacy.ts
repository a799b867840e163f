import { en } from '../../../src/web/words/en.js';
import { everythingStored } from '../../support/stored-text.js';
import type { WholeService } from '../../support/whole-service.js';
import type { Visits } from '../support/browser.js';
import { button } from '../support/console-page.js';

/** A place and an age that occur nowhere else in what is logged and stored. */
const ZIP = '59301';
const WORDS = 'qwhzx';

/** What is typed is in the body of a request, and nowhere else. */
export function privacy(
  open: () => Visits,
  served: () => { service: WholeService; log: readonly string[] },
): void {
  it('keeps what is typed out of addresses, storage, the log and every table', async () => {
    const page = await open().visit();
    const addresses: string[] = [];
    const bodies: string[] = [];
    page.on('request', (request) => {
      addresses.push(request.url());
      bodies.push(request.postData() ?? '');
    });
    await button(page, en.toList).click();
    await page.locator('.card').first().waitFor();
    await page.getByLabel(en.zipCode).fill(ZIP);
    await button(page, en.update).click();
    await page.locator('.need summary').filter({ hasText: ZIP }).waitFor();
    expect(bodies.join()).toContain(ZIP);
    expect(addresses.join()).not.toContain(ZIP);

    // The name of a place that is looked for is in the address of a read, as the directory is searched; it is not logged.
    await button(page, en.whyNotHere).click();
    await page.getByLabel(en.nameOfPlace).fill(WORDS);
    await button(page, en.search).click();
    await page.getByText(en.noneFound).waitFor();

    const { service, log } = served();
    expect(log.length).toBeGreaterThan(5);
    const { text } = await everythingStored(service.dataSource);
    for (const mark of [ZIP, WORDS])
      expect([mark, log.filter((line) => line.includes(mark)), text.includes(`"${mark}"`)]).toEqual([
        mark,
        [],
        false,
      ]);
    expect(text).not.toContain(WORDS);
    await open().expectGoodConduct(page);
  });
}
