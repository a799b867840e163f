import {
  afterObservationAct,
  OBSERVATION_ACTS,
  OBSERVATION_STATUSES,
  OBSERVATION_TRANSITIONS,
  whyNoDispute,
} from './observation-life.js';
import type { Actor, Role } from './role.js';

describe('the lifecycle of an observation', () => {
  it.each(OBSERVATION_TRANSITIONS)('lets $act lead from $from to $to', ({ act, from, to }) => {
    expect(afterObservationAct(act, from)).toEqual({ to });
  });

  const refused = OBSERVATION_ACTS.flatMap((act) =>
    OBSERVATION_STATUSES.filter(
      (from) => !OBSERVATION_TRANSITIONS.some((one) => one.act === act && one.from === from),
    ).map((from) => ({ act, from })),
  );
  it.each(refused)('refuses to $act what is $from, and says why', ({ act, from }) => {
    expect(afterObservationAct(act, from)).toEqual({ refused: expect.stringMatching(/statement/) });
  });
});

describe('a dispute', () => {
  const actor = (id: string, ...roles: Role[]) => ({ id, name: id, roles });
  const confirmed = { standing: 'confirmed', observerId: 'a', observerName: 'Cory Coach' } as const;

  it('is for another coach or an editor', () => {
    expect(whyNoDispute(actor('b', 'coach'), confirmed)).toBeUndefined();
    expect(whyNoDispute(actor('b', 'directory-editor'), confirmed)).toBeUndefined();
  });

  it.each(['coach', 'directory-editor'] as const)(
    'is never about a statement of the same person, even for a %s',
    (role) => {
      expect(whyNoDispute(actor('a', role), confirmed)).toMatch(/your own statement/);
    },
  );

  it('is never about a statement of the same person, even with a new key', () => {
    const renewed: Actor = { id: 'c', name: 'cory coach', roles: ['coach'] };
    expect(whyNoDispute(renewed, confirmed)).toMatch(/your own statement/);
  });

  it.each(['attested', 'verified'] as const)('of what is %s is for an editor', (standing) => {
    const statement = { standing, observerId: null, observerName: 'Intake' };
    expect(whyNoDispute(actor('b', 'coach'), statement)).toMatch(/directory editor/);
    expect(whyNoDispute(actor('b', 'coach', 'directory-editor'), statement)).toBeUndefined();
  });
});
