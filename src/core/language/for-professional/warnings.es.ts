import type { SentenceTemplate } from '../sentence-template.js';
import { approachesNamed, approachNamed } from '../phrases.es.js';
import type { WarningReason } from '../../matching/codes.js';

/** Spanish sentences of a warning, for a professional. Our own draft, see `spanish.ts`. */
export const WARNINGS_FOR_PROFESSIONAL_ES: Readonly<Record<WarningReason, SentenceTemplate>> = {
  'warning.listing.warn': (v) => `Informa ${approachNamed(v)}, que figura con una advertencia.`,
  'warning.listing.warn-no-evidence': (v) =>
    `Informa ${approachNamed(v)}, para lo que no se encontró evidencia sólida.`,
  'warning.listing.warn-offer-craft-first': (v) =>
    `Informa ${approachNamed(v)}; primero se debe ofrecer CRAFT.`,
  'warning.listing.never-recommend': (v) => `Informa ${approachNamed(v)}, que nunca se recomienda.`,
  'warning.listing.not-a-treatment': (v) => `Informa ${approachNamed(v)}, que no es un tratamiento.`,
  'warning.badge.harmful': (v) =>
    `Informa ${approachNamed(v)}, con una evaluación de dañino${v.reviewed ? '' : ' (evaluación en borrador)'}.`,
  'warning.badge.concern': (v) =>
    `Informa ${approachNamed(v)}; una evaluación plantea una preocupación${v.reviewed ? '' : ' (evaluación en borrador)'}.`,
  'warning.violence_check_first':
    'Antes de cualquier cosa que invite al ser querido o se reúna con él: pregunte a solas al familiar si él, ella o un niño tiene miedo de alguien, o si alguien les hace daño.',
  'warning.joint_work_waits': (v) =>
    `Informa ${approachesNamed(v).join(
      ', ',
    )}; nada junto con la familia mientras alguien sufra daño o tenga miedo.`,
  'warning.detox_alone':
    'Aparte del manejo de la abstinencia, no informa ningún nivel de atención ni el inicio de un medicamento para el consumo de opioides. El manejo de la abstinencia por sí solo nunca se recomienda para el consumo de opioides.',
  'warning.medication_declined':
    'La persona rechazó los medicamentos para el trastorno por consumo de opioides. Las personas sin estos medicamentos mueren con más frecuencia; un profesional clínico debe hablarlo con ella.',
};
