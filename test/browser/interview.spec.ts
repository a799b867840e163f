import type { Page } from 'playwright-core';
import type { WholeService } from '../support/whole-service.js';
import { expectAccessible } from './support/axe.js';
import { describeWithBrowser, Visits } from './support/browser.js';
import { openDemoService } from './support/demo-service.js';

describeWithBrowser('From the first question to a list', (path) => {
  let service: WholeService;
  let visits: Visits;
  beforeAll(async () => {
    service = await openDemoService();
    visits = await Visits.open(path, service.address);
  });
  afterAll(async () => {
    await visits?.close();
    await service?.close();
  });

  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

  it('asks one question at a time, says why, and goes to the list at any time', async () => {
    const page = await visits.visit();
    await expectAccessible(page, 'start');
    await button(page, 'For a person I coach').click();
    await page.getByText('Why we ask').waitFor();
    expect(await page.locator('h1').innerText()).toContain('right now');
    expect(await page.evaluate('document.activeElement.tagName')).toBe('H1');
    await expectAccessible(page, 'first question');
    await button(page, 'None of these').click();
    await page.getByRole('heading', { name: /What brings you here/ }).waitFor();
    await button(page, 'Show options now').click();
    await page.locator('.card').first().waitFor();
    expect(await page.locator('h1').innerText()).toMatch(/^10 of \d+ places$/);
    await expectAccessible(page, 'list');
    await visits.expectGoodConduct(page);
  });

  it('shows what cannot wait alone on the screen, until it was read', async () => {
    const page = await visits.visit();
    await button(page, 'For a person I coach').click();
    await page.getByLabel('Cannot be woken').check();
    await button(page, 'Continue').click();
    await page.getByRole('heading', { name: 'This comes first' }).waitFor();
    expect(await page.locator('main h1').count()).toBe(1);
    expect(await page.getByRole('link', { name: 'Call 911' }).first().getAttribute('href')).toBe('tel:911');
    await expectAccessible(page, 'safety');
    await button(page, 'We have read this. Go on').click();
    await page.getByText('Why we ask').waitFor();
    await visits.expectGoodConduct(page);
  });
});
