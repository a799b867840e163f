import { daysAgo, today } from '../../support/days.js';
import { MOVED_FROM, MOVED_TO, movedProgram } from '../../support/moved-program.js';
import { program } from '../../support/program-intakes.js';
import { type Person, WholeService } from '../../support/whole-service.js';

let service: WholeService;
let eve: Person;
let ben: Person;
let coach: Person;

beforeAll(async () => {
  service = await WholeService.open();
  eve = await service.person('Eve Editor', 'directory-editor');
  ben = await service.person('Ben Editor', 'directory-editor');
  coach = await service.person('Cory Coach', 'coach');
});
afterAll(() => service.close());
beforeEach(() =>
  // Not TRUNCATE: it waits for readers of the service, and they for it.
  service.dataSource.transaction(async (manager) => {
    for (const table of [
      'linkage_question',
      'linkage_decision',
      'ticket',
      'observation',
      'program_approach',
      'program_source',
      'program_link',
      'program',
      'location',
      'organization',
    ])
      await manager.query(`DELETE FROM ${table}`);
  }),
);

const WHY = { why: 'Their intake says so.' };
const question = async (id: string) => (await eve.get(`/v1/linkage/questions/${id}`)).body;
const same = (person: Person, id: string) => person.post(`/v1/linkage/questions/${id}/same`, WHY);

/** A program as it is answered, without what grows with every change. */
async function content(id: string): Promise<string> {
  const {
    version: _version,
    updatedAt: _updatedAt,
    ...rest
  } = (await service.get(`/v1/programs/${id}`)).body;
  return JSON.stringify(rest);
}

function observe(id: string) {
  return coach.post(`/v1/programs/${id}/observations`, {
    fact: 'waitDays',
    value: 4,
    how: 'call',
    learnedOn: today,
  });
}

describe('A question whether two programs are one', () => {
  it('shows both, what differs, how alike they are, and what the answer would do', async () => {
    const id = await movedProgram(service);
    const asked = await question(id);
    expect(asked).toMatchObject({
      state: 'open',
      rule: 'moved',
      parts: { name: 1, phone: 1, postalCode: 1 },
      listed: { location: { street1: '1 Main Street' }, status: 'withdrawn' },
      incoming: { location: { street1: '400 Harbor Road' }, status: 'published' },
      differences: [{ field: 'street1', listed: '1 Main Street', incoming: '400 Harbor Road' }],
      ifSame: {
        gained: [],
        changed: ['conditions', 'coordinates'],
        lost: ['slidingFee'],
        statements: 0,
        needsSecondPerson: false,
        refused: null,
      },
    });
  });

  it('is listed by state, rule and source, with pages', async () => {
    const id = await movedProgram(service);
    const list = async (query: string) =>
      (await eve.get(`/v1/linkage/questions${query}`)).body.questions.map((one: { id: string }) => one.id);
    expect(await list('')).toEqual([id]);
    expect(await list('?rule=moved&source=listing&limit=1')).toEqual([id]);
    expect(await list('?rule=twins')).toEqual([]);
    expect(await list('?state=different')).toEqual([]);
  });

  it('that is answered with different changes no program, and is asked again only when a side changes', async () => {
    const id = await movedProgram(service);
    const { incomingId } = await question(id);
    const before = await content(incomingId);
    await eve.post(`/v1/linkage/questions/${id}/different`, WHY).expect(200);
    expect(await content(incomingId)).toBe(before);
    const listing = (intake: typeof MOVED_TO) => ({
      ...intake,
      records: [{ ...intake.records[0], source: 'listing' }] as const,
    });
    await service.storeLinked('listing', [listing(MOVED_TO)]);
    expect((await question(id)).state).toBe('different');
    await service.storeLinked('listing', [listing({ ...MOVED_TO, phone: '203-555-0199' })]);
    expect((await question(id)).state).toBe('open');
  });

  it('needs two people where people reported on one of them', async () => {
    const id = await movedProgram(service, observe);
    expect((await question(id)).ifSame).toMatchObject({ statements: 1, needsSecondPerson: true });
    expect((await same(eve, id)).body).toMatchObject({ state: 'awaiting-second', decision: null });
    expect((await same(eve, id)).status).toBe(409);
    expect((await same(ben, id)).body).toMatchObject({ state: 'same', decision: expect.any(String) });
  });

  it('is refused the answer same when one edition names both', async () => {
    const id = await movedProgram(service);
    await service.storeLinked(
      'listing',
      [MOVED_FROM, MOVED_TO].map((intake) => ({
        ...intake,
        records: [{ ...intake.records[0], source: 'listing' }] as const,
      })),
    );
    expect((await question(id)).state).toBe('settled');
    expect((await same(eve, id)).status).toBe(409);
  });
});

