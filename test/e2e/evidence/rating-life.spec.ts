import type { Response } from 'supertest';
import { withoutCodings } from '../../../src/http/answers/content-coding.js';
import { loadGradedApproaches } from '../../../src/evidence/graded-approaches.js';
import { COMPLETE, EvidenceDesk, type RatingBody } from '../../support/evidence-desk.js';
import { type Person, WholeService } from '../../support/whole-service.js';

const NEVER = '00000000-0000-4000-8000-000000000000';

let service: WholeService;
let desk: EvidenceDesk;
let author: Person;
let reviewer: Person;
beforeAll(async () => {
  service = await WholeService.open();
  desk = await EvidenceDesk.at(service);
  ({ author, reviewer } = desk);
});
afterAll(() => service.close());

describe('Drafting a rating', () => {
  const draft = {
    approach: 'mbrp',
    condition: 'nicotine',
    outcome: 'abstinence at six months',
    outcomeGroup: 'abstinence',
    comparator: 'usual care',
    comparatorType: 'usual-care',
    certainty: 'very-low',
    direction: 'unknown',
  };

  it('is for authors', async () => {
    expect((await service.post('/v1/ratings', draft)).status).toBe(401);
    expect((await reviewer.post('/v1/ratings', draft)).status).toBe(403);
  });

  it('stores what is omitted as not known, and is not public', async () => {
    const { status, body, headers } = await author.post('/v1/ratings', draft);
    expect([status, headers['cache-control']]).toEqual([201, 'no-store']);
    expect(body).toMatchObject({
      status: 'draft',
      reviewState: 'draft, not reviewed',
      badge: 'too-little-evidence',
      population: null,
      effect: null,
      citations: [],
      edition: 1,
      authors: ['Ann Author'],
    });
    expect((await service.get(`/v1/ratings/${body.id}`)).status).toBe(404);
    expect((await service.get(`/v1/ratings/${body.id}/history`)).status).toBe(404);
    expect((await reviewer.get(`/v1/ratings/${body.id}`)).status).toBe(200);
    const { body: approach } = await service.get('/v1/approaches/mbrp');
    expect(approach.ratings.map(({ id }: RatingBody) => id)).not.toContain(body.id);
  });

  it('of what is rated already is refused, with the way to a new version', async () => {
    const again = { ...draft, outcome: 'craving' };
    const { body: first } = await author.post('/v1/ratings', again);
    const { status, body } = await author.post('/v1/ratings', again);
    expect([status, body.detail]).toEqual([409, expect.stringContaining(`/v1/ratings/${first.id}/versions`)]);
  });

  it('names an unknown approach and an unknown citation', async () => {
    const unknownApproach = await author.post('/v1/ratings', { ...draft, approach: 'no-such' });
    expect(unknownApproach.body).toMatchObject({ status: 422, errors: [{ pointer: '/approach' }] });
    const unknownWork = await author.post('/v1/ratings', { ...draft, outcome: 'x', citations: [NEVER] });
    expect(unknownWork.body).toMatchObject({ status: 422, errors: [{ pointer: '/citations/0' }] });
  });

  it('names every bad field, and the one that was meant', async () => {
    const { status, body } = await author.post('/v1/ratings', {
      ...draft,
      certainty: 'hgh',
      populatoin: 'adults',
    });
    expect([status, body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()]).toEqual([
      400,
      ['/certainty', '/populatoin'],
    ]);
    expect(JSON.stringify(body.errors)).toContain('did you mean \\"population\\"');
  });

  it('with the same Idempotency-Key is done once, also at the same moment', async () => {
    const once = { ...draft, outcome: 'days of use' };
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => author.post('/v1/ratings', once).set('idempotency-key', 'draft-once')),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(201));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    const other = await author
      .post('/v1/ratings', { ...once, outcome: 'another' })
      .set('idempotency-key', 'draft-once');
    expect([other.status, other.body.errors[0].parameter]).toEqual([422, 'Idempotency-Key']);
  });
});

