import { SPANISH } from '../../core/language/spanish.js';
import type { DecisionSentences } from './decision-sentences.js';

const { allOf } = SPANISH;

/** For a professional, in Spanish. Our own draft, not yet reviewed by a clinician whose first language is Spanish. */
export const FOR_PROFESSIONAL_ES: DecisionSentences = {
  match: ({ first, second }) => `${first} cumple con lo pedido, y algo deja a ${second} fuera de la lista.`,
  leads: ({ first }) => `${first} es del tipo que en esta lista va antes que todos los demás.`,
  tier: ({ first, second }) =>
    `De ${first} se sabe todo lo que se pidió; de ${second} hay algo que confirmar.`,
  safety_open: ({ first, second }) =>
    `${first} va primero: de ${second} queda abierta una pregunta de seguridad.`,
  reach_open: ({ first, second }) =>
    `${first} está dentro de la distancia; ${second} solo está cerca por telesalud, o no se sabe si lo está.`,
  score: ({ first, second }, leading) =>
    `${first} tiene la puntuación más alta, y ${second} la más baja: la ventaja está en ${allOf(leading)}.`,
  score_level: ({ first, second }, leading) =>
    `${first} y ${second} están a la par, con puntuaciones que difieren en menos de 0.01: la ventaja está en ${allOf(leading)}.`,
  score_alone: ({ first, second }) =>
    `${first} y ${second} están a la par, con puntuaciones que difieren en menos de 0.01.`,
  known_weight: ({ first, second }) =>
    `${first} y ${second} tienen la misma puntuación; de ${first} se sabe más que del otro.`,
  distance: ({ first, second }) =>
    `${first} y ${second} tienen la misma puntuación; ${first} está más cerca.`,
  id: ({ first, second }) =>
    `${first} y ${second} están a la par: son iguales en todo lo que cuenta, y solo los ordena su identificador.`,
};
