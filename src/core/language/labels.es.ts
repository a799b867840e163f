import type { Weekday } from '../vocabulary/services.js';
import type { LabelCode } from './label-code.js';
import { APPROACH_NAMES } from './words/approach-names.js';
import { languageName } from './words/spoken-languages.js';

/**
 * Spanish words for the codes that sentences name, each a phrase that stands alone, in a list, and after "de", "con",
 * "para" or "a". Written by us and not yet reviewed by a clinician whose first language is Spanish.
 *
 * Approaches have names of their own (words/approach-names.ts).
 */
export const LABELS_ES: Readonly<Record<LabelCode, string>> = {
  // conditions
  alcohol: 'alcohol',
  opioid: 'opioides',
  stimulant: 'estimulantes',
  cannabis: 'cannabis',
  sedative: 'sedantes',
  nicotine: 'nicotina',
  any: 'cualquier sustancia',
  mild: 'leve',
  moderate: 'moderado',
  severe: 'grave',

  // what a capacity counts
  beds: 'camas',
  clients: 'clientes',

  // levels of care and overlays
  early: 'intervención temprana',
  monitoring: 'controles de seguimiento en la recuperación',
  op: 'tratamiento ambulatorio',
  'op-med': 'tratamiento ambulatorio con manejo médico',
  iop: 'tratamiento ambulatorio intensivo',
  php: 'programa diurno',
  'php-med': 'programa diurno con manejo médico',
  'res-low': 'tratamiento residencial de baja intensidad',
  'res-high': 'tratamiento residencial de alta intensidad',
  'res-med': 'tratamiento residencial con manejo médico',
  hosp: 'hospitalización',
  moud: 'medicamentos para el trastorno por consumo de opioides',
  housing: 'vivienda de recuperación',
  'co-occurring': 'atención de trastornos mentales concurrentes',

  // medications
  methadone: 'metadona',
  buprenorphine: 'buprenorfina',
  'buprenorphine-injection': 'buprenorfina inyectable',
  naltrexone: 'naltrexona',
  'naltrexone-injection': 'naltrexona inyectable',
  acamprosate: 'acamprosato',
  disulfiram: 'disulfiram',
  'nicotine-replacement': 'terapia de reemplazo de nicotina',
  'non-nicotine-cessation': 'medicamentos sin nicotina para dejar de fumar',
  naloxone: 'naloxona',
  lofexidine: 'lofexidina',
  clonidine: 'clonidina',
  starts: 'lo inicia',
  continues: 'lo continúa',
  refuses: 'no lo acepta',

  // how people get medication
  here: 'aquí mismo',
  none: 'ninguno',
  prescribed: 'recetado aquí',
  'in-network': 'por un profesional de su red',
  'by-contract': 'por un profesional contratado',
  accepted: 'solo si lo receta otra persona',
  'alcohol-here': 'medicamento para el alcohol: aquí mismo',
  'alcohol-prescribed': 'medicamento para el alcohol: recetado aquí',
  'alcohol-in-network': 'medicamento para el alcohol: por un profesional de su red',
  'alcohol-by-contract': 'medicamento para el alcohol: por un profesional contratado',
  'alcohol-accepted': 'medicamento para el alcohol: solo si lo receta otra persona',
  'alcohol-none': 'medicamento para el alcohol: no se usa',
  'opioid-here': 'medicamento para los opioides: aquí mismo',
  'opioid-prescribed': 'medicamento para los opioides: recetado aquí',
  'opioid-in-network': 'medicamento para los opioides: por un profesional de su red',
  'opioid-by-contract': 'medicamento para los opioides: por un profesional contratado',
  'opioid-accepted': 'medicamento para los opioides: solo si lo receta otra persona',
  'opioid-none': 'medicamento para los opioides: no se usa',

  // signs of quality
  'outside-inspection': 'inspección por un organismo de acreditación',
  'choice-of-medication': 'varios medicamentos para elegir',
  'infection-tests': 'pruebas de hepatitis C y VIH',
  'mental-health-together': 'salud mental tratada en conjunto',
  'family-included': 'participación de la familia',
  'full-assessment': 'evaluación completa',

  // lists of a survey
  'care-types': 'tipos de atención',
  'opioid-treatment': 'tratamiento de opioides',
  approaches: 'enfoques de tratamiento',
  accreditation: 'acreditación',
  assessment: 'evaluación',
  testing: 'pruebas',
  transition: 'transición',
  counseling: 'consejería',

  // payment
  medicaid: 'Medicaid',
  medicare: 'Medicare',
  private: 'seguro privado',
  military: 'seguro militar',
  tricare: 'TRICARE',
  champva: 'CHAMPVA',
  va: 'pago de Asuntos de Veteranos',
  state: 'seguro estatal distinto de Medicaid',
  tribal: 'fondos tribales o del Servicio de Salud Indígena (IHS)',
  'self-pay': 'pago directo de la persona',
  'sliding-fee': 'tarifa según los ingresos',
  free: 'atención sin costo',
  session: 'sesión',
  day: 'día',
  week: 'semana',
  month: 'mes',
  stay: 'estadía',

  // people
  adolescents: 'adolescentes',
  'transition-age-young-adults': 'jóvenes en transición a la vida adulta',
  women: 'mujeres',
  'pregnant-postpartum': 'mujeres embarazadas y en posparto',
  men: 'hombres',
  seniors: 'personas mayores',
  lgbtq: 'personas LGBTQ',
  veteran: 'veterano o veterana',
  'military-family': 'familiar de militar',
  veterans: 'veteranos',
  'active-duty': 'militares en servicio activo',
  'military-families': 'familias de militares',
  'criminal-justice': 'personas involucradas con el sistema de justicia',
  dui: 'personas remitidas por manejar bajo los efectos del alcohol o las drogas',
  'co-occurring-mental': 'personas con un trastorno mental concurrente',
  'co-occurring-pain': 'personas con dolor concurrente',
  hiv: 'personas con VIH',
  'sexual-abuse-survivors': 'sobrevivientes de abuso sexual',
  'domestic-violence': 'personas que han vivido violencia doméstica',
  trauma: 'personas con trauma',
  children: 'niños y adolescentes',
  'young-adults': 'adultos jóvenes',
  adults: 'adultos',
  woman: 'mujeres',
  man: 'hombres',
  nonbinary: 'personas no binarias',
  wheelchair: 'acceso para silla de ruedas',
  'sign-language': 'lengua de señas',

  // services
  'in-person': 'atención en persona',
  telehealth: 'telesalud',
  ambulatory: 'ambulatoria',
  residential: 'residencial',
  hospital: 'hospitalaria',
  aftercare: 'atención posterior al tratamiento',
  'assessment-mental-health': 'evaluación de salud mental',
  'assessment-substance-use': 'evaluación del consumo de sustancias',
  'case-management': 'manejo de casos',
  childcare: 'cuidado de niños',
  'residential-beds-for-children': 'camas residenciales para los hijos',
  'discharge-planning': 'planificación del alta',
  'domestic-violence-services': 'servicios por violencia doméstica',
  'employment-support': 'apoyo para el empleo',
  'family-counseling': 'consejería familiar',
  'group-counseling': 'consejería en grupo',
  'hepatitis-c-testing': 'prueba de hepatitis C',
  'hiv-testing': 'prueba de VIH',
  'housing-services': 'servicios de vivienda',
  'individual-counseling': 'consejería individual',
  'integrated-primary-care': 'atención primaria integrada',
  'interim-services': 'servicios provisionales durante la espera',
  'medical-examination': 'examen médico completo',
  'couples-counseling': 'consejería de pareja',
  'mental-health-services': 'servicios de salud mental',
  'naloxone-and-overdose-education': 'naloxona y educación sobre sobredosis',
  'outcome-follow-up': 'seguimiento de los resultados',
  outreach: 'trabajo de alcance en la comunidad',
  'peer-support': 'apoyo de pares',
  'recovery-coach': 'coach de recuperación',
  'self-help-groups': 'grupos de autoayuda',
  'social-services-assistance': 'ayuda con servicios sociales',
  'social-skills': 'habilidades sociales',
  'suicide-prevention': 'prevención del suicidio',
  'tobacco-cessation-counseling': 'consejería para dejar el tabaco',
  transportation: 'transporte',
  'trauma-counseling': 'consejería sobre trauma',
  'vocational-training': 'capacitación laboral',

  // wishes and goals
  'faith-based': 'basado en la fe',
  secular: 'no religioso',
  'women-only': 'solo para mujeres',
  'men-only': 'solo para hombres',
  'one-to-one': 'atención individual',
  group: 'atención en grupo',
  'lgbtq-affirming': 'afirmativo con personas LGBTQ',
  abstinence: 'abstinencia',
  reduction: 'reducción del consumo',
  'goal-abstinence': 'la meta de la abstinencia',
  'goal-reduction': 'la meta de reducir el consumo',

  // standings
  'joint-commission': 'la Joint Commission',
  carf: 'CARF',
  coa: 'COA',
  ncqa: 'NCQA',
  hfap: 'HFAP',
  'state-substance-use-agency': 'agencia estatal de consumo de sustancias',
  'state-mental-health-department': 'departamento estatal de salud mental',
  'state-health-department': 'departamento estatal de salud',
  'hospital-licensing-authority': 'autoridad de licencias hospitalarias',
  'opioid-treatment-program': 'programa de tratamiento de opioides (OTP)',
  dea: 'registro de la DEA',
  'federally-qualified-health-center': 'centro de salud con calificación federal (FQHC)',
  'private-for-profit': 'privado con fines de lucro',
  'private-non-profit': 'privado sin fines de lucro',
  'local-government': 'gobierno local',
  'state-government': 'gobierno estatal',
  'tribal-government': 'gobierno tribal',
  'federal-government': 'gobierno federal',
  'department-of-defense': 'Departamento de Defensa',
  'indian-health-service': 'Servicio de Salud Indígena (IHS)',
  'veterans-affairs': 'Asuntos de Veteranos (VA)',
  'urban-indian-organization': 'organización indígena urbana',
  'government-funding': 'fondos del gobierno',
  'block-grant': 'subvención en bloque',
  verified: 'con verificación',
  attested: 'con declaración del proveedor',
  confirmed: 'con confirmación por llamada',
  'self-reported': 'según informa el propio programa',
  fresh: 'recientes',
  ageing: 'con más de un año',
  stale: 'con más de dos años',

  // components of good care, and parts of a criterion
  medication: 'medicamentos',
  psychosocial: 'atención psicosocial',
  'contingency-management': 'manejo de contingencias',
  'overdose-prevention': 'prevención de sobredosis',
  taper: 'reducción gradual de la dosis',
  'mutual-help': 'ayuda mutua',
  'continuing-care': 'atención continua',
  peers: 'apoyo de pares',
  'family-support': 'apoyo a la familia',
  'recovery-support': 'apoyo en la recuperación',
  'family-engagement': 'apoyo a la familia para que la persona inicie el tratamiento',
  craft: 'CRAFT',
  'motivational-interviewing': 'entrevista motivacional',
  'low-threshold-start': 'inicio con pocos requisitos',
  structure: 'estructura',
  'follow-up': 'seguimiento',
  'step-down': 'paso a niveles de menor intensidad',
  engagement: 'vinculación con el tratamiento',
  'different-element': 'un elemento distinto de lo que ya se intentó',

  // what care must cover
  withdrawal_cover: 'manejo de la abstinencia',
  pregnancy_care: 'atención en el embarazo',
  co_occurring_care: 'atención de trastornos mentales concurrentes',
  co_occurring_enhanced: 'atención integrada de enfermedades mentales graves',

  preferred: 'preferido',
  completed_then_relapsed: 'lo completó y recayó',
  dropped_out: 'lo dejó antes de terminar',
  helped: 'ayudó',
};

