import { addDays } from '../../../src/core/directory/shelf-life.js';
import { deskDueLines } from '../../../src/desk/desk-calendar.js';
import { today } from '../../support/days.js';
import { program } from '../../support/program-intakes.js';
import { WholeService } from '../../support/whole-service.js';

let service: WholeService;
beforeAll(async () => {
  service = await WholeService.open();
  await service.store('survey', [program('Harbor', {})]);
});
afterAll(() => service.close());

describe('The work of the directory’s desk', () => {
  it('is tickets by the day they are due, and statements that end', async () => {
    const editor = await service.person('Eve Editor', 'directory-editor');
    const [{ id }] = await service.dataSource.query('SELECT id FROM program');
    const report = await service.post(`/v1/programs/${id}/reports`, {
      about: 'phone',
      wrong: 'Nobody answers.',
    });
    const verified = await editor.post(`/v1/programs/${id}/verify`, {
      facts: { pregnancyCare: true },
      standing: 'verified',
      how: 'visit',
      learnedOn: today,
      expiresOn: addDays(today, 90),
      why: 'Visited.',
    });
    expect(verified.status).toBeLessThan(300);
    const lines = (day: string) => deskDueLines(service.dataSource.manager, day);

    const due = addDays(today, 3);
    expect(await lines(today)).toEqual([
      'Tickets on programs: 1, of which past their day: 0',
      `  due      ${due}  phone of program ${id} (report)  ${report.body.id}`,
      'Verified or attested statements that end within 60 days, or ended: 0',
    ]);
    await editor.post(`/v1/reports/${report.body.id}/take`);
    const later = await lines(addDays(today, 40));
    expect(later.slice(0, 3)).toEqual([
      'Tickets on programs: 1, of which past their day: 1',
      `  overdue  ${due}  phone of program ${id} (report, taken by Eve Editor)  ${report.body.id}`,
      'Verified or attested statements that end within 60 days, or ended: 1',
    ]);
    expect(later[3]).toContain(`${addDays(today, 90)}  pregnancyCare of program ${id}, by Eve Editor`);
  });
});
