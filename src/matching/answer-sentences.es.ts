import { grouped } from '../core/language/grouped.js';
import type { AnswerSentences } from './answer-sentences.en.js';

/**
 * Spanish sentences of a match, in addition to those of the engine. Written by us and not yet reviewed by a clinician
 * whose first language is Spanish.
 */
export const ANSWER_SENTENCES_ES: AnswerSentences = {
  held: 'Primero va el mensaje. Para ver las opciones, muestre el mensaje y envíe la misma solicitud con su token en assessment.acknowledged.',
  readByClinician:
    'Los niveles son los que indicó un profesional clínico; nuestra propia lectura está al lado, y sus mínimos se mantienen. Nada de esto es un diagnóstico.',
  readByUs:
    'Una lectura provisional de las respuestas y de lo que indicó un profesional. Nada de esto es un diagnóstico, y un profesional clínico confirma el nivel de atención.',
  forLovedOne: (question: string) => `Una pregunta para su ser querido: ${question}`,
  more: (programs) => `${grouped(programs)} más`,
  askAboutLeave:
    'Esta atención es de día y de noche. Pregunte a su empleador o a un asesor por los permisos que protegen el empleo (Family and Medical Leave Act), por el seguro de incapacidad a corto plazo y por la Americans with Disabilities Act.',
  guidanceWaits: (name) =>
    `${name}: no mientras alguien sufra daño o tenga miedo. La seguridad es lo primero; se puede ofrecer cuando todas las personas estén a salvo.`,
  guidanceNever: (name) => `${name}: no se recomienda.`,
  guidanceCraftFirst: (name) => `${name}: no se recomienda antes de que se haya ofrecido CRAFT.`,
  guidanceOffer: (name) => `${name}: vale la pena ofrecerlo primero a una familia.`,
  guidanceWarn: (name) => `${name}: figura con una advertencia.`,
};
