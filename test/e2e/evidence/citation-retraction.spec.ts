import type { MatchAnswer } from '../../../src/matching/match-answer.dto.js';
import { EvidenceDesk, type RatingBody } from '../../support/evidence-desk.js';
import { program } from '../../support/program-intakes.js';
import { WholeService } from '../../support/whole-service.js';

const NOTICE = { notice: 'https://doi.org/10.1000/notice', why: 'retracted by its journal' };

let service: WholeService;
let desk: EvidenceDesk;
beforeAll(async () => {
  service = await WholeService.open();
  desk = await EvidenceDesk.at(service);
  await service.store('survey', [
    program('Peers', { conditions: { yes: ['alcohol'] }, approaches: { yes: ['smart-recovery'] } }),
  ]);
});
afterAll(() => service.close());

const say = (id: string, body: object) => desk.author.post(`/v1/citations/${id}/retraction`, body);
const evidenceOf = async (one: Pick<WholeService, 'match'>) => {
  const { body } = await one.match({ assessment: { conditions: [{ condition: 'alcohol' }] } });
  const { value } = body.tracks[0].matches[0].criteria.find(
    ({ code }: { code: string }) => code === 'evidence',
  ) as { value: number };
  return { value, legend: (body as MatchAnswer).legend.evidence };
};

describe('A work that is retracted', () => {
  it('sends every published rating based on it to review in the same request, in every process', async () => {
    const published = await desk.published((await desk.currentRating('smart-recovery')).id, {
      certainty: 'high',
    });
    const other = await service.neighbor();
    try {
      const before = await Promise.all([evidenceOf(service), evidenceOf(other)]);
      const ofApproach = ({ legend }: (typeof before)[0]) =>
        legend.find(({ approach }) => approach === 'smart-recovery');
      expect(ofApproach(before[0])).toMatchObject({
        reviewed: true,
        reviewedBy: desk.reviewer.name,
        badge: published.badge,
      });

      const work = published.citationIds[0]!;
      const { status, body } = await say(work, { state: 'retracted', on: '2026-11-01', ...NOTICE });
      expect([status, body.citation.retraction]).toEqual([
        200,
        { state: 'retracted', on: '2026-11-01', notice: NOTICE.notice },
      ]);
      expect(body.reopened.map(({ id, status: state }: RatingBody) => [id, state])).toEqual([
        [published.id, 'in_review'],
      ]);

      const after = await Promise.all([evidenceOf(service), evidenceOf(other)]);
      for (const at of [0, 1]) expect(after[at]!.value).toBeLessThan(before[at]!.value);
      expect(after[1]).toEqual(after[0]);
      expect(ofApproach(after[0])).toMatchObject({ reviewed: false });
      expect(ofApproach(after[0])).not.toHaveProperty('reviewedBy');
    } finally {
      await other.close();
    }
  });

  it('is marked with the rating, which is still public and cannot be edited', async () => {
    const published = await desk.published((await desk.currentRating('peer-support')).id);
    const [work = ''] = published.citationIds;
    await say(work, { state: 'retracted', ...NOTICE });
    const { body: approach } = await service.get('/v1/approaches/peer-support');
    const rating = approach.ratings.find(({ id }: RatingBody) => id === published.id);
    expect(rating).toMatchObject({
      status: 'in_review',
      reviewState: 'in review: not reviewed, or to be reviewed again',
      statusNote: NOTICE.why,
      worksInDoubt: [{ citation: work, retraction: 'retracted' }],
    });
    const returned = await desk.reviewer.post(`/v1/ratings/${published.id}/return`, { why: 'x' });
    expect(returned.status).toBe(409);
  });

  it('keeps a rating from being approved again as it is; a version without the work takes its place', async () => {
    const { body: other } = await desk.author.post('/v1/citations', {
      title: 'A fictional trial of brief advice',
      doi: '10.1234/fictional.advice',
      doiSeen: true,
      year: 2025,
      design: 'randomised trial',
    });
    const published = await desk.published((await desk.currentRating('brief-intervention')).id);
    const [work = ''] = published.citationIds;
    await say(work, { state: 'retracted', ...NOTICE });
    const again = await desk.approve(published.id, await desk.impactOf(published.id));
    expect(again.body).toMatchObject({
      status: 422,
      errors: expect.arrayContaining([{ pointer: '/citations', message: expect.stringContaining(work) }]),
    });
    const next = await desk.published(published.id, { citations: [other.id], changeNote: 'without it' });
    expect(next).toMatchObject({ status: 'published', edition: 3, citationIds: [other.id] });
    expect((await service.get(`/v1/ratings/${published.id}`)).body.status).toBe('superseded');
  });

  it('leaves rows in the trail and in the change feed: of the work, and of each rating', async () => {
    const published = await desk.published((await desk.currentRating('matrix')).id);
    const [work = ''] = published.citationIds;
    const [{ seq }] = await service.dataSource.query('SELECT max(seq) AS seq FROM change');
    await say(work, { state: 'retracted', ...NOTICE });
    const changes = await service.dataSource.query(
      'SELECT entity, entity_id, kind FROM change WHERE seq > $1 ORDER BY seq',
      [seq],
    );
    expect(changes).toEqual([
      { entity: 'citation', entity_id: work, kind: 'changed' },
      { entity: 'rating', entity_id: published.id, kind: 'changed' },
    ]);
    const trail = await service.dataSource.query(
      `SELECT action, why FROM audit WHERE entity_id = ANY($1) ORDER BY seq DESC LIMIT 2`,
      [[work, published.id]],
    );
    expect(trail).toEqual([
      { action: 'rating.reopen', why: NOTICE.why },
      { action: 'citation.retraction', why: NOTICE.why },
    ]);
  });

  it('leaves drafts drafts, marked', async () => {
    const draft = await desk.currentRating('naloxone');
    const [work = ''] = draft.citationIds;
    expect((await say(work, { state: 'retracted', ...NOTICE })).body.reopened).toEqual([]);
    expect((await service.get(`/v1/ratings/${draft.id}`)).body).toMatchObject({
      status: 'draft',
      worksInDoubt: [{ citation: work, retraction: 'retracted' }],
    });
  });
});

describe('A work with an expression of concern', () => {
  it('sends its ratings to review, and a reviewer may approve them again', async () => {
    const published = await desk.published((await desk.currentRating('acra')).id);
    const [work = ''] = published.citationIds;
    const { body } = await say(work, { state: 'concern', ...NOTICE });
    expect(body.reopened).toHaveLength(1);
    const again = await desk.approve(published.id, await desk.impactOf(published.id));
    expect(again.body).toMatchObject({
      status: 'published',
      worksInDoubt: [{ citation: work, retraction: 'concern' }],
    });
  });
});

describe('The retraction status of a work', () => {
  it('needs the notice, and refuses one without a retraction', async () => {
    const [work = ''] = (await desk.currentRating('iop')).citationIds;
    const bare = await say(work, { state: 'retracted', why: 'x' });
    expect([bare.status, bare.body.errors[0].pointer]).toEqual([422, '/notice']);
    const odd = await say(work, { state: 'none', why: 'x', on: '2026-01-01' });
    expect([odd.status, odd.body.errors[0].pointer]).toEqual([422, '/on']);
    const coach = await service.person('Cory', 'coach');
    const refused = await coach.post(`/v1/citations/${work}/retraction`, { state: 'retracted', ...NOTICE });
    expect(refused.status).toBe(403);
  });
});
