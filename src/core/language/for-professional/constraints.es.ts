import { SPANISH } from '../spanish.js';
import { money } from '../labels.en.js';
import { approachesNamed, days, years } from '../phrases.es.js';
import { capital, list, number, text, type SentenceTemplate } from '../sentence-template.js';
import type { ConstraintReason } from '../../matching/codes.js';
import { away, clocks, far, firstAppointment, fromAfar, hours, price, workHours } from './phrases.es.js';

const { allLanguages, allOf, anyLanguage, anyOf, label, noLanguage, noneOf } = SPANISH;

/** Spanish sentences of what a constraint finds, for a professional. Our own draft, see `spanish.ts`. */
export const CONSTRAINTS_FOR_PROFESSIONAL_ES: Readonly<Record<ConstraintReason, SentenceTemplate>> = {
  'suitable_approach.never': (v) =>
    `Lo único que informa es ${approachesNamed(v).join(', ')}, que nunca se recomienda.`,
  'suitable_approach.detox_alone':
    'Informa manejo de la abstinencia y nada después; para el consumo de opioides, eso solo nunca se recomienda.',

  'withdrawal_cover.offers': (v) => `Maneja la abstinencia (atención ${allOf(list(v.settings))}).`,
  'withdrawal_cover.no': 'No maneja la abstinencia.',
  'withdrawal_cover.not_this_substance': (v) => `No maneja la abstinencia de ${allOf(list(v.conditions))}.`,
  'withdrawal_cover.setting_unknown': 'Informa manejo de la abstinencia, pero no en qué tipo de atención.',
  'withdrawal_cover.substance_unknown': (v) =>
    `Maneja la abstinencia (atención ${allOf(list(v.settings))}); no informa del todo de qué sustancias.`,
  'withdrawal_cover.opioid_medication':
    'No informa que maneje esta abstinencia. Da metadona o buprenorfina, que no se niegan por eso.',
  'withdrawal_cover.unknown': 'No se informa si maneja la abstinencia.',

  'pregnancy_care.offers': 'Ofrece atención para mujeres embarazadas y en posparto.',
  'pregnancy_care.no': 'Dice que no ofrece atención durante el embarazo.',
  'pregnancy_care.unknown': 'No se informa si ofrece atención durante el embarazo.',

  'co_occurring_care.offers': 'Trata un trastorno mental junto con el consumo de sustancias.',
  'co_occurring_care.no': 'Dice que no trata trastornos mentales.',
  'co_occurring_care.unknown': 'No se informa si también trata trastornos mentales.',

  'co_occurring_care.enhanced': 'Ofrece atención integrada para enfermedades mentales graves.',
  'co_occurring_care.not_enhanced': 'No se informa si también trata enfermedades mentales graves.',

  'offers_medication.starts': (v) => `Inicia el tratamiento con ${anyOf(list(v.medications))}.`,
  'offers_medication.continues': (v) =>
    `Continúa el tratamiento con ${anyOf(list(v.medications))}; no se informa si lo inicia.`,
  'offers_medication.refuses': (v) => `No usa ${noneOf(list(v.medications))}.`,
  'offers_medication.not_opioid': 'Dice que no trata el trastorno por consumo de opioides.',
  'offers_medication.unknown': (v) => `No se informa si ofrece ${anyOf(list(v.medications))}.`,

  'medication_continuity.continues': (v) => `Acepta a personas que toman ${allOf(list(v.medications))}.`,
  'medication_continuity.refuses': (v) => `No acepta a personas que toman ${anyOf(list(v.medications))}.`,
  'medication_continuity.unknown': (v) =>
    `No se informa si acepta a personas que toman ${anyOf(list(v.medications))}.`,

  'treats_condition.yes': (v) => `Trata problemas por el consumo de ${allOf(list(v.conditions))}.`,
  'treats_condition.not': (v) => `No trata problemas por el consumo de ${noneOf(list(v.conditions))}.`,
  'treats_condition.unknown': (v) =>
    `No se informa si trata problemas por el consumo de ${allOf(list(v.conditions))}.`,

  'level_floor.reaches': (v) => `Ofrece ${allOf(list(v.levels))}, que llega al nivel mínimo o lo supera.`,
  'level_floor.below': (v) =>
    list(v.offered).length > 0
      ? `Ofrece ${allOf(list(v.offered))}; según las respuestas hace falta por lo menos ${label(text(v.floor))}.`
      : `No ofrece ${label(text(v.floor))} ni un nivel más intensivo.`,
  'level_floor.maybe': (v) =>
    `Tal vez ofrezca ${label(text(v.floor))} o un nivel más intensivo; el informe no dice de qué tipo.`,
  'level_floor.opioid_medication': (v) =>
    `No informa ${label(text(v.floor))}, que es el nivel mínimo. Da metadona o buprenorfina, que no se niegan por eso.`,
  'level_floor.unknown': 'No se informan sus niveles de atención.',

  'level_of_care.offers': (v) => `Ofrece ${allOf(list(v.levels))}.`,
  'level_of_care.other': (v) =>
    list(v.offered).length > 0
      ? `Ofrece ${allOf(list(v.offered))}, no ${anyOf(list(v.levels))}.`
      : `No ofrece ${noneOf(list(v.levels))}.`,
  'level_of_care.none_acceptable':
    'Ninguno de los niveles pedidos es a la vez aceptado por la persona y suficiente.',
  'level_of_care.maybe': (v) => `Tal vez ofrezca ${anyOf(list(v.levels))}; el informe no dice de qué tipo.`,
  'level_of_care.unknown': 'No se informan sus niveles de atención.',
  'level_of_care.housing': 'Ofrece vivienda de recuperación.',
  'level_of_care.no_housing': 'No ofrece vivienda de recuperación.',
  'level_of_care.housing_unknown': 'No se informa si ofrece vivienda de recuperación.',

  'within_distance.within': away,
  'within_distance.telehealth': (v) => `Atiende en ${text(v.state)} por telesalud.`,
  'within_distance.by_telehealth': (v) =>
    `${fromAfar(v)} Atiende por telesalud en ${text(v.state)}; no se informa si todas las visitas pueden ser por video.`,
  'within_distance.telehealth_state': (v) =>
    `${fromAfar(v)} Ofrece telesalud; no se informa si a personas que están en ${text(v.state)}.`,
  'within_distance.medication_by_telehealth':
    'Demasiado lejos para ir a las visitas; informa telesalud, pero no si las visitas para los medicamentos para opioides pueden ser por telesalud.',
  'within_distance.farther': (v) => `A ${far(v.meters, v)}, más lejos que ${far(v.max, v)}.`,
  'within_distance.unknown': 'No se conoce su ubicación con suficiente exactitud para medir la distancia.',

  'modality.offers': (v) => `Ofrece ${anyOf(list(v.modalities))}.`,
  'modality.not': (v) => `No ofrece ${noneOf(list(v.modalities))}.`,
  'modality.not_in_state': (v) => `No atiende por telesalud a personas que están en ${text(v.state)}.`,
  'modality.state_unknown': (v) =>
    `Ofrece telesalud; no se informa si a personas que están en ${text(v.state)}.`,
  'modality.state_not_told': 'Ofrece telesalud; no se ha dicho dónde está la persona.',
  'modality.unknown': (v) => `No se informa si ofrece ${anyOf(list(v.modalities))}.`,

  'can_keep_working.sessions': (v) =>
    `${capital(anyOf(list(v.levels)))} con sesiones fuera ${workHours(v)}: ${hours(v)}.`,
  'can_keep_working.visits': (v) =>
    `${capital(anyOf(list(v.levels)))}; se puede ir fuera ${workHours(v)}: ${hours(v)}.`,
  'can_keep_working.sessions_unknown': (v) =>
    `${capital(anyOf(list(v.levels)))}; se puede ir fuera ${workHours(v)}: ${hours(v)}. No se informa ninguna sesión fuera de ese horario.`,
  'can_keep_working.telehealth_hours_unknown': (v) =>
    `${capital(anyOf(list(v.levels)))} con telesalud; no se informa su horario.`,
  'can_keep_working.telehealth': (v) => `${capital(anyOf(list(v.levels)))} con telesalud.`,
  'can_keep_working.telehealth_state': (v) =>
    `${capital(anyOf(list(v.levels)))} con telesalud; no se informa si a personas que están en ${text(v.state)}.`,
  'can_keep_working.telehealth_state_not_told': (v) =>
    `${capital(anyOf(list(v.levels)))} con telesalud; no se ha dicho dónde está la persona.`,
  'can_keep_working.no_such_level': (v) =>
    list(v.offered).length > 0
      ? `Ofrece ${allOf(list(v.offered))}, a lo que no se puede asistir mientras se trabaja.`
      : 'No ofrece ningún nivel de atención adecuado al que se pueda asistir mientras se trabaja.',
  'can_keep_working.floor': (v) =>
    `Según las respuestas hace falta por lo menos ${label(text(v.floor))}, a lo que no se puede asistir mientras se trabaja.`,
  'can_keep_working.only_in_working_hours': (v) =>
    `No indica ninguna sesión, ni media hora en la que se pueda ir, que quede fuera ${workHours(v)}${clocks(v)}.`,
  'can_keep_working.hours_unknown': (v) => `${capital(anyOf(list(v.levels)))}; no se informa su horario.`,
  'can_keep_working.medication_hours_unknown': (v) =>
    `${capital(anyOf(list(v.levels)))}; no se informa el horario de las visitas para los medicamentos.`,
  'can_keep_working.level_maybe':
    'Tal vez ofrezca un nivel al que se pueda asistir mientras se trabaja; no se informa.',
  'can_keep_working.level_unknown': 'No se informan sus niveles de atención ni su horario.',

  'cares_while_parenting.childcare': 'Ofrece cuidado de niños.',
  'cares_while_parenting.beds': 'Tiene camas residenciales para los hijos de quienes reciben tratamiento.',
  'cares_while_parenting.no':
    'No ofrece cuidado de niños ni camas para los hijos de quienes reciben tratamiento.',
  'cares_while_parenting.unknown': 'No se informa si ofrece cuidado de niños.',

  'payment.free': 'No cobra.',
  'payment.accepts': (v) => `Acepta ${allOf(list(v.payers))}.`,
  'payment.within_budget': (v) => `Cuesta ${price(v)}, dentro del presupuesto.`,
  'payment.reduced': 'Ofrece una tarifa reducida; no se informa de cuánto.',
  'payment.over_budget': (v) =>
    `Cuesta ${price(v)}, más que el presupuesto de ${money(number(v.budget), text(v.currency))}.`,
  'payment.over_budget_unless_covered': (v) =>
    `Cuesta ${price(v)}, más que el presupuesto de ${money(number(v.budget), text(v.currency))}; no se ha dicho quién más puede pagar.`,
  'payment.payer_not_told': (v) =>
    `Acepta ${allOf(list(v.payers))}; no se ha dicho si la persona tiene alguno de estos.`,
  'payment.not_accepted': (v) =>
    list(v.payers).length > 0
      ? `No acepta ${noneOf(list(v.payers))}.`
      : 'No es gratuito, y no informa ninguna tarifa reducida.',
  'payment.contradiction':
    'Se dice que no cobra, y también que acepta pagos: no está claro cómo se puede pagar.',
  'payment.unknown': 'No se informa cómo se puede pagar.',
  'payment.price_unknown': 'No se informa su precio.',

  'eligibility.veterans':
    'Lo administra el Departamento de Asuntos de los Veteranos, para los veteranos inscritos allí.',
  'eligibility.military': 'Lo administra el Departamento de Defensa, para los militares y sus familias.',
  'eligibility.tribes': 'Es para personas indígenas de los Estados Unidos y nativas de Alaska.',
  'eligibility.open_to_others': 'También atiende a personas distintas de aquellas para las que existe.',
  'eligibility.others_unknown':
    'Es para personas indígenas de los Estados Unidos y nativas de Alaska; no se informa si atiende a otras.',
  'eligibility.not_veterans':
    'Lo administra el Departamento de Asuntos de los Veteranos, solo para los veteranos inscritos.',
  'eligibility.not_military':
    'Lo administra el Departamento de Defensa, solo para los militares y sus familias.',
  'eligibility.not_tribes':
    'Es para personas indígenas de los Estados Unidos y nativas de Alaska, y no atiende a otras.',

  'age.accepts': (v) => `Acepta a ${anyOf(list(v.groups))}.`,
  'age.adolescents': 'Tiene un programa para adolescentes.',
  'age.not': (v) =>
    list(v.accepted).length > 0
      ? `Acepta a ${allOf(list(v.accepted))}, no a ${anyOf(list(v.groups))}.`
      : `No acepta a ${noneOf(list(v.groups))}.`,
  'age.unknown': 'No se informan las edades que acepta.',
  'age.others_unknown': (v) =>
    `Acepta a ${allOf(list(v.accepted))}; no se informa si acepta a personas de ${years(v.age)}.`,
  'age.maybe_only_adolescents': (v) =>
    `Tiene un programa para adolescentes; no se informa si acepta a niños de ${years(v.age)}.`,

  'gender.accepts': (v) => `Acepta a ${label(text(v.gender))}.`,
  'gender.all': 'Acepta a mujeres y hombres.',
  'gender.not': (v) =>
    list(v.accepted).length > 0
      ? `Acepta solo a ${allOf(list(v.accepted))}.`
      : `No acepta a ${label(text(v.gender))}.`,
  'gender.unknown': (v) => `No se informa si acepta a ${label(text(v.gender))}.`,
  'gender.one': (v) => `Acepta solo a ${allOf(list(v.accepted))}.`,

  'language.in_common': (v) => `Da consejería en ${anyLanguage(list(v.languages))}.`,
  'language.perhaps': (v) =>
    `Da consejería en ${anyLanguage(list(v.offered))}; no se informa si en ${anyLanguage(list(v.languages))}.`,
  'language.interpreter': 'Tiene un intérprete disponible cuando se le llama.',
  'language.not': (v) =>
    list(v.offered).length > 0
      ? `Da consejería en ${allLanguages(list(v.offered))}, no en ${anyLanguage(list(v.languages))}.`
      : `No da consejería en ${noLanguage(list(v.languages))}.`,
  'language.unknown': (v) => `No se informa si da consejería en ${anyLanguage(list(v.languages))}.`,

  'population.serves': (v) => `Tiene algo para ${allOf(list(v.populations))}.`,
  'population.not': (v) => `No tiene nada para ${noneOf(list(v.populations))}.`,
  'population.unknown': (v) => `No se informa si tiene algo para ${allOf(list(v.populations))}.`,
  'population.only': (v) => `Atiende solo a ${anyOf(list(v.populations))}.`,

  'starts_within.same_day': 'Empieza el mismo día.',
  'starts_within.within': firstAppointment,
  'starts_within.longer': (v) => `Primera cita en ${days(v.days)}, más tarde que ${days(v.max)}.`,
  'starts_within.not_in_state': (v) => `No empieza por telesalud con personas que están en ${text(v.state)}.`,
  'starts_within.state_unknown': (v) =>
    `No se informa si empieza por telesalud con personas que están en ${text(v.state)}.`,
  'starts_within.unknown': 'No se conoce su tiempo de espera, o el dato no es lo bastante reciente.',

  'accessible.offers': (v) => `Ofrece ${allOf(list(v.accessibility))}.`,
  'accessible.not': (v) => `No ofrece ${noneOf(list(v.accessibility))}.`,
  'accessible.unknown': (v) => `No se informa si ofrece ${allOf(list(v.accessibility))}.`,

  'not_excluded.not_named': 'No está entre lo que se rechazó.',
  'not_excluded.program': 'La persona rechazó este programa.',
  'not_excluded.organization': 'La persona rechazó esta organización.',
  'not_excluded.approach': (v) => `Ofrece ${approachesNamed(v).join(', ')}, que la persona rechazó.`,
  'not_a_repeat.another': 'No es un programa que terminó en una recaída o en un abandono.',
  'not_a_repeat.same_program': (v) =>
    v.outcome === 'dropped_out'
      ? 'La persona ya dejó antes este mismo programa.'
      : 'La persona completó este mismo programa y recayó.',
  'safe_to_invite.invites':
    'Su ayuda para familias invita al ser querido o se reúne con él; eso espera hasta que todas las personas estén a salvo.',
  'safe_to_invite.not_asked':
    'Su ayuda para familias invita al ser querido o se reúne con él, y todavía nadie ha dicho que todas las personas estén a salvo.',
  'safe_to_invite.counseling':
    'Informa consejería familiar; no se informa si atiende a un familiar a solas, sin el ser querido.',
  'safe_to_invite.own_help': 'Ofrece ayuda para el familiar a solas.',

  'teaches_craft.yes': 'Enseña CRAFT a los familiares.',
  'teaches_craft.no': 'Ofrece consejería familiar, y no enseña CRAFT.',
  'teaches_craft.unknown':
    'Informa consejería familiar; no se informa si es para familias cuyo ser querido no está en tratamiento, ni si es con CRAFT.',
};
