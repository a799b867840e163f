import type { CriterionCode } from './codes.js';
import type { Contribution } from './score.js';
import { byDecision, type Compared, type Decider, whatDecides } from './what-decides.js';

const ALIKE: Compared = {
  id: 'a',
  tier: 'meets_all',
  leads: false,
  safetyOpen: false,
  reachOpen: false,
  score: 0.5,
  scoreRange: [0.4, 0.6],
  knownWeight: 0.7,
  distanceMeters: 5000,
  constraints: [],
  criteria: [],
};
const like = (changes: Partial<Compared>): Compared => ({ ...ALIKE, ...changes });
const earning = (contributions: Partial<Record<CriterionCode, number>>): Compared => {
  const criteria = Object.entries(contributions).map(
    ([code, contribution]) => ({ code, contribution }) as Contribution,
  );
  return like({ criteria, score: criteria.reduce((sum, { contribution }) => sum + contribution, 0) });
};

describe('what decides between two programs', () => {
  it.each<[Decider, Compared, Compared]>([
    ['match', like({ score: 0.1 }), like({ tier: null, leads: true })],
    ['leads', like({ leads: true, tier: 'confirm_first' }), ALIKE],
    ['tier', like({ score: 0.1 }), like({ tier: 'confirm_first' })],
    ['safety_open', like({ score: 0.1 }), like({ safetyOpen: true })],
    ['reach_open', like({ score: 0.1 }), like({ reachOpen: true })],
    ['score', like({ score: 0.6, knownWeight: 0.1 }), ALIKE],
    ['known_weight', like({ knownWeight: 0.8, distanceMeters: 9000 }), ALIKE],
    ['distance', like({ id: 'b', distanceMeters: 4000 }), ALIKE],
    ['distance', like({ id: 'b' }), like({ distanceMeters: undefined })],
    ['id', ALIKE, like({ id: 'b' })],
  ])('is %s where nothing before it differs, whatever follows', (by, first, second) => {
    expect(whatDecides(first, second).by).toBe(by);
    expect(byDecision(first, second)).toBeLessThan(0);
    expect(byDecision(second, first)).toBeGreaterThan(0);
  });

  it('is told of a score by what each criterion adds to the lead, most first; what they share is not told', () => {
    const first = earning({ evidence: 0.3, cost: 0.1, distance: 0.05, trust: 0.1 });
    const second = earning({ evidence: 0.1, cost: 0.15, distance: 0.05, trust: 0.05 });
    expect(whatDecides(first, second)).toEqual({
      by: 'score',
      level: false,
      criteria: [
        { code: 'evidence', lead: 0.2 },
        { code: 'trust', lead: 0.05 },
        { code: 'cost', lead: -0.05 },
      ],
    });
  });

  it.each<[boolean, Compared, Compared]>([
    [true, like({ score: 0.509 }), ALIKE],
    [false, like({ score: 0.52 }), ALIKE],
    [true, like({ knownWeight: 0.8 }), ALIKE],
    [true, ALIKE, like({ id: 'b' })],
    [false, like({ score: 0.501 }), like({ reachOpen: true })],
    [false, ALIKE, like({ tier: null })],
  ])('finds it %s that two are level by score and by all that ranks before it', (level, first, second) => {
    expect(whatDecides(first, second).level).toBe(level);
  });

  it('names no criteria where something before the score decides', () => {
    const open = { ...earning({ evidence: 0.1 }), safetyOpen: true };
    expect(whatDecides(earning({ evidence: 0.3 }), open).criteria).toEqual([]);
  });
});
