import { randomUUID } from 'node:crypto';
import type { StatedFacts } from '../../../src/core/directory/source-record.js';
import { today } from '../../support/days.js';
import { EvidenceDesk } from '../../support/evidence-desk.js';
import { HARTFORD, program } from '../../support/program-intakes.js';
import { type Person, WholeService } from '../../support/whole-service.js';

const WHY = { why: 'A test.' };

let service: WholeService;
/** Each has the role with which its name begins; `both` is author and reviewer. */
let author: Person, author2: Person, both: Person, reviewer: Person, reviewer2: Person;
let coach: Person, coach2: Person, editor: Person, editor2: Person, admin: Person;
let programs: string[];
beforeAll(async () => {
  service = await WholeService.open();
  author = await service.person('Ann Author', 'author');
  author2 = await service.person('Abe Author', 'author');
  both = await service.person('Bo Both', 'author', 'reviewer');
  reviewer = await service.person('Rae Reviewer', 'reviewer');
  reviewer2 = await service.person('Rob Reviewer', 'reviewer');
  coach = await service.person('Cory Coach', 'coach');
  coach2 = await service.person('Cleo Coach', 'coach');
  editor = await service.person('Eve Editor', 'directory-editor');
  editor2 = await service.person('Eli Editor', 'directory-editor');
  admin = await service.person('Ada Admin', 'administrator');
  const known: StatedFacts = { conditions: { yes: ['alcohol'] } };
  await service.store('survey', [program('Elm Clinic', known), program('Oak Clinic', known, HARTFORD)]);
  programs = (await service.dataSource.query<{ id: string }[]>('SELECT id FROM program ORDER BY name')).map(
    ({ id }) => id,
  );
});
afterAll(() => service.close());

/** The status of each response, one after the other. */
async function statuses(calls: Record<string, () => PromiseLike<{ status: number }>>) {
  const statusOf: Record<string, number> = {};
  for (const [who, call] of Object.entries(calls)) statusOf[who] = (await call()).status;
  return statusOf;
}

async function draftOf(by: Person, approach: string): Promise<string> {
  const desk = await EvidenceDesk.at(service, { author: by, reviewer });
  const { id } = await desk.currentRating(approach);
  const { status, body } = await by.post(`/v1/ratings/${id}/versions`, { changeNote: 'a new look' });
  expect(status).toBe(201);
  return body.id as string;
}

describe('A draft of a rating', () => {
  it('is visible to the desk only, by its address and in its history', async () => {
    const id = await draftOf(author, 'smart-recovery');
    for (const address of [`/v1/ratings/${id}`, `/v1/ratings/${id}/history`])
      expect(
        await statuses({
          nobody: () => service.get(address),
          coach: () => coach.get(address),
          'another author': () => author2.get(address),
          reviewer: () => reviewer.get(address),
          editor: () => editor.get(address),
          administrator: () => admin.get(address),
        }),
      ).toEqual({
        nobody: 404,
        coach: 404,
        'another author': 200,
        reviewer: 200,
        editor: 200,
        administrator: 200,
      });
  });

  it('is edited by another author too, who is an author of it from then on and cannot approve it', async () => {
    const desk = await EvidenceDesk.at(service, { author, reviewer });
    const { id } = await desk.inReview((await desk.currentRating('contingency-management')).id);
    await reviewer.post(`/v1/ratings/${id}/return`, WHY).expect(200);
    const { headers, body } = await both.get(`/v1/ratings/${id}`);
    const content = {
      outcomeGroup: body.outcomeGroup,
      comparatorType: body.comparatorType,
      direction: body.direction,
      certainty: body.certainty,
      population: 'adults',
      certaintySource: 'our own reading',
      effect: 'not stated',
      reasons: { other: 'no reason to lower it was found', statedBy: 'drafter' },
      citations: body.citationIds,
      changeNote: 'put more plainly',
    };
    const edited = await both.put(`/v1/ratings/${id}`, content).set('if-match', headers['etag']!);
    expect([edited.status, edited.body.errors]).toEqual([200, undefined]);
    await author.post(`/v1/ratings/${id}/submit`).expect(200);
    const impact = await desk.impactOf(id);
    expect(
      await statuses({
        'who edited it': () => desk.approve(id, impact, both),
        'its first author, who is no reviewer': () => desk.approve(id, impact, author),
        'another reviewer': () => desk.approve(id, impact, reviewer2),
      }),
    ).toEqual({ 'who edited it': 403, 'its first author, who is no reviewer': 403, 'another reviewer': 200 });
  });

  it('is never approved by anyone who wrote it or declared an interest, whatever they send', async () => {
    const desk = await EvidenceDesk.at(service, { author: both, reviewer });
    const { id } = await desk.inReview((await desk.currentRating('cra')).id);
    const impact = await desk.impactOf(id);
    await reviewer2.post('/v1/interests', { approach: 'cra', statement: 'I sell it.' }).expect(201);
    for (const named of [impact, randomUUID()])
      expect(
        await statuses({
          author: () => desk.approve(id, named, both),
          'who has an interest': () => desk.approve(id, named, reviewer2),
        }),
      ).toEqual({ author: 403, 'who has an interest': 403 });
    expect((await desk.approve(id, impact, reviewer)).status).toBe(200);
  });

  it('that was public is retracted by a reviewer, and no longer by an author', async () => {
    const desk = await EvidenceDesk.at(service, { author, reviewer });
    const address = `/v1/ratings/${(await desk.currentRating('smart-recovery')).id}/retract`;
    expect(
      await statuses({
        author: () => author.post(address, WHY),
        reviewer: () => reviewer.post(address, WHY),
      }),
    ).toEqual({ author: 403, reviewer: 200 });
  });
});

