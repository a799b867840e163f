import { approachesNamed, days, years } from '../phrases.es.js';
import { looksAsFar } from '../distance-words.js';
import { list, type SentenceTemplate, text } from '../sentence-template.js';
import type { ConstraintReason } from '../../matching/codes.js';
import { fewLevels, MOST_LEVELS_NAMED } from './few-levels.js';
import {
  about,
  firstVisit,
  itsDistance,
  maybeOtherZone,
  itsDistanceIfKnown,
  namedTimes,
  ifInState,
  IF_STATE_TOLD,
  limit,
  wholePrice,
  whole,
  timeAtWork,
} from './phrases.es.js';
import { PLAIN_SPANISH } from './words.es.js';

const { allLanguages, allOf, anyLanguage, anyOf, label, noLanguage, noneOf } = PLAIN_SPANISH;

/** Spanish sentences of what a constraint finds, for the person. Our own draft, see `spanish.ts`. */
export const CONSTRAINTS_FOR_PERSON_ES: Readonly<Record<ConstraintReason, SentenceTemplate>> = {
  'suitable_approach.never': (v) =>
    `Lo único que dice que ofrece es ${approachesNamed(v).join(', ')}. Eso nunca se recomienda.`,
  'suitable_approach.detox_alone':
    'Dice que ayuda con la abstinencia, y con nada después. Para el consumo de opioides, eso solo nunca se recomienda.',

  'withdrawal_cover.offers': (v) => `Trata la abstinencia, ${allOf(list(v.settings))}.`,
  'withdrawal_cover.no': 'No trata la abstinencia.',
  'withdrawal_cover.not_this_substance': (v) => `No trata la abstinencia de ${allOf(list(v.conditions))}.`,
  'withdrawal_cover.setting_unknown':
    'Trata la abstinencia. No sabemos si con visitas, con una estadía o en un hospital.',
  'withdrawal_cover.substance_unknown': (v) =>
    `Trata la abstinencia, ${allOf(list(v.settings))}. No sabemos bien de qué drogas.`,
  'withdrawal_cover.opioid_medication':
    'No dice que trate esta abstinencia. Da metadona o buprenorfina, y eso no debe esperar.',
  'withdrawal_cover.unknown': 'No sabemos si trata la abstinencia.',

  'pregnancy_care.offers': 'Atiende a embarazadas y a madres con un recién nacido.',
  'pregnancy_care.no': 'Dice que no ofrece atención en el embarazo.',
  'pregnancy_care.unknown': 'No sabemos si ofrece atención en el embarazo.',

  'co_occurring_care.offers': 'Trata la salud mental y el consumo a la vez.',
  'co_occurring_care.no': 'Dice que no trata problemas de salud mental.',
  'co_occurring_care.unknown': 'No sabemos si también trata la salud mental.',
  'co_occurring_care.enhanced': 'Trata una enfermedad mental grave y el consumo a la vez.',
  'co_occurring_care.not_enhanced': 'No sabemos si también trata enfermedades mentales graves.',

  'offers_medication.starts': (v) =>
    `Con este programa se puede empezar a tomar ${anyOf(list(v.medications))}.`,
  'offers_medication.continues': (v) =>
    `Con este programa se puede seguir con ${anyOf(list(v.medications))}. No sabemos si se puede empezar.`,
  'offers_medication.refuses': (v) => `No usa ${noneOf(list(v.medications))}.`,
  'offers_medication.not_opioid': 'Dice que no trata el consumo de opioides.',
  'offers_medication.unknown': (v) => `No sabemos si ofrece ${anyOf(list(v.medications))}.`,

  'medication_continuity.continues': (v) => `Acepta a personas que toman ${allOf(list(v.medications))}.`,
  'medication_continuity.refuses': (v) => `No acepta a personas que toman ${anyOf(list(v.medications))}.`,
  'medication_continuity.unknown': (v) =>
    `No sabemos si acepta a personas que toman ${anyOf(list(v.medications))}.`,

  'treats_condition.yes': (v) => `Trata problemas con ${allOf(list(v.conditions))}.`,
  'treats_condition.not': (v) => `No trata problemas con ${noneOf(list(v.conditions))}.`,
  'treats_condition.unknown': (v) => `No sabemos si trata problemas con ${allOf(list(v.conditions))}.`,

  'level_floor.reaches': (v) => `Ofrece ${allOf(fewLevels(v.levels))}. Según las respuestas, con eso basta.`,
  'level_floor.below': (v) =>
    list(v.offered).length > 0
      ? `Ofrece ${allOf(fewLevels(v.offered))}. Según las respuestas, hace falta más: por lo menos ${label(text(v.floor))}.`
      : `No ofrece ${label(text(v.floor))} ni algo mayor.`,
  'level_floor.maybe': (v) =>
    `Tal vez ofrezca ${label(text(v.floor))} o algo mayor. No dice qué tipo de atención es.`,
  'level_floor.opioid_medication': (v) =>
    `Según las respuestas, hace falta por lo menos ${label(text(v.floor))}. No dice que lo tenga. Da metadona o buprenorfina, y eso no debe esperar.`,
  'level_floor.unknown': 'No sabemos qué tipos de atención ofrece.',

  'level_of_care.offers': (v) => `Ofrece ${allOf(fewLevels(v.levels))}.`,
  'level_of_care.other': (v) =>
    [
      ...(list(v.offered).length > 0 ? [`Ofrece ${allOf(fewLevels(v.offered))}.`] : []),
      list(v.levels).length > MOST_LEVELS_NAMED
        ? 'No ofrece los tipos de atención que se pidieron.'
        : `No ofrece ${noneOf(fewLevels(v.levels))}.`,
    ].join(' '),
  'level_of_care.none_acceptable':
    'Los tipos de atención que se pidieron no bastarían, según las respuestas.',
  'level_of_care.maybe': (v) =>
    `Tal vez ofrezca ${anyOf(fewLevels(v.levels))}. No dice qué tipo de atención es.`,
  'level_of_care.unknown': 'No sabemos qué tipos de atención ofrece.',
  'level_of_care.housing': 'Tiene vivienda para quien está en recuperación.',
  'level_of_care.no_housing': 'No tiene vivienda para quien está en recuperación.',
  'level_of_care.housing_unknown': 'No sabemos si tiene vivienda para quien está en recuperación.',

  'within_distance.within': itsDistance,
  'within_distance.telehealth': (v) => `Atiende a personas en ${text(v.state)} por teléfono o video.`,
  'within_distance.by_telehealth': (v) =>
    `${itsDistanceIfKnown(v)} Atiende a personas en ${text(v.state)} por teléfono o video. No sabemos si todas las visitas pueden ser así.`,
  'within_distance.telehealth_state': (v) =>
    `${itsDistanceIfKnown(v)} Ofrece visitas por teléfono o video. ${ifInState(v)}`,
  'within_distance.medication_by_telehealth':
    'Está muy lejos para ir a las visitas. Ofrece visitas por teléfono o video. No sabemos si también para las medicinas para opioides.',
  'within_distance.farther': (v) =>
    looksAsFar(v)
      ? `Está a un poco más de ${whole(v.max, v)}.`
      : `Está a ${about(v.meters, v)}. Es más lejos que ${whole(v.max, v)}.`,
  'within_distance.unknown': 'No sabemos bien dónde está, y no podemos decir qué tan lejos.',

  'modality.offers': (v) => `Ofrece ${anyOf(list(v.modalities))}.`,
  'modality.not': (v) => `No ofrece ${noneOf(list(v.modalities))}.`,
  'modality.not_in_state': (v) => `No atiende a personas en ${text(v.state)} por teléfono o video.`,
  'modality.state_unknown': (v) => `Ofrece visitas por teléfono o video. ${ifInState(v)}`,
  'modality.state_not_told': `Ofrece visitas por teléfono o video. ${IF_STATE_TOLD}`,
  'modality.unknown': (v) => `No sabemos si ofrece ${anyOf(list(v.modalities))}.`,

  'can_keep_working.sessions': (v) =>
    `Ofrece ${anyOf(fewLevels(v.levels))}. Tiene sesiones fuera ${timeAtWork(v)}: ${namedTimes(v)}`,
  'can_keep_working.visits': (v) =>
    `Ofrece ${anyOf(fewLevels(v.levels))}. Se puede ir fuera ${timeAtWork(v)}: ${namedTimes(v)}`,
  'can_keep_working.sessions_unknown': (v) =>
    `Ofrece ${anyOf(fewLevels(v.levels))}. Se puede ir fuera ${timeAtWork(v)}: ${namedTimes(v)} No sabemos de una sesión de grupo a esas horas.`,
  'can_keep_working.telehealth_hours_unknown': (v) =>
    `Ofrece ${anyOf(fewLevels(v.levels))}. Puede ser por teléfono o video. No sabemos su horario.`,
  'can_keep_working.telehealth': (v) =>
    `Ofrece ${anyOf(fewLevels(v.levels))}. Puede ser por teléfono o video.`,
  'can_keep_working.telehealth_state': (v) =>
    `Ofrece ${anyOf(fewLevels(v.levels))}. Puede ser por teléfono o video. ${ifInState(v)}`,
  'can_keep_working.telehealth_state_not_told': (v) =>
    `Ofrece ${anyOf(fewLevels(v.levels))}. Puede ser por teléfono o video. ${IF_STATE_TOLD}`,
  'can_keep_working.no_such_level': (v) =>
    list(v.offered).length > 0
      ? `Ofrece ${allOf(fewLevels(v.offered))}. Eso no deja tiempo para seguir en el trabajo.`
      : 'No ofrece atención adecuada que deje tiempo para seguir en el trabajo.',
  'can_keep_working.floor': (v) =>
    `Según las respuestas, hace falta por lo menos ${label(text(v.floor))}. Eso no deja tiempo para seguir en el trabajo.`,
  'can_keep_working.only_in_working_hours': (v) =>
    `No nombra ninguna hora para ir fuera ${timeAtWork(v)}.${maybeOtherZone(v)}`,
  'can_keep_working.hours_unknown': (v) => `Ofrece ${anyOf(fewLevels(v.levels))}. No sabemos su horario.`,
  'can_keep_working.medication_hours_unknown': (v) =>
    `Ofrece ${anyOf(fewLevels(v.levels))}. No sabemos a qué horas da las medicinas.`,
  'can_keep_working.level_maybe': 'Tal vez ofrezca atención que deje tiempo para el trabajo. No lo sabemos.',
  'can_keep_working.level_unknown': 'No sabemos sus tipos de atención ni su horario.',

  'cares_while_parenting.childcare': 'Ofrece cuidado de niños.',
  'cares_while_parenting.beds': 'Los hijos pueden quedarse allí con su madre o su padre.',
  'cares_while_parenting.no': 'No ofrece cuidado de niños ni camas para los hijos.',
  'cares_while_parenting.unknown': 'No sabemos si ofrece cuidado de niños.',

  'payment.free': 'No cobra por la atención.',
  'payment.accepts': (v) => `Acepta ${allOf(list(v.payers))}.`,
  'payment.within_budget': (v) => `Cuesta ${wholePrice(v)}. Está dentro del límite que se fijó.`,
  'payment.reduced': 'Puede bajar el precio. No sabemos cuánto.',
  'payment.over_budget': (v) => `Cuesta ${wholePrice(v)}. Es más que ${limit(v)}.`,
  'payment.over_budget_unless_covered': (v) =>
    `Cuesta ${wholePrice(v)}. Es más que ${limit(v)}. Tal vez otro pueda pagar, como un seguro.`,
  'payment.payer_not_told': (v) => `Acepta ${allOf(list(v.payers))}. No sabemos si uno de ellos pagaría.`,
  'payment.not_accepted': (v) =>
    list(v.payers).length > 0
      ? `No acepta ${noneOf(list(v.payers))}.`
      : 'No es gratis, y no nombra un precio más bajo.',
  'payment.contradiction': 'Se dice que es gratis, y también que cobra. No está claro cómo se paga.',
  'payment.unknown': (v) =>
    list(v.payers).length > 0
      ? `No sabemos si acepta ${anyOf(list(v.payers))}.`
      : 'No sabemos cómo se puede pagar.',
  'payment.price_unknown': 'No sabemos su precio.',

  'eligibility.veterans':
    'Lo lleva el Departamento de Asuntos de los Veteranos, para veteranos inscritos allí.',
  'eligibility.military': 'Lo lleva el Departamento de Defensa, para militares y sus familias.',
  'eligibility.tribes': 'Es para personas indígenas de los Estados Unidos y nativas de Alaska.',
  'eligibility.open_to_others': 'También atiende a otras personas.',
  'eligibility.others_unknown':
    'Es para personas indígenas de los Estados Unidos y nativas de Alaska. No sabemos si atiende a otras.',
  'eligibility.not_veterans':
    'Lo lleva el Departamento de Asuntos de los Veteranos, solo para veteranos inscritos allí.',
  'eligibility.not_military': 'Lo lleva el Departamento de Defensa, solo para militares y sus familias.',
  'eligibility.not_tribes': 'Es solo para personas indígenas de los Estados Unidos y nativas de Alaska.',

  'age.accepts': (v) => `Acepta a ${anyOf(list(v.groups))}.`,
  'age.adolescents': 'Tiene un programa para adolescentes.',
  'age.not': (v) =>
    list(v.accepted).length > 0
      ? `Acepta a ${allOf(list(v.accepted))}. No acepta a ${noneOf(list(v.groups))}.`
      : `No acepta a ${noneOf(list(v.groups))}.`,
  'age.unknown': 'No sabemos qué edades acepta.',
  'age.others_unknown': (v) =>
    `Acepta a ${allOf(list(v.accepted))}. No sabemos si acepta a personas de ${years(v.age)}.`,
  'age.maybe_only_adolescents': (v) =>
    `Tiene un programa para adolescentes. No sabemos si acepta a niños de ${years(v.age)}.`,

  'gender.accepts': (v) => `Acepta a ${label(text(v.gender))}.`,
  'gender.all': 'Acepta a mujeres y hombres.',
  'gender.not': (v) =>
    list(v.accepted).length > 0
      ? `Acepta solo a ${allOf(list(v.accepted))}.`
      : `No acepta a ${label(text(v.gender))}.`,
  'gender.unknown': (v) => `No sabemos si acepta a ${label(text(v.gender))}.`,
  'gender.one': (v) => `Acepta solo a ${allOf(list(v.accepted))}.`,

  'language.in_common': (v) => `Atiende en ${anyLanguage(list(v.languages))}.`,
  'language.perhaps': (v) =>
    `Atiende en ${anyLanguage(list(v.offered))}. No sabemos si atiende en ${anyLanguage(list(v.languages))}.`,
  'language.interpreter': 'Puede llamar a un intérprete.',
  'language.not': (v) =>
    list(v.offered).length > 0
      ? `Atiende en ${allLanguages(list(v.offered))}, no en ${anyLanguage(list(v.languages))}.`
      : `No atiende en ${noLanguage(list(v.languages))}.`,
  'language.unknown': (v) => `No sabemos si atiende en ${anyLanguage(list(v.languages))}.`,

  'population.serves': (v) => `Tiene algo para ${allOf(list(v.populations))}.`,
  'population.not': (v) => `No tiene nada en especial para ${noneOf(list(v.populations))}.`,
  'population.unknown': (v) => `No sabemos si tiene algo para ${allOf(list(v.populations))}.`,
  'population.only': (v) => `Atiende solo a ${anyOf(list(v.populations))}.`,

  'starts_within.same_day': 'Se puede empezar el mismo día.',
  'starts_within.within': firstVisit,
  'starts_within.longer': (v) => `La primera visita es en ${days(v.days)}. Es más tarde que ${days(v.max)}.`,
  'starts_within.not_in_state': (v) => `No atiende a personas en ${text(v.state)} por teléfono o video.`,
  'starts_within.state_unknown': (v) =>
    `No sabemos si se puede empezar por teléfono o video en ${text(v.state)}.`,
  'starts_within.unknown': 'No sabemos cuánto hay que esperar ahora.',

  'accessible.offers': (v) => `Ofrece ${allOf(list(v.accessibility))}.`,
  'accessible.not': (v) => `No ofrece ${noneOf(list(v.accessibility))}.`,
  'accessible.unknown': (v) => `No sabemos si ofrece ${allOf(list(v.accessibility))}.`,

  'not_excluded.not_named': 'No está entre los lugares que se descartaron.',
  'not_excluded.program': 'Está entre los lugares que se descartaron.',
  'not_excluded.organization': 'Lo lleva un grupo que se descartó.',
  'not_excluded.approach': (v) => `Ofrece ${approachesNamed(v).join(', ')}, que se descartó.`,
  'not_a_repeat.another': 'No es un lugar donde la atención terminó antes o el consumo volvió.',
  'not_a_repeat.same_program': (v) =>
    v.outcome === 'dropped_out'
      ? 'La atención en este lugar ya terminó antes de tiempo.'
      : 'El consumo volvió después de la atención en este lugar.',

  'safe_to_invite.invites':
    'Su ayuda para familias invitaría a su ser querido o se reuniría con él o ella. Eso espera hasta que todos estén a salvo.',
  'safe_to_invite.not_asked':
    'Su ayuda para familias invitaría a su ser querido o se reuniría con él o ella. Aún no sabemos si todos están a salvo.',
  'safe_to_invite.counseling':
    'Ofrece consejería familiar. No sabemos si le atiende a usted a solas, sin su ser querido.',
  'safe_to_invite.own_help': 'Ofrece ayuda para usted a solas, como familiar.',

  'teaches_craft.yes': 'Enseña CRAFT, que ayuda a las familias.',
  'teaches_craft.no': 'Ofrece consejería para la familia. No enseña CRAFT, que es una ayuda para ella.',
  'teaches_craft.unknown':
    'Ofrece consejería familiar. No sabemos si enseña CRAFT, o si ayuda cuando el ser querido no está en tratamiento.',
};
