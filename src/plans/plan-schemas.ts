import { VERIFICATIONS } from '../core/assessment/instrument.js';
import { PLAN_PARTS, PLAN_READERS, PLAN_SHEETS, PLAN_SUPPORT } from '../core/plans/plan-item.js';
import { LANGUAGES } from '../core/vocabulary/languages.js';

const text = { type: 'string', minLength: 1, maxLength: 2000 };
/** A sentence of an item; a missing language is refused when the file is read. */
const inEachLanguage = (maxLength: number) =>
  object([...LANGUAGES], Object.fromEntries(LANGUAGES.map((language) => [language, { ...text, maxLength }])));
const date = { type: 'string', pattern: '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$' };
const code = { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 60 };
const inputName = { type: 'string', pattern: '^[a-z0-9_]+(\\.[a-z0-9_]+)?$' };
const oneOf = (codes: readonly string[]) => ({ type: 'string', enum: codes });
const some = (items: object) => ({ type: 'array', items, minItems: 1, uniqueItems: true });
/** What fits on one line of a handout. */
const LONGEST_ITEM = 240;

function object(required: string[], properties: object) {
  return { type: 'object', additionalProperties: false, required, properties };
}

const scope = object(['when', 'parts'], { when: text, parts: some(oneOf(PLAN_PARTS)), items: some(code) });

/** JSON Schema of `seed-data/plans/plan.yaml`. */
export const PLAN_FILE_SCHEMA = object(
  ['version', 'note', 'unreviewed', 'inputs', 'emergency', 'notReady', 'clinicianFirst'],
  {
    version: text,
    note: inEachLanguage(LONGEST_ITEM),
    unreviewed: inEachLanguage(LONGEST_ITEM),
    inputs: {
      type: 'object',
      propertyNames: inputName,
      additionalProperties: object(['type', 'meaning'], {
        type: {
          anyOf: [
            { const: 'boolean' },
            { type: 'array', items: { type: 'string' }, minItems: 2, uniqueItems: true },
          ],
        },
        meaning: inEachLanguage(LONGEST_ITEM),
      }),
    },
    emergency: scope,
    notReady: scope,
    clinicianFirst: scope,
  },
);

/** JSON Schema of `seed-data/plans/sources.yaml`. */
export const PLAN_SOURCES_SCHEMA = object(['sources'], {
  sources: some(
    object(['id', 'says', 'level', 'read'], {
      id: code,
      says: text,
      doi: { type: 'string', pattern: '^10\\.[0-9]{4,9}/\\S+$' },
      url: { type: 'string', pattern: '^https?://[!-~]+$' },
      ref: text,
      level: oneOf(VERIFICATIONS),
      read: text,
    }),
  ),
});

/** JSON Schema of a file of `seed-data/plans/parts/`. */
export const PLAN_PART_SCHEMA = object(['part', 'reviewedOn', 'nextReviewOn', 'items'], {
  part: oneOf(PLAN_PARTS),
  reviewedOn: date,
  nextReviewOn: date,
  items: some(
    object(['id', 'for', 'sheet', 'text', 'verified', 'sources'], {
      id: code,
      when: text,
      for: some(oneOf(PLAN_READERS)),
      sheet: oneOf(PLAN_SHEETS),
      text: inEachLanguage(LONGEST_ITEM),
      afterDays: { type: 'integer', minimum: 1, maximum: 365 },
      namesSubstance: { type: 'boolean', enum: [true] },
      approach: code,
      lines: some(code),
      verified: oneOf(PLAN_SUPPORT),
      sources: some(code),
      reviewedBy: text,
    }),
  ),
});
