import { EvidenceDesk } from '../../support/evidence-desk.js';
import { WholeService } from '../../support/whole-service.js';

let service: WholeService;
let desk: EvidenceDesk;
beforeAll(async () => {
  service = await WholeService.open();
  desk = await EvidenceDesk.at(service);
});
afterAll(() => service.close());

const GRADE = {
  approach: 'family-therapies-teen',
  condition: 'cannabis',
  outcome: 'substance use at 12 months',
  outcomeGroup: 'substance-use',
  comparator: 'usual care',
  comparatorType: 'usual-care',
  url: 'https://example.org/a-program',
};
const take = (scheme: string, grades: object[], more: object = {}) =>
  desk.author.post('/v1/ratings/imports', { scheme, grades, ...more });

describe('A grade of another scheme', () => {
  it('becomes a draft with the grade and the link it was made from', async () => {
    const { status, body } = await take('cebc', [{ ...GRADE, grade: '1' }]);
    expect([status, body]).toEqual([
      200,
      {
        read: 1,
        drafted: 1,
        unchanged: 0,
        refused: 0,
        grades: [
          {
            position: 0,
            outcome: 'drafted',
            rating: expect.any(String),
            certainty: 'moderate',
            direction: 'benefit',
            message: expect.stringContaining('GRADE'),
          },
        ],
      },
    ]);
    const draft = await desk.author.get(`/v1/ratings/${body.grades[0].rating}`);
    expect(draft.body).toMatchObject({
      status: 'draft',
      badge: 'supported',
      originalGrade: { scheme: 'cebc', grade: '1', url: GRADE.url },
      certaintySource: expect.stringContaining('California'),
    });
    expect((await service.get(`/v1/ratings/${body.grades[0].rating}`)).status).toBe(404);
  });

  it('that is known already changes nothing; another grade is a new version', async () => {
    const one = { ...GRADE, outcome: 'again', grade: '3' };
    const first = (await take('cebc', [one])).body.grades[0];
    expect((await take('cebc', [one])).body.grades[0]).toMatchObject({
      outcome: 'unchanged',
      rating: first.rating,
    });
    await desk.author.post(`/v1/ratings/${first.rating}/retract`, { why: 'to make room' });
    const next = (await take('cebc', [{ ...one, grade: '2' }])).body.grades[0];
    expect(next).toMatchObject({ outcome: 'version-drafted', certainty: 'moderate' });
    const { body } = await desk.author.get(`/v1/ratings/${next.rating}`);
    expect([body.edition, body.reasons.other]).toEqual([2, expect.stringMatching(/^Grade 2 of /)]);
  });

  it('replaces the reasons of the grade before, and lists what it drops', async () => {
    const one = { ...GRADE, outcome: 'regraded', grade: '3' };
    const { rating: id } = (await take('cebc', [one])).body.grades[0];
    const { headers, body: draft } = await desk.author.get(`/v1/ratings/${id}`);
    const { outcomeGroup, comparatorType, certainty, direction, changeNote } = draft;
    await desk.author
      .put(`/v1/ratings/${id}`, {
        outcomeGroup,
        comparatorType,
        certainty,
        direction,
        ...(changeNote === null ? {} : { changeNote }),
        reasons: { imprecision: 'few families', statedBy: 'drafter' },
      })
      .set('if-match', headers.etag!)
      .expect(200);
    await desk.author.post(`/v1/ratings/${id}/retract`, { why: 'to make room' });
    const next = (await take('cebc', [{ ...one, grade: '2' }])).body.grades[0];
    expect(next).toMatchObject({
      outcome: 'version-drafted',
      drops: [{ pointer: '/reasons/imprecision', before: 'few families' }],
    });
  });

  it('that covers certainty only uses the stated direction, else it is unknown', async () => {
    const { body } = await take('ahrq', [
      { ...GRADE, outcome: 'a', grade: 'Low', direction: 'harm' },
      { ...GRADE, outcome: 'b', grade: 'high' },
    ]);
    expect(
      body.grades.map(({ certainty, direction }: Record<string, string>) => [certainty, direction]),
    ).toEqual([
      ['low', 'harm'],
      ['high', 'unknown'],
    ]);
  });

  it('that cannot be imported is refused with its place and the fix, and stops no other', async () => {
    const { status, body } = await take('title-iv-e', [
      { ...GRADE, outcome: 'c', grade: 'superb' },
      { ...GRADE, approach: 'no-such-approach', outcome: 'd', grade: 'promising' },
      { ...GRADE, outcome: 'e', grade: 'does not meet' },
    ]);
    expect(status).toBe(200);
    expect(body).toMatchObject({ read: 3, drafted: 1, refused: 2 });
    expect(body.grades.map(({ message }: { message: string }) => message)).toEqual([
      expect.stringMatching(/^\/grades\/0\/grade: .*well-supported, supported, promising/),
      expect.stringMatching(/^\/grades\/1\/approach: the registry has no approach/),
      expect.stringContaining('no harm'),
    ]);
    expect(body.grades[2]).toMatchObject({ certainty: 'very-low', direction: 'unknown' });
  });

  it('in a dry run leaves nothing behind', async () => {
    const count = async () =>
      (
        await service.dataSource.query(
          'SELECT (SELECT count(*) FROM rating), (SELECT count(*) FROM audit) AS a',
        )
      )[0];
    const before = await count();
    const { body } = await take('nrepp', [{ ...GRADE, outcome: 'f', grade: 'effective' }], { dryRun: true });
    expect(body).toMatchObject({ drafted: 1, grades: [{ outcome: 'drafted', certainty: 'low' }] });
    expect(body.grades[0]).not.toHaveProperty('rating');
    expect(await count()).toEqual(before);
  });

  it('is imported by authors, from a known scheme', async () => {
    expect((await desk.reviewer.post('/v1/ratings/imports', { scheme: 'cebc', grades: [] })).status).toBe(
      403,
    );
    const { status, body } = await take('cebcc', [{ ...GRADE, grade: '1' }]);
    expect([status, body.errors[0]]).toEqual([
      400,
      expect.objectContaining({ pointer: '/scheme', suggestion: 'cebc' }),
    ]);
  });
});
