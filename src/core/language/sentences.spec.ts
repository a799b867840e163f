import { type Language, LANGUAGES } from '../vocabulary/languages.js';
import { QUESTIONS } from './questions/questions.js';
import { RELAXATIONS } from './relaxations/relaxations.js';
import { forPerson, forProfessional, LINE_CODES, LINES, toAsk, QUESTION_CODES } from './sentences.js';
import type { Catalogues } from './sentence-template.js';
import type { Reason, ReasonValue } from '../matching/verdict.js';

/** For each value that a template may name, one without a label: it is shown unchanged. */
const MARKERS: Readonly<Record<string, ReasonValue>> = {
  accepted: ['zac1', 'zac2'],
  beyondKmPerHour: 9711,
  detour: 9712,
  farthestKm: 9713,
  kmPerHour: 9714,
  localKm: 9715,
  setOutMinutes: 9716,
  version: 'zve1',
  zones: 'unknown',
  absent: ['zab1', 'zab2'],
  accessibility: ['zai1', 'zai2'],
  accreditations: ['zar1', 'zar2'],
  age: 9101,
  approach: 'zap1',
  approaches: ['zap1', 'zap2'],
  offers: ['zap1', 'zap2'],
  assumed: true,
  budget: 920_201,
  conditions: ['zco1', 'zco2'],
  // The words for it are those of what a place is asked about.
  constraint: 'payment',
  currency: 'ZCU',
  days: 9303,
  declined: ['zdp1|zdk1'],
  earned: ['zep1|zek1|zea1|zes1|zew1', 'zep2|zek2|zea2|zes2|here'],
  floor: 'zfl1',
  freshness: 'zfr1',
  gender: 'zge1',
  groups: ['zgr1', 'zgr2'],
  languages: ['zla1', 'zla2'],
  level: 'zle1',
  levels: ['zlv1', 'zlv2'],
  licenses: ['dea'],
  max: 9404,
  medications: ['zme1', 'zme2'],
  meters: 950_500,
  missing: ['zmp1|zmk1'],
  modalities: ['zmo1', 'zmo2'],
  name: 'zna1',
  names: ['zns1', 'zns2 zns3'],
  partly: ['zpy1', 'zpy2'],
  notReported: ['znr1', 'znr2'],
  offered: ['zof1', 'zof2'],
  outcome: 'dropped_out',
  payers: ['zpa1', 'zpa2'],
  per: 'zpe1',
  percent: 96,
  populations: ['zpo1', 'zpo2'],
  present: ['zpr1', 'zpr2'],
  price: 970_701,
  reviewed: true,
  sessions: ['mo 18:01-21:02'],
  settings: ['zse1', 'zse2'],
  standing: 'zst1',
  state: 'ZS',
  unlisted: ['zuo1|zul1'],
  units: 'km',
  unwished: ['zun1', 'zun2'],
};

/** The same with one value changed that may affect the sentence: an empty list, a no, one day. */
const OTHERWISE = Object.entries(MARKERS).map(([name, value]): [string, ReasonValue] => [
  name,
  Array.isArray(value)
    ? []
    : typeof value === 'boolean'
      ? !value
      : typeof value === 'number'
        ? 1
        : `${String(value)}x`,
]);

/** Every catalogue: two voices of the lines, and the questions. */
const CATALOGUES: readonly [string, Catalogues<string>][] = [
  ['for the person', LINES.person],
  ['for a professional', LINES.professional],
  ['of questions', QUESTIONS],
  ['of relaxations', RELAXATIONS],
];
const EVERY_SENTENCE = CATALOGUES.flatMap(([whose, catalogues]) =>
  Object.keys(catalogues.en).map((code) => [whose, code, catalogues] as const),
);

function rendered(
  catalogues: Catalogues<string>,
  code: string,
  language: Language,
  values: typeof MARKERS = MARKERS,
) {
  const read = new Set<string>();
  const watched = new Proxy(values, {
    get: (all, name: string) => {
      read.add(name);
      return all[name];
    },
  });
  const template = catalogues[language][code]!;
  const words = typeof template === 'string' ? template : template(watched);
  const facts = [...words.matchAll(/z[a-z]{2}[0-9]x?|Z[CS]U?x?|[0-9]+(?:[.:][0-9]+)*/g)].map(
    ([fact]) => fact,
  );
  return { words, read, facts: [...new Set(facts)].sort() };
}