describe('An observation by a coach', () => {
  const tell = async (by: Person, at = programs[0]) => {
    const { status, body } = await by.post(`/v1/programs/${at}/observations`, {
      fact: 'waitDays',
      value: 3,
      how: 'call',
      learnedOn: today,
      note: 'Ask for Jo.',
    });
    expect([status, body.errors]).toEqual([201, undefined]);
    return body.id as string;
  };

  it('is disputed by another person, never by its observer, and never as that of another program', async () => {
    const id = await tell(coach);
    const address = (at: string | undefined) => `/v1/programs/${at}/observations/${id}/dispute`;
    const again = await service.person(coach.name, 'coach');
    expect(
      await statuses({
        'who told it': () => coach.post(address(programs[0]), WHY),
        'the same with another key': () => again.post(address(programs[0]), WHY),
        'another, under another program': () => coach2.post(address(programs[1]), WHY),
        'another coach': () => coach2.post(address(programs[0]), WHY),
      }),
    ).toEqual({
      'who told it': 403,
      'the same with another key': 403,
      'another, under another program': 404,
      'another coach': 200,
    });
  });

  it('is undone by an editor, under its own program', async () => {
    const id = await tell(coach2);
    expect(
      await statuses({
        'who told it': () => coach2.post(`/v1/programs/${programs[0]}/observations/${id}/undo`, WHY),
        'an editor, under another program': () =>
          editor.post(`/v1/programs/${programs[1]}/observations/${id}/undo`, WHY),
        'an editor': () => editor.post(`/v1/programs/${programs[0]}/observations/${id}/undo`, WHY),
      }),
    ).toEqual({ 'who told it': 403, 'an editor, under another program': 404, 'an editor': 200 });
  });

  it('shows its note to editors only', async () => {
    await tell(coach, programs[1]);
    const notes = async (by: { get: Person['get'] }) =>
      (await by.get(`/v1/programs/${programs[1]}/observations`)).body.observations.map(
        ({ note }: { note?: string }) => note,
      );
    expect([await notes(service), await notes(coach), await notes(admin)]).toEqual([
      [undefined],
      [undefined],
      [undefined],
    ]);
    expect(await notes(editor)).toEqual(['Ask for Jo.']);
  });
});

describe('A report', () => {
  it('shows the public its state and never its text, and is closed by one editor once', async () => {
    const { body } = await service.post(`/v1/programs/${programs[0]}/reports`, {
      about: 'phone',
      wrong: 'A stranger answers.',
    });
    for (const by of [service, coach, author])
      expect(JSON.stringify((await by.get(`/v1/reports/${body.id}`)).body)).not.toContain('stranger');
    const act = (what: string) => `/v1/reports/${body.id}/${what}`;
    const close = { outcome: 'no-change', ...WHY };
    expect(
      await statuses({
        takes: () => editor.post(act('take')),
        'another takes': () => editor2.post(act('take')),
        closes: () => editor.post(act('close'), close),
        'another closes': () => editor2.post(act('close'), close),
      }),
    ).toEqual({ takes: 200, 'another takes': 409, closes: 200, 'another closes': 409 });
  });
});

describe('A signed link', () => {
  const link = async (at: string | undefined) =>
    (await editor.post(`/v1/programs/${at}/attestation-links`, { expiresInDays: 7, ...WHY }).expect(201)).body
      .token as string;
  const attest = (token: string, at: string | undefined) =>
    service.post('/v1/attestations', {
      token,
      facts: { waitDays: 3 },
      by: 'Jo of the clinic',
      learnedOn: today,
      ...(at === undefined ? {} : { programId: at }),
    });

  it('is for its own program, once, and for no other that the request names', async () => {
    const token = await link(programs[0]);
    expect((await attest(token, programs[1])).status).toBe(400);
    const { status, body } = await attest(token, undefined);
    expect([status, body.errors]).toEqual([201, undefined]);
    const rows = await service.dataSource.query('SELECT program_id FROM observation WHERE id = $1', [
      body.id,
    ]);
    expect(rows).toEqual([{ program_id: programs[0] }]);
    expect((await attest(token, undefined)).status).toBe(409);
  });

  it('cannot be replaced by anything else that is signed here, nor changed', async () => {
    const { body } = await service.get('/v1/programs?limit=1');
    expect(body.nextCursor).toEqual(expect.any(String));
    const token = await link(programs[0]);
    const turned = `${token.slice(0, -2)}${token.endsWith('AA') ? 'BB' : 'AA'}`;
    for (const other of [body.nextCursor as string, turned])
      expect((await attest(other, undefined)).status).toBe(400);
    for (const path of ['/v1/programs', '/v1/citations'])
      expect((await service.get(`${path}?cursor=${encodeURIComponent(token)}`)).status).toBe(400);
  });
});

describe('An Idempotency-Key', () => {
  it('answers its first sender only', async () => {
    const send = (by: Person) =>
      by
        .post('/v1/interests', { approach: 'cbt', statement: 'I teach it.' })
        .set('idempotency-key', 'shared');
    const [first, second] = [await send(author), await send(author2)];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).not.toEqual(first.body);
  });
});

describe('A cursor of a list for administrators', () => {
  it('gives no one else access to that list', async () => {
    const { body } = await admin.get('/v1/keys?limit=1');
    const next = `/v1/keys?limit=1&cursor=${encodeURIComponent(body.nextCursor)}`;
    expect(
      await statuses({
        nobody: () => service.get(next),
        editor: () => editor.get(next),
        administrator: () => admin.get(next),
      }),
    ).toEqual({ nobody: 401, editor: 403, administrator: 200 });
  });
});
