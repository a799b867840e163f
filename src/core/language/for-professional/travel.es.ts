import { number, text, type SentenceTemplate } from '../sentence-template.js';
import type { TravelReason } from '../../matching/codes.js';
import { driving, far, pace } from './phrases.es.js';

/** Spanish sentences of the way to a program, and of how far programs are, for a professional. Our own draft, see `spanish.ts`. */
export const TRAVEL_FOR_PROFESSIONAL_ES: Readonly<Record<TravelReason, SentenceTemplate>> = {
  'reach.none_within': (v) =>
    `No hay ninguno a menos de ${far(v.max, v)}; el más cercano está a ${far(v.meters, v)}.`,
  'reach.none': (v) => `No hay ninguno a menos de ${far(v.max, v)}, ni más lejos.`,
  'travel.estimate': (v) =>
    `Estimado a partir de la línea recta (entre los centros de los códigos postales cuando no se conoce nada más cercano): un camino ${number(v.detour)} veces más largo, ${pace(v)}${number(v.setOutMinutes) > 0 ? `, y ${number(v.setOutMinutes)} minutos para salir` : ''}. Son supuestos nuestros (${text(v.version)}), sin tráfico${driving(v)}.`,
  'travel.route': (v) =>
    `Según el servicio de rutas, desde un punto a un kilómetro, más o menos, del lugar indicado, sin tráfico${driving(v)}.`,
  'travel.no_route': (v) => `El servicio de rutas no encuentra ningún camino${driving(v)}.`,
  'travel.too_far': (v) =>
    `A más de ${far(number(v.farthestKm) * 1000, v)} en línea recta no se estima el tiempo${driving(v)}.`,
  'travel.transit':
    'El transporte público depende de líneas y horarios que este directorio no conoce: no se estima el tiempo.',
};