describe('Editing a draft', () => {
  const content = { outcomeGroup: 'craving', comparatorType: 'active', certainty: 'low', direction: 'mixed' };

  it('needs the ETag of what was read: 428 without, 412 after another edit', async () => {
    const { id } = await desk.currentRating('gabapentin-aud');
    const { body: draft } = await author.post(`/v1/ratings/${id}/versions`);
    const path = `/v1/ratings/${draft.id}`;
    expect((await author.put(path, content)).status).toBe(428);
    const { etag = '' } = (await author.get(path)).headers;
    const edited = await author.put(path, content).set('if-match', etag);
    expect(edited.body).toMatchObject({ status: 'draft', badge: 'mixed', effect: null, citations: [] });
    const stale = await author.put(path, content).set('if-match', etag);
    expect([stale.status, stale.headers['etag']]).toEqual([412, (await author.get(path)).headers['etag']]);
    expect((await author.put(path, content).set('if-match', '"of nothing"')).status).toBe(412);
    // The response to an edit has the same ETag as a GET.
    const got = await author.get(path);
    expect(withoutCodings(edited.headers['etag']!)).toBe(withoutCodings(got.headers['etag']!));
    const next = await author.put(path, content).set('if-match', edited.headers['etag'] ?? '');
    expect(next.status).toBe(200);
  });

  it('that is public is refused: a new version must be drafted', async () => {
    const { id } = await desk.currentRating('topiramate');
    const { headers } = await service.get(`/v1/ratings/${id}`);
    const { status, body } = await author
      .put(`/v1/ratings/${id}`, content)
      .set('if-match', headers['etag'] ?? '');
    expect([status, body.detail]).toEqual([409, expect.stringContaining('draft a new version')]);
  });

  it('that is in review is refused', async () => {
    const { id } = await desk.inReview((await desk.currentRating('topiramate')).id);
    const { headers } = await author.get(`/v1/ratings/${id}`);
    const { status } = await author.put(`/v1/ratings/${id}`, content).set('if-match', headers['etag'] ?? '');
    expect(status).toBe(409);
  });
});

describe('A step that is not in the table', () => {
  const steps = ['submit', 'approve', 'return', 'retract'] as const;
  const walk: Record<string, (from: string) => Promise<string>> = {
    draft: async (from) => (await author.post(`/v1/ratings/${from}/versions`, COMPLETE)).body.id,
    in_review: async (from) => (await desk.inReview(from)).id,
    published: async (from) => (await desk.published(from)).id,
    superseded: async (from) => {
      const { id } = await desk.published(from);
      await desk.published(id);
      return id;
    },
    retracted: async (from) => {
      const { id } = await desk.published(from);
      await reviewer.post(`/v1/ratings/${id}/retract`, { why: 'to see it' });
      return id;
    },
  };
  const allowed = ['draft submit', 'draft retract', 'in_review approve', 'in_review return'].concat([
    'in_review retract',
    'published retract',
  ]);
  // Each on its own rating.
  const approaches = ['craft', 'al-anon', 'naloxone', 'smart-recovery', 'acamprosate'];

  it.each(Object.keys(walk).map((state, at) => [state, approaches[at]!]))(
    'is refused with 409 and the reason: %s',
    async (state, approach) => {
      const id = await walk[state]!((await desk.currentRating(approach)).id);
      const body = { why: 'because', impact: NEVER, conflictStatement: 'none' };
      for (const step of steps) {
        if (allowed.includes(`${state} ${step}`)) continue;
        const by = step === 'submit' ? author : reviewer;
        const sent = step === 'submit' || step === 'return' || step === 'retract' ? { why: 'because' } : body;
        const fitting = step === 'approve' ? { impact: NEVER, conflictStatement: 'none' } : sent;
        const answer = await by.post(`/v1/ratings/${id}/${step}`, fitting);
        expect([state, step, answer.status, answer.body.detail]).toEqual([
          state,
          step,
          409,
          expect.stringMatching(/^This version is .*: only one that is .* can be/),
        ]);
      }
      expect((await reviewer.get(`/v1/ratings/${id}`)).body.status).toBe(state);
    },
  );
});

