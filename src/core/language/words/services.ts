import type { AnsweredList } from '../../vocabulary/answered-lists.js';
import { type Modality, type Service, type Weekday, WEEKDAYS } from '../../vocabulary/services.js';
import { WEEKDAYS_EN } from '../labels.en.js';
import { WEEKDAYS_ES } from '../labels.es.js';
import { capital } from '../sentence-template.js';
import type { WordTable, WrittenWord } from './word.js';

export const SERVICE_WORDS = {
  en: {
    aftercare: 'Support after treatment ends.',
    'assessment-mental-health': ['Mental health assessment', 'A full look at mental health at the start.', 'Mental assessment'],
    'assessment-substance-use': ['Substance use assessment', 'A full look at substance use at the start.', 'Use assessment'],
    'case-management': 'A person who helps to find and keep the services that are needed.',
    childcare: 'Care for the children during treatment.',
    'residential-beds-for-children': ["Beds for clients' children", 'Children can live at the program with their parent.', 'Beds for children'],
    'discharge-planning': 'A plan for what comes after treatment.',
    'domestic-violence-services': [null, 'Help for people who live with violence at home.', 'Domestic violence'],
    'employment-support': 'Help to find or keep a job.',
    'family-counseling': 'Counseling together with the family.',
    'group-counseling': 'Counseling in a group.',
    'hepatitis-c-testing': [null, 'A test for hepatitis C.', 'Hepatitis C test'],
    'hiv-testing': 'A test for HIV.',
    'housing-services': 'Help to find a place to live.',
    'individual-counseling': [null, 'Counseling one to one.', 'One-to-one'],
    'integrated-primary-care': [null, 'General medical care at the same place.', 'Primary care'],
    'interim-services': ['Services while waiting', 'Some help for people who wait for a place.', 'While waiting'],
    'couples-counseling': 'Counseling together with a partner.',
    'medical-examination': ['Full medical exam', 'A full physical examination.'],
    'mental-health-services': [null, 'Care for mental health.', 'Mental health'],
    'naloxone-and-overdose-education': [null, 'Naloxone, and how to act in an overdose.', 'Naloxone'],
    'outcome-follow-up': [null, 'The program asks how people are doing after they leave.', 'Outcome follow-up'],
    outreach: ['Community outreach', 'Workers of the program go to people where they are.'],
    'peer-support': 'Support by people in recovery.',
    'recovery-coach': 'A coach who goes along in recovery.',
    'self-help-groups': 'Groups in which people in recovery help each other.',
    'social-services-assistance': ['Help with social services', 'Help to apply for benefits and other services.', 'Social services'],
    'social-skills': 'Training in getting along with others.',
    'suicide-prevention': 'Care that watches for thoughts of suicide and acts on them.',
    'tobacco-cessation-counseling': ['Counseling to stop smoking', 'Counseling to stop smoking or vaping.', 'Stop smoking'],
    transportation: 'Help to get to treatment and back.',
    'trauma-counseling': 'Counseling about trauma.',
    'vocational-training': [null, 'Training for a job.', 'Job training'],
  },
  es: {
    aftercare: [null, 'Apoyo después de que termina el tratamiento.', 'Tras el tratam.'],
    'assessment-mental-health': [null, 'Una revisión completa de la salud mental al inicio.', 'Eval. mental'],
    'assessment-substance-use': [null, 'Una revisión completa del consumo al inicio.', 'Eval. del consumo'],
    'case-management': 'Una persona que ayuda a encontrar y mantener los servicios necesarios.',
    childcare: 'Cuidado de los hijos durante el tratamiento.',
    'residential-beds-for-children': [null, 'Los hijos pueden vivir en el programa con su madre o padre.', 'Camas para hijos'],
    'discharge-planning': [null, 'Un plan para lo que sigue después del tratamiento.', 'Plan del alta'],
    'domestic-violence-services': [null, 'Ayuda para quienes viven violencia en casa.', 'Violencia en casa'],
    'employment-support': [null, 'Ayuda para encontrar o mantener un empleo.', 'Empleo'],
    'family-counseling': [null, 'Consejería junto con la familia.', 'Con la familia'],
    'group-counseling': [null, 'Consejería en un grupo.', 'En grupo'],
    'hepatitis-c-testing': [null, 'Una prueba de hepatitis C.', 'Hepatitis C'],
    'hiv-testing': 'Una prueba de VIH.',
    'housing-services': [null, 'Ayuda para encontrar dónde vivir.', 'Vivienda'],
    'individual-counseling': [null, 'Consejería de persona a persona.', 'Individual'],
    'integrated-primary-care': [null, 'Atención médica general en el mismo lugar.', 'Atención primaria'],
    'interim-services': [null, 'Alguna ayuda para quienes esperan un lugar.', 'En la espera'],
    'couples-counseling': [null, 'Consejería junto con la pareja.', 'De pareja'],
    'medical-examination': [null, 'Un examen físico completo.', 'Examen médico'],
    'mental-health-services': [null, 'Atención de la salud mental.', 'Salud mental'],
    'naloxone-and-overdose-education': [null, 'Naloxona, y cómo actuar en una sobredosis.', 'Naloxona'],
    'outcome-follow-up': [null, 'El programa pregunta cómo están las personas después de salir.', 'Seguimiento'],
    outreach: [null, 'Trabajadores del programa van adonde están las personas.', 'En la comunidad'],
    'peer-support': 'Apoyo de personas en recuperación.',
    'recovery-coach': [null, 'Una persona que acompaña en la recuperación.', 'Coach'],
    'self-help-groups': [null, 'Grupos en los que personas en recuperación se ayudan.', 'Autoayuda'],
    'social-services-assistance': [null, 'Ayuda para pedir beneficios y otros servicios.', 'Servicios sociales'],
    'social-skills': [null, 'Práctica para llevarse bien con otras personas.', 'Habilid. sociales'],
    'suicide-prevention': [null, 'Atención que vigila los pensamientos de suicidio y actúa.', 'Prev. del suicidio'],
    'tobacco-cessation-counseling': [null, 'Consejería para dejar de fumar o vapear.', 'Dejar el tabaco'],
    transportation: 'Ayuda para ir al tratamiento y volver.',
    'trauma-counseling': [null, 'Consejería sobre un trauma.', 'Trauma'],
    'vocational-training': [null, 'Capacitación para un trabajo.', 'Capacitación'],
  },
} satisfies WordTable<Service>; // prettier-ignore

