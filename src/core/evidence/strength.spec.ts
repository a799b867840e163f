import { currentPolicy } from '../../evidence/policy-files.js';
import type { AnsweredList } from '../vocabulary/answered-lists.js';
import type { AccessWay } from '../vocabulary/medication-access.js';
import type { EvidencePolicy } from './evidence-policy.js';
import type { GradedApproach, GradedClaim } from './rating.js';
import { gradeOf, type Registry } from './grade.js';
import { type AccessClaim, type DeliveredClaim, type Delivery, evidenceStrength } from './strength.js';

const published = currentPolicy().evidence;

/** The published numbers, with two components for alcohol that are easy to add up. */
const policy: EvidencePolicy = {
  ...published,
  components: {
    ...published.components,
    alcohol: [
      { code: 'talking', weight: 0.75, approaches: ['talk', 'walk'] },
      { code: 'tablets', weight: 0.25, approaches: ['tablet'] },
    ],
  },
};

const rated = (rating: Partial<GradedClaim> = {}): GradedClaim => ({
  id: 'r',
  condition: 'alcohol',
  outcomeGroup: 'abstinence',
  certainty: 'moderate',
  direction: 'benefit',
  comparatorType: 'inactive',
  reviewed: true,
  ...rating,
});

function registryOf(ratings: Readonly<Record<string, readonly GradedClaim[]>>): Registry {
  return new Map(
    Object.entries(ratings).map(([code, each]): [string, GradedApproach] => [
      code,
      { code, name: code, kind: 'psychosocial', listing: 'normal', ratings: each, citations: [] },
    ]),
  );
}

const claim = (approach: string, more: Partial<DeliveredClaim> = {}): DeliveredClaim => ({
  approach,
  standing: 'verified',
  stale: false,
  ...more,
});

function strengthOf(
  claims: readonly DeliveredClaim[],
  registry: Registry,
  declined: readonly string[] = [],
  more: Partial<Delivery> = {},
  numbers: Partial<EvidencePolicy> = {},
) {
  const delivery = {
    claims,
    declined: new Set(declined),
    access: [],
    isAnswered: () => false,
    certified: false,
  };
  return evidenceStrength({ ...delivery, ...more }, 'alcohol', undefined, registry, {
    ...policy,
    ...numbers,
  });
}

/** The components for alcohol, each on this list. */
function onList({ components }: EvidencePolicy, list: AnsweredList): EvidencePolicy['components'] {
  return { ...components, alcohol: components.alcohol.map((component) => ({ ...component, list })) };
}

/** The second component for alcohol as a medication. */
function medicated({ components }: EvidencePolicy): EvidencePolicy['components'] {
  const [talking, tablets] = components.alcohol;
  const medication = { condition: 'alcohol', approach: 'tablet' } as const;
  return { ...components, alcohol: [talking!, { ...tablets!, medication }] };
}

function gradeFor(
  ratings: readonly GradedClaim[],
  others: Readonly<Record<string, readonly GradedClaim[]>> = {},
) {
  const registry = registryOf({ talk: ratings, ...others });
  return gradeOf(registry.get('talk')!, 'alcohol', undefined, registry, policy)?.value;
}

