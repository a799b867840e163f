import { PLAIN_SPANISH } from '../../core/language/for-person/words.es.js';
import type { DecisionSentences } from './decision-sentences.js';

const { allOf } = PLAIN_SPANISH;

/** For the person or the family, in Spanish. Our own draft, not yet reviewed by a clinician whose first language is Spanish. */
export const FOR_PERSON_ES: DecisionSentences = {
  match: ({ first, second }) => `${first} cumple con lo que se pidió, y ${second} no lo hace.`,
  leads: ({ first }) => `${first} es de un tipo que va antes en esta lista.`,
  tier: ({ first, second }) =>
    `Sabemos que ${first} tiene todo lo que se pidió. Con ${second} hay algo que comprobar.`,
  safety_open: ({ first, second }) =>
    `${first} va primero. Con ${second} queda abierta una pregunta sobre la seguridad.`,
  reach_open: ({ first, second }) =>
    `${first} está cerca. La atención de ${second} solo está cerca por teléfono o video, o no sabemos si lo está.`,
  score: ({ first, second }, leading) =>
    `Frente a ${second}, ${first} conviene más. Lo que más cuenta: ${allOf(leading)}.`,
  score_level: ({ first, second }, leading) =>
    `${first} y ${second} están a la par. Lo que inclina un poco: ${allOf(leading)}.`,
  score_alone: ({ first, second }) => `${first} y ${second} están a la par.`,
  known_weight: ({ first, second }) => `${first} y ${second} convienen igual. De ${first} sabemos más.`,
  distance: ({ first, second }) => `${first} y ${second} convienen igual. ${first} está más cerca.`,
  id: ({ first, second }) => `${first} y ${second} están a la par. Nada de lo que cuenta los distingue.`,
};
