// Numbers are written as Spanish is in the United States: a decimal point, and the dollar sign before the amount.
import { distanceInWords, sameAreaInWords, speedInWords } from './distance-words.js';
import { money } from './labels.en.js';
import { spanishWith } from './labels.es.js';
import {
  capital,
  list,
  number,
  type SentenceTemplate,
  type SentenceValues,
  text,
} from './sentence-template.js';
import type { ConstraintCode, CriterionCode, ReasonCode } from '../matching/codes.js';
import type { ReasonValue } from '../matching/verdict.js';

/** The name of each constraint and criterion. English uses the words of their codes. */
const RULE_NAMES: Readonly<Record<ConstraintCode | CriterionCode, string>> = {
  suitable_approach: 'enfoque adecuado',
  withdrawal_cover: 'manejo de la abstinencia',
  pregnancy_care: 'atención en el embarazo',
  co_occurring_care: 'atención de trastornos mentales concurrentes',
  offers_medication: 'ofrece medicamentos',
  medication_continuity: 'continuidad de los medicamentos',
  treats_condition: 'trata el problema de consumo',
  level_floor: 'nivel mínimo de atención',
  level_of_care: 'nivel de atención',
  within_distance: 'dentro de la distancia',
  modality: 'modalidad',
  can_keep_working: 'permite seguir trabajando',
  cares_while_parenting: 'atención mientras cría a sus hijos',
  payment: 'forma de pago',
  eligibility: 'quién puede ir',
  age: 'edad',
  gender: 'género',
  language: 'idioma',
  population: 'grupo de personas',
  starts_within: 'inicio dentro del plazo',
  accessible: 'accesibilidad',
  not_excluded: 'no rechazado por la persona',
  not_a_repeat: 'no repite lo que no funcionó',
  safe_to_invite: 'es seguro invitar',
  teaches_craft: 'enseña CRAFT',
  quality: 'señales de calidad',
  evidence: 'evidencia',
  level_of_care_fit: 'ajuste al nivel de atención',
  cost: 'costo',
  distance: 'distancia',
  access_speed: 'rapidez de acceso',
  schedule_fit: 'ajuste al horario',
  preferences: 'preferencias',
  engagement: 'vinculación con el tratamiento',
  continuity: 'continuidad',
  trust: 'confianza en los datos',
};

export const SPANISH = spanishWith(RULE_NAMES);
const { allOf, anyOf, label, noneOf, session } = SPANISH;

const years = (value: ReasonValue | undefined): string =>
  number(value) === 1 ? '1 año' : `${number(value)} años`;
const days = (value: ReasonValue | undefined): string =>
  number(value) === 1 ? '1 día' : `${number(value)} días`;
/** Millas, o kilómetros si la petición los pide. */
const far = (meters: ReasonValue | undefined, values: SentenceValues): string =>
  distanceInWords(number(meters), values, 'es');
const away = (v: SentenceValues): string =>
  v.meters === 0 ? `En la misma zona postal, ${sameAreaInWords(v, 'es')}.` : `A ${far(v.meters, v)}.`;
/** Only if hours were compared and it is not known whether both are in the same time zone. */
const fromAfar = (v: SentenceValues): string =>
  v.meters === undefined ? 'No se conoce su ubicación.' : away(v);
const clocks = (values: SentenceValues): string =>
  values.zones === 'unknown' ? '; no se conocen las zonas horarias: se comparan como si fueran la misma' : '';
const pace = (v: SentenceValues): string => {
  const local = speedInWords(number(v.kmPerHour), v, 'es');
  return v.kmPerHour === v.beyondKmPerHour
    ? `a ${local}`
    : `a ${local} hasta ${far(number(v.localKm) * 1000, v)} y a ${speedInWords(number(v.beyondKmPerHour), v, 'es')} después`;
};
const driving = (values: SentenceValues): string =>
  values.assumed === true ? '; se supone que se va en automóvil' : '';
const price = (v: SentenceValues): string =>
  `${money(number(v.price), text(v.currency))} por ${label(text(v.per))}`;
