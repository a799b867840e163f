import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../../src/config/project-folder.js';
import { EvidenceDesk } from '../../support/evidence-desk.js';

import { WholeService } from '../../support/whole-service.js';

let service: WholeService;
let desk: EvidenceDesk;
beforeAll(async () => {
  service = await WholeService.open();
  desk = await EvidenceDesk.at(service);
});
afterAll(() => service.close());

/** The bodies that docs/desk.md sends, in order. */
function bodies(): object[] {
  const page = readFileSync(join(projectFolder, 'docs/desk.md'), 'utf8');
  return [...page.matchAll(/ -d '(\{[^']*\})'/g)].map(([, body]) => JSON.parse(body!) as object);
}

describe('The example of docs/desk.md', () => {
  it('is a review that drops nothing, lacks nothing, and is published', async () => {
    const [changes, signature, ...more] = bodies();
    expect(more).toEqual([]);
    const current = await desk.currentRating('smart-recovery');
    const { status, body: draft } = await desk.author.post(`/v1/ratings/${current.id}/versions`, changes);
    expect([status, draft.drops, draft.missing]).toEqual([201, [], []]);
    expect((await desk.author.post(`/v1/ratings/${draft.id}/submit`)).status).toBe(200);
    const impact = await desk.impactOf(draft.id);
    const approved = await desk.reviewer.post(`/v1/ratings/${draft.id}/approve`, { ...signature, impact });
    expect([approved.status, approved.body.status]).toEqual([200, 'published']);
  });

  it('claims no more than the registry does', async () => {
    expect(bodies()[0]).not.toHaveProperty('certainty');
    expect(bodies()[0]).not.toHaveProperty('direction');
    expect(bodies()[0]).not.toHaveProperty('effect');
  });
});