describe('Publishing a rating', () => {
  it('needs four eyes: an author cannot approve their own version', async () => {
    const both = await service.person('Both Author and Reviewer', 'author', 'reviewer');
    const { id: from } = await desk.currentRating('disulfiram');
    const { body: draft } = await both.post(`/v1/ratings/${from}/versions`, COMPLETE);
    await both.post(`/v1/ratings/${draft.id}/submit`);
    const impact = await desk.impactOf(draft.id);
    const { status, body } = await desk.approve(draft.id, impact, both);
    expect([status, body.detail]).toEqual([403, expect.stringContaining('The author of a rating cannot')]);
    expect((await desk.approve(draft.id, impact)).status).toBe(200);
  });

  it('is not for a person with a declared interest in the approach', async () => {
    const interested = await service.person('Ida Interested', 'reviewer');
    const declared = await interested.post('/v1/interests', {
      approach: 'naltrexone-oral-aud',
      statement: 'paid speaker of a maker',
    });
    expect(declared.status).toBe(201);
    const { id } = await desk.inReview((await desk.currentRating('naltrexone-oral-aud')).id);
    const { status, body } = await desk.approve(id, await desk.impactOf(id), interested);
    expect([status, body.detail]).toEqual([403, expect.stringContaining('declared an interest')]);
    expect((await service.get('/v1/interests')).body.interests).toContainEqual(
      expect.objectContaining({ approach: 'naltrexone-oral-aud', personName: 'Ida Interested' }),
    );
  });

  it('needs every minimal field, and its author reads at the submission which are missing', async () => {
    const { body: draft } = await author.post('/v1/ratings', {
      approach: 'cra',
      condition: 'sedative',
      outcome: 'retention',
      outcomeGroup: 'retention',
      comparator: 'usual care',
      comparatorType: 'usual-care',
      certainty: 'low',
      direction: 'unknown',
    });
    const lacks = [
      '/population',
      '/certaintySource',
      '/direction',
      '/reasons',
      '/reasons/statedBy',
      '/effect',
      '/citations',
    ];
    const places = (errors: { pointer: string }[]) => errors.map(({ pointer }) => pointer);
    expect(places(draft.missing)).toEqual(lacks);
    const { status, body } = await author.post(`/v1/ratings/${draft.id}/submit`);
    expect([status, places(body.errors)]).toEqual([422, lacks]);
    expect((await author.get(`/v1/ratings/${draft.id}`)).body.status).toBe('draft');
  });

  it('needs the signature of its reviewer: the impact and their interests', async () => {
    const { id } = await desk.inReview((await desk.currentRating('cra')).id);
    const { status, body } = await reviewer.post(`/v1/ratings/${id}/approve`, {});
    expect([status, body.errors.map(({ pointer }: { pointer: string }) => pointer)]).toEqual([
      422,
      ['/impact', '/conflictStatement'],
    ]);
  });

  it('needs an impact of this very version on the evidence as it is', async () => {
    const { id } = await desk.inReview((await desk.currentRating('bct')).id);
    const impact = await desk.impactOf(id);
    await desk.published((await desk.currentRating('residential')).id);
    const { status, body } = await desk.approve(id, impact);
    expect([status, body.detail]).toEqual([409, expect.stringContaining('calculate it again')]);
    expect((await desk.approve(id, await desk.impactOf(id))).status).toBe(200);
  });

  it('replaces the previous version, signed, with both readable', async () => {
    const previous = await desk.currentRating('matrix');
    const published = await desk.published(previous.id, { certainty: 'low' });
    const response = await service.get(`/v1/ratings/${published.id}`);
    expect(response.body).toMatchObject({
      status: 'published',
      reviewState: expect.stringMatching(/^reviewed by Rae Reviewer, MD on \d{4}-\d{2}-\d{2}$/),
      reviewer: 'Rae Reviewer, MD',
      conflictOfInterest: 'none',
      badge: 'limited-support',
      edition: 2,
    });
    expect((await service.get(`/v1/ratings/${previous.id}`)).body.status).toBe('superseded');
    const { body: approach } = await service.get('/v1/approaches/matrix');
    const standing = approach.ratings.map(({ id }: RatingBody) => id);
    expect(standing).toContain(published.id);
    expect(standing).not.toContain(previous.id);
  });

  it('by two reviewers at once is won by exactly one', async () => {
    const { id: from } = await desk.currentRating('contingency-management');
    const { id } = await desk.inReview(from);
    const rivals = await Promise.all(
      Array.from({ length: 6 }, (_, i) => service.person(`Rival ${i}`, 'reviewer')),
    );
    const impact = await desk.impactOf(id);
    const answers = await Promise.all(rivals.map((rival) => desk.approve(id, impact, rival)));
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409, 409, 409, 409, 409]);
    const winner = answers.find(({ status }) => status === 200)!;
    expect((await service.get(`/v1/ratings/${id}`)).body.reviewer).toBe(winner.body.reviewer);
    const trail = await service.dataSource.query(
      `SELECT count(*)::integer AS count FROM audit WHERE action = 'rating.approve' AND entity_id = $1`,
      [id],
    );
    expect(trail).toEqual([{ count: 1 }]);
  });

  it('cannot be bypassed in the database', async () => {
    const { id } = await desk.published((await desk.currentRating('rmc')).id);
    const sql = (statement: string) => service.dataSource.query(statement, [id]);
    await expect(sql(`UPDATE rating SET certainty = 'high' WHERE id = $1`)).rejects.toThrow('never changed');
    await expect(sql('DELETE FROM rating WHERE id = $1')).rejects.toThrow('never deleted');
    await expect(sql('DELETE FROM rating_citation WHERE rating_id = $1')).rejects.toThrow('never changed');
  });
});