describe('the grade of an approach', () => {
  it('is the number of its badge', () => {
    expect(gradeFor([rated()])).toBe(0.8);
  });

  it('counts nine tenths while the rating is not reviewed', () => {
    expect(gradeFor([rated({ reviewed: false })])).toBeCloseTo(0.72, 12);
  });

  it('counts less for each month that its review is overdue, and never less than a draft', () => {
    const overdue = (overdueMonths: number) => gradeFor([rated({ overdueMonths })]);
    expect([0, 1, 3].map(overdue)).toEqual([0.8, 0.8 * 0.98, 0.8 * 0.94]);
    expect([5, 6, 600].map(overdue)).toEqual(Array(3).fill(gradeFor([rated({ reviewed: false })])));
    expect(gradeFor([rated({ reviewed: false, overdueMonths: 3 })])).toBe(
      gradeFor([rated({ reviewed: false })]),
    );
  });

  it('is the mean over the outcomes that count, never the best of them', () => {
    expect(gradeFor([rated(), rated({ outcomeGroup: 'substance-use', direction: 'mixed' })])).toBeCloseTo(
      0.575,
      12,
    );
  });

  it('weighs the outcomes as the policy does', () => {
    const registry = registryOf({
      talk: [
        rated({ condition: 'opioid', outcomeGroup: 'survival' }),
        rated({ condition: 'opioid', outcomeGroup: 'abstinence', certainty: 'high' }),
      ],
    });
    const { survival, abstinence } = policy.outcomes.opioid!;
    expect(gradeOf(registry.get('talk')!, 'opioid', undefined, registry, policy)?.value).toBeCloseTo(
      (survival! * 0.8 + abstinence! * 1) / (survival! + abstinence!),
      12,
    );
  });

  it('leaves out outcomes that do not count, and is none where no other was rated', () => {
    const craving = rated({ outcomeGroup: 'craving', certainty: 'high' });
    expect(gradeFor([craving, rated({ certainty: 'low' })])).toBe(0.5);
    expect(gradeFor([craving])).toBeUndefined();
  });

  it('reads ratings for the very condition, and those for any only where there are none', () => {
    const forAny = rated({ condition: 'any', certainty: 'high' });
    expect(gradeFor([forAny, rated({ certainty: 'low' })])).toBe(0.5);
    expect(gradeFor([forAny])).toBe(1);
    expect(gradeFor([rated({ condition: 'opioid' })])).toBeUndefined();
  });

  it('counts the outcomes of the client’s goal for a condition that has none of its own', () => {
    const registry = registryOf({
      talk: [
        rated({ condition: 'cannabis', outcomeGroup: 'substance-use', certainty: 'high' }),
        rated({ condition: 'cannabis', outcomeGroup: 'abstinence', certainty: 'low' }),
      ],
    });
    const gradeWith = (goal: 'reduction' | undefined) =>
      gradeOf(registry.get('talk')!, 'cannabis', goal, registry, policy)?.value;
    expect([gradeWith(undefined), gradeWith('reduction')]).toEqual([0.75, 1]);
  });

  describe('that is about as good as a comparator', () => {
    const asGood = (more: Partial<GradedClaim> = {}) =>
      rated({ direction: 'no-difference', comparatorType: 'active', comparatorApproach: 'walk', ...more });

    it('is the comparator’s own', () => {
      expect(gradeFor([asGood()], { walk: [rated({ certainty: 'high' })] })).toBe(1);
    });

    it('counts a draft once, not for each of the two', () => {
      expect(
        gradeFor([asGood({ reviewed: false })], { walk: [rated({ certainty: 'high', reviewed: false })] }),
      ).toBe(0.9);
    });

    it('is the policy’s number where the comparator is not named, not known or not graded', () => {
      const ungraded = policy.ungradedComparator;
      expect(gradeFor([asGood({ comparatorApproach: undefined })])).toBe(ungraded);
      expect(gradeFor([asGood()])).toBe(ungraded);
      expect(gradeFor([asGood()], { walk: [rated({ outcomeGroup: 'craving' })] })).toBe(ungraded);
    });

    it('is low where the comparator’s own is', () => {
      expect(gradeFor([asGood()], { walk: [rated({ direction: 'harm' })] })).toBe(policy.badges.harmful);
    });

    it('is not taken from a difference of which nothing is known', () => {
      expect(gradeFor([asGood({ certainty: 'very-low' })], { walk: [rated()] })).toBe(
        policy.badges['too-little-evidence'],
      );
    });

    it('ends where two are compared only with one another', () => {
      expect(gradeFor([asGood()], { walk: [asGood({ comparatorApproach: 'talk' })] })).toBe(
        policy.ungradedComparator,
      );
    });
  });
});

describe('the grade of an approach that is better than a comparator', () => {
  const better = (more: Partial<GradedClaim> = {}) =>
    rated({ certainty: 'low', comparatorType: 'active', comparatorApproach: 'walk', ...more });

  it('is no less than the comparator’s own', () => {
    expect(gradeFor([better()], { walk: [rated()] })).toBe(0.8);
  });

  it('is its own where that is more', () => {
    expect(gradeFor([better({ certainty: 'high' })], { walk: [rated()] })).toBe(1);
  });

  it('is its own where the comparator is not named, not graded, or no treatment', () => {
    expect(gradeFor([better({ comparatorApproach: undefined })], { walk: [rated()] })).toBe(0.5);
    expect(gradeFor([better()], { walk: [rated({ outcomeGroup: 'craving' })] })).toBe(0.5);
    expect(gradeFor([better({ comparatorType: 'usual-care' })], { walk: [rated()] })).toBe(0.5);
  });

  it('is its own where the certainty is very low, or where it is worse', () => {
    expect(gradeFor([better({ certainty: 'very-low' })], { walk: [rated()] })).toBe(0.25);
    expect(gradeFor([better({ direction: 'inferior' })], { walk: [rated()] })).toBe(0.3);
  });
});

