import { STEP_PURPOSES } from '../core/assessment/interview.js';
import { LEVEL_ORDER, RULE_VERIFICATIONS } from '../core/assessment/level-of-care-rule.js';
import { FLAG_LEVELS } from '../core/assessment/red-flag.js';
import { CONDITIONS } from '../core/vocabulary/conditions.js';
import { LANGUAGES } from '../core/vocabulary/languages.js';
import { OVERLAYS } from '../core/vocabulary/levels-of-care.js';
import { LINE_SOURCES } from './helpline.js';

const text = { type: 'string', minLength: 1, maxLength: 2000 };
/** A sentence for people; a missing language is refused when the file is read. */
const inEachLanguage = {
  type: 'object',
  additionalProperties: false,
  required: [...LANGUAGES],
  properties: Object.fromEntries(LANGUAGES.map((language) => [language, text])),
};
const date = { type: 'string', pattern: '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$' };
const code = { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 60 };
const inputName = { type: 'string', pattern: '^[a-z0-9_]+(\\.[a-z0-9_]+)?$' };
const inputValue = { type: ['boolean', 'number', 'string'] };
const inputValues = { type: 'object', propertyNames: inputName, additionalProperties: inputValue };
const yes = { type: 'boolean', enum: [true] };
const oneOf = (codes: readonly string[]) => ({ type: 'string', enum: codes });
const some = (items: object) => ({ type: 'array', items, minItems: 1, uniqueItems: true });
const object = (required: string[], properties: object) => ({
  type: 'object',
  additionalProperties: false,
  required,
  properties,
});
const level = oneOf(LEVEL_ORDER);

/** JSON Schema of `seed-data/assessment/inputs.yaml`. */
export const INPUTS_FILE_SCHEMA = object(['version', 'inputs', 'topics', 'implications'], {
  version: text,
  inputs: {
    type: 'object',
    propertyNames: inputName,
    additionalProperties: object(['type', 'meaning'], {
      type: {
        anyOf: [
          { const: 'boolean' },
          {
            type: 'array',
            items: [{ type: 'integer' }, { type: 'integer' }],
            minItems: 2,
            maxItems: 2,
            additionalItems: false,
          },
          { type: 'array', items: { type: 'string' }, minItems: 2, uniqueItems: true },
        ],
      },
      meaning: inEachLanguage,
      aboutAnswerer: yes,
      own: yes,
      cautious: {
        anyOf: [
          { enum: ['larger', 'smaller'] },
          object(['smallerBelow'], { smallerBelow: { type: 'integer' } }),
        ],
      },
    }),
  },
  topics: { type: 'object', additionalProperties: inEachLanguage },
  implications: {
    type: 'array',
    items: object(['when', 'implies', 'source'], { when: text, implies: inputValues, source: text }),
  },
});

/** JSON Schema of `seed-data/safety/lines.yaml`. */
export const LINES_FILE_SCHEMA = object(['version', 'lines'], {
  version: text,
  lines: some(
    object(
      [
        'id',
        'name',
        'contact',
        'languages',
        'hours',
        'verified',
        'verifiedLevel',
        'checkedOn',
        'nextCheckOn',
      ],
      {
        id: code,
        name: text,
        contact: {
          ...object([], {
            call: text,
            text,
            chat: text,
            web: text,
            tty: text,
            callEs: text,
            textEs: text,
            whatsappEs: text,
          }),
          minProperties: 1,
        },
        languages: some(oneOf(['en', 'es'])),
        otherLanguages: text,
        hours: text,
        verified: { type: 'boolean' },
        verifiedLevel: oneOf(LINE_SOURCES),
        reviewedBy: text,
        source: text,
        checkedOn: date,
        nextCheckOn: date,
        note: text,
      },
    ),
  ),
});

/** JSON Schema of `seed-data/safety/laws.yaml`. */
export const LAWS_FILE_SCHEMA = object(['version', 'laws'], {
  version: text,
  laws: some(
    object(['id', 'name', 'says', 'source', 'verified', 'reviewedOn', 'nextReviewOn'], {
      id: code,
      name: text,
      says: text,
      source: text,
      verified: oneOf(['yes', 'part', 'no']),
      reviewedBy: text,
      endsOn: date,
      reviewedOn: date,
      nextReviewOn: date,
    }),
  ),
});

