import type { Decider } from '../core/matching/what-decides.js';
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
  more: (programs) => `${programs} más`,
  askAboutLeave:
    'Esta atención es de día y de noche. Pregunte a su empleador o a un asesor por los permisos que protegen el empleo (Family and Medical Leave Act), por el seguro de incapacidad a corto plazo y por la Americans with Disabilities Act.',
  guidanceWaits: (name) =>
    `${name}: no mientras alguien sufra daño o tenga miedo. La seguridad es lo primero; se puede ofrecer cuando todas las personas estén a salvo.`,
  guidanceNever: (name) => `${name}: no se recomienda.`,
  guidanceCraftFirst: (name) => `${name}: no se recomienda antes de que se haya ofrecido CRAFT.`,
  guidanceOffer: (name) => `${name}: vale la pena ofrecerlo primero a una familia.`,
  guidanceWarn: (name) => `${name}: figura con una advertencia.`,
  decides: (by, leading) => DECIDES[by](leading),
  decidesForPerson: (by, leading) => DECIDES_FOR_PERSON[by](leading),
};

const DECIDES: Readonly<Record<Decider, (leading: readonly string[]) => string>> = {
  match: () => 'El primero cumple con lo pedido, y algo deja fuera al segundo.',
  leads: () => 'El primero es del tipo que en esta lista va antes que todos los demás.',
  tier: () => 'Del primero se sabe todo lo que se pidió; del segundo hay algo que confirmar.',
  reach_open: () =>
    'El primero está dentro de la distancia; el segundo solo está cerca por telesalud, o no se sabe si lo está.',
  safety_open: () => 'Del segundo queda abierta una pregunta de seguridad.',
  score: (leading) => `El primero tiene la puntuación más alta: ${leading.join(', ')}.`,
  known_weight: () => 'Sus puntuaciones son iguales; del primero se sabe más.',
  distance: () => 'Sus puntuaciones son iguales; el primero está más cerca.',
  id: () => 'Son iguales en todo lo que cuenta; decide el orden de sus identificadores.',
};

/** The same for the person or the family. */
const DECIDES_FOR_PERSON: Readonly<Record<Decider, (leading: readonly string[]) => string>> = {
  match: () => 'El primero cumple con lo que se pidió. Algo deja fuera al segundo.',
  leads: () => 'El primero es de un tipo que va antes en esta lista.',
  tier: () => 'Sabemos que el primero tiene todo lo que se pidió. Del segundo hay algo que comprobar.',
  safety_open: () => 'Del segundo queda abierta una pregunta sobre la seguridad.',
  reach_open: () =>
    'El primero está cerca. El segundo solo está cerca por teléfono o video, o no sabemos si lo está.',
  score: (leading) => `El primero conviene más. Lo que más cuenta: ${leading.join(', ')}.`,
  known_weight: () => 'Los dos convienen igual. Del primero sabemos más.',
  distance: () => 'Los dos convienen igual. El primero está más cerca.',
  id: () => 'Son iguales en todo lo que cuenta.',
};