describe('the strength of a program', () => {
  const registry = registryOf({
    talk: [rated({ certainty: 'high' })],
    walk: [rated()],
    tablet: [rated({ certainty: 'low', direction: 'harm' })],
  });

  it('is the best of each kind, weighed', () => {
    const strength = strengthOf([claim('walk'), claim('talk')], registry);
    expect(strength.components.map(({ code, earnedBy }) => [code, earnedBy?.approach])).toEqual([
      ['talking', 'talk'],
      ['tablets', undefined],
    ]);
    expect(strength.value).toBeCloseTo(0.75 * 1 + 0.25 * 0.2, 12);
  });

  it('spans from nothing to everything where nothing was reported', () => {
    expect(strengthOf([], registry)).toMatchObject({ value: 0.2, range: [0, 1], known: 0 });
  });

  it('counts nothing for a kind of which the program says that it delivers none', () => {
    const strength = strengthOf([], registry, ['talk', 'walk']);
    expect(strength.value).toBeCloseTo(0.25 * 0.2, 12);
    expect(strength.range).toEqual([0, 0.25]);
    expect([strength.known, strength.components[0]!.absence]).toEqual([0.75, 'declined']);
  });

  it('does not treat one refusal as a refusal of the kind', () => {
    const strength = strengthOf([], registry, ['talk']);
    expect([strength.value, strength.components[0]!.absence]).toEqual([0.2, 'not-reported']);
  });

  it('never counts a weak report for less than no report', () => {
    const strength = strengthOf([claim('tablet')], registry);
    expect(strength.components[1]).toMatchObject({ value: 0.2, earnedBy: { approach: 'tablet' } });
    expect(strength.range[0]).toBeCloseTo(0.25 * 0.05, 12);
  });

  it.each([
    ['verified', 1],
    ['attested', 0.85],
    ['confirmed', 0.8],
    ['self-reported', 0.5],
  ] as const)('counts a claim that is %s as %d of the grade', (standing, factor) => {
    const [talking] = strengthOf([claim('talk', { standing })], registry).components;
    expect(talking!.value).toBeCloseTo(factor, 12);
  });

  it('counts a self-report by its worth, and never less where it is surer', () => {
    const worth = [{ approaches: ['talk'], value: 0.9, certified: 0.95 }];
    const value = (standing: DeliveredClaim['standing'], certified = false) =>
      strengthOf([claim('talk', { standing })], registry, [], { certified }, { worth }).components[0]!.value;
    expect([value('self-reported'), value('self-reported', true)]).toEqual([0.9, 0.95]);
    expect([value('confirmed'), value('attested'), value('verified')]).toEqual([0.9, 0.9, 1]);
  });

  it('tells three kinds of absence apart: says no, not on an answered list, not answered', () => {
    const lists = { components: onList(policy, 'approaches') };
    const talking = (declined: readonly string[], answered: boolean) =>
      strengthOf([], registry, declined, { isAnswered: () => answered }, lists).components[0];
    expect(talking(['talk', 'walk'], true)).toMatchObject({ absence: 'declined', value: 0 });
    expect(talking([], true)).toMatchObject({ absence: 'not-listed', value: 0.05 });
    expect(talking([], false)).toMatchObject({ absence: 'not-reported', value: 0.2 });
  });

  it('knows no more of what an answered list leaves blank: it may be delivered', () => {
    const blank = strengthOf(
      [],
      registry,
      [],
      { isAnswered: () => true },
      { components: onList(policy, 'approaches') },
    );
    expect(blank).toMatchObject({ known: 0, range: [0, 1] });
  });

  it('counts a medication by how people get it, the best way where there are several', () => {
    const tablets = (...ways: AccessWay[]) => {
      const access = ways.map((way): AccessClaim => ({
        condition: 'alcohol',
        way,
        standing: 'verified',
        stale: false,
      }));
      const asMedication = { components: medicated(policy) };
      return strengthOf(
        [],
        registryOf({ tablet: [rated({ certainty: 'high' })] }),
        [],
        { access },
        asMedication,
      ).components[1]!;
    };
    expect(tablets('here')).toMatchObject({ value: 0.7, earnedBy: { approach: 'tablet', way: 'here' } });
    expect(tablets('in-network').value).toBe(0.7);
    expect(tablets('by-contract').value).toBe(0.5);
    expect(tablets('accepted').value).toBe(0.35);
    expect(tablets('accepted', 'in-network').earnedBy?.way).toBe('in-network');
    expect(tablets('none')).toMatchObject({ absence: 'not-reported', value: 0.2 });
  });

  it('counts what is only prescribed less than what is kept up', () => {
    const given = (way: AccessWay) =>
      strengthOf(
        [claim('tablet')],
        registryOf({ tablet: [rated({ certainty: 'high' })] }),
        [],
        { access: [{ condition: 'alcohol', way, standing: 'verified', stale: false }] },
        { components: medicated(policy) },
      ).components[1]!.value;
    expect([given('here'), given('prescribed')]).toEqual([1, 0.9]);
  });

  it('counts a stale claim nine tenths', () => {
    const [talking] = strengthOf([claim('talk', { stale: true })], registry).components;
    expect(talking!.value).toBeCloseTo(0.9, 12);
  });

  it('names the first in the alphabet where two earn the same', () => {
    const equal = registryOf({ talk: [rated()], walk: [rated()] });
    const [talking] = strengthOf([claim('walk'), claim('talk')], equal).components;
    expect(talking!.earnedBy?.approach).toBe('talk');
  });

  it('ignores an approach that the registry does not have', () => {
    expect(strengthOf([claim('moon-baths'), claim('talk')], registryOf({}))).toMatchObject({
      value: 0.2,
      known: 0,
    });
  });
});
