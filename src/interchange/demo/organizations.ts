import type { StatedFacts } from '../../core/directory/source-record.js';
import type { Ownership } from '../../core/vocabulary/services.js';
import { findPostalCode } from '../../directory/postal-codes.js';
import type { ProgramIntake } from '../../directory/program-intake.js';
import type { MetropolitanArea } from './metropolitan-areas.js';
import { organizationName, streetAddress } from './names.js';
import { SeededDraw } from './seeded-draw.js';

export const ORGANIZATION_KINDS = [
  'community',
  'clinic-group',
  'health-system',
  'luxury',
  'faith',
  'peer-run',
  'county',
  'veterans',
  'tribal',
  'military',
] as const;
export type OrganizationKind = (typeof ORGANIZATION_KINDS)[number];

interface Profile {
  /** Organizations of this kind in each area. */
  readonly count: number;
  readonly ownership: Ownership;
  /** How this kind is paid: one of these is drawn for each program. */
  readonly payment: readonly StatedFacts[];
  readonly accreditations: StatedFacts['accreditations'];
}

const pays = (yes: NonNullable<NonNullable<StatedFacts['payers']>['yes']>, more: StatedFacts = {}) => ({
  payers: { yes, complete: true },
  ...more,
});

export const ORGANIZATION_PROFILES: Readonly<Record<OrganizationKind, Profile>> = {
  community: {
    count: 8,
    ownership: 'private-non-profit',
    payment: [
      pays(['medicaid', 'medicare', 'private', 'state', 'self-pay'], { slidingFee: true }),
      pays(['medicaid', 'private', 'state', 'self-pay'], { slidingFee: true, paymentAssistance: true }),
      pays(['medicaid', 'private', 'military', 'self-pay'], { slidingFee: false }),
      pays(['medicaid', 'state'], { funding: { yes: ['government-funding', 'block-grant'] } }),
    ],
    accreditations: { yes: ['carf'] },
  },
  'clinic-group': {
    count: 5,
    ownership: 'private-for-profit',
    payment: [
      pays(['private', 'self-pay']),
      pays(['medicaid', 'private', 'self-pay'], { slidingFee: false }),
      pays(['medicare', 'private', 'military', 'self-pay'], { paymentAssistance: true }),
      pays(['self-pay'], { slidingFee: true }),
    ],
    accreditations: { yes: ['joint-commission'] },
  },
  'health-system': {
    count: 4,
    ownership: 'private-non-profit',
    payment: [
      pays(['medicaid', 'medicare', 'private', 'military', 'self-pay'], { paymentAssistance: true }),
      pays(['medicaid', 'medicare', 'private', 'self-pay'], { slidingFee: true }),
    ],
    accreditations: { yes: ['joint-commission', 'ncqa'] },
  },
  luxury: {
    count: 2,
    ownership: 'private-for-profit',
    payment: [pays(['self-pay']), pays(['private', 'self-pay'], { slidingFee: false })],
    accreditations: { yes: ['joint-commission'] },
  },
  faith: {
    count: 2,
    ownership: 'private-non-profit',
    payment: [pays(['free']), pays(['self-pay'], { slidingFee: true, paymentAssistance: true })],
    accreditations: undefined,
  },
  'peer-run': {
    count: 3,
    ownership: 'private-non-profit',
    payment: [pays(['free']), pays(['free'], { funding: { yes: ['block-grant'] } })],
    accreditations: undefined,
  },
  county: {
    count: 2,
    ownership: 'local-government',
    payment: [
      pays(['medicaid', 'medicare', 'state', 'self-pay'], { slidingFee: true }),
      pays(['free'], { funding: { yes: ['government-funding'] } }),
    ],
    accreditations: { yes: ['coa'] },
  },
  veterans: {
    count: 1,
    ownership: 'veterans-affairs',
    payment: [pays(['military', 'medicare'])],
    accreditations: { yes: ['joint-commission'] },
  },
  tribal: {
    count: 1,
    ownership: 'tribal-government',
    payment: [pays(['tribal', 'medicaid', 'medicare', 'private'], { slidingFee: true })],
    accreditations: { yes: ['carf'] },
  },
  military: {
    count: 1,
    ownership: 'department-of-defense',
    payment: [pays(['military'])],
    accreditations: { yes: ['hfap'] },
  },
};

/** One site of one fictional organization, with its telephone numbers. */
export interface Site {
  readonly organization: ProgramIntake['organization'];
  readonly location: ProgramIntake['location'];
  readonly phone: string;
  readonly intakePhone: string;
  readonly website?: string;
}

const ORGANIZATIONS_PER_AREA = ORGANIZATION_KINDS.reduce(
  (sum, kind) => sum + ORGANIZATION_PROFILES[kind].count,
  0,
);
const KILOMETERS_PER_DEGREE = 111.2;

/**
 * The site of the `ordinal`-th organization of a kind in an area; ordinals past the last start again.
 *
 * @param side 0 or 1: each organization has two sites
 * @throws RangeError for a postal code that does not exist
 */
export function siteOf(
  seed: string,
  areas: readonly MetropolitanArea[],
  area: MetropolitanArea,
  kind: OrganizationKind,
  ordinal: number,
  side: 0 | 1,
): Site {
  const first = ORGANIZATION_KINDS.slice(0, ORGANIZATION_KINDS.indexOf(kind)).reduce(
    (sum, earlier) => sum + ORGANIZATION_PROFILES[earlier].count,
    0,
  );
  const place = first + (ordinal % ORGANIZATION_PROFILES[kind].count);
  const name = organizationName(areas.indexOf(area) * ORGANIZATIONS_PER_AREA + place);
  const key = `${area.code}/organization-${place + 1}`;
  const locationKey = `${key}/site-${side + 1}`;
  const draw = new SeededDraw(`${seed}/${locationKey}`);
  const postalCode = draw.pick(area.postalCodes);
  const found = findPostalCode(postalCode);
  if (!found) throw new RangeError(`The postal code ${postalCode} of ${area.name} does not exist.`);
  const line = String(place * 2 + side).padStart(2, '0');
  return {
    organization: { key, name: `${name.full} (fictional)`, state: area.state },
    location: {
      key: locationKey,
      ...streetAddress(draw),
      city: found.city,
      state: area.state,
      postalCode,
      coordinates: { ...near(found, draw), precision: 'postal-code' },
      timeZone: area.timeZone,
    },
    phone: `${area.telephoneAreaCodes[0]}-555-01${line}`,
    intakePhone: `${area.telephoneAreaCodes[1]}-555-01${line}`,
    ...(draw.chance(0.6) ? { website: `https://${name.domain}.example.org` } : {}),
  };
}

/**
 * Within 2 km of the center of the postal code area, so that programs with the same code have different coordinates.
 */
function near(center: { latitude: number; longitude: number }, draw: SeededDraw) {
  const kilometers = draw.next() * 2;
  const bearing = draw.next() * 2 * Math.PI;
  const perDegreeOfLongitude = KILOMETERS_PER_DEGREE * Math.cos((center.latitude * Math.PI) / 180);
  return {
    latitude: round(center.latitude + (kilometers * Math.cos(bearing)) / KILOMETERS_PER_DEGREE),
    longitude: round(center.longitude + (kilometers * Math.sin(bearing)) / perDegreeOfLongitude),
  };
}

/** Four decimals, about 10 m; hides the last digits, which may differ between machines. */
function round(degrees: number): number {
  return Math.round(degrees * 10_000) / 10_000;
}
