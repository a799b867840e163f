import type { Standing } from '../core/directory/source-record.js';
import type {
  EvidenceComponent,
  EvidencePolicy,
  EvidencePurpose,
  Worth,
} from '../core/evidence/evidence-policy.js';
import { OUTCOME_GROUPS } from '../core/evidence/rating.js';
import { CRITERION_CODES } from '../core/matching/codes.js';
import { QUALITY_SIGN_CODES, SIGN_CONDITIONS } from '../core/evidence/quality-signs.js';
import type { MatchingPolicy, QualityPolicy, SignPolicy } from '../core/matching/policy.js';
import { ANSWERED_LISTS } from '../core/vocabulary/answered-lists.js';
import { CONDITIONS } from '../core/vocabulary/conditions.js';
import { ACCESS_WAYS, MEDICATED_CONDITIONS } from '../core/vocabulary/medication-access.js';
import { GOALS, WEEKDAYS } from '../core/vocabulary/services.js';
import { END_TIME, START_TIME } from '../core/vocabulary/time-of-day.js';

const text = { type: 'string', minLength: 1, maxLength: 2000 };
const date = { type: 'string', pattern: '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$' };
const start = { type: 'string', pattern: START_TIME.source };
const end = { type: 'string', pattern: END_TIME.source };
const code = { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 60 };
const share = { type: 'number', minimum: 0, maximum: 1 };
const weight = { type: 'number', exclusiveMinimum: 0 };
/** An answer on the scale from 0 to 10 of importance, confidence and readiness. */
const rung = { type: 'integer', minimum: 0, maximum: 10 };

/** A schema for each property of `T`. */
type PropertySchemas<T> = { readonly [K in keyof Required<T>]: object };

/** An object with exactly one property for each of `T`: every number that the engine uses has its line here. */
const object = <T>(
  properties: PropertySchemas<T>,
  { optional = [] }: { readonly optional?: readonly string[] } = {},
): { type: string; additionalProperties: boolean; required: string[]; properties: PropertySchemas<T> } => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  properties,
});

const forEach = <C extends string>(codes: readonly C[], of: object) =>
  Object.fromEntries(codes.map((each) => [each, of])) as Record<C, object>;

const byStanding = () =>
  object<Record<Standing, number>>({
    verified: share,
    attested: share,
    confirmed: share,
    'self-reported': share,
  });

type Reasoned<T> = T & { readonly reason: string };
type Curves = MatchingPolicy['curves'];

const ref = (name: string) => ({ $ref: `#/definitions/${name}` });

/** Schemas used in many places. With a `$ref`, one function is compiled for all uses instead of one for each. */
const DEFINITIONS = {
  code,
  codes: { type: 'array', items: ref('code'), minItems: 1, uniqueItems: true },
  weight,
  criterion: object<Reasoned<MatchingPolicy['criteria']['cost']>>({
    weight: ref('weight'),
    unknown: share,
    reason: text,
  }),
  outcomes: object<Record<string, number>>(forEach(OUTCOME_GROUPS, ref('weight')), {
    optional: OUTCOME_GROUPS,
  }),
  components: {
    type: 'array',
    minItems: 1,
    items: object<EvidencePolicy['components']['any'][number]>(
      {
        code: ref('code'),
        weight: { ...share, exclusiveMinimum: 0 },
        approaches: ref('codes'),
        list: { enum: ANSWERED_LISTS },
        medication: object<NonNullable<EvidenceComponent['medication']>>({
          condition: { enum: MEDICATED_CONDITIONS },
          approach: ref('code'),
        }),
      },
      { optional: ['list', 'medication'] },
    ),
  },
};

const EVIDENCE_PURPOSES = [...CONDITIONS, 'any', 'recovery-support', 'family-engagement'] as const;

const byPurpose = (of: object) => forEach(EVIDENCE_PURPOSES, of) satisfies Record<EvidencePurpose, object>;

/** The reasons of `evidence`: the purpose of each number. */
const EVIDENCE_REASONS = [
  'badges',
  'draft',
  'claims',
  'notReported',
  'outcomes',
  'goals',
  'components',
  'brief-intervention',
  'overduePerMonth',
  'worth',
  'reach',
  'notListed',
  'essentials',
];

/**
 * JSON Schema of `seed-data/policies/*.yaml`. Parts introduced by a later release are optional here, since a released
 * policy is never edited; `LATER_PARTS` of policy-files.ts says which policies must have them.
 */