/** JSON Schema of `seed-data/safety/red-flags.yaml`. */
export const RED_FLAGS_FILE_SCHEMA = object(['version', 'clinicianMessage', 'flags'], {
  version: text,
  clinicianMessage: object(['message', 'lines', 'source', 'verified', 'reviewedOn', 'nextReviewOn'], {
    message: inEachLanguage,
    lines: { type: 'array', items: code, uniqueItems: true },
    source: text,
    verified: oneOf(['yes', 'part', 'no']),
    reviewedBy: text,
    reviewedOn: date,
    nextReviewOn: date,
  }),
  flags: some(
    object(
      [
        'id',
        'subjects',
        'level',
        'rank',
        'triggers',
        'message',
        'lines',
        'effect',
        'source',
        'verified',
        'reviewedOn',
        'nextReviewOn',
      ],
      {
        id: { type: 'string', pattern: '^SF(-[A-Z]+)+$' },
        subjects: some(oneOf(['self', 'loved_one'])),
        level: oneOf(FLAG_LEVELS),
        rank: { type: 'integer', minimum: 1, maximum: 9 },
        triggers: some(text),
        escalations: some(
          object(['when', 'level', 'rank'], {
            when: some(text),
            level: oneOf(FLAG_LEVELS),
            rank: { type: 'integer', minimum: 1, maximum: 9 },
          }),
        ),
        message: inEachLanguage,
        forCoach: inEachLanguage,
        lines: { type: 'array', items: code, uniqueItems: true },
        resources: some(code),
        effect: object([], {
          needs: some(oneOf(['withdrawal', 'prenatal', 'co-occurring-capable', 'co-occurring-enhanced'])),
          overlays: some(oneOf(['moud'])),
          sameDayMedicationFirst: yes,
        }),
        source: text,
        verified: oneOf(['yes', 'part', 'no']),
        reviewedBy: text,
        reviewedOn: date,
        nextReviewOn: date,
      },
    ),
  ),
});

/** JSON Schema of `seed-data/assessment/loc-rules.yaml`. */
export const LEVEL_OF_CARE_FILE_SCHEMA = object(['version', 'disclaimer', 'rules'], {
  version: { type: 'string', pattern: '^loc-rules [0-9]+(\\.[0-9]+)+$' },
  disclaimer: inEachLanguage,
  rules: some(
    object(['id', 'stage', 'when', 'effect', 'reason', 'source', 'verified'], {
      id: { type: 'string', pattern: '^[A-Z][0-9][a-z]?$' },
      stage: { type: 'integer', minimum: 0, maximum: 5 },
      when: text,
      effect: object([], {
        noLevel: yes,
        stop: yes,
        clinicianRequired: yes,
        floor: level,
        floorAny: some(level),
        base: level,
        baseRange: { type: 'array', items: level, minItems: 2, maxItems: 2 },
        rangeMin: level,
        step: { type: 'integer', minimum: 1, maximum: 2 },
        orChangeOfApproach: yes,
        stepDown: { type: 'integer', minimum: 1, maximum: 2 },
        suggestMin: level,
        overlays: some(oneOf(OVERLAYS)),
        needs: some(code),
        offers: some(code),
        withholdsOffers: some(code),
        prefers: some(text),
        excludes: some(code),
        hardFilter: some(code),
        neverAutomatic: some(level),
        ask: some(text),
        missing: some(text),
        route: oneOf(['craft-family']),
        holdCardsUntil: oneOf(['clinician-message']),
        sameDay: code,
        alternative: object(['level', 'with', 'if'], { level, with: level, if: inEachLanguage }),
        says: some(inEachLanguage),
        saysIf: object(['when', 'says'], { when: text, says: inEachLanguage }),
      }),
      reason: inEachLanguage,
      source: text,
      verified: oneOf(RULE_VERIFICATIONS),
      reviewedBy: text,
    }),
  ),
});

/** JSON Schema of `seed-data/assessment/interview.yaml`. */
export const INTERVIEW_FILE_SCHEMA = object(['version', 'steps'], {
  version: text,
  steps: some(
    object(['instrument', 'role', 'purpose', 'why'], {
      title: inEachLanguage,
      instrument: code,
      items: some(text),
      condition: oneOf(CONDITIONS),
      role: oneOf(['self', 'family']),
      when: text,
      purpose: oneOf(STEP_PURPOSES),
      why: inEachLanguage,
      closes: object(['when', 'inputs'], { when: text, inputs: some(inputName) }),
    }),
  ),
});
