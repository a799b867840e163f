import { readRegistryFiles } from '../../../evidence/registry-files.js';
import { ENGLISH } from '../labels.en.js';
import { SPANISH } from '../spanish.js';
import { LANGUAGES } from '../../vocabulary/languages.js';
import { APPROACH_NAMES, approachInSpanish } from './approach-names.js';

const codes = readRegistryFiles()
  .approaches.map(({ code }) => code)
  .sort();

describe('the names of approaches', () => {
  it('are there in every language for every approach of the registry, and for no other', () => {
    for (const language of LANGUAGES) expect(Object.keys(APPROACH_NAMES[language]).sort()).toEqual(codes);
  });

  it('tell the approaches apart', () => {
    for (const language of LANGUAGES)
      expect(new Set(Object.values(APPROACH_NAMES[language])).size).toBe(codes.length);
  });

  it('are words that a sentence can use for the code', () => {
    expect(ENGLISH.label('tsf-aa')).toBe('Twelve-Step Facilitation and AA');
    expect(SPANISH.label('tsf-aa')).toBe('facilitación de doce pasos y AA');
  });

  it('are in quotation marks in Spanish where they are English', () => {
    expect(approachInSpanish('mi-met', 'Motivational interviewing')).toBe('entrevista motivacional');
    expect(approachInSpanish('moon-baths', 'Moon baths')).toBe('«Moon baths»');
  });
});
