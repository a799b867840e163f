import {
  afterTicketAct,
  daysToClose,
  SAFETY_MATTERS,
  TICKET_ACTS,
  TICKET_MATTERS,
  TICKET_STATES,
  TICKET_TRANSITIONS,
} from './ticket-life.js';

describe('the lifecycle of a ticket', () => {
  it.each(TICKET_TRANSITIONS)('lets $act lead from $from to $to', ({ act, from, to }) => {
    expect(afterTicketAct(act, from)).toEqual({ to });
  });

  const refused = TICKET_ACTS.flatMap((act) =>
    TICKET_STATES.filter(
      (from) => !TICKET_TRANSITIONS.some((one) => one.act === act && one.from === from),
    ).map((from) => ({ act, from })),
  );
  it.each(refused)('refuses to $act what is $from, and says why', ({ act, from }) => {
    expect(afterTicketAct(act, from)).toEqual({ refused: expect.stringMatching(/ticket/) });
  });

  it('ends when it is closed', () => {
    expect(TICKET_TRANSITIONS.filter(({ from }) => from === 'closed')).toEqual([]);
  });
});

describe('the days to close a ticket', () => {
  it.each([
    ['medications', 3],
    ['withdrawalSettings', 3],
    ['closed', 3],
    ['website', 14],
    ['prices', 14],
  ])('on %s are %d', (about, days) => {
    expect(daysToClose(about)).toBe(days);
  });

  it('are fewer only on matters that a ticket can be about', () => {
    expect([...SAFETY_MATTERS].filter((about) => !TICKET_MATTERS.includes(about))).toEqual([]);
  });
});
