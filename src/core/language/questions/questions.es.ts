import { SPANISH } from '../spanish.js';
import { years } from '../phrases.es.js';
import { list, text, type SentenceTemplate } from '../sentence-template.js';
import type { ClientQuestionCode, QuestionCode } from '../../matching/codes.js';

const { allOf, anyLanguage, anyOf, label } = SPANISH;

/** More levels than these are asked for as a whole. */
const MOST_NAMED = 3;

/** Spanish questions: to a program (`ustedes`), and to the client (`usted`). Our own draft, see `spanish.ts`. */
export const QUESTIONS_ES: Readonly<Record<QuestionCode | ClientQuestionCode, SentenceTemplate>> = {
  'ask.withdrawal_cover': '¿Tratan ustedes la abstinencia, y qué personal médico hay?',
  'ask.withdrawal_setting':
    '¿Dónde tratan ustedes la abstinencia: con visitas, con una estadía o en un hospital?',
  'ask.withdrawal_elsewhere':
    'Si una persona necesita además ayuda con la abstinencia del alcohol o de sedantes, ¿quién la da, y dónde?',
  'ask.withdrawal_substance': (v) => `¿Tratan ustedes la abstinencia de ${allOf(list(v.conditions))}?`,
  'ask.pregnancy_care': '¿Atienden ustedes a personas durante el embarazo, junto con el control prenatal?',
  'ask.co_occurring_care': '¿Tratan ustedes un trastorno mental junto con el consumo de sustancias?',
  'ask.co_occurring_enhanced':
    '¿Tratan ustedes enfermedades mentales graves junto con el consumo de sustancias, con un psiquiatra en el equipo?',
  'ask.starts_medication': (v) =>
    `¿Inician ustedes el tratamiento con ${anyOf(list(v.medications))}, y cuánto tiempo después de la primera llamada?`,
  'ask.continues_medication': (v) =>
    `¿Puede una persona seguir con ${allOf(list(v.medications))} con ustedes?`,
  'ask.treats_condition': (v) => `¿Tratan ustedes problemas por el consumo de ${allOf(list(v.conditions))}?`,
  'ask.level_floor': (v) => `¿Ofrecen ustedes ${label(text(v.floor))} o un nivel más intensivo?`,
  'ask.level_of_care': (v) =>
    list(v.levels).length > MOST_NAMED
      ? '¿Qué niveles de atención ofrecen ustedes?'
      : `¿Ofrecen ustedes ${anyOf(list(v.levels))}?`,
  'ask.housing': '¿Ofrecen ustedes vivienda de recuperación?',
  'ask.medication_by_telehealth':
    '¿Pueden ser por telesalud la primera visita para los medicamentos y las siguientes?',
  'ask.all_by_video': '¿Pueden ser por video todas las visitas, desde la primera?',
  'ask.telehealth_state': (v) =>
    `¿Se les permite a ustedes atender por video a una persona en ${text(v.state)}?`,
  'ask.address': '¿Dónde están ustedes exactamente?',
  'ask_client.state':
    'Si se le puede atender por telesalud depende del estado en que usted está. ¿Qué estado es?',
  'ask.modality': (v) => `¿Ofrecen ustedes ${anyOf(list(v.modalities))}?`,
  'ask.evening_hours':
    '¿Hay grupos o visitas por la tarde o noche, temprano por la mañana o los fines de semana?',
  'ask.medication_hours':
    '¿A qué horas son las visitas para los medicamentos, y se puede recibir la dosis antes del trabajo?',
  'ask.level_while_working': '¿Hay atención que deje tiempo para seguir trabajando?',
  'ask.childcare': '¿Hay cuidado de niños durante el tratamiento?',
  'ask.free': '¿Es gratuita la atención para esta persona, o quién tiene que pagar?',
  'ask.payers': (v) => `¿Aceptan ustedes ${anyOf(list(v.payers))}?`,
  'ask.price': '¿Cuánto cuesta, y cuánto por semana?',
  'ask.who_pays': '¿Qué seguro o programa público podría pagar por esta persona?',
  'ask.sliding_fee': '¿Cuál sería la tarifa según los ingresos para este ingreso?',
  'ask.assistance': '¿Quién puede recibir ayuda para pagar, y de cuánto?',
  'ask.open_to_others':
    '¿Atienden ustedes también a personas que no son indígenas de los Estados Unidos ni nativas de Alaska?',
  'ask_client.service':
    'Algunos de estos programas son para veteranos, o para militares y sus familias. ¿Ha servido usted, sirve ahora, o alguien de su familia?',
  'ask_client.tribal':
    'Algunos de estos programas son para personas indígenas de los Estados Unidos y nativas de Alaska. ¿Puede usted usar el Servicio de Salud Indígena, por ejemplo como miembro de una tribu?',
  'ask.age': (v) => `¿Aceptan ustedes a personas de ${years(v.age)}?`,
  'ask_client.gender':
    'Algunos de estos programas aceptan solo a mujeres o solo a hombres. ¿Cuál es su género?',
  'ask.gender': (v) => `¿Aceptan ustedes a ${label(text(v.gender))}?`,
  'ask.language': (v) => `¿Hay consejería en ${anyLanguage(list(v.languages))}, o un intérprete?`,
  'ask.population': (v) => `¿Tienen ustedes algo para ${allOf(list(v.populations))}?`,
  'ask.only_population': (v) =>
    `Ustedes atienden solo a ${anyOf(list(v.populations))}: ¿aceptarían a esta persona?`,
  'ask.wait': '¿Cuándo es la primera cita?',
  'ask.accessible': (v) => `¿Ofrecen ustedes ${allOf(list(v.accessibility))}?`,
  'ask.opioid_medication':
    '¿Ustedes mismos inician metadona o buprenorfina, cuánto tiempo después de la primera llamada, y se puede seguir tomándola todo el tiempo que haga falta?',
  'ask.alcohol_medication':
    '¿Recetan ustedes naltrexona o acamprosato para dejar o reducir el alcohol, o envían a las personas a otro médico, y a cuál?',
  'ask.naloxone': '¿Todas las personas se llevan naloxona en la mano o solo un folleto?',
  'ask.contingency_management':
    '¿Las personas ganan vales o premios por pruebas negativas, cuántas veces por semana, y cuánto puede ganar una persona en total?',
  'ask.structured_therapy':
    '¿Qué terapia recibiría una persona, sigue un manual, quién está formado en ella, y un supervisor escucha las sesiones?',
  'ask.mutual_help_facilitation':
    '¿Cómo presentan las reuniones de ayuda mutua, y hay otra opción para quien no quiere los doce pasos?',
  'ask.outside_inspection':
    '¿Este programa está acreditado por la Joint Commission, CARF o COA, y hasta cuándo?',
  'ask.choice_of_medication':
    'Si la buprenorfina no le va bien a una persona, ¿puede recibir metadona o la inyección mensual con ustedes?',
  'ask.infection_tests':
    '¿Hacen pruebas de hepatitis C y VIH, y tratan la hepatitis C o envían a otro lugar?',
  'ask.mental_health_together':
    'Si aparece depresión o trauma, ¿lo trata el mismo equipo, o es en otro lugar?',
  'ask.family_included': '¿Puede participar la pareja o un familiar, en cuántas sesiones y desde cuándo?',
  'ask.full_assessment':
    '¿Quién hace la primera evaluación, cuánto dura, y pregunta por la salud, el ánimo, el trabajo y la casa?',
  'ask.medical_examination':
    '¿Un médico o una enfermera especializada examina a las personas en la primera semana?',
  'ask.seen_alone':
    '¿Ven ustedes primero a solas al familiar, y preguntan por la violencia antes de invitar a nadie?',
  'ask.teaches_craft':
    '¿Atienden ustedes a una familia cuyo ser querido no está en tratamiento, y enseña alguien CRAFT?',
};
