import { seededKnowledge } from '../../../../test/cases/seeded-knowledge.js';
import { resolveFacts } from '../../directory/resolve-facts.js';
import type { StatedFacts } from '../../directory/source-record.js';
import { type Candidate, toCandidate } from '../candidate.js';
import { EMPTY_NEED, type Need } from '../need.js';
import { LEVELS_OF_CARE } from '../../vocabulary/levels-of-care.js';
import type { Place } from '../facts/distance.js';
import { rankPrograms } from '../reference/rank-programs.js';
import { ALL_TRACKS } from './tracks.js';

const knowledge = seededKnowledge();
const treatment = ALL_TRACKS.find(({ purpose }) => purpose === 'treatment')!;
const HERE: Place = { latitude: 41.3, longitude: -72.9 };

let made = 0;
function program(facts: StatedFacts, place?: Place): Candidate {
  made += 1;
  const records = [{ source: 'directory', asOf: '2026-11-20', standing: 'self-reported', facts } as const];
  const entry = { id: `program-${made}`, organizationId: `organization-${made}`, state: 'CT', place };
  return toCandidate({ ...entry, facts: resolveFacts(records, '2026-11-24') }, '2026-11-24');
}

function relaxationsOf(need: Partial<Need>, candidates: readonly Candidate[]) {
  const { relaxations } = rankPrograms({ ...EMPTY_NEED, ...need }, candidates, treatment, knowledge);
  return relaxations.map(({ constraint, change, wouldAdd }) => ({ constraint, change, wouldAdd }));
}

