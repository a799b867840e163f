import type { Payer, PricePeriod } from '../../vocabulary/payment.js';
import type { Funding } from '../../vocabulary/services.js';
import type { WordTable } from './word.js';

export const PAYER_WORDS = {
  en: {
    medicaid: 'Public insurance for people with low income; each state has its own name for it.',
    medicare: 'Public insurance for people of 65 and over, and for some with a disability.',
    private: 'Insurance from an employer, a union or the marketplace.',
    military: 'Federal insurance for service members, veterans and their families, such as TRICARE.',
    tricare: 'Federal insurance for service members, retired members and their families.',
    champva: 'Federal insurance for families of some veterans.',
    va: [null, 'Care that Veterans Affairs pays for, for an enrolled veteran.', 'Veterans Affairs'],
    state: [null, 'A health plan that a state pays for and that is not Medicaid.', 'State insurance'],
    tribal: [null, 'Money of the Indian Health Service, of a tribe or of an urban Indian organization.', 'Tribal or IHS'],
    'self-pay': 'The person pays, in cash or by card.',
    'sliding-fee': ['Sliding fee', 'The person pays, and the fee depends on income.'],
    free: ['Free', 'Care without any payment.'],
  },
  es: {
    medicaid: 'Seguro público para personas con bajos ingresos; cada estado le da su propio nombre.',
    medicare: 'Seguro público para personas de 65 años o más y para algunas con discapacidad.',
    private: 'Seguro de un empleador, de un sindicato o del mercado de seguros.',
    military: 'Seguro federal para militares, veteranos y sus familias, como TRICARE.',
    tricare: 'Seguro federal para militares, militares retirados y sus familias.',
    champva: 'Seguro federal para familias de algunos veteranos.',
    va: [null, 'Atención que paga Asuntos de Veteranos, para un veterano inscrito.', 'Asuntos Veteranos'],
    state: [null, 'Un plan de salud que paga el estado y que no es Medicaid.', 'Seguro estatal'],
    tribal: [null, 'Fondos del Servicio de Salud Indígena, de una tribu o de una organización indígena urbana.', 'Tribal o IHS'],
    'self-pay': [null, 'Paga la persona, en efectivo o con tarjeta.', 'Pago directo'],
    'sliding-fee': [null, 'Paga la persona, y la tarifa depende de sus ingresos.', 'Según ingresos'],
    free: [null, 'Atención sin ningún pago.', 'Gratis'],
  },
} satisfies WordTable<Payer>; // prettier-ignore

export const PRICE_PERIOD_WORDS = {
  en: {
    session: ['Per session', 'The price of one session.'],
    day: ['Per day', 'The price of one day.'],
    week: ['Per week', 'The price of one week.'],
    month: ['Per month', 'The price of one month.'],
    stay: ['Per stay', 'The price of the whole stay.'],
  },
  es: {
    session: ['Por sesión', 'El precio de una sesión.'],
    day: ['Por día', 'El precio de un día.'],
    week: ['Por semana', 'El precio de una semana.'],
    month: ['Por mes', 'El precio de un mes.'],
    stay: ['Por estadía', 'El precio de toda la estadía.'],
  },
} satisfies WordTable<PricePeriod>;

export const FUNDING_WORDS = {
  en: {
    'government-funding': ['Government funding', 'The program receives public money.', 'Public money'],
    'block-grant': ['Federal block grant', 'The program receives money of a federal block grant.', 'Block grant'],
  },
  es: {
    'government-funding': [null, 'El programa recibe dinero público.', 'Fondos públicos'],
    'block-grant': ['Subvención federal en bloque', 'El programa recibe dinero de una subvención federal en bloque.', 'Subvención federal'],
  },
} satisfies WordTable<Funding>; // prettier-ignore
