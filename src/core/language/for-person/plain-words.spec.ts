import { filled } from '../../../../test/support/filled-templates.js';
import { LANGUAGES } from '../../vocabulary/languages.js';
import { LABELS_ES } from '../labels.es.js';
import { QUESTIONS } from '../questions/questions.js';
import { RELAXATIONS } from '../relaxations/relaxations.js';
import { FOR_PERSON } from './lines.js';

/** Lines of help for the family itself. They are shown in its own list, or while somebody is afraid. */
const FOR_FAMILY = ['safe_to_invite.', 'teaches_craft.', 'warning.violence_check_first'];

/** Every line of the person, filled. */
const LINES = LANGUAGES.flatMap((language) =>
  Object.keys(FOR_PERSON.en).flatMap((code) =>
    filled(FOR_PERSON, code, language).map((text) => ({ language, code, text })),
  ),
);
/** With what else the person reads. */
const ALL = [
  ...LINES,
  ...LANGUAGES.flatMap((language) =>
    [RELAXATIONS, QUESTIONS].flatMap((catalogues) =>
      Object.keys(catalogues.en)
        .filter((code) => !code.startsWith('ask.'))
        .flatMap((code) => filled(catalogues, code, language).map((text) => ({ language, code, text }))),
    ),
  ),
];

/** Words of the field and of the engine, in both languages. */
const JARGON =
  /\b(?:clients?|constraints?|criteri(?:on|a)|tiers?|scores?|floor|levels? of care|medically managed|residential|ambulatory|inpatient|intensive|co-occurring|psychosocial|contingency|disorders?|abusers?|addicts?|clean|dirty|clientes?|puntuaci[oó]n|restricci[oó]n|nivel(?:es)? de atenci[oó]n|ambulatori[oa]|residencial|intensiv[oa]|concurrentes?|psicosocial|trastornos?|adict[oa]s?)\b/i;

/** Words with a hyphen that are plain. Any other would be a code. */
const HYPHENATED = [
  'live-in',
  'part-time',
  'full-time',
  'check-up',
  'check-ins',
  'one-on-one',
  'mutual-help',
];

const CODES = Object.keys(LABELS_ES).filter((code) => /[-_]/.test(code));

const found = (pattern: RegExp, among = ALL) => among.filter(({ text }) => pattern.test(text));

describe('A sentence for the person', () => {
  it('has no word of the field', () => {
    expect(found(JARGON)).toEqual([]);
  });

  it('has no code', () => {
    expect(found(/_|\bundefined\b|\|/)).toEqual([]);
    const hyphenated = ALL.flatMap(({ text }) => text.match(/\p{L}+(?:-\p{L}+)+/gu) ?? []);
    const unknown = hyphenated.filter((word) => !HYPHENATED.includes(word));
    expect([...new Set(unknown)]).toEqual([]);
    expect(CODES.filter((code) => hyphenated.includes(code) && !HYPHENATED.includes(code))).toEqual([]);
  });

  it('has no decimal number', () => {
    expect(found(/\d\.\d|\d,\d{1,2}(?!\d)/)).toEqual([]);
  });

  it('speaks of the person as a family would, too: only lines of help for the family say "you"', () => {
    const addressed = found(/\b(?:you|yours?|usted(?:es)?|su ser querido)\b/i, LINES);
    const wrong = addressed.filter(({ code }) => !FOR_FAMILY.some((start) => code.startsWith(start)));
    expect(wrong).toEqual([]);
    expect(addressed).not.toEqual([]);
  });

  it('says what is not known in the same words everywhere', () => {
    const open = LINES.filter(({ code }) => /(?:^|[._])unknown$/.test(code) && !code.startsWith('evidence'));
    for (const { language, text } of open)
      expect(text).toMatch(language === 'en' ? /We do not know/ : /No (?:lo )?sabemos|No sabemos/);
  });

  it('starts with a capital and ends as a sentence', () => {
    expect(LINES.filter(({ text }) => !/^[\p{Lu}¿].*[.?]$/u.test(text))).toEqual([]);
    expect(found(/ {2}| [.,?]|\(\)|\.\./)).toEqual([]);
  });

  it('compares a distance and a price only by numbers that differ', () => {
    const texts = LINES.filter(({ code }) => /\.(?:farther|none_within|over_budget)/.test(code));
    for (const { text } of texts) {
      const numbers = text.match(/\d+/g) ?? [];
      expect([text, new Set(numbers).size]).toEqual([text, numbers.length]);
    }
  });
});
