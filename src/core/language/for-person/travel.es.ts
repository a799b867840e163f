import { looksAsFar } from '../distance-words.js';
import { number, type SentenceTemplate, type SentenceValues } from '../sentence-template.js';
import type { TravelReason } from '../../matching/codes.js';
import { about, whole } from './phrases.es.js';

const driving = (v: SentenceValues): string => (v.assumed === true ? ' Supusimos un auto.' : '');

/** Spanish sentences of the way to a program, and of how far programs are, for the person. Our own draft. */
export const TRAVEL_FOR_PERSON_ES: Readonly<Record<TravelReason, SentenceTemplate>> = {
  'reach.none_within': (v) =>
    looksAsFar(v)
      ? `No hay ninguno a menos de ${whole(v.max, v)}. El más cercano está un poco más lejos.`
      : `No hay ninguno a menos de ${whole(v.max, v)}. El más cercano está a ${about(v.meters, v)}.`,
  'reach.none': (v) => `No hay ninguno a menos de ${whole(v.max, v)}, ni más lejos.`,
  'travel.estimate': (v) =>
    `Es un cálculo aproximado, por una línea recta. No cuenta el tráfico.${driving(v)}`,
  'travel.route': (v) => `Este tiempo es de un servicio de mapas. No cuenta el tráfico.${driving(v)}`,
  'travel.no_route': (v) => `El servicio de mapas no encuentra un camino.${driving(v)}`,
  'travel.too_far': (v) =>
    `Está a más de ${whole(number(v.farthestKm) * 1000, v)}. Para eso no calculamos el tiempo.${driving(v)}`,
  'travel.transit': 'No sabemos los horarios de bus y tren de allí, y no calculamos el tiempo.',
};
