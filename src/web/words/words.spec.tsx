import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../config/project-folder.js';
import { en } from './en.js';
import { es } from './es.js';
import { languageOf } from './words.js';

/** Every text of a language, those with numbers and names filled in alike. */
function textsOf(words: object): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([name, value]): [string, string][] => {
      if (typeof value === 'function') return [[name, (value as (...x: unknown[]) => string)(2, 3, 4)]];
      if (typeof value === 'object' && value !== null)
        return [...textsOf(value as object)].map(([inner, text]) => [`${name}.${inner}`, text]);
      return [[name, String(value)]];
    }),
  );
}

/** The same in both languages: names, abbreviations and single signs. */
const SAME = ['product', 'mile', 'no', 'normal', 'excludedBy', 'reported'];

describe('The words of the console', () => {
  it('are in Spanish wherever they are in English, and none was left in English', () => {
    const spanish = textsOf(es);
    const same = [...textsOf(en)].filter(([name, text]) => spanish.get(name) === text).map(([name]) => name);
    expect(same.filter((name) => !SAME.includes(name))).toEqual([]);
    expect(new Set(textsOf(en).keys())).toEqual(new Set(spanish.keys()));
  });

  it('name the crisis lines as the safety messages do', () => {
    const lines = readFileSync(join(projectFolder, 'seed-data/safety/lines.yaml'), 'utf8');
    expect(lines).toContain("callEs: '988, luego oprima 2'");
    expect(es.crisisLine).toContain('988, luego oprima 2');
    expect(lines).toContain('textEs: AYUDA al 988');
    expect(es.crisisLine).toContain('AYUDA al 988');
    for (const { crisisLine, emergencyLine } of [en, es])
      expect([crisisLine.includes('988'), emergencyLine.includes('911')]).toEqual([true, true]);
  });

  it('are in the first language of the browser that the console speaks', () => {
    expect([languageOf(['fr', 'es-MX', 'en']), languageOf(['de']), languageOf([])]).toEqual([
      'es',
      'en',
      'en',
    ]);
  });
});
