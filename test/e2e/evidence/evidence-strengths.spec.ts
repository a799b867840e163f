import { DatabasePulse } from '../../../src/database/database-pulse.js';
import { EvidenceStrengths } from '../../../src/evidence/evidence-strengths.js';
import { EvidenceDesk } from '../../support/evidence-desk.js';
import { program } from '../../support/program-intakes.js';
import { WholeService } from '../../support/whole-service.js';

let service: WholeService;
let desk: EvidenceDesk;
beforeAll(async () => {
  service = await WholeService.open();
  desk = await EvidenceDesk.at(service);
});
afterAll(() => service.close());

describe('The order of the search by evidence', () => {
  it('follows a published rating, without a new version of any program', async () => {
    await service.store('survey', [
      program('Peers', { approaches: { yes: ['smart-recovery'] } }),
      program('Silent', {}),
    ]);
    const strengths = new EvidenceStrengths(service.dataSource, service.part(DatabasePulse));
    await strengths.catchUp();
    const before = await service.dataSource.query(
      'SELECT id, version, evidence_strength FROM program ORDER BY id',
    );
    expect(await strengths.catchUp()).toBe(0);
    const { id } = await desk.currentRating('smart-recovery');
    await desk.published(id, { certainty: 'high' });
    expect(await strengths.catchUp()).toBe(1);
    expect(await strengths.catchUp()).toBe(0);
    const after = await service.dataSource.query(
      'SELECT id, version, evidence_strength FROM program ORDER BY id',
    );
    const versions = (rows: { version: number }[]) => rows.map(({ version }) => version);
    expect(versions(after)).toEqual(versions(before));
    expect(after).not.toEqual(before);
  });
});
