import type { SentenceTemplate, SentenceValues } from '../sentence-template.js';
import { approachesNamed, approachNamed } from '../phrases.es.js';
import type { WarningReason } from '../../matching/codes.js';
import { PLAIN_SPANISH } from './words.es.js';

const { and } = PLAIN_SPANISH;

const offers = (v: SentenceValues): string => `Dice que ofrece ${approachNamed(v)}.`;
const draft = (v: SentenceValues): string => (v.reviewed ? '' : ' Ningún experto la ha revisado aún.');

/** Spanish warnings, for the person. Our own draft, see `spanish.ts`. */
export const WARNINGS_FOR_PERSON_ES: Readonly<Record<WarningReason, SentenceTemplate>> = {
  'warning.listing.warn': (v) => `${offers(v)} Nuestra lista de tratamientos advierte sobre esto.`,
  'warning.listing.warn-no-evidence': (v) =>
    `${offers(v)} No encontramos buenos estudios que muestren que funciona.`,
  'warning.listing.warn-offer-craft-first': (v) =>
    `${offers(v)} Primero debe ir CRAFT, que ayuda a las familias.`,
  'warning.listing.never-recommend': (v) => `${offers(v)} Eso nunca se recomienda.`,
  'warning.listing.not-a-treatment': (v) => `${offers(v)} Eso no es un tratamiento.`,
  'warning.badge.harmful': (v) => `${offers(v)} Una evaluación dice que es dañino.${draft(v)}`,
  'warning.badge.concern': (v) => `${offers(v)} Una evaluación tiene dudas sobre esto.${draft(v)}`,
  'warning.violence_check_first':
    'Nadie debe invitar aún a su ser querido ni reunirse con él o ella. Primero, a solas: ¿usted o un niño tiene miedo de alguien? ¿Alguien le hace daño?',
  'warning.joint_work_waits': (v) =>
    `Ofrece ${and(approachesNamed(v))}. Todo lo que se hace junto con la familia espera mientras alguien sufra daño o tenga miedo.`,
  'warning.detox_alone':
    'Dice que ayuda con la abstinencia. No nombra atención después, ni una medicina para empezar por el consumo de opioides. Para el consumo de opioides, la ayuda con la abstinencia sola nunca se recomienda.',
  'warning.medication_declined':
    'Se dijo que no a las medicinas para el consumo de opioides. Las personas que las toman tienen menos riesgo de morir. Por favor, hablen de esto con un médico o una enfermera.',
};