// `y` is `e` before the sound of i, and `o` is `u` before that of o: Intl knows these rules.
const AND = new Intl.ListFormat('es', { type: 'conjunction' });
const OR = new Intl.ListFormat('es', { type: 'disjunction' });

export const WEEKDAYS_ES: Readonly<Record<Weekday, string>> = {
  mo: 'lunes',
  tu: 'martes',
  we: 'miércoles',
  th: 'jueves',
  fr: 'viernes',
  sa: 'sábado',
  su: 'domingo',
};

/** `mo 18:00-21:00` as `lunes de 18:00 a 21:00`. */
function session(span: string): string {
  const [day = '', hours = ''] = span.split(' ');
  return `${(WEEKDAYS_ES as Readonly<Record<string, string>>)[day] ?? day} de ${hours.replace('-', ' a ')}`;
}

function joinedByNi(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ni ${words.at(-1)}`;
}

const nameOf = (tag: string): string => languageName(tag, 'es');
/** `inglés`, `inglés o español`, of tags. */
const anyLanguage = (tags: readonly string[]): string => OR.format(tags.map(nameOf));
/** `inglés`, `inglés y español`, of tags. */
const allLanguages = (tags: readonly string[]): string => AND.format(tags.map(nameOf));
/** After a `no`: `inglés`, `inglés ni español`, of tags. */
const noLanguage = (tags: readonly string[]): string => joinedByNi(tags.map(nameOf));

/**
 * How Spanish words codes and lists of them.
 *
 * @param names words for codes that are in no vocabulary, by code
 */
export function spanishWith(names: Readonly<Record<string, string>>) {
  const words: Readonly<Record<string, string>> = { ...APPROACH_NAMES.es, ...LABELS_ES, ...names };
  /** The Spanish word for a code. A code without one is shown in its own words. */
  const label = (code: string): string => words[code] ?? code.replaceAll('-', ' ').replaceAll('_', ' ');
  /** `a`, `a o b`, `a, b o c`. */
  const anyOf = (codes: readonly string[]): string => OR.format(codes.map(label));
  /** `a`, `a y b`, `a, b y c`. */
  const allOf = (codes: readonly string[]): string => AND.format(codes.map(label));
  /** After a `no`: `a`, `a ni b`, `a, b ni c`. */
  const noneOf = (codes: readonly string[]): string => joinedByNi(codes.map(label));
  return {
    label,
    anyOf,
    allOf,
    noneOf,
    anyLanguage,
    allLanguages,
    noLanguage,
    and: (several: readonly string[]) => AND.format(several),
    or: (several: readonly string[]) => OR.format(several),
    session,
  };
}
