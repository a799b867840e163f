import { DatabasePulse } from '../../../src/database/database-pulse.js';
import { randomUUID } from 'node:crypto';
import { ShelfLifeRounds } from '../../../src/evidence/shelf-life-rounds.js';
import { daysAgo, today } from '../../support/days.js';
import { NEW_HAVEN, program, surveyRecord } from '../../support/program-intakes.js';
import { type Person, WholeService } from '../../support/whole-service.js';

describe('A claim that an editor verifies', () => {
  let service: WholeService;
  let editor: Person;
  let id: string;

  beforeAll(async () => {
    service = await WholeService.open();
    editor = await service.person('Eve Editor', 'directory-editor');
  });
  afterAll(() => service.close());

  beforeEach(async () => {
    const name = `Elm ${randomUUID()}`;
    await service.store('survey', [program(name, { approaches: { yes: ['cbt'] }, slidingFee: false })]);
    const rows = await service.dataSource.query<{ id: string }[]>('SELECT id FROM program WHERE name = $1', [
      name,
    ]);
    id = rows[0]!.id;
  });

  const request = (changes: object = {}) => ({
    facts: { approaches: { yes: ['cbt'] } },
    standing: 'verified',
    how: 'visit',
    learnedOn: daysAgo(1),
    expiresOn: daysAgo(-30),
    why: 'Sat in on two sessions.',
    ...changes,
  });
  const verify = (changes: object = {}) => editor.post(`/v1/programs/${id}/verify`, request(changes));
  const detail = async () => (await service.get(`/v1/programs/${id}`)).body;
  const acts = () =>
    service.dataSource.query<{ action: string; why: string; after: object }[]>(
      'SELECT action, why, after FROM audit WHERE entity_id = $1 ORDER BY seq',
      [id],
    );

  it('changes from self-reported to verified, with who, when, how and until when', async () => {
    expect((await detail()).claims[0]).toMatchObject({ approach: 'cbt', provenance: 'self-reported' });
    const response = await verify();
    expect([response.status, response.body]).toEqual([
      201,
      expect.objectContaining({
        standing: 'verified',
        how: 'visit',
        by: 'Eve Editor',
        learnedOn: daysAgo(1),
        expiresOn: daysAgo(-30),
      }),
    ]);
    const { claims, facts, verifiedOn } = await detail();
    expect(claims).toEqual([
      expect.objectContaining({
        approach: 'cbt',
        provenance: 'verified',
        source: 'verification',
        by: 'Eve Editor',
        expiresOn: daysAgo(-30),
      }),
    ]);
    expect(facts.lists.approaches.codes[0]).toMatchObject({
      code: 'cbt',
      by: 'Eve Editor',
      standing: 'verified',
      expiresOn: daysAgo(-30),
    });
    expect(verifiedOn).toBe(daysAgo(1));
    expect(await acts()).toEqual([
      {
        action: 'program.verify',
        why: 'Sat in on two sessions.',
        after: expect.objectContaining({ standing: 'verified', how: 'visit', expiresOn: daysAgo(-30) }),
      },
    ]);
  });

  it('is attested where the provider said so in writing', async () => {
    await verify({ standing: 'attested', how: 'letter', facts: { slidingFee: true } });
    expect((await detail()).facts.values.slidingFee).toMatchObject({
      value: true,
      standing: 'attested',
      source: 'attestation',
    });
  });

  it('goes back to self-reported on the day it expires', async () => {
    await verify();
    const rounds = new ShelfLifeRounds(service.dataSource, service.part(DatabasePulse));
    expect(await rounds.round(daysAgo(-29))).toBe(0);
    // With those of the tests before: what was verified stays listed for a while.
    expect(await rounds.round(daysAgo(-30))).toBeGreaterThanOrEqual(1);
    const { claims, facts } = await detail();
    expect(claims[0]).toMatchObject({ provenance: 'self-reported', source: 'survey' });
    expect(facts.expired).toContainEqual(
      expect.objectContaining({ fact: 'approaches', source: 'verification', staleSince: daysAgo(-30) }),
    );
  });

  it('outlasts a re-import of its source', async () => {
    await verify({ facts: { slidingFee: true } });
    const { name } = await detail();
    const changed = program(name, { slidingFee: false, faithBased: true }, NEW_HAVEN, [
      surveyRecord({ slidingFee: false }, { source: 'survey-call', standing: 'confirmed' }),
    ]);
    expect(await service.store('survey', [changed])).toMatchObject({ changed: 1 });
    expect((await detail()).facts.values).toMatchObject({
      slidingFee: { value: true, standing: 'verified' },
      faithBased: { value: true },
    });
  });

  it('is not for two observers to outvote, nor for a coach to dispute', async () => {
    const { body } = await verify({ facts: { slidingFee: true } });
    const coaches = [await service.person('Cory', 'coach'), await service.person('Olga', 'coach')];
    for (const coach of coaches)
      await coach.post(`/v1/programs/${id}/observations`, {
        fact: 'slidingFee',
        value: false,
        how: 'call',
        learnedOn: today,
      });
    expect((await detail()).facts.values.slidingFee.value).toBe(true);
    const why = { why: 'They say no.' };
    const dispute = `/v1/programs/${id}/observations/${body.id}/dispute`;
    expect((await coaches[0]!.post(dispute, why)).status).toBe(403);
    const second = await service.person('Edith', 'directory-editor');
    expect((await second.post(dispute, why)).status).toBe(200);
    expect((await detail()).facts.values.slidingFee).toMatchObject({ value: false, confirmedBy: 2 });
  });

  it.each([
    [{ expiresOn: today }, 422, '/expiresOn'],
    [{ expiresOn: daysAgo(-731) }, 422, '/expiresOn'],
    [{ learnedOn: daysAgo(-1) }, 422, '/learnedOn'],
    [{ how: 'letter' }, 422, '/how'],
    [{ standing: 'confirmed' }, 400, '/standing'],
    [{ facts: {} }, 400, '/facts'],
    [{ facts: { aproaches: { yes: ['cbt'] } } }, 400, '/facts/aproaches'],
    [{ facts: { approaches: { yes: ['moon-baths'] } } }, 422, '/facts/approaches/yes/0'],
    [{ why: undefined }, 400, '/why'],
  ])('is refused with %j', async (changes, status, pointer) => {
    const response = await verify(changes);
    expect([response.status, response.body.errors?.[0].pointer]).toEqual([status, pointer]);
    expect(await acts()).toEqual([]);
  });

  it('needs an editor and a program', async () => {
    const coach = await service.person('Cory Coach', 'coach');
    const address = `/v1/programs/${id}/verify`;
    expect([
      (await service.post(address, request())).status,
      (await coach.post(address, request())).status,
      (await editor.post(`/v1/programs/${randomUUID()}/verify`, request())).status,
    ]).toEqual([401, 403, 404]);
  });
});