const workHours = (v: SentenceValues): string =>
  v.assumed
    ? 'del horario de trabajo habitual (de lunes a viernes, de 9 a 5, supuesto)'
    : 'del horario de trabajo';
/** The hours that were named, with what is not known of them. */
const hours = (v: SentenceValues): string =>
  `${list(v.sessions).map(session).join(', ')}${v.zones === 'converted' ? ' en la hora local del programa' : ''} (en días feriados: no se sabe${clocks(v)})`;

/**
 * Every sentence of the engine in Spanish: one for each code of English, or it does not compile. Plain words, the
 * person before the disorder, and `ustedes` for the provider who is asked. Written by us and not yet reviewed by a
 * clinician whose first language is Spanish.
 *
 * The program is the subject throughout, so that nothing has to agree with its name. Names of approaches come from the
 * registry, in English, and stay as they are.
 */
export const SENTENCES_ES: Readonly<Record<ReasonCode, SentenceTemplate>> = {
  'suitable_approach.never': (v) =>
    `Lo único que informa es ${list(v.names).join(', ')}, que nunca se recomienda.`,
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
  'ask.withdrawal_cover': '¿Manejan ustedes la abstinencia, y con qué atención médica?',
  'ask.withdrawal_setting':
    '¿En qué tipo de atención manejan ustedes la abstinencia: ambulatoria, residencial u hospitalaria?',
  'ask.withdrawal_elsewhere':
    'Si además hay que manejar la abstinencia del alcohol o de sedantes: ¿con quién la planifican ustedes, y dónde?',
  'ask.withdrawal_substance': (v) => `¿Manejan ustedes la abstinencia de ${allOf(list(v.conditions))}?`,

  'pregnancy_care.offers': 'Ofrece atención para mujeres embarazadas y en posparto.',
  'pregnancy_care.no': 'Dice que no ofrece atención durante el embarazo.',
  'pregnancy_care.unknown': 'No se informa si ofrece atención durante el embarazo.',
  'ask.pregnancy_care': '¿Atienden ustedes a personas durante el embarazo, junto con el control prenatal?',

  'co_occurring_care.offers': 'Trata un trastorno mental junto con el consumo de sustancias.',
  'co_occurring_care.no': 'Dice que no trata trastornos mentales.',
  'co_occurring_care.unknown': 'No se informa si también trata trastornos mentales.',
  'ask.co_occurring_care': '¿Tratan ustedes un trastorno mental junto con el consumo de sustancias?',

  'co_occurring_care.enhanced': 'Ofrece atención integrada para enfermedades mentales graves.',
  'co_occurring_care.not_enhanced': 'No se informa si también trata enfermedades mentales graves.',
  'ask.co_occurring_enhanced':
    '¿Tratan ustedes enfermedades mentales graves junto con el consumo de sustancias, con un psiquiatra en el equipo?',

  'offers_medication.starts': (v) => `Inicia el tratamiento con ${anyOf(list(v.medications))}.`,
  'offers_medication.continues': (v) =>
    `Continúa el tratamiento con ${anyOf(list(v.medications))}; no se informa si lo inicia.`,
  'offers_medication.refuses': (v) => `No usa ${noneOf(list(v.medications))}.`,
  'offers_medication.not_opioid': 'Dice que no trata el trastorno por consumo de opioides.',
  'offers_medication.unknown': (v) => `No se informa si ofrece ${anyOf(list(v.medications))}.`,
  'ask.starts_medication': (v) =>
    `¿Inician ustedes el tratamiento con ${anyOf(list(v.medications))}, y cuánto tiempo después de la primera llamada?`,

  'medication_continuity.continues': (v) => `Acepta a personas que toman ${allOf(list(v.medications))}.`,
  'medication_continuity.refuses': (v) => `No acepta a personas que toman ${anyOf(list(v.medications))}.`,
  'medication_continuity.unknown': (v) =>
    `No se informa si acepta a personas que toman ${anyOf(list(v.medications))}.`,
  'ask.continues_medication': (v) =>
    `¿Puede una persona seguir con ${allOf(list(v.medications))} con ustedes?`,

  'treats_condition.yes': (v) => `Trata problemas por el consumo de ${allOf(list(v.conditions))}.`,
  'treats_condition.not': (v) => `No trata problemas por el consumo de ${noneOf(list(v.conditions))}.`,
  'treats_condition.unknown': (v) =>
    `No se informa si trata problemas por el consumo de ${allOf(list(v.conditions))}.`,
  'ask.treats_condition': (v) => `¿Tratan ustedes problemas por el consumo de ${allOf(list(v.conditions))}?`,

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
  'ask.level_floor': (v) => `¿Ofrecen ustedes ${label(text(v.floor))} o un nivel más intensivo?`,

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
  'ask.level_of_care': (v) => `¿Ofrecen ustedes ${anyOf(list(v.levels))}?`,
  'ask.housing': '¿Ofrecen ustedes vivienda de recuperación?',

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
  'ask.medication_by_telehealth':
    '¿Pueden ser por telesalud la primera visita para los medicamentos y las siguientes?',
  'ask.all_by_video': '¿Pueden ser por video todas las visitas, desde la primera?',
  'ask.telehealth_state': (v) => `¿Pueden ustedes atender por video a alguien que está en ${text(v.state)}?`,
  'reach.none_within': (v) =>
    `No hay ninguno a menos de ${far(v.max, v)}; el más cercano está a ${far(v.meters, v)}.`,
  'reach.none': (v) => `No hay ninguno a menos de ${far(v.max, v)}, ni más lejos.`,
  'ask.address': '¿Dónde están ustedes exactamente?',

  'modality.offers': (v) => `Ofrece ${anyOf(list(v.modalities))}.`,
  'modality.not': (v) => `No ofrece ${noneOf(list(v.modalities))}.`,
  'modality.not_in_state': (v) => `No atiende por telesalud a personas que están en ${text(v.state)}.`,
  'modality.state_unknown': (v) =>
    `Ofrece telesalud; no se informa si a personas que están en ${text(v.state)}.`,
  'modality.state_not_told': 'Ofrece telesalud; no se ha dicho dónde está la persona.',
  'ask_client.state':
    'Si se le puede atender por telesalud depende del estado en que usted está. ¿Qué estado es?',
  'modality.unknown': (v) => `No se informa si ofrece ${anyOf(list(v.modalities))}.`,
  'ask.modality': (v) => `¿Ofrecen ustedes ${anyOf(list(v.modalities))}?`,

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
  'ask.evening_hours':
    '¿Hay grupos o visitas por la tarde o noche, temprano por la mañana o los fines de semana?',
  'ask.medication_hours':
    '¿A qué horas son las visitas para los medicamentos, y se puede recibir la dosis antes del trabajo?',
  'ask.level_while_working': '¿Hay atención a la que se pueda asistir mientras se trabaja?',

  'cares_while_parenting.childcare': 'Ofrece cuidado de niños.',
  'cares_while_parenting.beds': 'Tiene camas residenciales para los hijos de quienes reciben tratamiento.',
  'cares_while_parenting.no':
    'No ofrece cuidado de niños ni camas para los hijos de quienes reciben tratamiento.',
  'cares_while_parenting.unknown': 'No se informa si ofrece cuidado de niños.',
  'ask.childcare': '¿Hay cuidado de niños durante el tratamiento?',

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
  'ask.free': '¿Es gratuita la atención para esta persona, o quién tiene que pagar?',
  'ask.payers': (v) => `¿Aceptan ustedes ${anyOf(list(v.payers))}?`,
  'ask.price': '¿Cuánto cuesta, y cuánto por semana?',
  'ask.who_pays': '¿Qué seguro o programa público podría pagar por esta persona?',
  'ask.sliding_fee': '¿Cuál sería la tarifa según los ingresos para este ingreso?',
  'ask.assistance': '¿Quién puede recibir ayuda para pagar, y de cuánto?',

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
  'ask.open_to_others':
    '¿Atienden ustedes también a personas que no son indígenas de los Estados Unidos ni nativas de Alaska?',
  'ask_client.service':
    'Algunos de estos programas son para veteranos, o para militares y sus familias. ¿Ha servido usted, sirve ahora, o alguien de su familia?',
  'ask_client.tribal':
    'Algunos de estos programas son para personas indígenas de los Estados Unidos y nativas de Alaska. ¿Puede usted usar el Servicio de Salud Indígena, por ejemplo como miembro de una tribu?',

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
  'ask.age': (v) => `¿Aceptan ustedes a personas de ${years(v.age)}?`,

  'gender.accepts': (v) => `Acepta a ${label(text(v.gender))}.`,
  'gender.all': 'Acepta a mujeres y hombres.',
  'gender.not': (v) =>
    list(v.accepted).length > 0
      ? `Acepta solo a ${allOf(list(v.accepted))}.`
      : `No acepta a ${label(text(v.gender))}.`,
  'gender.unknown': (v) => `No se informa si acepta a ${label(text(v.gender))}.`,
  'gender.one': (v) => `Acepta solo a ${allOf(list(v.accepted))}.`,
  'ask_client.gender':
    'Algunos de estos programas aceptan solo a mujeres o solo a hombres. ¿Cuál es su género?',
  'ask.gender': (v) => `¿Aceptan ustedes a ${label(text(v.gender))}?`,

  'language.in_common': (v) => `Da consejería en ${anyOf(list(v.languages))}.`,
  'language.interpreter': 'Tiene un intérprete disponible cuando se le llama.',
  'language.not': (v) =>
    list(v.offered).length > 0
      ? `Da consejería en ${allOf(list(v.offered))}, no en ${anyOf(list(v.languages))}.`
      : `No da consejería en ${noneOf(list(v.languages))}.`,
  'language.unknown': (v) => `No se informa si da consejería en ${anyOf(list(v.languages))}.`,
  'ask.language': (v) => `¿Hay consejería en ${anyOf(list(v.languages))}, o un intérprete?`,

  'population.serves': (v) => `Tiene algo para ${allOf(list(v.populations))}.`,
  'population.not': (v) => `No tiene nada para ${noneOf(list(v.populations))}.`,
  'population.unknown': (v) => `No se informa si tiene algo para ${allOf(list(v.populations))}.`,
  'population.only': (v) => `Atiende solo a ${anyOf(list(v.populations))}.`,
  'ask.population': (v) => `¿Tienen ustedes algo para ${allOf(list(v.populations))}?`,
  'ask.only_population': (v) =>
    `Ustedes atienden solo a ${anyOf(list(v.populations))}: ¿aceptarían a esta persona?`,

  'starts_within.same_day': 'Empieza el mismo día.',
  'starts_within.within': (v) => `Primera cita en un plazo de ${days(v.days)}.`,
  'starts_within.longer': (v) => `Primera cita en ${days(v.days)}, más tarde que ${days(v.max)}.`,
  'starts_within.not_in_state': (v) => `No empieza por telesalud con personas que están en ${text(v.state)}.`,
  'starts_within.state_unknown': (v) =>
    `No se informa si empieza por telesalud con personas que están en ${text(v.state)}.`,
  'starts_within.unknown': 'No se conoce su tiempo de espera, o el dato no es lo bastante reciente.',
  'ask.wait': '¿Cuándo es la primera cita?',

  'accessible.offers': (v) => `Ofrece ${allOf(list(v.accessibility))}.`,
  'accessible.not': (v) => `No ofrece ${noneOf(list(v.accessibility))}.`,
  'accessible.unknown': (v) => `No se informa si ofrece ${allOf(list(v.accessibility))}.`,
  'ask.accessible': (v) => `¿Ofrecen ustedes ${allOf(list(v.accessibility))}?`,

  'not_excluded.not_named': 'No está entre lo que se rechazó.',
  'not_excluded.program': 'La persona rechazó este programa.',
  'not_excluded.organization': 'La persona rechazó esta organización.',
  'not_excluded.approach': (v) => `Ofrece ${list(v.names).join(', ')}, que la persona rechazó.`,
  'not_a_repeat.another': 'No es un programa que terminó en una recaída o en un abandono.',
  'not_a_repeat.same_program': (v) =>
    v.outcome === 'dropped_out'
      ? 'La persona ya dejó antes este mismo programa.'
      : 'La persona completó este mismo programa y recayó.',

  'evidence.earned': (v) =>
    [`Se obtiene por ${list(v.earned).map(earned).join('; ')}.`, ...absences(v)].join(' '),
  'evidence.unknown': (v) => absences(v).join(' '),
  'ask.opioid_medication':
    '¿Ustedes mismos inician metadona o buprenorfina, cuánto tiempo después de la primera llamada, y se puede seguir tomándola todo el tiempo que haga falta?',
  'ask.alcohol_medication':
    '¿Alguien aquí receta naltrexona o acamprosato para dejar o reducir el alcohol, o envían a las personas a otro médico, y a cuál?',
  'ask.naloxone': '¿Todas las personas se llevan naloxona en la mano o solo un folleto?',
  'ask.contingency_management':
    '¿Las personas ganan vales o premios por pruebas negativas, cuántas veces por semana, y cuánto puede ganar una persona en total?',
  'ask.structured_therapy':
    '¿Qué terapia recibiría mi cliente, siguiendo un manual, quién está formado en ella, y un supervisor escucha las sesiones?',
  'ask.mutual_help_facilitation':
    '¿Cómo presentan las reuniones de ayuda mutua, y hay otra opción para quien no quiere los doce pasos?',
  'ask.outside_inspection':
    '¿Este programa está acreditado por la Joint Commission, CARF o COA, y hasta cuándo?',
  'ask.choice_of_medication':
    'Si la buprenorfina no le va bien a mi cliente, ¿puede recibir metadona o la inyección mensual con ustedes?',
  'ask.infection_tests': '¿Hacen aquí pruebas de hepatitis C y VIH, y tratan la hepatitis C o solo refieren?',
  'ask.mental_health_together':
    'Si aparece depresión o trauma, ¿lo trata aquí el mismo equipo o en otro lugar?',
  'ask.family_included': '¿Puede participar la pareja o un familiar, en cuántas sesiones y desde cuándo?',
  'ask.full_assessment':
    '¿Quién hace la primera evaluación, cuánto dura, y pregunta por la salud, el ánimo, el trabajo y la casa?',
  'ask.medical_examination':
    '¿Un médico o una enfermera especializada examina a las personas en la primera semana?',
  'quality.signs': (v) =>
    [
      ...parts('Se informa', v.present),
      ...parts('En parte', v.partly),
      ...parts('No se informa', v.notReported),
      ...parts('No está en su lista', v.unlisted),
      ...parts('Dice que no lo ofrece', v.declined),
    ].join(' '),
  'level_of_care_fit.offers': (v) => `Su nivel más cercano es ${label(text(v.level))}.`,
  'level_of_care_fit.unknown': 'No se informan sus niveles de atención.',
  'cost.free': 'No cobra.',
  'cost.covered': (v) => `Lo cubre ${allOf(list(v.payers))}.`,
  'cost.within_budget': (v) => `Cuesta ${price(v)}.`,
  'cost.sliding_fee': 'Tarifa según los ingresos, sin un monto.',
  'cost.assistance': 'Ayuda para pagar, sin un monto.',
  'cost.over_budget': (v) => `Cuesta ${price(v)}, más que el presupuesto.`,
  'cost.not_covered': (v) => `No acepta ${noneOf(list(v.payers))}.`,
  'cost.unknown': 'No se informa cuánto le costaría a esta persona.',
  'distance.meters': away,
  'distance.telehealth': 'Por telesalud.',
  'distance.both': (v) => `Por telesalud; su sede está a ${far(v.meters, v)}.`,
  'distance.unknown': 'No se conoce a qué distancia está.',
  'access_speed.same_day': 'Empieza el mismo día.',
  'access_speed.wait': (v) => `Primera cita en un plazo de ${days(v.days)}.`,
  'access_speed.unknown': 'No se conoce su tiempo de espera.',
  'schedule_fit.sessions': (v) =>
    `El ${number(v.percent)} % de su horario conocido está fuera del trabajo${clocks(v)}.`,
  'schedule_fit.visits': (v) =>
    `En el ${number(v.percent)} % de los días que indica se puede ir fuera del trabajo${clocks(v)}.`,
  'schedule_fit.telehealth': 'Por telesalud; no se informa el horario.',
  'schedule_fit.unknown': 'No se informa su horario.',
  'preferences.features': (v) =>
    [
      ...parts('Deseado y presente', v.present),
      ...parts('Deseado y ausente', v.absent),
      ...parts('No deseado, pero presente', v.unwished),
      ...parts('No se informa', v.notReported),
    ].join(' ') || 'Nada de lo que se deseaba, o no se deseaba, habla en contra.',
  'safe_to_invite.invites':
    'Su ayuda para familias invita al ser querido o se reúne con él; eso espera hasta que todas las personas estén a salvo.',
  'safe_to_invite.not_asked':
    'Su ayuda para familias invita al ser querido o se reúne con él, y todavía nadie ha dicho que todas las personas estén a salvo.',
  'safe_to_invite.counseling':
    'Informa consejería familiar; no se informa si atiende a un familiar a solas, sin el ser querido.',
  'safe_to_invite.own_help': 'Ofrece ayuda para el familiar a solas.',
  'ask.seen_alone':
    '¿Ven ustedes primero a solas al familiar, y preguntan por la violencia antes de invitar a nadie?',

  'teaches_craft.yes': 'Enseña CRAFT a los familiares.',
  'teaches_craft.no': 'Ofrece consejería familiar, y no enseña CRAFT.',
  'teaches_craft.unknown':
    'Informa consejería familiar; no se informa si es para familias cuyo ser querido no está en tratamiento, ni si es con CRAFT.',
  'ask.teaches_craft':
    '¿Atienden ustedes a una familia cuyo ser querido no está en tratamiento, y enseña alguien CRAFT?',

  'engagement.parts': (v) =>
    [
      ...parts('Presente', v.present),
      ...parts('Ausente', v.absent),
      ...parts('No se informa', v.notReported),
    ].join(' '),
  'engagement.unknown': 'No se informa qué ayudaría a la persona a empezar.',
  'engagement.ready': 'La persona está lista; no hace falta una entrada especial.',
  'continuity.parts': (v) =>
    [
      ...parts('Presente', v.present),
      ...parts('Ausente', v.absent),
      ...parts('No se informa', v.notReported),
    ].join(' '),
  'continuity.unknown': 'No se informa qué sigue después del tratamiento.',
  'continuity.helped_before': 'Ya ayudó antes a esta persona.',
  'continuity.same_again': 'La misma organización y el mismo nivel que antes de una recaída o un abandono.',
  'trust.record': (v) =>
    [
      `Datos ${label(text(v.standing))}, ${label(text(v.freshness))}.`,
      ...(list(v.accreditations).length > 0 ? [`Acreditación de ${allOf(list(v.accreditations))}.`] : []),
      ...(list(v.licenses).length > 0 ? ['Con licencia o certificación.'] : []),
    ].join(' '),

  'warning.listing.warn': (v) => `Informa ${text(v.name)}, que figura con una advertencia.`,
  'warning.listing.warn-no-evidence': (v) =>
    `Informa ${text(v.name)}, para lo que no se encontró evidencia sólida.`,
  'warning.listing.warn-offer-craft-first': (v) => `Informa ${text(v.name)}; primero se debe ofrecer CRAFT.`,
  'warning.listing.never-recommend': (v) => `Informa ${text(v.name)}, que nunca se recomienda.`,
  'warning.listing.not-a-treatment': (v) => `Informa ${text(v.name)}, que no es un tratamiento.`,
  'warning.badge.harmful': (v) =>
    `Informa ${text(v.name)}, con una evaluación de dañino${v.reviewed ? '' : ' (evaluación en borrador)'}.`,
  'warning.badge.concern': (v) =>
    `Informa ${text(v.name)}; una evaluación plantea una preocupación${v.reviewed ? '' : ' (evaluación en borrador)'}.`,
  'warning.violence_check_first':
    'Antes de cualquier cosa que invite al ser querido o se reúna con él: pregunte a solas al familiar si él, ella o un niño tiene miedo de alguien, o si alguien les hace daño.',
  'warning.joint_work_waits': (v) =>
    `Informa ${list(v.names)
      .map((name) => (name.includes(' ') ? name : label(name)))
      .join(', ')}; nada junto con la familia mientras alguien sufra daño o tenga miedo.`,
  'warning.detox_alone':
    'Aparte del manejo de la abstinencia, no informa ningún nivel de atención ni el inicio de un medicamento para el consumo de opioides. El manejo de la abstinencia por sí solo nunca se recomienda para el consumo de opioides.',
  'warning.medication_declined':
    'La persona rechazó los medicamentos para el trastorno por consumo de opioides. Las personas sin estos medicamentos mueren con más frecuencia; un profesional clínico debe hablarlo con ella.',
  'travel.estimate': (v) =>
    `Estimado a partir de ${far(v.meters, v)} en línea recta (entre los centros de los códigos postales cuando no se conoce nada más cercano): un camino ${number(v.detour)} veces más largo, ${pace(v)}${number(v.setOutMinutes) > 0 ? `, y ${number(v.setOutMinutes)} minutos para salir` : ''}. Son supuestos nuestros (${text(v.version)}), sin tráfico${driving(v)}.`,
  'travel.route': (v) =>
    `Según el servicio de rutas, desde un punto a un kilómetro, más o menos, del lugar indicado, sin tráfico${driving(v)}.`,
  'travel.no_route': (v) => `El servicio de rutas no encuentra ningún camino${driving(v)}.`,
  'travel.too_far': (v) =>
    `A más de ${far(number(v.farthestKm) * 1000, v)} en línea recta no se estima el tiempo${driving(v)}.`,
  'travel.transit':
    'El transporte público depende de líneas y horarios que este directorio no conoce: no se estima el tiempo.',
};

