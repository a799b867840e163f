import { readFileSync } from 'node:fs';
import { describeWithShared } from '../../../test/support/shared-material.js';
import { type Badge, BADGES, deriveBadge } from './badge.js';
import {
  CERTAINTIES,
  type Certainty,
  COMPARATOR_TYPES,
  type ComparatorType,
  type Direction,
  DIRECTIONS,
} from './rating.js';

const WITHOUT_ACTIVE: readonly ComparatorType[] = ['inactive', 'usual-care', 'none'];

/** The published table: direction, comparators, then the badge at high, moderate, low and very-low certainty. */
const TABLE: readonly [Direction, readonly ComparatorType[], Badge, Badge, Badge, Badge][] = [
  ['benefit', COMPARATOR_TYPES, 'strong-support', 'supported', 'limited-support', 'too-little-evidence'],
  ['no-difference', WITHOUT_ACTIVE, 'no-benefit-shown', 'no-benefit-shown', 'unclear', 'too-little-evidence'],
  [
    'no-difference',
    ['active'],
    'about-as-good-as-comparator',
    'about-as-good-as-comparator',
    'probably-about-as-good',
    'too-little-evidence',
  ],
  [
    'inferior',
    COMPARATOR_TYPES,
    'less-effective-than-comparator',
    'less-effective-than-comparator',
    'possibly-less-effective',
    'too-little-evidence',
  ],
  ['mixed', COMPARATOR_TYPES, 'mixed', 'mixed', 'mixed', 'too-little-evidence'],
  ['harm', COMPARATOR_TYPES, 'harmful', 'harmful', 'concern', 'concern'],
];

describe('the badge of a rating', () => {
  const cases = TABLE.flatMap(([direction, comparators, high, moderate, low, veryLow]) =>
    comparators.flatMap((comparator): [Certainty, Direction, ComparatorType, Badge][] => [
      ['high', direction, comparator, high],
      ['moderate', direction, comparator, moderate],
      ['low', direction, comparator, low],
      ['very-low', direction, comparator, veryLow],
    ]),
  );

  it.each(cases)(
    '%s certainty of %s against %s comparator is %s',
    (certainty, direction, comparator, badge) => {
      expect(deriveBadge(certainty, direction, comparator)).toBe(badge);
    },
  );

  it('says that no evidence was found where there are no studies, whatever the direction', () => {
    const badges = DIRECTIONS.flatMap((direction) =>
      COMPARATOR_TYPES.map((comparator) => deriveBadge('none', direction, comparator)),
    );
    expect(new Set(badges)).toEqual(new Set(['no-evidence-found']));
  });

  it('never reads an unknown direction as good or bad', () => {
    const badges = CERTAINTIES.filter((certainty) => certainty !== 'none').flatMap((certainty) =>
      COMPARATOR_TYPES.map((comparator) => deriveBadge(certainty, 'unknown', comparator)),
    );
    expect(new Set(badges)).toEqual(new Set(['too-little-evidence']));
  });

  it('comes from the list of badges, and every badge of the list can come up', () => {
    const all = CERTAINTIES.flatMap((certainty) =>
      DIRECTIONS.flatMap((direction) =>
        COMPARATOR_TYPES.map((comparator) => deriveBadge(certainty, direction, comparator)),
      ),
    );
    expect([...new Set(all)].sort()).toEqual([...BADGES].sort());
  });
});

interface DraftedRating {
  certainty: Certainty;
  direction: Direction;
  comparator_type: ComparatorType;
  badge: string;
}

describeWithShared('the badges of the drafted registry', 'clinical/evidence.json', (path) => {
  it('are what certainty, direction and comparator derive, for all 103 ratings', () => {
    const { approaches } = JSON.parse(readFileSync(path, 'utf8')) as {
      approaches: { id: string; ratings: DraftedRating[] }[];
    };
    const ratings = approaches.flatMap(({ id, ratings: own }) => own.map((rating) => ({ id, ...rating })));
    expect(ratings).toHaveLength(103);
    expect(
      ratings.filter(
        ({ certainty, direction, comparator_type: comparator, badge }) =>
          deriveBadge(certainty, direction, comparator) !== badge,
      ),
    ).toEqual([]);
  });
});
