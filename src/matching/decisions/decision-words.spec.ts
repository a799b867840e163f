import { hardTexts } from '../../../test/support/readability.js';
import { CRITERION_CODES, type CriterionCode } from '../../core/matching/codes.js';
import { type Decider, DECIDERS, type Decision } from '../../core/matching/what-decides.js';
import { LANGUAGES } from '../../core/vocabulary/languages.js';
import { decisionInWords } from './decision-words.js';
import { toldApart } from './told-apart.js';

const PLACES = { first: 'New Vista', second: 'Oak House, Inc.' };
const decided = (
  by: Decider,
  level = false,
  leads: Partial<Record<CriterionCode, number>> = {},
): Decision => ({
  by,
  level,
  criteria: Object.entries(leads).map(([code, lead]) => ({ code: code as CriterionCode, lead })),
});

describe('what decides, in words', () => {
  it('names the places, ends with one full stop, and spares the person our terms', () => {
    for (const language of LANGUAGES)
      for (const by of DECIDERS) {
        const leads = by === 'score' ? { evidence: 0.1 } : {};
        const { reason, detail } = decisionInWords(decided(by, false, leads), PLACES, language);
        for (const words of [reason, detail]) {
          expect(words).toContain('New Vista');
          expect(words).toMatch(/[^.]\.$/);
        }
        expect(reason).not.toMatch(/score|match|tier|puntuación|[0-9]/);
      }
  });

  it('is easy to read for the person, also with the longest names of what leads', () => {
    for (const language of LANGUAGES) {
      const texts = [
        ...DECIDERS.map((by) => decided(by)),
        ...CRITERION_CODES.flatMap((code) => [
          decided('score', false, { [code]: 0.1 }),
          decided('score', true, { [code]: 0.001 }),
        ]),
        decided('score', true),
      ].map((decision) => ({
        rule: 'decisions',
        text: decisionInWords(decision, { first: 'NAME', second: 'OTHER' }, language).reason,
      }));
      expect(hardTexts(texts, language, /NAME|OTHER/g)).toEqual([]);
    }
  });

  it('names what leads most, and not what takes away', () => {
    const leads = { evidence: 0.1, cost: 0.05, distance: 0.04, trust: 0.01, quality: -0.1 };
    const decision = decided('score', false, leads);
    expect(decisionInWords(decision, PLACES, 'en')).toEqual({
      reason:
        'New Vista fits better than Oak House, Inc. does. What counts most: care backed by studies, cost and distance.',
      detail:
        'New Vista has the higher score, and Oak House, Inc. the lower: the lead is in evidence, cost and distance.',
    });
    expect(decisionInWords(decision, PLACES, 'es').detail).toBe(
      'New Vista tiene la puntuación más alta, y Oak House, Inc. la más baja: la ventaja está en evidencia, costo y distancia.',
    );
  });

  it('says that two are level, by a little score or by nothing but the order of their ids', () => {
    expect(decisionInWords(decided('score', true, { distance: 0.004 }), PLACES, 'en').reason).toBe(
      'New Vista and Oak House, Inc. are level. What tips it a little: distance.',
    );
    expect(decisionInWords(decided('id', true), PLACES, 'en').reason).toBe(
      'New Vista and Oak House, Inc. are level. Nothing that counts sets them apart.',
    );
    expect(decisionInWords(decided('id', true), PLACES, 'es').reason).toBe(
      'New Vista y Oak House, Inc. están a la par. Nada de lo que cuenta los distingue.',
    );
  });
});

describe('two places with one name', () => {
  const at = (city: string, street1: string, nameDetail: string | null = null) => ({
    name: 'New Vista',
    nameDetail,
    location: { city, street1 },
  });
  it.each([
    [
      at('Bath', '1 Main St', 'Women'),
      at('Bath', '1 Main St', 'Men'),
      'New Vista (Women)',
      'New Vista (Men)',
    ],
    [at('Bath', '1 Main St', 'Women'), at('Erie', '1 Main St'), 'New Vista (Bath)', 'New Vista (Erie)'],
    [at('Bath', '1 Main St'), at('Erie', '1 Main St'), 'New Vista (Bath)', 'New Vista (Erie)'],
    [at('Bath', '1 Main St'), at('Bath', '9 Elm St'), 'New Vista (1 Main St)', 'New Vista (9 Elm St)'],
    [at('Bath', '1 Main St'), at('Bath', '1 Main St'), 'New Vista (1)', 'New Vista (2)'],
  ])('are told apart by detail, city, street or number', (one, other, first, second) => {
    expect(toldApart(one, other)).toEqual({ first, second });
  });
});
