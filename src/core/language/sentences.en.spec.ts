import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../config/project-folder.js';
import { LISTINGS } from '../evidence/rating.js';
import { CLIENT_QUESTIONS, CONSTRAINT_CODES, CRITERION_CODES } from '../matching/codes.js';
import type { Reason } from '../matching/verdict.js';
import { forProfessional, LINE_CODES, QUESTION_CODES, RELAXATION_CODES } from './sentences.js';

const folder = join(projectFolder, 'src/core/matching');
const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n');

const FIRST_WORDS = [
  ...CONSTRAINT_CODES,
  ...CRITERION_CODES,
  'ask',
  'warning',
  'travel',
  'reach',
  'relax',
].join('|');
const all = (pattern: RegExp) => [...source.matchAll(pattern)].map(([, found]) => found!);

/** Codes that the engine writes out. */
const written = all(new RegExp(`'((?:${FIRST_WORDS})\\.[a-z][a-z_.-]*)'`, 'g'));

/** Codes that the engine composes, by the template that does it. */
const composed: Readonly<Record<string, readonly string[]>> = {
  '${criterion}.unknown': all(/knowledge,\s*'([a-z_]+)',?\s*\)/g).map((criterion) => `${criterion}.unknown`),
  '${criterion}.parts': all(/\],\s*knowledge,\s*'([a-z_]+)',?\s*\)/g).map(
    (criterion) => `${criterion}.parts`,
  ),
  'warning.listing.${approach.listing}': LISTINGS.filter(
    (listing) => listing !== 'normal' && listing !== 'never-recommend-for-opioid-alone',
  ).map((listing) => `warning.listing.${listing}`),
  'ask_client.${question}': CLIENT_QUESTIONS.map((question) => `ask_client.${question}`),
  'relax.${code}': all(/asPreference\('([a-z_]+)'/g).map((code) => `relax.${code}`),
  'warning.badge.${alarm.badge}': ['warning.badge.harmful', 'warning.badge.concern'],
};

describe('the English catalogue', () => {
  it('knows every template that puts a code together', () => {
    const templates = all(new RegExp('code: `([^`]+)`', 'g'));
    expect([...new Set(templates)].sort()).toEqual([...Object.keys(composed), 'goal-${goal}'].sort());
  });

  it('has a sentence for every code of the engine, and the engine says every one of them', () => {
    const said = new Set([...written, ...Object.values(composed).flat()]);
    expect([...LINE_CODES, ...QUESTION_CODES, ...RELAXATION_CODES].sort()).toEqual([...said].sort());
  });
});

describe('a sentence for a professional', () => {
  it.each<[string, Reason, string]>([
    [
      'of a distance',
      { code: 'within_distance.farther', values: { meters: 46_200, max: 40_000 } },
      '28.7 miles away, farther than 24.9 miles.',
    ],
    [
      'of a price',
      {
        code: 'payment.over_budget',
        values: { price: 46_667, budget: 35_000, currency: 'USD', per: 'week' },
      },
      'Costs $466.67 per week, over the budget of $350.',
    ],
    ['of one day', { code: 'access_speed.wait', values: { days: 1 } }, 'First appointment within 1 day.'],
    [
      'of what earned evidence, and what is missing',
      {
        code: 'evidence.earned',
        values: {
          earned: ['opioid|medication|Methadone|verified'],
          missing: ['opioid|overdose-prevention'],
          declined: ['opioid|contingency-management'],
        },
      },
      'Earned by Methadone (medication for opioids, verified). Not reported: overdose prevention for opioids. Says that it does not offer: contingency management for opioids.',
    ],
    [
      'of a draft rating that says so',
      { code: 'warning.badge.harmful', values: { name: 'X', reviewed: false } },
      'Reports X, rated harmful (draft rating).',
    ],
    [
      'of a reviewed rating',
      { code: 'warning.badge.concern', values: { name: 'X', reviewed: true } },
      'Reports X; a rating raises a concern.',
    ],
    [
      'of parts that are offered, not offered, and not reported',
      {
        code: 'continuity.parts',
        values: { present: ['aftercare'], absent: ['follow-up'], notReported: ['step-down'] },
      },
      'Offered: aftercare. Not offered: follow-up. Not reported: step-down care.',
    ],
    [
      'of wishes that say nothing',
      { code: 'preferences.features', values: { present: [], absent: [], unwished: [], notReported: [] } },
      'No preference counts against it.',
    ],
  ])('%s', (_what, reason, words) => {
    expect(forProfessional(reason, 'en')).toBe(words);
  });
});