describe('the catalogues', () => {
  it.each(CATALOGUES)('%s have the same codes in every language', (_whose, catalogues) => {
    for (const language of LANGUAGES)
      expect(Object.keys(catalogues[language]).sort()).toEqual(Object.keys(catalogues.en).sort());
  });

  it('have every line in both voices', () => {
    expect(Object.keys(LINES.professional.en).sort()).toEqual(Object.keys(LINES.person.en).sort());
  });

  it('know every value that a template names', () => {
    const named = EVERY_SENTENCE.flatMap(([, code, catalogues]) =>
      LANGUAGES.flatMap((language) => [...rendered(catalogues, code, language).read]),
    );
    expect([...new Set(named)].filter((name) => !(name in MARKERS))).toEqual([]);
  });

  it.each(EVERY_SENTENCE)('%s state the same facts of %s in every language', (_whose, code, catalogues) => {
    const en = rendered(catalogues, code, 'en');
    const es = rendered(catalogues, code, 'es');
    expect(es.facts).toEqual(en.facts);
    expect(es.words).not.toBe(en.words);
    for (const [name, value] of OTHERWISE) {
      const values = { ...MARKERS, [name]: value };
      const [other, otro] = [
        rendered(catalogues, code, 'en', values),
        rendered(catalogues, code, 'es', values),
      ];
      expect(otro.facts).toEqual(other.facts);
      // What makes a difference in one language makes a difference in the other.
      expect([name, otro.words !== es.words]).toEqual([name, other.words !== en.words]);
    }
  });

  it('say nothing in Spanish that English says, whatever the code', () => {
    const all = (language: Language) =>
      EVERY_SENTENCE.map(([, code, catalogues]) => rendered(catalogues, code, language).words);
    const english = new Set(all('en'));
    expect(all('es').filter((words) => english.has(words))).toEqual([]);
  });

  it('open and close every Spanish question', () => {
    for (const code of QUESTION_CODES) {
      const { words } = rendered(QUESTIONS, code, 'es');
      expect([code, words]).toEqual([code, expect.stringMatching(/¿[^¿?]+\?$/)]);
    }
  });

  it('say no line to a professional as a question', () => {
    for (const code of LINE_CODES)
      for (const language of LANGUAGES)
        expect(rendered(LINES.professional, code, language).words).not.toContain('?');
  });
});

describe('a Spanish sentence for a professional', () => {
  it.each<[string, Reason, string]>([
    [
      'of a distance',
      { code: 'within_distance.farther', values: { meters: 46_200, max: 40_000 } },
      'A 28.7 millas, más lejos que 24.9 millas.',
    ],
    [
      'of a price',
      {
        code: 'payment.over_budget',
        values: { price: 46_667, budget: 35_000, currency: 'USD', per: 'week' },
      },
      'Cuesta $466.67 por semana, más que el presupuesto de $350.',
    ],
    ['of one day', { code: 'access_speed.wait', values: { days: 1 } }, 'Primera cita en un plazo de 1 día.'],
    [
      'of two conditions',
      { code: 'treats_condition.not', values: { conditions: ['alcohol', 'opioid'] } },
      'No trata problemas por el consumo de alcohol ni opioides.',
    ],
    [
      'of what earned evidence, and what is missing',
      {
        code: 'evidence.earned',
        values: {
          earned: ['opioid|medication|Methadone|verified||methadone'],
          missing: ['opioid|overdose-prevention'],
          declined: ['any|psychosocial'],
        },
      },
      'Se obtiene por metadona (medicamentos para problemas por el consumo de opioides, con verificación). No se informa: prevención de sobredosis para problemas por el consumo de opioides. Dice que no lo ofrece: atención psicosocial.',
    ],
    [
      'of sessions',
      {
        code: 'can_keep_working.sessions',
        values: { levels: ['iop'], sessions: ['mo 18:00-21:00'], assumed: true },
      },
      'Tratamiento ambulatorio intensivo con sesiones fuera del horario de trabajo habitual (de lunes a viernes, de 9 a 5, supuesto): lunes de 18:00 a 21:00 (en días feriados: no se sabe).',
    ],
  ])('%s', (_what, reason, words) => {
    expect(forProfessional(reason, 'es')).toBe(words);
  });

  it('minds the sounds that ask for e and u', () => {
    expect(toAsk({ code: 'ask.language', values: { languages: ['es', 'en'] } }, 'es')).toBe(
      '¿Hay consejería en español o inglés, o un intérprete?',
    );
  });
});

describe('a sentence about languages', () => {
  const languages = ['es-MX', 'yue', 'crp', 'qqq'];

  it.each(EVERY_SENTENCE.filter(([, code]) => code.includes('language')))(
    '%s names them in %s',
    (_whose, code, catalogues) => {
      for (const language of LANGUAGES)
        for (const offered of [[], languages]) {
          const { words } = rendered(catalogues, code, language, { ...MARKERS, languages, offered });
          expect(words).not.toMatch(/\b(?:es-MX|yue|crp)\b/);
        }
    },
  );
});

describe('a constraint that is a preference', () => {
  const values = { present: ['gender', 'within_distance'], absent: [], unwished: [], notReported: [] };
  const wished: Reason = { code: 'preferences.features', values };

  it('is named to a professional in the words of the language', () => {
    expect(forProfessional(wished, 'en')).toBe('Wanted and offered: gender and nearness.');
    expect(forProfessional(wished, 'es')).toBe('Deseado y presente: género y dentro de la distancia.');
  });

  it('is named to the person as what was wished for', () => {
    expect(forPerson(wished, 'en')).toBe(
      'It has what was wished for: care for this gender and a place nearby.',
    );
    expect(forPerson(wished, 'es')).toBe(
      'Tiene lo que se deseaba: atención para este género y un lugar cercano.',
    );
  });
});