describe('Two programs that are one', () => {
  it('have one address: the other one redirects, and the survivor names it', async () => {
    const id = await movedProgram(service);
    const { listedId, incomingId } = await question(id);
    await same(eve, id).expect(200);
    const redirect = await service.get(`/v1/programs/${incomingId}`).redirects(0);
    expect([redirect.status, redirect.headers['location']]).toEqual([301, `/v1/programs/${listedId}`]);
    expect((await service.get(`/v1/programs/${listedId}`)).body).toMatchObject({
      status: 'published',
      location: { street1: '400 Harbor Road' },
      mergedFrom: [incomingId],
      records: [{ source: 'listing', facts: { conditions: { yes: ['alcohol', 'opioid'] } } }],
    });
  });

  it('stay one in the next edition', async () => {
    const id = await movedProgram(service);
    const { listedId } = await question(id);
    await same(eve, id);
    const next = {
      ...MOVED_TO,
      records: [{ ...MOVED_TO.records[0], source: 'listing', asOf: today }] as const,
    };
    expect(await service.storeLinked('listing', [next])).toMatchObject({ created: 0, redated: 1 });
    expect((await service.get(`/v1/programs/${listedId}`)).body).toMatchObject({ status: 'published' });
  });

  it('are in the change feed with both ids, when they become one and when they are two again', async () => {
    const id = await movedProgram(service);
    const { listedId, incomingId } = await question(id);
    const told = async (): Promise<[kind: string, other: string][]> => {
      const { body } = await eve.get('/v1/changes?entity=program&limit=1000');
      return body.items
        .filter((item: { id: string; other?: string }) => item.id === incomingId && item.other !== undefined)
        .map(({ kind, other }: { kind: string; other: string }) => [kind, other]);
    };
    // The programs of other tests had the same ids, and the feed is never emptied.
    const earlier = await told();
    const { decision } = (await same(eve, id)).body;
    await eve.post(`/v1/linkage/decisions/${decision}/undo`, WHY).expect(200);
    expect((await told()).slice(earlier.length)).toEqual([
      ['merged', listedId],
      ['split', listedId],
    ]);
  });

  it.each([
    ['without reports', async () => undefined],
    ['with reports on the known one', observe],
  ])('are byte for byte what they were once it is undone: %s', async (_, between) => {
    const id = await movedProgram(service, between);
    const { listedId, incomingId } = await question(id);
    await observe(incomingId);
    const before = [await content(listedId), await content(incomingId)];
    await same(eve, id);
    const { decision } = (await same(ben, id)).body;
    expect(await content(listedId)).not.toBe(before[0]);

    const shown = await eve.post(`/v1/linkage/decisions/${decision}/undo`, { ...WHY, dryRun: true });
    expect(shown.body).toMatchObject({ dryRun: true, restored: { id: incomingId, status: 'published' } });
    expect((await service.get(`/v1/programs/${incomingId}`).redirects(0)).status).toBe(301);

    await eve.post(`/v1/linkage/decisions/${decision}/undo`, WHY).expect(200);
    expect([await content(listedId), await content(incomingId)]).toEqual(before);
    expect((await eve.post(`/v1/linkage/decisions/${decision}/undo`, WHY)).status).toBe(409);
    expect((await question(id)).state).toBe('different');
  });
});

describe('A link that a rule made', () => {
  it('can be undone: the row is a program of its own, and the known one is as it was', async () => {
    const listing = (name: string, key: string) => {
      const intake = program(name, { slidingFee: true });
      return {
        ...intake,
        key,
        phone: '203-555-0142',
        records: [{ ...intake.records[0], source: 'listing' }] as const,
      };
    };
    await service.storeLinked('listing', [listing('Larkspur Recovery Center', 'before')]);
    const [{ id }] = await service.dataSource.query('SELECT id FROM program');
    await service.storeLinked('listing', [listing('Larkspur Recovery Ctr Inc', 'after')]);
    const { body } = await eve.get(`/v1/linkage/decisions?programId=${id}`);
    expect(body.decisions).toMatchObject([{ rule: 'equal', decidedBy: 'rule', absorbedId: null }]);
    const undone = await eve.post(`/v1/linkage/decisions/${body.decisions[0].id}/undo`, WHY);
    expect(undone.body).toMatchObject({
      survivor: { id, name: 'Larkspur Recovery Center', status: 'withdrawn' },
      restored: { name: 'Larkspur Recovery Ctr Inc', status: 'published' },
    });
  });
});

describe('A program that no edition names any more', () => {
  const others = [1, 2, 3].map((at) => program(`Listed Clinic ${at}`, {}));

  it('stays for 90 days if people reported on it, says so, and has a ticket', async () => {
    await service.storeLinked('survey', [program('Elm House', {}), ...others]);
    const [{ id }] = await service.dataSource.query(`SELECT id FROM program WHERE name = 'Elm House'`);
    await observe(id);
    expect(await service.storeLinked('survey', others)).toMatchObject({ withdrawn: 0, keptForReports: 1 });
    expect((await service.get(`/v1/programs/${id}`)).body).toMatchObject({
      status: 'published',
      notListedSince: today,
    });
    expect((await eve.get(`/v1/reports?programId=${id}`)).body.reports).toMatchObject([
      { about: 'closed', origin: 'unlisted', state: 'open' },
    ]);
    expect(await service.storeLinked('survey', others)).toMatchObject({ withdrawn: 0, keptForReports: 0 });

    await service.dataSource.query('UPDATE program SET unlisted_on = $1 WHERE id = $2', [daysAgo(90), id]);
    expect(await service.storeLinked('survey', others)).toMatchObject({ withdrawn: 1 });
    expect((await service.get(`/v1/programs/${id}`)).body).toMatchObject({ status: 'withdrawn' });
  });

  it('is listed as before when an edition names it again', async () => {
    const elm = program('Elm House', {});
    await service.storeLinked('survey', [elm, ...others]);
    const [{ id }] = await service.dataSource.query(`SELECT id FROM program WHERE name = 'Elm House'`);
    await observe(id);
    await service.storeLinked('survey', others);
    await service.storeLinked('survey', [elm, ...others]);
    expect((await service.get(`/v1/programs/${id}`)).body).not.toHaveProperty('notListedSince');
  });

  it('is withdrawn at once without a report by a person', async () => {
    await service.storeLinked('survey', [program('Elm House', {}), ...others]);
    expect(await service.storeLinked('survey', others)).toMatchObject({ withdrawn: 1, keptForReports: 0 });
  });
});
