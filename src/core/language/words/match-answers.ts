import type {
  CareElement,
  ClientQuestion,
  HistoryOutcome,
  Purpose,
  Strictness,
} from '../../matching/codes.js';
import type { EvidenceBand } from '../../matching/evidence-summary.js';
import type { TravelMode } from '../../matching/facts/travel.js';
import type { Tier } from '../../matching/ranking.js';
import type { Outcome } from '../../matching/verdict.js';
import type { Decider } from '../../matching/what-decides.js';
import type { WordTable } from './word.js';

export const PURPOSE_WORDS = {
  en: {
    treatment: ['Treatment', 'Programs that treat the person.'],
    family_engagement: ['Help for the family', 'Programs that help the family, and help it to invite the loved one.', 'Family help'],
    recovery_support: ['Support in recovery', 'What supports recovery beside and after treatment.', 'Recovery support'],
  },
  es: {
    treatment: ['Tratamiento', 'Programas que tratan a la persona.'],
    family_engagement: ['Ayuda para la familia', 'Programas que ayudan a la familia y a invitar al ser querido.', 'Para la familia'],
    recovery_support: ['Apoyo en la recuperación', 'Lo que apoya la recuperación junto al tratamiento y después.', 'Recuperación'],
  },
} satisfies WordTable<Purpose>; // prettier-ignore

export const TIER_WORDS = {
  en: {
    meets_all: ['Meets everything', 'It is known to meet everything that was asked for.'],
    confirm_first: ['Confirm first', 'Something that was asked for is not known: call and ask first.'],
  },
  es: {
    meets_all: ['Cumple con todo', 'Se sabe que cumple con todo lo que se pidió.'],
    confirm_first: ['Confirmar primero', 'Algo de lo que se pidió no se sabe: llame y pregunte primero.'],
  },
} satisfies WordTable<Tier>;

/** After clinical/quality-signs.md §7: never the best, never a rank. */
export const EVIDENCE_BAND_WORDS = {
  en: {
    strong: ['Strong, and confirmed', 'What matters most is given on site, and somebody else has confirmed it.', 'Strong, confirmed'],
    good: ['Good, by its own word', 'The program reports what matters most, and half of the essentials or more.', 'Good by its word'],
    partly: ['In part', 'The program reports some of the essentials, or a part of one.'],
    'little-reported': ['Little is reported', 'The program reports none of the essentials, and does not say no to all.', 'Little reported'],
    none: ['Says that it has none', 'The program says no to all of the essentials.', 'Says none'],
  },
  es: {
    strong: ['Sólido, y confirmado', 'Lo que más importa se da allí mismo, y otra persona lo ha confirmado.', 'Sólido, confirmado'],
    good: ['Bueno, según dice', 'El programa informa lo que más importa, y la mitad de los puntos esenciales o más.', 'Bueno, según dice'],
    partly: ['En parte', 'El programa informa algunos de los puntos esenciales, o una parte de uno.'],
    'little-reported': ['Se informa poco', 'El programa no informa ninguno de los puntos esenciales, y no dice que no a todos.'],
    none: ['Dice que no los tiene', 'El programa dice que no a todos los puntos esenciales.', 'Dice que no'],
  },
} satisfies WordTable<EvidenceBand>; // prettier-ignore

export const VERDICT_WORDS = {
  en: {
    meets: ['Yes', 'It is known to be so.'],
    fails: ['No', 'It is known not to be so.'],
    unknown: ['Not known', 'It is not known: ask.'],
  },
  es: {
    meets: ['Sí', 'Se sabe que es así.'],
    fails: ['No', 'Se sabe que no es así.'],
    unknown: ['No se sabe', 'No se sabe: hay que preguntar.'],
  },
} satisfies WordTable<Outcome>;

export const STRICTNESS_WORDS = {
  en: {
    confirmed: ['Must be known', 'Only programs that are known to meet it are listed.'],
    preferred: ['A wish', 'It counts in the order, and excludes no program.'],
  },
  es: {
    confirmed: ['Tiene que constar', 'Solo se muestran programas que se sabe que lo cumplen.'],
    preferred: ['Un deseo', 'Cuenta en el orden y no excluye ningún programa.'],
  },
} satisfies WordTable<Strictness>;

export const HISTORY_OUTCOME_WORDS = {
  en: {
    completed_then_relapsed: ['Completed, then relapsed', 'The person completed the program and used again later.', 'Relapsed later'],
    dropped_out: ['Left early', 'The person left before the program ended.'],
    helped: ['Helped', 'The program helped the person.'],
  },
  es: {
    completed_then_relapsed: [null, 'La persona completó el programa y después volvió a consumir.', 'Recayó después'],
    dropped_out: [null, 'La persona se fue antes de que el programa terminara.', 'Lo dejó antes'],
    helped: 'El programa ayudó a la persona.',
  },
} satisfies WordTable<HistoryOutcome>; // prettier-ignore

export const CARE_ELEMENT_WORDS = {
  en: {
    medication: ['Medication', 'Medication for the condition.'],
    'contingency-management': ['Rewards for goals', 'Rewards when a test or a visit goes well (contingency management).'],
    'recovery-check-ups': ['Check-ups afterwards', 'Regular check-ups after treatment.', 'Check-ups'],
    family: ['Help for the family', 'The family takes part, or gets help of its own.', 'Family help'],
  },
  es: {
    medication: ['Medicamentos', 'Medicamentos para el problema.'],
    'contingency-management': ['Premios por metas', 'Premios cuando una prueba o una cita va bien (manejo de contingencias).'],
    'recovery-check-ups': ['Chequeos después', 'Chequeos regulares después del tratamiento.'],
    family: ['Ayuda para la familia', 'La familia participa o recibe ayuda propia.', 'Para la familia'],
  },
} satisfies WordTable<CareElement>; // prettier-ignore

