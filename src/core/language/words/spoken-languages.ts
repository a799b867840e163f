import { canonicalTag, languageOf } from '../../vocabulary/language-tags.js';
import type { Language } from '../../vocabulary/languages.js';
import { plainWord } from '../../vocabulary/synonyms.js';
import type { SpokenLanguage } from '../../vocabulary/spoken-languages.js';

/** Further tags that a client may name, that Unicode has no usual word for. */
type FurtherTag = 'cmn' | 'fa-AF' | 'nan' | 'ase' | 'mww' | 'esu' | 'ciw';

/**
 * The name of each language, as a source means it. A group says that the source does not tell which one. Other languages
 * have the names that Unicode knows.
 */
const NAMES: Readonly<Record<Language, Readonly<Record<SpokenLanguage | FurtherTag, string>>>> = {
  en: {
    en: 'English',
    es: 'Spanish',
    am: 'Amharic',
    ar: 'Arabic',
    crp: 'Creole (which one is not reported)',
    de: 'German',
    el: 'Greek',
    fa: 'Persian (Farsi)',
    fr: 'French',
    he: 'Hebrew',
    hi: 'Hindi',
    hmn: 'Hmong',
    ht: 'Haitian Creole',
    it: 'Italian',
    ja: 'Japanese',
    ko: 'Korean',
    nai: 'an American Indian or Alaska Native language (which one is not reported)',
    nv: 'Navajo',
    oj: 'Ojibwe',
    om: 'Oromo',
    pl: 'Polish',
    pt: 'Portuguese',
    ru: 'Russian',
    so: 'Somali',
    tl: 'Tagalog',
    vi: 'Vietnamese',
    ypk: 'Yupik',
    zh: 'Chinese',
    cmn: 'Mandarin Chinese',
    'fa-AF': 'Dari',
    nan: 'Min Nan Chinese',
    ase: 'American Sign Language',
    mww: 'White Hmong',
    esu: 'Central Yupik',
    ciw: 'Chippewa',
  },
  es: {
    en: 'inglés',
    es: 'español',
    am: 'amárico',
    ar: 'árabe',
    crp: 'criollo (no se informa cuál)',
    de: 'alemán',
    el: 'griego',
    fa: 'persa (farsi)',
    fr: 'francés',
    he: 'hebreo',
    hi: 'hindi',
    hmn: 'hmong',
    ht: 'criollo haitiano',
    it: 'italiano',
    ja: 'japonés',
    ko: 'coreano',
    nai: 'una lengua indígena de Estados Unidos o nativa de Alaska (no se informa cuál)',
    nv: 'navajo',
    oj: 'ojibwe',
    om: 'oromo',
    pl: 'polaco',
    pt: 'portugués',
    ru: 'ruso',
    so: 'somalí',
    tl: 'tagalo',
    vi: 'vietnamita',
    ypk: 'yupik',
    zh: 'chino',
    cmn: 'chino mandarín',
    'fa-AF': 'darí',
    nan: 'chino min nan',
    ase: 'lengua de señas americana',
    mww: 'hmong blanco',
    esu: 'yupik central',
    ciw: 'chippewa',
  },
};

const OTHERS: Readonly<Record<Language, Intl.DisplayNames>> = {
  en: new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }),
  es: new Intl.DisplayNames('es', { type: 'language', fallback: 'none' }),
};
const UNNAMED: Readonly<Record<Language, (tag: string) => string>> = {
  en: (tag) => `the language with the code “${tag}”`,
  es: (tag) => `el idioma con el código “${tag}”`,
};

/** The word for the language of a canonical tag, as a sentence says it: `Spanish` for `es` and `es-MX`. Never a bare code. */
export function languageName(tag: string, language: Language): string {
  const names: Readonly<Record<string, string>> = NAMES[language];
  const spoken = languageOf(tag);
  const known = names[tag] ?? names[spoken];
  if (known !== undefined) return known;
  return (isTag(tag) ? OTHERS[language].of(spoken) : undefined) ?? UNNAMED[language](tag);
}

/** `Intl` throws for what cannot be a tag. */
function isTag(tag: string): boolean {
  return canonicalTag(tag) !== undefined;
}

/** Other names that people write. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  castellano: 'es',
  castilian: 'es',
  latino: 'es',
  sp: 'es',
  spn: 'es',
  mandarin: 'cmn',
  mandarín: 'cmn',
  'chino mandarín': 'cmn',
  cantonese: 'yue',
  farsi: 'fa',
  persian: 'fa',
  persa: 'fa',
  dari: 'fa-AF',
  creole: 'ht',
  kreyol: 'ht',
  criollo: 'ht',
  filipino: 'tl',
  tagalog: 'tl',
  ojibwa: 'oj',
  chippewa: 'oj',
  brazilian: 'pt-BR',
  asl: 'ase',
  inuktitut: 'iu',
};

/** Whether a code of two letters is that of a language. All of them have names; codes of three letters are too many to know. */
export function isKnownLanguage(tag: string): boolean {
  const language = languageOf(tag);
  return language.length > 2 || OTHERS.en.of(language) !== undefined;
}

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];

let byName: ReadonlyMap<string, string> | undefined;

/** The tag of the language that is called so in English or Spanish: `es` for `Spanish` and `español`. */
export function languageNamed(written: string): string | undefined {
  byName ??= tagsByName();
  return byName.get(plainWord(written));
}

function tagsByName(): Map<string, string> {
  const tags = new Map<string, string>();
  const add = (name: string | undefined, tag: string) => {
    if (name !== undefined && !tags.has(plainWord(name))) tags.set(plainWord(name), tag);
  };
  for (const [name, tag] of Object.entries(OTHER_NAMES)) add(name, tag);
  for (const names of Object.values(NAMES)) for (const [tag, name] of Object.entries(names)) add(name, tag);
  for (const first of LETTERS)
    for (const second of LETTERS) {
      const code = first + second;
      const tag = canonicalTag(code);
      // What Unicode knows by another code has the name of that.
      if (tag !== undefined && tag === code)
        for (const other of Object.values(OTHERS)) add(other.of(code), tag);
    }
  return tags;
}
