import { DatabasePulse } from '../../../src/database/database-pulse.js';
import { ShelfLifeRounds } from '../../../src/evidence/shelf-life-rounds.js';
import { daysAgo, today } from '../../support/days.js';
import { NEW_HAVEN, program, surveyRecord } from '../../support/program-intakes.js';
import { WholeService } from '../../support/whole-service.js';

describe('The rounds over stale facts', () => {
  let service: WholeService;
  let id: string;

  beforeAll(async () => {
    service = await WholeService.open();
    const record = surveyRecord(
      { waitDays: 3 },
      { source: 'survey-call', standing: 'confirmed', asOf: daysAgo(13) },
    );
    await service.store('survey', [
      program('Elm Clinic', { waitDays: 20, slidingFee: true }, NEW_HAVEN, [record]),
    ]);
    const rows = await service.dataSource.query<{ id: string }[]>('SELECT id FROM program');
    id = rows[0]!.id;
  });

  afterAll(() => service.close());

  it('leave a fact alone within its shelf life, and make it unknown after it', async () => {
    const rounds = new ShelfLifeRounds(service.dataSource, service.part(DatabasePulse));
    expect((await service.get(`/v1/programs/${id}`)).body.facts.values.waitDays).toEqual({
      value: 3,
      source: 'survey-call',
      asOf: daysAgo(13),
      standing: 'confirmed',
      freshness: 'fresh',
    });
    expect(await rounds.round(today)).toBe(0);

    expect(await rounds.round(daysAgo(-2))).toBe(1);

    const { body } = await service.get(`/v1/programs/${id}`);
    expect(body.facts.values.waitDays).toBeUndefined();
    expect(body.facts.unknown).toContain('waitDays');
    expect(body.facts.expired).toEqual([
      expect.objectContaining({ fact: 'waitDays', source: 'survey-call', staleSince: daysAgo(-2) }),
      expect.objectContaining({ fact: 'waitDays', source: 'survey', staleSince: daysAgo(15) }),
    ]);
    expect(body.facts.values.slidingFee.value).toBe(true);
    expect(body.version).toBe(2);
  });

  it('write nothing when they come round again', async () => {
    expect(
      await new ShelfLifeRounds(service.dataSource, service.part(DatabasePulse)).round(daysAgo(-2)),
    ).toBe(0);
  });
});
