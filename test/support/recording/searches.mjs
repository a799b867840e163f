import {
  APPROACHES,
  CONDITIONS,
  LEVELS_OF_CARE,
  MEDICATIONS,
  MODALITIES,
  PAYERS,
  POPULATIONS,
} from './codes.mjs';
import { COORDINATES, PLACES, STATES } from './places.mjs';

/** Words of names, places, medications and approaches; some are misspelt, one is in no program. */
const WORDS = [
  'methadon new haven',
  'recovery center',
  'buprenorfine',
  'salvation army',
  'veterans',
  'harlem',
  'cognitive behavioral',
  'community mental health',
  'Española',
  'st. vincent',
  'womens treatmnt',
  'zzyzx',
];

/** Filters of `GET /v1/programs` that may be combined. */
export function drawSearch(draw) {
  const query = new URLSearchParams();
  const set = (name, value) => {
    if (value !== undefined) query.set(name, String(value));
  };
  const words = draw.maybe(0.3, () => draw.one(WORDS));
  const place = draw.chance(0.5);
  const { state, postalCode } = draw.one(PLACES);
  set('q', words);
  if (place) {
    const { latitude, longitude } = draw.one(COORDINATES);
    if (draw.chance(0.8)) set('postalCode', postalCode);
    else set('near', `${latitude},${longitude}`);
    set(
      'radiusKm',
      draw.maybe(0.7, () => draw.one([10, 40, 100, 400])),
    );
  } else
    set(
      'state',
      draw.maybe(0.4, () => (draw.chance(0.7) ? state : draw.some(STATES, 2, 3))),
    );
  set(
    'levelOfCare',
    draw.maybe(0.3, () => draw.some(LEVELS_OF_CARE, 1, 3)),
  );
  set(
    'approach',
    draw.maybe(0.15, () => draw.one(APPROACHES)),
  );
  const conditions = draw.maybe(0.35, () => draw.some(CONDITIONS, 1, 2));
  set('condition', conditions);
  set(
    'medication',
    draw.maybe(0.2, () => draw.some(MEDICATIONS, 1, 2)),
  );
  set(
    'payer',
    draw.maybe(0.25, () => draw.some(PAYERS, 1, 2)),
  );
  set(
    'maxCost',
    draw.maybe(0.05, () => draw.one([0, 50_000])),
  );
  set(
    'language',
    draw.maybe(0.15, () => draw.one(['es', 'en', 'zh', 'ru'])),
  );
  set(
    'population',
    draw.maybe(0.2, () => draw.some(POPULATIONS, 1, 2)),
  );
  set(
    'modality',
    draw.maybe(0.15, () => draw.one(MODALITIES)),
  );
  set(
    'verifiedSince',
    draw.maybe(0.04, () => '2023-01-01'),
  );
  const sorts = [
    'evidence',
    'name',
    ...(words === undefined ? [] : ['relevance']),
    ...(place ? ['distance'] : []),
  ];
  set(
    'sort',
    draw.maybe(0.5, () => draw.one(sorts)),
  );
  set(
    'limit',
    draw.maybe(0.7, () => draw.one([1, 5, 10, 100])),
  );
  return query;
}
