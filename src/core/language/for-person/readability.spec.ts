import { filled } from '../../../../test/support/filled-templates.js';
import { hardTexts, type RuleText } from '../../../../test/support/readability.js';
import type { Language } from '../../vocabulary/languages.js';
import { QUESTIONS } from '../questions/questions.js';
import { RELAXATIONS } from '../relaxations/relaxations.js';
import type { Catalogues } from '../sentence-template.js';
import { FOR_PERSON } from './lines.js';

/*
 * How easy the texts for the person are to read. Each template is filled with realistic values, every level of care, group of
 * people, payer and kind of care among them. Then names are taken out, since nobody can write them more plainly: of
 * medications, approaches, payers such as Medicaid, states, languages, who accredits, agencies and peoples, and what is
 * written in capitals. They count neither as words nor as syllables.
 *
 * The formulas were made for passages. On a text of five words one long word decides: "It offers childcare." would fail,
 * "It has cost." would pass. So a text of ten words or more is measured alone, and shorter ones together with the others
 * of their rule (`hardTexts`): that is what a reader meets, a line of each.
 */
const NAMES =
  /NAME two|NAME|methadone|buprenorphine|metadona|buprenorfina|Medicaid|Medicare|Veterans Affairs|Department of Defense|Departamento de Asuntos de los Veteranos|Departamento de Defensa|Indian Health Service|Servicio de Salud Indígena|American Indians?|Alaska Natives?|personas indígenas de los Estados Unidos y nativas de Alaska|indígenas de los Estados Unidos|nativas de Alaska|hepatitis|Spanish|English|French|español|inglés|francés|\p{Lu}{2,}/gu;

/** What is for the person: lines, questions to the client and labels to choose. */
const TEXTS: readonly [string, Catalogues<string>, (code: string) => boolean][] = [
  ['lines', FOR_PERSON, () => true],
  ['questions to the client', QUESTIONS, (code) => code.startsWith('ask_client.')],
  ['labels of relaxations', RELAXATIONS, () => true],
];

function textsIn(language: Language): (RuleText & { readonly code: string })[] {
  return TEXTS.flatMap(([, catalogues, isForPerson]) =>
    Object.keys(catalogues.en)
      .filter(isForPerson)
      .flatMap((code) =>
        filled(catalogues, code, language).map((text) => ({ rule: code.split('.')[0]!, code, text })),
      ),
  );
}

describe('What is said to the person', () => {
  it('reads at grade 8 or lower in English (Flesch-Kincaid)', () => {
    expect(hardTexts(textsIn('en'), 'en', NAMES)).toEqual([]);
  });

  it('reads at 55 or higher in Spanish (INFLESZ: normal or easier)', () => {
    expect(hardTexts(textsIn('es'), 'es', NAMES)).toEqual([]);
  });

  it('is measured in full: every template, and more than one text of most', () => {
    for (const language of ['en', 'es'] as const) {
      const texts = textsIn(language);
      expect(new Set(texts.map(({ code }) => code)).size).toBeGreaterThan(150);
      expect(texts.length).toBeGreaterThan(1000);
    }
  });
});
