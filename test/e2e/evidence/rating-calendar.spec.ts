import { ratingDueLines } from '../../../src/evidence/ratings/rating-calendar.js';
import { EvidenceDesk } from '../../support/evidence-desk.js';
import { WholeService } from '../../support/whole-service.js';

let service: WholeService;
let desk: EvidenceDesk;
beforeAll(async () => {
  service = await WholeService.open();
  desk = await EvidenceDesk.at(service);
});
afterAll(() => service.close());

describe('The desk’s tasks on ratings', () => {
  it('is what is overdue, what is in review and why, what falls due soon, and the drafts', async () => {
    const reviewed = await desk.published((await desk.currentRating('craft')).id);
    const waiting = await desk.inReview((await desk.currentRating('naloxone')).id);
    const { body } = await service.get(`/v1/ratings/${reviewed.id}`);
    const due = body.nextReviewOn as string;
    const lines = async (day: string) => ratingDueLines(service.dataSource.manager, day);

    const today = await lines(body.reviewedOn);
    expect(today).toEqual([
      `Ratings whose review is overdue on ${body.reviewedOn}: 0`,
      'Ratings in review: 1',
      expect.stringMatching(
        new RegExp(`^ {2}\\d{4}-\\d{2}-\\d{2}  naloxone, opioid, .*  ${waiting.id} \\(edition 2\\)$`),
      ),
      'Ratings to be reviewed within 60 days: 0',
      'Public drafts that are not reviewed: 119',
    ]);
    expect(await lines(due)).toContain(`  ${due}  craft, any, loved one enters treatment  ${reviewed.id}`);
    const late = `${Number(due.slice(0, 4)) + 1}${due.slice(4)}`;
    expect((await lines(late)).slice(0, 2)).toEqual([
      `Ratings whose review is overdue on ${late}: 1`,
      `  ${due}  craft, any, loved one enters treatment  ${reviewed.id} (12 months, reviewed by Rae Reviewer, MD)`,
    ]);

    const work = reviewed.citationIds[0]!;
    const doubt = { state: 'concern', notice: 'https://doi.org/10.1000/n', why: 'an expression of concern' };
    await desk.author.post(`/v1/citations/${work}/retraction`, doubt);
    expect((await lines(body.reviewedOn)).join('\n')).toContain(
      `${reviewed.id} (edition 2, was published before): an expression of concern`,
    );
  });
});
