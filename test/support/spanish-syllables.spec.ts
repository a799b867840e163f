import { spanishSyllables } from './spanish-syllables.js';

describe('The syllables of a Spanish word', () => {
  it.each([
    ['sol', 1],
    ['casa', 2],
    ['ayuda', 3],
    ['tratamiento', 4],
    ['medicinas', 4],
  ])('are counted by its vowels: %s', (word, count) => {
    expect(spanishSyllables(word)).toBe(count);
  });

  it.each([
    ['tiempo', 2],
    ['ciudad', 2],
    ['atención', 3],
    ['después', 2],
    ['viernes', 2],
    ['Uruguay', 3],
  ])('join a weak vowel to its neighbor: %s', (word, count) => {
    expect(spanishSyllables(word)).toBe(count);
  });

  it.each([
    ['día', 2],
    ['todavía', 4],
    ['aéreo', 4],
    ['empleo', 3],
    ['baúl', 2],
    ['leer', 2],
  ])('keep two vowels apart of which neither gives way: %s', (word, count) => {
    expect(spanishSyllables(word)).toBe(count);
  });

  it.each([
    ['que', 1],
    ['quien', 1],
    ['alguien', 2],
    ['seguir', 2],
    ['vergüenza', 3],
    ['agua', 2],
  ])('do not count a silent u: %s', (word, count) => {
    expect(spanishSyllables(word)).toBe(count);
  });

  it.each([
    ['y', 1],
    ['hoy', 1],
    ['ahora', 3],
    ['prohibir', 2],
    ['apoyo', 3],
  ])('know the y at the end and the mute h: %s', (word, count) => {
    expect(spanishSyllables(word)).toBe(count);
  });
});
