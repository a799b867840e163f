import { SPANISH } from '../spanish.js';
import { list, number, text, type SentenceTemplate } from '../sentence-template.js';
import type { CriterionReason } from '../../matching/codes.js';
import { absences, away, clocks, earned, far, firstAppointment, parts, price } from './phrases.es.js';

const { allOf, label, noneOf } = SPANISH;

/** Spanish sentences of what a criterion counts, for a professional. Our own draft, see `spanish.ts`. */
export const CRITERIA_FOR_PROFESSIONAL_ES: Readonly<Record<CriterionReason, SentenceTemplate>> = {
  'evidence.earned': (v) =>
    [`Se obtiene por ${list(v.earned).map(earned).join('; ')}.`, ...absences(v)].join(' '),
  'evidence.unknown': (v) => absences(v).join(' '),
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
  'access_speed.wait': firstAppointment,
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
};