export const CLIENT_QUESTION_WORDS = {
  en: {
    gender: ['Gender', 'Some programs serve one gender.'],
    service: ['Military service', 'Some programs are for veterans or the military.'],
    tribal: ['Indian Health Service', 'Some programs are for people who may use the Indian Health Service.', 'IHS'],
    state: ['State', 'Telehealth depends on the state where the person is.'],
  },
  es: {
    gender: ['Género', 'Algunos programas atienden a un solo género.'],
    service: ['Servicio militar', 'Algunos programas son para veteranos o militares.'],
    tribal: ['Servicio de Salud Indígena', 'Algunos programas son para quienes pueden usar el Servicio de Salud Indígena.', 'IHS'],
    state: ['Estado', 'La telesalud depende del estado donde está la persona.'],
  },
} satisfies WordTable<ClientQuestion>; // prettier-ignore

export const DECIDER_WORDS = {
  en: {
    match: ['Only one is a match', 'One meets what was asked for, the other does not.', 'Only one fits'],
    leads: ['Goes first', 'What is needed first puts one before the other.'],
    tier: ['Known to meet everything', 'One is known to meet everything, of the other something is not known.', 'Meets everything'],
    safety_open: ['Question of safety', 'A question of safety is open for one of them.', 'Safety'],
    reach_open: ['Within reach', 'One is known to be within the distance.'],
    score: ['Score', 'One has the higher score.'],
    known_weight: ['More is known', 'More of what counts is known of one.'],
    distance: ['Distance', 'One is nearer.'],
    id: ['They are level', 'Nothing tells them apart, and their order means nothing.'],
  },
  es: {
    match: ['Solo uno cumple', 'Uno cumple con lo que se pidió; el otro no.'],
    leads: ['Va primero', 'Lo que se necesita primero pone uno antes del otro.'],
    tier: ['Se sabe que cumple con todo', 'De uno se sabe que cumple con todo; del otro falta saber algo.', 'Cumple con todo'],
    safety_open: ['Pregunta de seguridad', 'Hay una pregunta de seguridad abierta sobre uno de ellos.', 'Seguridad'],
    reach_open: ['Dentro de la distancia', 'De uno se sabe que está dentro de la distancia.', 'Más cerca'],
    score: ['Puntuación', 'Uno tiene la puntuación más alta.'],
    known_weight: ['Se sabe más', 'De uno se sabe más de lo que cuenta.'],
    distance: ['Distancia', 'Uno está más cerca.'],
    id: ['Iguales', 'Nada los distingue y su orden no significa nada.'],
  },
} satisfies WordTable<Decider>; // prettier-ignore

export const TRAVEL_MODE_WORDS = {
  en: {
    drive: ['By car', 'The person drives or is driven.'],
    transit: ['By public transit', 'The person takes the bus or the train.'],
    bike: ['By bicycle', 'The person rides a bicycle.'],
    walk: ['On foot', 'The person walks.'],
  },
  es: {
    drive: ['En auto', 'La persona maneja o alguien la lleva.'],
    transit: ['En transporte público', 'La persona toma el autobús o el tren.', 'Transporte público'],
    bike: ['En bicicleta', 'La persona va en bicicleta.'],
    walk: ['A pie', 'La persona camina.'],
  },
} satisfies WordTable<TravelMode>;

export const TRAVEL_BASIS_WORDS = {
  en: {
    estimate: ['Estimate', 'The time is estimated from the distance.'],
    route: ['Route', 'The time is that of a route on the road.'],
  },
  es: {
    estimate: ['Cálculo aproximado', 'El tiempo se calcula según la distancia.', 'Aproximado'],
    route: ['Ruta', 'El tiempo es el de una ruta por carretera.'],
  },
} satisfies WordTable<'estimate' | 'route'>;

export const UNIT_WORDS = {
  en: {
    mi: ['Miles', 'Sentences say distances in miles.'],
    km: ['Kilometers', 'Sentences say distances in kilometers.'],
    years: ['Years', 'The number is a number of years.'],
  },
  es: {
    mi: ['Millas', 'Las frases dan las distancias en millas.'],
    km: ['Kilómetros', 'Las frases dan las distancias en kilómetros.'],
    years: ['Años', 'El número es un número de años.'],
  },
} satisfies WordTable<'mi' | 'km' | 'years'>;

export const SORT_WORDS = {
  en: {
    relevance: ['Best fit of the words', 'Programs whose texts fit the words come first.', 'Best fit'],
    distance: ['Distance', 'The nearest come first.'],
    evidence: ['Evidence', 'Those with the strongest evidence come first.'],
    name: ['Name', 'By name, from A to Z.'],
  },
  es: {
    relevance: [
      'Mejor coincidencia',
      'Primero los programas cuyos textos coinciden con las palabras.',
      'Coincidencia',
    ],
    distance: ['Distancia', 'Primero los más cercanos.'],
    evidence: ['Evidencia', 'Primero los que tienen la evidencia más fuerte.'],
    name: ['Nombre', 'Por nombre, de la A a la Z.'],
  },
} satisfies WordTable<'relevance' | 'distance' | 'evidence' | 'name'>;