describe('the relaxations of an answer', () => {
  it('go as far as the nearest program that is too far, in steps of 5 miles or 5 km', () => {
    const candidates = [41.8, 41.75].map((latitude) => program({}, { ...HERE, latitude }));
    const need = { place: HERE, maxDistanceMeters: 40_000 };
    // 35 miles, rounded up.
    expect(relaxationsOf(need, candidates)).toEqual([
      { constraint: 'within_distance', change: { constraints: { maxDistanceKm: 56.4 } }, wouldAdd: 2 },
    ]);
    expect(relaxationsOf({ ...need, units: 'km' }, candidates)).toEqual([
      { constraint: 'within_distance', change: { constraints: { maxDistanceKm: 55 } }, wouldAdd: 1 },
    ]);
  });

  it('look beyond twice the distance only where nothing nearer is a matter of distance alone', () => {
    const candidates = [41.75, 44].map((latitude) => program({}, { ...HERE, latitude }));
    expect(relaxationsOf({ place: HERE, maxDistanceMeters: 10_000 }, candidates)).toEqual([
      { constraint: 'within_distance', change: { constraints: { maxDistanceKm: 56.4 } }, wouldAdd: 1 },
    ]);
  });

  it('raise a budget to the lowest price that is over it', () => {
    const prices = [90_000, 60_000].map((amount) =>
      program({
        payers: { yes: ['self-pay'], complete: true },
        prices: [{ amount, currency: 'USD', per: 'week' }],
      }),
    );
    expect(relaxationsOf({ maxCost: { amount: 50_000, currency: 'USD', per: 'week' } }, prices)).toEqual([
      {
        constraint: 'payment',
        change: { constraints: { maxCost: { amount: 60_000, currency: 'USD', per: 'week' } } },
        wouldAdd: 1,
      },
    ]);
  });

  it('wait as long as the shortest known wait', () => {
    const waits = [30, 21, 21].map((waitDays) => program({ waitDays }));
    expect(relaxationsOf({ startsWithinDays: 7 }, waits)).toEqual([
      { constraint: 'starts_within', change: { constraints: { startsWithinDays: 21 } }, wouldAdd: 2 },
    ]);
  });

  it('come with the one that adds most first', () => {
    const candidates = [
      program({ waitDays: 20 }),
      program({ accessibility: { no: ['wheelchair'] }, waitDays: 0 }),
      program({ accessibility: { no: ['wheelchair'] }, waitDays: 0 }),
    ];
    expect(relaxationsOf({ accessibility: ['wheelchair'], startsWithinDays: 7 }, candidates)).toEqual([
      {
        constraint: 'accessible',
        change: { constraints: { strictness: { accessible: 'preferred' } } },
        wouldAdd: 2,
      },
      { constraint: 'starts_within', change: { constraints: { startsWithinDays: 20 } }, wouldAdd: 1 },
    ]);
  });

  it('say nothing of a program that fails two constraints', () => {
    const candidates = [program({ waitDays: 20, accessibility: { no: ['wheelchair'] } })];
    expect(relaxationsOf({ accessibility: ['wheelchair'], startsWithinDays: 7 }, candidates)).toEqual([]);
  });

  it.each<[string, Partial<Need>, StatedFacts]>([
    ['the age', { age: 30 }, { ageGroups: { yes: ['children'], complete: true } }],
    ['the gender', { gender: 'man' }, { genders: { yes: ['woman'], complete: true } }],
    ['the condition', { conditions: [{ condition: 'alcohol' }] }, { conditions: { no: ['alcohol'] } }],
    [
      'a refusal',
      { exclude: { ...EMPTY_NEED.exclude, approaches: ['cbt'] } },
      { approaches: { yes: ['cbt'] } },
    ],
    [
      'a clinician’s level',
      { statedLevels: ['iop'], acceptedLevels: ['iop'] },
      { levelsOfCare: { yes: ['php'] } },
    ],
    ['care in pregnancy', { pregnant: true }, { pregnancyCare: false }],
  ])('never bargain over %s', (_what, need, facts) => {
    expect(relaxationsOf(need, [program(facts)])).toEqual([]);
  });

  it('let a client accept the other levels that a clinician stated', () => {
    const need: Partial<Need> = { statedLevels: ['op', 'iop'], acceptedLevels: ['iop'] };
    expect(relaxationsOf(need, [program({ levelsOfCare: { yes: ['op'], complete: true } })])).toEqual([
      {
        constraint: 'level_of_care',
        change: { constraints: { levelsOfCare: ['iop', 'op'] } },
        wouldAdd: 1,
      },
    ]);
  });

  describe('of the levels that a clinician stated', () => {
    const offering = (...levels: NonNullable<NonNullable<StatedFacts['levelsOfCare']>['yes']>) =>
      program({ levelsOfCare: { yes: levels, complete: true } });
    const everywhere = LEVELS_OF_CARE.map((level) => offering(level));
    const widened = (need: Partial<Need>) => relaxationsOf(need, everywhere).map(({ change }) => change);
    const stating = (...levelsOfCare: readonly string[]) => ({ assessment: { levelsOfCare } });

    it('go to the next of more care, and keep what was stated in addition', () => {
      expect(widened({ statedLevels: ['iop'], overlays: ['moud'] })).toEqual([stating('iop', 'php', 'moud')]);
      expect(widened({ statedLevels: ['hosp'] })).toEqual([]);
    });

    it('go to what lies between them first', () => {
      expect(widened({ statedLevels: ['op', 'php'] })).toEqual([stating('op', 'op-med', 'iop', 'php')]);
    });

    it('go to no level of less care, whatever the answers allow', () => {
      expect(widened({ statedLevels: ['hosp'], assessedLevels: ['op', 'iop'] })).toEqual([]);
      expect(widened({ statedLevels: ['op'], assessedLevels: ['op', 'php'], levelFloor: 'iop' })).toEqual([
        stating('op', 'php'),
      ]);
    });

    it('go to no level that the answers rule out, nor to one that the client does not accept', () => {
      expect(widened({ statedLevels: ['iop'], assessedLevels: ['op', 'iop'] })).toEqual([]);
      expect(widened({ statedLevels: ['iop'], assessedLevels: ['iop', 'res-low'] })).toEqual([
        stating('iop', 'res-low'),
      ]);
      expect(widened({ statedLevels: ['iop'], acceptedLevels: ['iop', 'op'] })).toEqual([]);
    });
  });

  it('are five at most', () => {
    const candidates = [
      program({ waitDays: 20 }),
      program({ accessibility: { no: ['wheelchair'] } }),
      program({ languages: { yes: ['en'], complete: true } }),
      program({ modalities: { no: ['telehealth'] } }),
      program({ populations: { no: ['veterans'] } }),
      program({ services: { no: ['childcare', 'residential-beds-for-children'] } }),
    ];
    const need: Partial<Need> = {
      startsWithinDays: 7,
      accessibility: ['wheelchair'],
      languages: ['es'],
      modalities: ['telehealth'],
      mustServe: ['veterans'],
      needsChildcare: true,
    };
    expect(
      rankPrograms({ ...EMPTY_NEED, ...need }, candidates, treatment, knowledge).nearMisses,
    ).toHaveLength(6);
    expect(relaxationsOf(need, candidates)).toHaveLength(5);
  });
});
