import { QUESTIONS } from '../../../src/core/language/questions/questions.js';
import { LINES } from '../../../src/core/language/sentences.js';
import { APPROACH_NAMES } from '../../../src/core/language/words/approach-names.js';
import { readRegistryFiles } from '../../../src/evidence/registry-files.js';
import type { MatchAnswer } from '../../../src/matching/match-answer.dto.js';
import type { Asked } from '../../support/match-answers.js';
import { program } from '../../support/program-intakes.js';
import { textsOf, textsWithEnglishNames, unannouncedEnglish } from '../../support/spanish-answers.js';
import { WholeService } from '../../support/whole-service.js';

/** Those that have another name in Spanish. */
const ENGLISH_NAMES = readRegistryFiles()
  .approaches.filter(({ code, name }) => !APPROACH_NAMES.es[code]!.includes(name))
  .map(({ name }) => name);

let service: WholeService;
beforeAll(async () => {
  service = await WholeService.open();
  await service.store('survey', [
    program('Evening Clinic', {
      conditions: { yes: ['any'] },
      levelsOfCare: { yes: ['op', 'iop'] },
      medications: { buprenorphine: 'continues', methadone: 'starts' },
      approaches: { yes: ['contingency-management', 'johnson-intervention', 'bct'] },
      sessions: [{ day: 'tu', from: '18:00', to: '20:00' }],
      payers: { yes: ['medicaid'], no: ['private'] },
      ageGroups: { yes: ['adults'], complete: true },
      languages: { yes: ['en', 'es'] },
      accreditations: { yes: ['carf', 'joint-commission'] },
      licenses: { yes: ['dea'] },
      waitDays: 3,
    }),
    program('Long House', {
      conditions: { yes: ['any'] },
      levelsOfCare: { yes: ['res-high'] },
      prices: [{ amount: 46_650, currency: 'USD', per: 'week' }],
      genders: { yes: ['woman'], complete: true },
    }),
    program('Detox Only', {
      conditions: { yes: ['opioid'] },
      levelsOfCare: { yes: ['hosp'] },
      withdrawalSettings: { yes: ['hospital'] },
    }),
    program('Family Hours', { services: { yes: ['family-counseling', 'couples-counseling'] } }),
    program('Twelve Steps', {
      conditions: { yes: ['alcohol'] },
      levelsOfCare: { yes: ['op'] },
      approaches: { yes: ['tsf-aa', 'cbt', 'therapeutic-community', 'matrix', 'acupuncture'] },
    }),
    program('Craft Center', { approaches: { yes: ['craft'] } }),
    program('Invitation Office', { approaches: { yes: ['arise'] } }),
    program('Quiet House', {}),
  ]);
});
afterAll(() => service.close());

async function answerIn(language: string, asked: Asked): Promise<MatchAnswer> {
  const response = await service.post('/v1/matches', asked).set('accept-language', language);
  expect(response.status).toBe(200);
  return response.body as MatchAnswer;
}

const SPANISH = 'es-MX,es;q=0.9';

const WORKER: Asked = {
  client: { age: 34, gender: 'woman', languages: ['es'] },
  assessment: {
    conditions: [
      { condition: 'opioid', severity: 'severe' },
      { condition: 'alcohol', severity: 'mild' },
    ],
    scores: [
      { instrument: 'audit', score: 16 },
      { instrument: 'phq-9', score: 12 },
    ],
    risks: { 'use.opioids': true, 'history.overdose_12m': 2, 'wd.symptoms_now': false },
  },
  constraints: {
    near: { latitude: 41.3083, longitude: -72.9279 },
    maxDistanceKm: 40,
    payers: ['medicaid', 'private'],
    maxCost: { amount: 35_000, currency: 'USD', per: 'week' },
    cannotLeaveWork: true,
    needsChildcare: true,
    startsWithinDays: 7,
    mustServe: ['veterans', 'trauma'],
    accessibility: ['wheelchair', 'sign-language'],
    currentMedications: ['buprenorphine'],
  },
  preferences: { goal: 'abstinence', wishes: ['secular', 'group'], avoid: ['faith-based'] },
};

const ASKED: readonly [string, Asked][] = [
  ['somebody who works', WORKER],
  ['somebody whose levels a clinician stated', { assessment: { levelsOfCare: ['res-high'] } }],
  [
    'somebody who would rather keep a job and needs a bed',
    {
      assessment: { levelsOfCare: ['res-high'] },
      constraints: { cannotLeaveWork: true },
      preferences: {},
    },
  ],
  ['somebody whose list is held', { assessment: { risks: { 'od.not_waking': true } } }],
  [
    'a family member whose loved one refuses',
    {
      client: { role: 'family' },
      assessment: {
        responses: [
          { instrument: 'cso-checkin', answers: { cso1: 0, cso2: 0, cso3: ['opioids'], cso6: 1, cso10: 1 } },
        ],
      },
    },
  ],
  [
    'a family member who is afraid',
    {
      client: { role: 'family' },
      assessment: { responses: [{ instrument: 'cso-checkin', answers: { cso1: 0, cso2: 1 } }] },
    },
  ],
];

