import { fewLevels } from '../for-person/few-levels.js';
import { whole, wholePrice } from '../for-person/phrases.es.js';
import { PLAIN_SPANISH } from '../for-person/words.es.js';
import { days } from '../phrases.es.js';
import { list, type SentenceTemplate, text } from '../sentence-template.js';
import type { ConstraintCode, RelaxationReason } from '../../matching/codes.js';

const { allOf, anyLanguage, anyOf, label } = PLAIN_SPANISH;

/** What a place has to be asked about where one constraint is open. */
const TOPICS: Readonly<Record<ConstraintCode, string>> = {
  suitable_approach: 'el tipo de atención que dan',
  withdrawal_cover: 'la atención durante la abstinencia',
  pregnancy_care: 'la atención en el embarazo',
  co_occurring_care: 'la atención de la salud mental',
  offers_medication: 'los medicamentos',
  medication_continuity: 'seguir con un medicamento',
  treats_condition: 'qué problemas tratan',
  level_floor: 'cuánta atención dan',
  level_of_care: 'cuánta atención dan',
  within_distance: 'cómo llegar, o las visitas por video',
  modality: 'cómo son las visitas',
  can_keep_working: 'la atención fuera del horario de trabajo',
  cares_while_parenting: 'el cuidado de niños',
  payment: 'el pago',
  eligibility: 'quién puede ir',
  age: 'la edad',
  gender: 'el género',
  language: 'los idiomas',
  population: 'los grupos que atienden',
  starts_within: 'el tiempo de espera',
  accessible: 'la accesibilidad',
  not_excluded: 'lo que se rechazó',
  not_a_repeat: 'un tratamiento anterior allí',
  safe_to_invite: 'la seguridad en casa',
  teaches_craft: 'CRAFT',
};

/** What a change of the request would show in addition, in Spanish. Our own draft, see `spanish.ts`. */
export const RELAXATIONS_ES: Readonly<Record<RelaxationReason, SentenceTemplate>> = {
  'relax.distance': (v) => `Ver también lugares que están a ${whole(v.max, v)} o menos`,
  'relax.telehealth_too': 'Ver también atención por teléfono o video',
  'relax.in_person_too': 'Ver también lugares a los que se va en persona',
  'relax.any_modality': 'Ver también lugares con cualquier tipo de visita',
  'relax.level': (v) => `Ver también ${label(text(v.level))}`,
  'relax.stated_levels': (v) => `Ver también ${anyOf(fewLevels(v.levels))}, que el clínico no nombró`,
  'relax.accepted_levels': (v) => `Ver también ${anyOf(fewLevels(v.levels))}, que el clínico también nombró`,
  'relax.budget': (v) => `Ver también lugares que cuestan hasta ${wholePrice(v)}`,
  'relax.sliding_fee': 'Ver también lugares que cobran según los ingresos',
  'relax.wait': (v) => `Ver también lugares con una espera de hasta ${days(v.days)}`,
  'relax.can_keep_working': 'Ver también lugares que no se ajustan al horario de trabajo',
  'relax.cares_while_parenting': 'Ver también lugares sin cuidado de niños',
  'relax.language': (v) => `Ver también lugares sin consejería en ${anyLanguage(list(v.languages))}`,
  'relax.population': (v) => `Ver también lugares sin nada solo para ${allOf(list(v.populations))}`,
  'relax.accessible': (v) => `Ver también lugares sin ${allOf(list(v.accessibility))}`,
  'relax.teaches_craft': 'Ver también lugares que no enseñan CRAFT',
  'relax.unconfirmed': (v) =>
    `Ver también lugares a los que hay que llamar antes para preguntar por ${TOPICS[v.constraint as ConstraintCode]}`,
};