export const MODALITY_WORDS = {
  en: {
    'in-person': ['In person', 'Visits at the place of the program.'],
    telehealth: 'Visits by video or by phone.',
  },
  es: {
    'in-person': [null, 'Consultas en el lugar del programa.', 'En persona'],
    telehealth: 'Consultas por video o por teléfono.',
  },
} satisfies WordTable<Modality>;

const weekdays = (names: Readonly<Record<Weekday, string>>, every: (name: string) => string) =>
  Object.fromEntries(
    WEEKDAYS.map((day): [Weekday, WrittenWord] => [day, [capital(names[day]), every(names[day])]]),
  ) as Record<Weekday, WrittenWord>;

export const WEEKDAY_WORDS = {
  en: weekdays(WEEKDAYS_EN, (name) => `Every ${name}.`),
  es: weekdays(WEEKDAYS_ES, (name) => `Todos los ${name}.`),
} satisfies WordTable<Weekday>;

export const ANSWERED_LIST_WORDS = {
  en: {
    'care-types': ['Types of care', 'The program answered the list of types of care.'],
    'opioid-treatment': ['Opioid treatment', 'The program answered the list of ways to treat opioid use.'],
    approaches: ['Treatment approaches', 'The program answered the list of treatment approaches.', 'Approaches'],
    accreditation: ['Licenses and accreditation', 'The program answered the list of licenses and accreditations.', 'Accreditation'],
    assessment: 'The program answered the list of assessments.',
    testing: ['Tests', 'The program answered the list of tests.'],
    transition: ['After treatment', 'The program answered the list of services for the time after treatment.'],
    counseling: ['Counseling and education', 'The program answered the list of counseling and education.', 'Counseling'],
  },
  es: {
    'care-types': ['Tipos de atención', 'El programa respondió la lista de tipos de atención.'],
    'opioid-treatment': [null, 'El programa respondió la lista de formas de tratar el consumo de opioides.', 'Opioides'],
    approaches: [null, 'El programa respondió la lista de enfoques de tratamiento.', 'Enfoques'],
    accreditation: 'El programa respondió la lista de licencias y acreditaciones.',
    assessment: 'El programa respondió la lista de evaluaciones.',
    testing: 'El programa respondió la lista de pruebas.',
    transition: ['Después del tratamiento', 'El programa respondió la lista de servicios para después del tratamiento.', 'Después'],
    counseling: 'El programa respondió la lista de consejería y educación.',
  },
} satisfies WordTable<AnsweredList>; // prettier-ignore