export const POLICY_FILE_SCHEMA = {
  definitions: DEFINITIONS,
  ...object<MatchingPolicy & { title: string; publishedOn: string; notes: readonly string[] }>(
    {
      version: { type: 'string', pattern: '^[0-9]{4}-(0[1-9]|1[0-2])\\.[1-9][0-9]*$' },
      title: text,
      publishedOn: date,
      notes: { type: 'array', items: text },
      criteria: object<MatchingPolicy['criteria']>(forEach(CRITERION_CODES, ref('criterion')), {
        optional: ['quality'],
      }),
      // The floor of the weight is others × share / (1 − share).
      minimumEvidenceShare: object<Reasoned<MatchingPolicy['minimumEvidenceShare']>>({
        value: { type: 'number', minimum: 0, exclusiveMaximum: 1 },
        reason: text,
      }),
      curves: object<Curves>({
        distance: object<Reasoned<Curves['distance']>>(
          { defaultScaleKm: weight, telehealth: share, dailyDosing: weight, reason: text },
          { optional: ['dailyDosing'] },
        ),
        accessSpeed: object<Reasoned<Curves['accessSpeed']>>({ halfDays: weight, reason: text }),
        levelOfCareFit: object<Reasoned<Curves['levelOfCareFit']>>({
          tooLittlePerStep: share,
          tooMuchPerStep: share,
          reason: text,
        }),
        cost: object<Reasoned<Curves['cost']>>({ feeHelp: share, halfAtBudget: share, reason: text }),
        scheduleFit: object<Reasoned<Curves['scheduleFit']>>({ telehealth: share, reason: text }),
        preferences: object<Reasoned<Curves['preferences']>>({ unwished: share, reason: text }),
        engagement: object<Reasoned<Curves['engagement']>>({
          lowReadiness: rung,
          highImportance: rung,
          lowConfidence: rung,
          motivationalInterviewing: share,
          lowThreshold: share,
          structure: share,
          peers: share,
          craft: share,
          familyCounseling: share,
          reason: text,
        }),
        continuity: object<Reasoned<Curves['continuity']>>(
          {
            aftercare: share,
            followUp: share,
            stepDown: share,
            helpedBefore: share,
            sameAgain: share,
            differentElement: share,
            withHistory: weight,
            reason: text,
          },
          { optional: ['differentElement', 'withHistory'] },
        ),
        trust: object<Reasoned<Curves['trust']>>({
          standing: byStanding(),
          freshness: object<Curves['trust']['freshness']>({ fresh: share, ageing: share, stale: share }),
          shares: object<Curves['trust']['shares']>({ record: share, accreditation: share, licence: share }),
          reason: text,
        }),
        assumedWorkHours: object<Reasoned<Curves['assumedWorkHours']>>({
          days: { type: 'array', items: { enum: WEEKDAYS }, minItems: 1, uniqueItems: true },
          from: start,
          to: end,
          reason: text,
        }),
      }),
      severityWeights: object<Reasoned<MatchingPolicy['severityWeights']>>({
        mild: weight,
        moderate: weight,
        severe: weight,
        notStated: weight,
        reason: text,
      }),
      quality: object<Reasoned<QualityPolicy>>({
        standing: byStanding(),
        notListed: share,
        signs: object<QualityPolicy['signs']>(
          forEach(
            QUALITY_SIGN_CODES,
            object<Reasoned<SignPolicy> & { strength: string; sources: readonly string[] }>(
              {
                weights: object<SignPolicy['weights']>(forEach(SIGN_CONDITIONS, ref('weight')), {
                  optional: SIGN_CONDITIONS,
                }),
                values: { type: 'array', items: share, minItems: 2 },
                onlyOne: share,
                strength: text,
                reason: text,
                sources: { type: 'array', items: text, minItems: 1 },
              },
              { optional: ['onlyOne'] },
            ),
          ),
        ),
        reason: text,
      }),
      evidence: object<EvidencePolicy & { reasons: object }>(
        {
          badges: object<EvidencePolicy['badges']>({
            'strong-support': share,
            supported: share,
            'limited-support': share,
            mixed: share,
            'possibly-less-effective': share,
            'less-effective-than-comparator': share,
            unclear: share,
            'too-little-evidence': share,
            'no-evidence-found': share,
            'no-benefit-shown': share,
            concern: share,
            harmful: share,
          }),
          ungradedComparator: share,
          draft: share,
          overduePerMonth: share,
          claims: byStanding(),
          worth: {
            type: 'array',
            items: object<Reasoned<Worth> & { range: readonly number[]; sources: readonly string[] }>(
              {
                approaches: ref('codes'),
                value: share,
                certified: share,
                range: { type: 'array', items: share, minItems: 2, maxItems: 2 },
                reason: text,
                sources: { type: 'array', items: text },
              },
              { optional: ['certified'] },
            ),
          },
          reach: object<EvidencePolicy['reach']>(
            forEach(['notNamed', ...ACCESS_WAYS.filter((way) => way !== 'none')], share),
          ),
          staleClaim: share,
          notReported: share,
          notListed: share,
          reasons: object<Record<string, string>>(forEach(EVIDENCE_REASONS, text), {
            optional: ['overduePerMonth', 'worth', 'reach', 'notListed', 'essentials'],
          }),
          outcomes: object<EvidencePolicy['outcomes']>(
            { default: ref('outcomes'), ...byPurpose(ref('outcomes')) },
            { optional: EVIDENCE_PURPOSES },
          ),
          outcomesByGoal: object<EvidencePolicy['outcomesByGoal']>(
            forEach(GOALS, object(byPurpose(ref('outcomes')), { optional: EVIDENCE_PURPOSES })),
            { optional: GOALS },
          ),
          components: object<EvidencePolicy['components']>(byPurpose(ref('components'))),
          essentials: object<EvidencePolicy['essentials']>(byPurpose(ref('codes')), {
            optional: EVIDENCE_PURPOSES,
          }),
        },
        { optional: ['overduePerMonth', 'worth', 'reach', 'notListed', 'essentials'] },
      ),
    },
    { optional: ['quality'] },
  ),
};
