import type { ConstraintCode, CriterionCode } from '../../matching/codes.js';
import type { QualitySign } from '../../evidence/quality-signs.js';
import type { LevelOfCare } from '../../vocabulary/levels-of-care.js';
import type { Goal, WithdrawalSetting, Wish } from '../../vocabulary/services.js';
import type { ComponentCode, LabelCode, PartCode } from '../label-code.js';
import { spanishWith } from '../labels.es.js';
import type { LevelFamily } from './few-levels.js';

const LEVELS = {
  early: 'ayuda temprana',
  monitoring: 'visitas de control',
  op: 'citas de tratamiento',
  'op-med': 'visitas con personal médico',
  iop: 'atención varios días por semana',
  php: 'un programa de día',
  'php-med': 'un programa de día con personal médico',
  'res-low': 'un lugar donde vivir con tratamiento de medio tiempo',
  'res-high': 'un lugar donde vivir con tratamiento de tiempo completo',
  'res-med': 'un lugar donde vivir con personal médico',
  hosp: 'una estadía en el hospital',
} satisfies Record<LevelOfCare, string>;

const LEVEL_FAMILIES = {
  'level-visits': 'tratamiento con visitas',
  'level-day': 'un programa de día',
  'level-stay': 'un lugar donde vivir',
  'level-hospital': 'una estadía en el hospital',
} satisfies Record<LevelFamily, string>;

/** After "Trata la abstinencia". */
const WITHDRAWAL_SETTINGS = {
  ambulatory: 'con visitas',
  residential: 'en un lugar donde se vive',
  hospital: 'en un hospital',
} satisfies Record<WithdrawalSetting, string>;

const COMPONENTS = {
  medication: 'medicinas',
  psychosocial: 'terapia',
  'contingency-management': 'premios por los avances',
  'overdose-prevention': 'ayuda contra la sobredosis',
  taper: 'bajar la dosis poco a poco',
  'mutual-help': 'grupos de ayuda mutua',
  'continuing-care': 'ayuda después del tratamiento',
  peers: 'apoyo de personas en recuperación',
  engagement: 'ayuda para empezar',
  'family-support': 'apoyo a la familia',
} satisfies Record<ComponentCode, string>;

const SIGNS = {
  'outside-inspection': 'control de calidad de fuera',
  'choice-of-medication': 'varias medicinas para elegir',
  'infection-tests': 'pruebas de hepatitis C y VIH',
  'mental-health-together': 'atención de la salud mental',
  'family-included': 'consejería con la familia',
  'full-assessment': 'una primera evaluación completa',
  'medical-examination': 'un examen médico',
} satisfies Record<QualitySign, string>;

const PARTS = {
  craft: 'CRAFT',
  'motivational-interviewing': 'charlas que ayudan a decidir',
  'low-threshold-start': 'empezar el mismo día',
  structure: 'un programa de varios días por semana',
  peers: 'apoyo de personas en recuperación',
  'follow-up': 'seguimiento más adelante',
  'step-down': 'menos horas más adelante',
  'different-element': 'algo que no se probó antes',
} satisfies Record<PartCode, string>;

const WISHES = {
  'faith-based': 'una base en la fe',
  secular: 'un programa sin religión',
  'women-only': 'un programa solo para mujeres',
  'men-only': 'un programa solo para hombres',
  'one-to-one': 'sesiones a solas',
  group: 'sesiones en grupo',
  'lgbtq-affirming': 'apoyo a personas LGBTQ',
  'goal-abstinence': 'la meta de no consumir nada',
  'goal-reduction': 'la meta de consumir menos',
} satisfies Record<Wish | `goal-${Goal}`, string>;

/** What a rule looks for, in a list of what a program has or does not have. */
const RULES = {
  suitable_approach: 'un tratamiento que se recomienda',
  withdrawal_cover: 'ayuda con la abstinencia',
  pregnancy_care: 'atención en el embarazo',
  co_occurring_care: 'atención de la salud mental',
  offers_medication: 'la medicina que hace falta',
  medication_continuity: 'seguir con la misma medicina',
  treats_condition: 'tratamiento de este problema',
  level_floor: 'suficiente atención',
  level_of_care: 'el tipo de atención que conviene',
  within_distance: 'un lugar cercano',
  modality: 'el tipo de visitas que se pidió',
  can_keep_working: 'atención que deja tiempo para el trabajo',
  cares_while_parenting: 'ayuda con los hijos',
  payment: 'una forma de pagar',
  eligibility: 'un lugar abierto a esta persona',
  age: 'atención para esta edad',
  gender: 'atención para este género',
  language: 'el idioma que se pidió',
  population: 'ayuda para el grupo que se pidió',
  starts_within: 'empezar a tiempo',
  accessible: 'el acceso que hace falta',
  not_excluded: 'un lugar que no se descartó',
  not_a_repeat: 'un lugar que no se probó antes',
  safe_to_invite: 'ayuda que cuida la seguridad de todos',
  teaches_craft: 'CRAFT',
  evidence: 'atención con respaldo de estudios',
  quality: 'señales de buena atención',
  level_of_care_fit: 'la atención justa',
  cost: 'costo',
  distance: 'distancia',
  access_speed: 'empezar pronto',
  schedule_fit: 'horas que convienen',
  preferences: 'lo que se deseaba',
  engagement: 'ayuda para empezar',
  continuity: 'ayuda después del tratamiento',
  trust: 'lo seguros que son los datos',
} satisfies Record<ConstraintCode | CriterionCode, string>;

/** Other words that a person may stumble on. */
const OTHERS = {
  moud: 'medicinas para el consumo de opioides',
  telehealth: 'visitas por teléfono o video',
  'in-person': 'visitas en persona',
  prescribed: 'con receta de allí',
  here: 'allí mismo',
  'in-network': 'por alguien con quien trabaja',
  'by-contract': 'por alguien con quien tiene un contrato',
  'self-pay': 'pago sin seguro',
  'sliding-fee': 'un precio según los ingresos',
  'transition-age-young-adults': 'jóvenes que empiezan su vida adulta',
  'pregnant-postpartum': 'embarazadas y madres con un recién nacido',
  'active-duty': 'personas que sirven en las fuerzas armadas',
  'criminal-justice': 'personas con casos en la corte o en prisión',
  'sexual-abuse-survivors': 'personas que sufrieron abuso sexual',
  'domestic-violence': 'personas que han vivido violencia en casa',
  aftercare: 'ayuda después del tratamiento',
  dui: 'personas con un cargo por manejar tras beber o consumir',
  'co-occurring-mental': 'personas que también tienen una enfermedad mental',
  'co-occurring-pain': 'personas que también tienen dolor',
  'non-nicotine-cessation': 'medicinas para dejar de fumar',
} satisfies Partial<Record<LabelCode, string>>;

/** How Spanish words codes for the person. A code that is plain already keeps its label. Our own draft, as all Spanish. */
export const PLAIN_SPANISH = spanishWith({
  ...LEVELS,
  ...LEVEL_FAMILIES,
  ...WITHDRAWAL_SETTINGS,
  ...COMPONENTS,
  ...SIGNS,
  ...PARTS,
  ...WISHES,
  ...RULES,
  ...OTHERS,
});