describe('A rating whose review is overdue', () => {
  it('is listed, and counts for less from the day on that it was due', async () => {
    const { id } = await desk.published((await desk.currentRating('digital-tes')).id);
    const { body } = await service.get(`/v1/ratings/${id}`);
    const claimOn = async (day: string) => {
      const approaches = await loadGradedApproaches(service.dataSource.manager, day);
      return approaches.find(({ code }) => code === 'digital-tes')?.ratings.find((claim) => claim.id === id);
    };
    expect(await claimOn(body.nextReviewOn)).not.toHaveProperty('overdueMonths');
    expect((await claimOn('2029-01-01'))?.overdueMonths).toBeGreaterThan(12);
    const { body: due } = await reviewer.get('/v1/ratings?overdue=true');
    expect(due.ratings).toEqual([]);
    const { body: mine } = await reviewer.get('/v1/ratings?status=published&approach=digital-tes');
    expect(mine.ratings.map((rating: RatingBody) => rating.id)).toEqual([id]);
  });
});

describe('The desk’s list of ratings', () => {
  it('is walked page by page, what is due first, each rating once', async () => {
    const walked: RatingBody[] = [];
    for (let path: string | undefined = '/v1/ratings?limit=20&status=draft,published'; path;) {
      const { body, headers }: Response = await reviewer.get(path);
      walked.push(...(body.ratings as RatingBody[]));
      path = /^<(.+)>; rel="next"$/.exec(headers['link'] ?? '')?.[1];
    }
    const stored = await service.dataSource.query(
      `SELECT id FROM rating WHERE status IN ('draft', 'published') ORDER BY next_review_on, id`,
    );
    expect(stored.length).toBeGreaterThan(100);
    expect(walked.map(({ id }) => ({ id }))).toEqual(stored);
  });

  it('accepts a cursor for the same request only', async () => {
    const { body } = await reviewer.get('/v1/ratings?limit=1');
    const other = await reviewer.get(`/v1/ratings?limit=1&status=draft&cursor=${body.nextCursor}`);
    expect([other.status, other.body.errors[0].parameter]).toEqual([400, 'cursor']);
  });
});

describe('A rating that was returned', () => {
  it('is a draft again, with the reason, and can be edited and submitted anew', async () => {
    const { id } = await desk.inReview((await desk.currentRating('peer-support')).id);
    const returned = await reviewer.post(`/v1/ratings/${id}/return`, { why: 'name the setting' });
    expect(returned.body).toMatchObject({ status: 'draft', statusNote: 'name the setting' });
    expect((await author.post(`/v1/ratings/${id}/submit`)).body.status).toBe('in_review');
  });
});