describe('a match in Spanish', () => {
  it.each(ASKED)('of %s says all but what it announces in Spanish', async (_who, asked) => {
    const spanish = await answerIn(SPANISH, asked);
    const english = await answerIn('en', asked);
    expect([spanish.language, english.language]).toEqual(['es', 'en']);
    expect(english.englishOnly).toEqual([]);
    expect(unannouncedEnglish(spanish, english)).toEqual([]);
    // The ranking does not depend on the language.
    const ranked = ({ tracks }: MatchAnswer) =>
      tracks.map(({ purpose, matches }) => [
        purpose,
        matches.map(({ program: { id }, score }) => [id, score]),
      ]);
    expect(ranked(spanish)).toEqual(ranked(english));
  });

  it.each<[string, Asked]>([
    ...ASKED,
    [
      'somebody who refuses an approach and wishes for others',
      {
        assessment: { conditions: [{ condition: 'alcohol' }] },
        constraints: { exclude: { approaches: ['tsf-aa'] } },
        preferences: { approaches: ['cbt', 'mi-met'], avoidApproaches: ['therapeutic-community'] },
      },
    ],
  ])('of %s names no approach in English where it does not say so', async (_who, asked) => {
    const answer = await answerIn(SPANISH, asked);
    expect(textsWithEnglishNames(answer, ENGLISH_NAMES)).toEqual([]);
    // A code is no name either.
    expect(textsOf(answer).filter(({ text }) => /\b(?:tsf aa|mi met|cbt)\b/.test(text))).toEqual([]);
  });

  it('has no sentence of an English catalogue', async () => {
    const fixed = new Set(
      [LINES.person, LINES.professional, QUESTIONS]
        .flatMap(({ en }) => Object.values(en))
        .filter((words): words is string => typeof words === 'string'),
    );
    for (const [, asked] of ASKED) {
      const texts = textsOf(await answerIn(SPANISH, asked)).map(({ text }) => text);
      expect(texts.filter((text) => fixed.has(text))).toEqual([]);
    }
  });

  it('has reasons, questions, warnings and what holds the list', async () => {
    const { tracks } = await answerIn(SPANISH, WORKER);
    const { matches, nearMisses } = tracks.find(({ purpose }) => purpose === 'treatment')!;
    const clinic = [...matches].find(({ program: { name } }) => name === 'Evening Clinic');
    const sentences = new Map(clinic!.constraints.map(({ code, reason, ask }) => [code, ask ?? reason]));
    expect(sentences.get('payment')).toBe('Acepta Medicaid.');
    expect(sentences.get('accessible')).toBe(
      '¿Ofrecen ustedes acceso para silla de ruedas y lengua de señas?',
    );
    expect(clinic!.warnings.map(({ detail }) => detail)).toContain(
      'Informa «intervención» por sorpresa (estilo Johnson); primero se debe ofrecer CRAFT.',
    );
    expect(nearMisses).toBeDefined();
    const held = await answerIn(SPANISH, { assessment: { risks: { 'od.not_waking': true } } });
    expect(held.held!.why).toMatch(/^Primero va el mensaje\./);
  });

  it('speaks in two voices, and to a family of the loved one', async () => {
    const family: Asked = {
      client: { role: 'family' },
      assessment: { conditions: [{ condition: 'opioid', severity: 'severe' }] },
      constraints: { payers: ['medicaid'], currentMedications: ['buprenorphine'] },
      preferences: {},
    };
    for (const [language, toReader] of [
      ['en', /\b(?:you|your)\b/i],
      ['es', /\busted|su ser querido/i],
    ] as const) {
      const { tracks } = await answerIn(language, family);
      const linesOf = (purpose: string) =>
        tracks
          .filter((track) => track.purpose === purpose)
          .flatMap(({ matches, nearMisses }) => [
            ...matches.flatMap(({ constraints, criteria }) => [...constraints, ...criteria]),
            ...nearMisses.map(({ failing }) => failing),
          ]);
      const treatment = linesOf('treatment');
      expect(treatment.length).toBeGreaterThan(10);
      expect(treatment.filter(({ reason }) => toReader.test(reason))).toEqual([]);
      // Some lines are as short as can be in both voices.
      expect(treatment.filter(({ reason, detail }) => reason !== detail).length).toBeGreaterThan(5);
      // The help for the family itself is for the one who reads.
      expect(linesOf('family_engagement').some(({ reason }) => toReader.test(reason))).toBe(true);
    }
  });

  it('follows the header, and is English if it asks for neither', async () => {
    expect((await answerIn('es', {})).language).toBe('es');
    expect((await answerIn('fr', {})).language).toBe('en');
    expect((await answerIn('en-US,es;q=0.5', {})).language).toBe('en');
  });
});
