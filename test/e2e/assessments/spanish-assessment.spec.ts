import type { AssessmentAnswer } from '../../../src/assessments/assessment-response.dto.js';
import type { ScoredInstrumentResponse } from '../../../src/assessments/screen-result.dto.js';
import { unannouncedEnglish } from '../../support/spanish-answers.js';
import { WholeService } from '../../support/whole-service.js';

let service: WholeService;
beforeAll(async () => {
  service = await WholeService.open();
});
afterAll(() => service.close());

const SPANISH = 'es-MX,es;q=0.9';

async function assessed(body: object, language: string): Promise<AssessmentAnswer> {
  const response = await service.post('/v1/assessments', body).set('accept-language', language);
  expect(response.status).toBe(200);
  return response.body as AssessmentAnswer;
}

const ASKED: readonly [string, object][] = [
  ['nothing', {}],
  [
    'a heavy daily drinker',
    {
      client: { age: 52 },
      assessment: {
        scores: [
          { instrument: 'audit', score: 24 },
          { instrument: 'gad-7', score: 12 },
        ],
        risks: {
          'use.alcohol': true,
          'use.alcohol_daily': true,
          'alcohol.daily_or_near': true,
          audit_c: 10,
          'wd.past_seizure': true,
          'wd.symptoms_now': true,
          'home.none': true,
          'job.at_stake': true,
          'legal.mandates_level': true,
        },
      },
    },
  ],
  [
    'somebody who overdosed',
    {
      assessment: {
        responses: [
          {
            instrument: 'dsm5-sud-checklist',
            condition: 'opioid',
            answers: Object.fromEntries(Array.from({ length: 11 }, (_, at) => [`dsm${at + 1}`, 1])),
          },
        ],
        risks: { 'use.opioids': true, 'history.overdose_12m': 3, 'phq9.item9': 2, 'home.violence': true },
      },
    },
  ],
  ['somebody under 18', { client: { age: 16 }, assessment: { scores: [{ instrument: 'audit', score: 9 }] } }],
  [
    'a family member',
    {
      client: { role: 'family' },
      assessment: { responses: [{ instrument: 'cso-checkin', answers: { cso1: 0, cso2: 0 } }] },
    },
  ],
];

describe('an assessment in Spanish', () => {
  it.each(ASKED)('of %s says all but what it announces in Spanish', async (_what, body) => {
    const spanish = await assessed(body, SPANISH);
    const english = await assessed(body, 'en');
    expect([spanish.language, english.language, english.englishOnly]).toEqual(['es', 'en', []]);
    const questions = [...(spanish.next ? [spanish.next] : []), ...spanish.helpful];
    const inEnglish = questions.some(({ language }) => language === 'en')
      ? ['/next/stem', '/next/items', '/helpful/*/stem', '/helpful/*/items']
      : [];
    const announced = { ...spanish, englishOnly: [...spanish.englishOnly, ...inEnglish] };
    expect(unannouncedEnglish(announced, english)).toEqual([]);
  });

  it('asks our own questions in Spanish, and published ones in English that says so', async () => {
    const own = await assessed({}, SPANISH);
    expect(own.next).toMatchObject({
      instrument: 'risk-check',
      language: 'es',
      items: [{ text: expect.stringMatching(/^¿Pasa algo de esto en este momento, a usted o /) }],
      why: 'Lo que no puede esperar va primero.',
    });
    expect(own.next!.items[0]!.options[0]!.label).toBe('No se le puede despertar');
    const drinks = { danger_now: [], suicide: [], people: [], age: 40, substances: ['alcohol'] };
    const published = await assessed(
      {
        assessment: {
          responses: [{ instrument: 'risk-check', answers: drinks }],
          skipped: [{ instrument: 'concern' }, { instrument: 'ruler' }],
        },
      },
      SPANISH,
    );
    expect(published.next).toMatchObject({
      instrument: 'audit-c',
      language: 'en',
      items: [{ text: expect.stringMatching(/^How often/) }, {}, {}],
      why: 'Tres preguntas dicen si la forma de beber es de riesgo.',
      languageNote: expect.stringMatching(/^No hemos comprobado ninguna versión validada en español/),
    });
    expect(own.next!.languageNote).toBeNull();
  });

  it.each([
    ['en', 'opioid', 'did you use opioids more, or for longer, than you meant to?'],
    ['es', 'opioid', '¿consumió opioides más, o durante más tiempo, de lo que pensaba?'],
    ['en', 'cannabis', 'did you use cannabis more, or for longer, than you meant to?'],
  ])(
    'asks each criterion as a whole question about the substance: %s, %s',
    async (language, condition, words) => {
      const substances = [condition === 'opioid' ? 'opioids' : condition];
      const answers = { danger_now: [], suicide: [], people: [], age: 40, substances };
      const { next } = await assessed(
        {
          assessment: {
            responses: [{ instrument: 'risk-check', answers }],
            skipped: [{ instrument: 'concern' }, { instrument: 'ruler' }],
          },
        },
        language,
      );
      expect(next).toMatchObject({
        instrument: 'dsm5-sud-checklist',
        condition,
        language,
        languageNote: null,
      });
      expect(next!.items[0]!.text).toContain(words);
      const time = language === 'en' ? /^In the past 12 months, .*\?$/ : /^En los últimos 12 meses, ¿.*\?$/;
      expect(next!.items).toHaveLength(11);
      expect(next!.items.filter(({ text }) => !time.test(text))).toEqual([]);
    },
  );
});

describe('one screen in Spanish', () => {
  it('is read in Spanish; the name of its range stays as it was published', async () => {
    const score = async (language: string) =>
      (await service.post('/v1/instruments/audit/score', { total: 16 }).set('accept-language', language))
        .body as ScoredInstrumentResponse;
    const spanish = await score(SPANISH);
    expect(spanish.language).toBe('es');
    expect(spanish.scales[0]!.says).toMatch(/^En el rango ".+"; el cuestionario es positivo\.$/);
    expect(unannouncedEnglish(spanish, await score('en'))).toEqual([]);
  });
});

describe('the vocabularies in Spanish', () => {
  it('have a Spanish word for each code', async () => {
    const words = async (language: string) => {
      const response = await service.get('/v1/vocabularies').set('accept-language', language);
      expect(response.headers.vary).toContain('accept-language');
      return response.body as Record<string, { code: string }[]>;
    };
    const [spanish, english] = [await words(SPANISH), await words('en')];
    expect(spanish.levelOfCare).toContainEqual({
      code: 'iop',
      label: 'Tratamiento ambulatorio intensivo',
      short: 'Ambulat. intensivo',
      description: 'Grupos y consejería de unas 9 a 19 horas por semana, con frecuencia por la noche.',
    });
    expect(english.levelOfCare).toContainEqual({
      code: 'iop',
      label: 'Intensive outpatient',
      short: 'Intensive (IOP)',
      description: 'Groups and counseling of about 9 to 19 hours a week, often in the evening.',
    });
    expect(Object.keys(spanish)).toEqual(Object.keys(english));
  });
});