describe('A new version of a rating', () => {
  it('keeps the reasons that it does not name, drops those that are null, and lists what it drops', async () => {
    const first = await desk.published((await desk.currentRating('buprenorphine')).id, {
      effect: 'RR 1.1 (0.9-1.3)',
      effectVerified: true,
      note: 'one trial',
      reasons: { imprecision: 'few events', riskOfBias: 'open label', statedBy: 'review', source: 'Table 2' },
    });
    const { status, body } = await author.post(`/v1/ratings/${first.id}/versions`, {
      effect: 'RR 1.2 (1.0-1.4)',
      citations: first.citationIds.slice(1),
      reasons: { riskOfBias: null, other: 'a second trial', statedBy: 'drafter' },
    });
    expect([status, body.reasons, body.drops, body.missing]).toEqual([
      201,
      expect.objectContaining({
        riskOfBias: null,
        imprecision: 'few events',
        other: 'a second trial',
        statedBy: 'drafter',
        source: 'Table 2',
      }),
      [
        { pointer: '/reasons/riskOfBias', before: 'open label' },
        { pointer: '/effectVerified', before: true },
        { pointer: '/citations', before: first.citationIds.slice(0, 1) },
      ],
      expect.arrayContaining([{ pointer: '/changeNote', message: 'state why this version was made' }]),
    ]);
  });

  it('that is written anew lists what its draft said, and its ETag is that of a GET', async () => {
    const { id: from } = await desk.currentRating('tsf-aa');
    const { body: draft } = await author.post(`/v1/ratings/${from}/versions`, COMPLETE);
    const { headers } = await author.get(`/v1/ratings/${draft.id}`);
    const { outcomeGroup, comparatorType, certainty, direction, citationIds } = draft;
    const replaced = await author
      .put(`/v1/ratings/${draft.id}`, {
        outcomeGroup,
        comparatorType,
        certainty,
        direction,
        citations: citationIds,
        certaintySource: 'our own reading',
        effect: 'not stated',
        reasons: COMPLETE.reasons,
      })
      .set('if-match', headers.etag!);
    expect([replaced.status, replaced.body.drops.map(({ pointer }: { pointer: string }) => pointer)]).toEqual(
      [200, expect.arrayContaining(['/population'])],
    );
    const got = await author.get(`/v1/ratings/${draft.id}`);
    expect(withoutCodings(replaced.headers.etag!)).toBe(withoutCodings(got.headers.etag!));
  });
});

describe('The history of a rating', () => {
  it('reads as a difference per field over three versions', async () => {
    const first = await desk.currentRating('iop');
    const second = await desk.published(first.id, { certainty: 'low' });
    const third = await desk.published(second.id, {
      certainty: 'low',
      effect: 'RR 1.02 (0.90-1.15)',
      effectVerified: true,
      reasons: { imprecision: 'wide interval', statedBy: 'review' },
      changeNote: 'effect read in the source',
    });
    const { status, body } = await service.get(`/v1/ratings/${first.id}/history`);
    expect([status, body.claimId, body.approach]).toEqual([200, first.claimId, 'iop']);
    expect(body.versions.map(({ id, edition, status: state }: RatingBody) => [id, edition, state])).toEqual([
      [first.id, 1, 'superseded'],
      [second.id, 2, 'superseded'],
      [third.id, 3, 'published'],
    ]);
    expect(body.versions[0].differences).toEqual([]);
    expect(body.versions[1].differences).toContainEqual({
      pointer: '/certainty',
      before: 'moderate',
      after: 'low',
    });
    expect(body.versions[2].differences).toEqual([
      { pointer: '/reasons/imprecision', before: null, after: 'wide interval' },
      { pointer: '/reasons/statedBy', before: 'drafter', after: 'review' },
      { pointer: '/effect', before: 'not stated', after: 'RR 1.02 (0.90-1.15)' },
      { pointer: '/effectVerified', before: false, after: true },
      { pointer: '/changeNote', before: 'first review', after: 'effect read in the source' },
    ]);
    expect(body.versions[2].impact).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('The audit trail of a rating', () => {
  it('has one row for every act, with who, before, after and why', async () => {
    const { id: from } = await desk.currentRating('johnson-intervention');
    const second = await desk.published(from);
    await reviewer.post(`/v1/ratings/${second.id}/retract`, { why: 'superseded by nothing, a test' });
    const trail = await service.dataSource.query(
      `SELECT entity_id, action, actor_name, before ->> 'status' AS before, after ->> 'status' AS after, why
         FROM audit WHERE entity_id = ANY($1) ORDER BY seq`,
      [[from, second.id]],
    );
    expect(trail.map((row: object) => Object.values(row))).toEqual([
      [second.id, 'rating.version', 'Ann Author', null, null, 'first review'],
      [second.id, 'rating.submit', 'Ann Author', 'draft', 'in_review', null],
      [from, 'rating.supersede', 'Rae Reviewer, MD', 'draft', 'superseded', null],
      [second.id, 'rating.approve', 'Rae Reviewer, MD', 'in_review', 'published', null],
      [
        second.id,
        'rating.retract',
        'Rae Reviewer, MD',
        'published',
        'retracted',
        'superseded by nothing, a test',
      ],
    ]);
  });
});
