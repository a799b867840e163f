import { spanishWith } from './labels.es.js';
import type { ConstraintCode, CriterionCode } from '../matching/codes.js';

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

/**
 * How Spanish words codes, also those of rules. All Spanish sentences use plain words, the person before the disorder,
 * and `ustedes` for the provider who is asked. They are written by us and not yet reviewed by a clinician whose first
 * language is Spanish.
 *
 * The program is the subject throughout, so that nothing has to agree with its name. Names of approaches come from the
 * registry, in English, and stay as they are.
 */
export const SPANISH = spanishWith(RULE_NAMES);
