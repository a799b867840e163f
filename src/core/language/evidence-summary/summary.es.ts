import { PLAIN_SPANISH } from '../for-person/words.es.js';
import type { SummaryWords } from './summary-words.js';
import type { EvidencePurpose } from '../../evidence/evidence-policy.js';

const { allOf, label } = PLAIN_SPANISH;

function essentials(purpose: EvidencePurpose): string {
  if (purpose === 'any') return 'puntos esenciales de una buena atención';
  if (purpose === 'family-engagement') return 'puntos esenciales de la ayuda para una familia';
  if (purpose === 'recovery-support') return 'puntos esenciales del apoyo en la recuperación';
  return `puntos esenciales para problemas con ${label(purpose)}`;
}

/** Our own draft, see `spanish.ts`. */
export const SUMMARY_ES: SummaryWords = {
  notAllReported: 'algo no se informa',
  count: (reported, of, purpose) => `Informa ${reported} de ${of} ${essentials(purpose)}.`,
  ways: {
    here: 'Inicia el tratamiento con medicinas allí mismo.',
    prescribed: 'Receta medicinas.',
    'in-network': 'Las medicinas vienen de alguien con quien trabaja.',
    'by-contract': 'Las medicinas vienen de alguien con quien tiene un contrato.',
    accepted: 'Acepta a quien toma medicinas que receta otra persona.',
  },
  open: {
    partly: (codes) => `En parte: ${allOf(codes)}.`,
    'not-reported': (codes) => `No se informa: ${allOf(codes)}.`,
    'not-listed': (codes) => `No está en su lista: ${allOf(codes)}.`,
    declined: (codes) => `Dice que no: ${allOf(codes)}.`,
  },
  noneConfirmed: 'Sin verificar.',
  allConfirmed: 'Otra persona lo ha comprobado.',
  someConfirmed: (codes) => `Otra persona ha comprobado: ${allOf(codes)}. Lo demás está sin verificar.`,
};
