import { canonicalTag, kinship, relatedLanguages } from './language-tags.js';
import { INCLUDED, INCLUDING } from './macrolanguages.js';

describe('the canonical form of a language tag', () => {
  it.each([
    ['es', 'es'],
    ['ES', 'es'],
    ['es-mx', 'es-MX'],
    ['pt-br', 'pt-BR'],
    ['ZH-HANT', 'zh-Hant'],
    ['iw', 'he'],
    ['in', 'id'],
    ['spa', 'es'],
    ['fil', 'tl'],
    ['FIL-PH', 'tl-PH'],
    ['tgl', 'tl'],
    ['cmn', 'cmn'],
    ['cmn-hans-cn', 'cmn-Hans-CN'],
    ['zh-cmn', 'cmn'],
    ['zh-yue-hk', 'yue-HK'],
    ['zh-min-nan', 'nan'],
    ['oji', 'oj'],
    ['crp', 'crp'],
  ])('of %s is %s', (written, canonical) => {
    expect(canonicalTag(written)).toBe(canonical);
    expect(canonicalTag(canonical)).toBe(canonical);
  });

  it.each(['', 'e', 'Spanish', 'es_MX', 'es-', 'x-mine', '42', 'no-bok', 'es-1'])(
    'of %p is none',
    (written) => {
      expect(canonicalTag(written)).toBeUndefined();
    },
  );
});

describe('a language that a client speaks, and one that a source reports', () => {
  it.each([
    ['es-MX', 'es', 'same'],
    ['es', 'es-MX', 'same'],
    ['pt-BR', 'pt-PT', 'same'],
    ['zh-Hant', 'zh', 'same'],
    ['cmn', 'zh', 'perhaps'],
    ['yue', 'zh', 'perhaps'],
    ['zh', 'yue', 'perhaps'],
    ['yue', 'cmn', 'other'],
    ['ciw', 'oj', 'perhaps'],
    ['ciw', 'nai', 'perhaps'],
    ['esu', 'ypk', 'perhaps'],
    ['ypk', 'nai', 'perhaps'],
    ['nv', 'nai', 'perhaps'],
    ['ht', 'crp', 'perhaps'],
    ['mww', 'hmn', 'perhaps'],
    ['he', 'tl', 'other'],
    ['es', 'pt', 'other'],
  ])('%s and %s are related: %s', (spoken, reported, how) => {
    expect(kinship(spoken, reported)).toBe(how);
  });

  it('are searched for together where one may be the other', () => {
    expect(relatedLanguages('es-MX')).toEqual(['es']);
    expect(relatedLanguages('yue')).toEqual(['yue', 'zh']);
    expect(relatedLanguages('zh')).toEqual(expect.arrayContaining(['zh', 'yue', 'cmn']));
    expect(relatedLanguages('nai')).toEqual(expect.arrayContaining(['nai', 'oj', 'ciw', 'ypk', 'esu']));
  });
});

describe('the languages that include others', () => {
  it('are written in their canonical form, each once', () => {
    const codes = [...INCLUDED].flatMap(([code, members]) => [code, ...members]);
    expect(codes.filter((code) => canonicalTag(code) === undefined)).toEqual([]);
    for (const [code, members] of INCLUDED)
      expect([code, new Set(members).size]).toEqual([code, members.length]);
  });

  it('include nothing that includes them', () => {
    for (const [member, codes] of INCLUDING)
      expect([member, codes.includes(member)]).toEqual([member, false]);
  });
});
