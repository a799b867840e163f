import { seededKnowledge } from '../../../test/cases/seeded-knowledge.js';
import { resolveFacts } from '../directory/resolve-facts.js';
import type { StatedFacts } from '../directory/source-record.js';
import { type Candidate, toCandidate } from './candidate.js';
import { askedConstraints, judgeCandidate } from './judge-candidate.js';
import { EMPTY_NEED, type Need } from './need.js';
import type { Place } from './facts/distance.js';
import { ALL_TRACKS } from './rules/tracks.js';
import { relaxationsFor } from './why-not.js';

const knowledge = seededKnowledge();
const treatment = ALL_TRACKS.find(({ purpose }) => purpose === 'treatment')!;
const HERE: Place = { latitude: 41.3, longitude: -72.9 };

function program(facts: StatedFacts, changes: { place?: Place; state?: string } = {}): Candidate {
  const records = [{ source: 'directory', asOf: '2026-11-20', standing: 'self-reported', facts } as const];
  const entry = { id: 'program', organizationId: 'organization', state: 'CT', ...changes };
  return toCandidate({ ...entry, facts: resolveFacts(records, '2026-11-24') }, '2026-11-24');
}

function changesFor(need: Partial<Need>, candidate: Candidate, track = treatment) {
  const asked: Need = { ...EMPTY_NEED, ...need };
  const constraints = judgeCandidate(asked, candidate, askedConstraints(asked, track), knowledge);
  return relaxationsFor(asked, candidate, track, knowledge, constraints).map(
    ({ label: _label, ...change }) => change,
  );
}

describe('what would have to change for a program', () => {
  it('is the distance to that very program, in steps of 5 miles, however far it is', () => {
    const far = program({}, { place: { ...HERE, latitude: 44 } });
    expect(changesFor({ place: HERE, maxDistanceMeters: 10_000 }, far)).toEqual([
      { constraint: 'within_distance', change: { constraints: { maxDistanceKm: 305.8 } }, suffices: true },
    ]);
  });

  it('is a budget of its price, or its wait', () => {
    const clinic = program({
      payers: { yes: ['self-pay'], complete: true },
      prices: [{ amount: 60_000, currency: 'USD', per: 'week' }],
      waitDays: 21,
    });
    const maxCost = { amount: 50_000, currency: 'USD', per: 'week' } as const;
    expect(changesFor({ maxCost }, clinic)).toEqual([
      {
        constraint: 'payment',
        change: { constraints: { maxCost: { ...maxCost, amount: 60_000 } } },
        suffices: true,
      },
    ]);
    expect(changesFor({ startsWithinDays: 7 }, clinic)).toEqual([
      { constraint: 'starts_within', change: { constraints: { startsWithinDays: 21 } }, suffices: true },
    ]);
  });

  it('says of each that it does not suffice where more than one thing keeps it out', () => {
    const clinic = program({ waitDays: 21, modalities: { yes: ['telehealth'], complete: true } });
    const both = changesFor({ startsWithinDays: 7, modalities: ['in-person'] }, clinic);
    expect(both.map(({ constraint, suffices }) => [constraint, suffices])).toEqual([
      ['modality', false],
      ['starts_within', false],
    ]);
  });

  it('goes to the next level where that is enough, else to the level that the program offers', () => {
    const levelsOf = (offered: NonNullable<StatedFacts['levelsOfCare']>['yes']) =>
      changesFor(
        { acceptedLevels: ['op'] },
        program({ levelsOfCare: { yes: offered ?? [], complete: true } }),
      ).map(({ change }) => change.constraints?.['levelsOfCare']);
    expect(levelsOf(['iop'])).toEqual([['op', 'iop']]);
    expect(levelsOf(['res-high', 'hosp'])).toEqual([['op', 'res-high']]);
  });

  it('is to take what nobody confirmed, before anything is given up', () => {
    const quiet = program({});
    const need: Partial<Need> = { needsChildcare: true, strictness: { cares_while_parenting: 'confirmed' } };
    expect(changesFor(need, quiet)).toEqual([
      {
        constraint: 'cares_while_parenting',
        change: { constraints: { strictness: { cares_while_parenting: null } } },
        suffices: true,
      },
    ]);
  });

  it('is nothing for a matter of safety, nor for what a person is', () => {
    const clinic = program({
      conditions: { yes: ['opioid'], complete: true },
      medications: { methadone: 'refuses', buprenorphine: 'refuses', naltrexone: 'refuses' },
      genders: { yes: ['man'], complete: true },
    });
    expect(
      changesFor({ conditions: [{ condition: 'opioid', severity: 'severe' }], gender: 'woman' }, clinic),
    ).toEqual([]);
  });

  it('never suffices for a program of another list, or in another state, that is not looked at', () => {
    const wait: Partial<Need> = { startsWithinDays: 7 };
    const house = program({ overlays: { yes: ['housing'] }, waitDays: 21 });
    const abroad = program({ waitDays: 21 }, { state: 'NY' });
    expect(changesFor(wait, house).map(({ suffices }) => suffices)).toEqual([false]);
    expect(changesFor({ ...wait, state: 'CT' }, abroad).map(({ suffices }) => suffices)).toEqual([false]);
    expect(changesFor({ ...wait, state: 'NY' }, abroad).map(({ suffices }) => suffices)).toEqual([true]);
  });
});
