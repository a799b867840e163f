import type { Session } from '../../vocabulary/services.js';
import { WEEKDAYS } from '../../vocabulary/services.js';
import { freeStretches, isFreeOf, shareFree } from './hours.js';
import type { WorkHours } from './hours.js';

const at = (day: Session['day'], from: string, to: string): Session => ({ day, from, to });
const OFFICE: WorkHours[] = [{ days: ['mo', 'tu', 'we', 'th', 'fr'], from: '09:00', to: '17:00' }];
const NIGHTS: WorkHours[] = [{ days: ['fr', 'su'], from: '22:00', to: '06:00' }];

describe('a session', () => {
  it.each<[string, Session, WorkHours[], boolean]>([
    ['in the evening is free of office hours', at('mo', '18:00', '20:00'), OFFICE, true],
    ['on a Saturday is free of office hours', at('sa', '10:00', '12:00'), OFFICE, true],
    ['that ends as work begins is free', at('mo', '07:00', '09:00'), OFFICE, true],
    ['that begins as work ends is free', at('mo', '17:00', '18:00'), OFFICE, true],
    ['that reaches a minute into work is not', at('mo', '07:00', '09:01'), OFFICE, false],
    ['that holds the whole of work is not', at('mo', '06:00', '23:00'), OFFICE, false],
    ['on the morning after a night shift is not free', at('sa', '05:00', '07:00'), NIGHTS, false],
    ['on the evening before the shift begins is free', at('fr', '20:00', '22:00'), NIGHTS, true],
    ['early on Monday is not free of Sunday night', at('mo', '05:00', '07:00'), NIGHTS, false],
    ['late on Monday is free of Sunday night', at('mo', '06:00', '07:00'), NIGHTS, true],
    ['over midnight of Sunday is not free of Monday from one', at('su', '23:00', '02:00'), [{ days: ['mo'], from: '01:00', to: '05:00' }], false], // prettier-ignore
    ['over midnight of Sunday is free of Monday from two', at('su', '23:00', '02:00'), [{ days: ['mo'], from: '02:00', to: '05:00' }], true], // prettier-ignore
  ])('%s', (_what, session, workHours, free) => {
    expect(isFreeOf(session, workHours)).toBe(free);
  });

  it('is free where there are no working hours, and never where they are always', () => {
    const always: WorkHours[] = [{ days: WEEKDAYS, from: '00:00', to: '00:00' }];
    expect([isFreeOf(at('we', '10:00', '11:00'), []), isFreeOf(at('su', '23:30', '00:30'), always)]).toEqual([
      true,
      false,
    ]);
  });
});

describe('the free share of sessions', () => {
  it('is by minutes, not by sessions', () => {
    expect(shareFree([at('mo', '18:00', '21:00'), at('tu', '09:00', '10:00')], OFFICE)).toBe(0.75);
  });

  it('counts a minute at work once, where working hours overlap', () => {
    const twice: WorkHours[] = [...OFFICE, { days: ['mo'], from: '08:00', to: '17:00' }];
    expect(shareFree([at('mo', '16:00', '18:00')], twice)).toBe(0.5);
  });

  it('is 0 for none, and 1 outside work', () => {
    expect([shareFree([], OFFICE), shareFree([at('su', '10:00', '11:00')], OFFICE)]).toEqual([0, 1]);
  });
});

describe('the stretches of hours in which one may come', () => {
  it.each<[string, Session, WorkHours[], Session[]]>([
    ['before work', at('mo', '05:30', '11:00'), OFFICE, [at('mo', '05:30', '09:00')]],
    [
      'before and after work',
      at('mo', '08:00', '20:00'),
      OFFICE,
      [at('mo', '08:00', '09:00'), at('mo', '17:00', '20:00')],
    ],
    ['of a whole day and night', at('su', '00:00', '00:00'), NIGHTS, [at('su', '00:00', '22:00')]],
    ['past midnight', at('mo', '16:00', '02:00'), OFFICE, [at('mo', '17:00', '02:00')]],
    ['of half an hour', at('mo', '16:00', '17:30'), OFFICE, [at('mo', '17:00', '17:30')]],
    ['not of less', at('mo', '08:31', '17:29'), OFFICE, []],
    ['none while one works', at('mo', '09:00', '17:00'), OFFICE, []],
  ])('are free %s', (_how, hours, work, free) => {
    expect(freeStretches(hours, work)).toEqual(free);
  });
});
