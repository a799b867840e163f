import { approachInSpanish } from '../words/approach-names.js';
import { list, number, type SentenceTemplate, text } from '../sentence-template.js';
import type { CriterionReason } from '../../matching/codes.js';
import type { Freshness } from '../../directory/shelf-life.js';
import type { Standing } from '../../directory/source-record.js';
import { about, firstVisit, has, itsDistance, maybeOtherZone, wholePrice, wished } from './phrases.es.js';
import { kindsOfCare, type KindWords } from './kinds-of-care.js';
import { PLAIN_SPANISH } from './words.es.js';

const { allOf, label, noneOf } = PLAIN_SPANISH;

const REPORTED: Readonly<Record<Standing, string>> = {
  verified: 'Por lo menos algunos de estos datos se verificaron.',
  attested: 'El programa firmó por lo menos algunos de estos datos.',
  confirmed: 'Una llamada confirmó por lo menos algunos de estos datos.',
  'self-reported': 'El propio programa dio estos datos.',
};
const AGE: Readonly<Record<Freshness, string>> = {
  fresh: 'Son del último año.',
  ageing: 'Tienen más de un año.',
  stale: 'Tienen más de dos años.',
};

const hoursOutsideWork = (percent: number): string => {
  if (percent === 0) return 'Ninguna de las horas que conocemos está fuera del horario de trabajo.';
  if (percent === 100) return 'Todas las horas que conocemos están fuera del horario de trabajo.';
  return `De las horas que conocemos, el ${percent}% está fuera del horario de trabajo.`;
};
const daysOutsideWork = (percent: number): string => {
  if (percent === 0) return 'En ningún día que conocemos se puede ir fuera del horario de trabajo.';
  if (percent === 100) return 'Todos los días que conocemos se puede ir fuera del horario de trabajo.';
  return `En el ${percent}% de los días que conocemos se puede ir fuera del horario de trabajo.`;
};

const KINDS: KindWords = {
  words: PLAIN_SPANISH,
  approach: approachInSpanish,
  kindFor: (kind, purpose) => `${kind} para problemas con ${purpose}`,
  earned: (names) => `Ofrece ${names}.`,
  missing: (kinds) => `No sabemos si ofrece ${kinds}.`,
  unlisted: (kinds) => `No nombró ${kinds}.`,
  declined: (kinds) => `Dice que no ofrece ${kinds}.`,
};

/** Spanish sentences of what a criterion counts, for the person. Our own draft, see `spanish.ts`. */
export const CRITERIA_FOR_PERSON_ES: Readonly<Record<CriterionReason, SentenceTemplate>> = {
  'evidence.earned': (v) => kindsOfCare(v, KINDS),
  'evidence.unknown': (v) => kindsOfCare(v, KINDS),
  'quality.signs': has,
  'level_of_care_fit.offers': (v) => `Lo más cercano a lo que hace falta: ${label(text(v.level))}.`,
  'level_of_care_fit.unknown': 'No sabemos qué tipos de atención ofrece.',
  'cost.free': 'No cobra por la atención.',
  'cost.covered': (v) => `Acepta ${allOf(list(v.payers))}.`,
  'cost.within_budget': (v) => `Cuesta ${wholePrice(v)}.`,
  'cost.sliding_fee': 'El precio depende de los ingresos. No sabemos cuánto es.',
  'cost.assistance': 'Puede ayudar a pagar. No sabemos con cuánto.',
  'cost.over_budget': (v) => `Cuesta ${wholePrice(v)}. Es más que el límite que se fijó.`,
  'cost.not_covered': (v) => `No acepta ${noneOf(list(v.payers))}.`,
  'cost.unknown': 'No sabemos cuánto costaría.',
  'distance.meters': itsDistance,
  'distance.telehealth': 'La atención es por teléfono o video.',
  'distance.both': (v) => `La atención es por teléfono o video. El lugar mismo está a ${about(v.meters, v)}.`,
  'distance.unknown': 'No sabemos qué tan lejos está.',
  'access_speed.same_day': 'Se puede empezar el mismo día.',
  'access_speed.wait': firstVisit,
  'access_speed.unknown': 'No sabemos cuánto hay que esperar.',
  'schedule_fit.sessions': (v) => `${hoursOutsideWork(number(v.percent))}${maybeOtherZone(v)}`,
  'schedule_fit.visits': (v) => `${daysOutsideWork(number(v.percent))}${maybeOtherZone(v)}`,
  'schedule_fit.telehealth': 'La atención es por teléfono o video. No sabemos el horario.',
  'schedule_fit.unknown': 'No sabemos su horario.',
  'preferences.features': wished,
  'engagement.parts': has,
  'engagement.unknown': 'No sabemos cómo ayuda a las personas a empezar.',
  'engagement.ready': 'No hace falta más ayuda para empezar.',
  'continuity.parts': has,
  'continuity.unknown': 'No sabemos qué ayuda hay después del tratamiento.',
  'continuity.helped_before': 'Ya ayudó antes.',
  'continuity.same_again':
    'Es el mismo grupo con el mismo tipo de atención que antes. Esa atención terminó antes de tiempo, o el consumo volvió.',
  'trust.record': (v) =>
    [
      REPORTED[v.standing as Standing],
      AGE[v.freshness as Freshness],
      ...(list(v.accreditations).length > 0
        ? [`Alguien de fuera lo aprobó: ${allOf(list(v.accreditations))}.`]
        : []),
      ...(list(v.licenses).length > 0 ? ['Tiene licencia.'] : []),
    ].join(' '),
};