function parts(title: string, codes: ReasonValue | undefined): string[] {
  return list(codes).length > 0 ? [`${title}: ${allOf(list(codes))}.`] : [];
}

/** Three kinds of absence: not reported, left blank on an answered list, or the program says no. */
function absences(v: SentenceValues): string[] {
  const named = (title: string, of: ReasonValue | undefined) =>
    list(of).length > 0 ? [`${title}: ${list(of).map(component).join(', ')}.`] : [];
  return [
    ...named('No se informa', v.missing),
    ...named('No está en su lista', v.unlisted),
    ...named('Dice que no lo ofrece', v.declined),
  ];
}

/** `opioid|medication|Methadone|verified|here` → `Methadone (medicamentos para problemas por el consumo de opioides, con verificación)`. */
function earned(entry: string): string {
  const [purpose, kind, approach, standing, way] = entry.split('|');
  const from = way && way !== 'here' ? `, ${label(way)}` : '';
  return `${approach} (${component(`${purpose}|${kind}`)}${from}, ${label(standing!)})`;
}

/** `opioid|medication` → `medicamentos para problemas por el consumo de opioides`. */
function component(entry: string): string {
  const [purpose, kind] = entry.split('|');
  const what = label(kind!);
  return purpose === 'any' || purpose!.includes('-')
    ? what
    : `${what} para problemas por el consumo de ${label(purpose!)}`;
}
