import type {
  About,
  InstrumentDomain,
  ItemKind,
  SpanishStatus,
  Verification,
} from '../../assessment/instrument.js';
import type { RuleVerification } from '../../assessment/level-of-care-rule.js';
import type { NeedAnswer, NeedQuestionCode } from '../../assessment/need-questions.js';
import type { FlagLevel } from '../../assessment/red-flag.js';
import type { WordTable } from './word.js';

export const FLAG_LEVEL_WORDS = {
  en: {
    emergency: ['Emergency', 'Life may be in danger now.'],
    high: ['Urgent', 'It has to be acted on soon.'],
    caution: ['Caution', 'It has to be kept in mind.'],
  },
  es: {
    emergency: ['Emergencia', 'La vida puede estar en peligro ahora.'],
    high: ['Urgente', 'Hay que actuar pronto.'],
    caution: ['Precaución', 'Hay que tenerlo en cuenta.'],
  },
} satisfies WordTable<FlagLevel>;

export const VERIFICATION_WORDS = {
  en: {
    verified: ['Checked', 'It was checked against its source.'],
    'verified-secondary': ['Checked elsewhere', 'It was checked against another text that cites the source.'],
    'from-memory': ['From memory', 'It was written from memory, and not checked.'],
    convention: ['Our own choice', 'No source says so: it is our own choice.'],
  },
  es: {
    verified: ['Comprobado', 'Se comprobó con su fuente.'],
    'verified-secondary': ['Comprobado en otra parte', 'Se comprobó con otro texto que cita la fuente.', 'Fuente secundaria'],
    'from-memory': ['De memoria', 'Se escribió de memoria y no se comprobó.'],
    convention: ['Decisión propia', 'Ninguna fuente lo dice: es una decisión nuestra.'],
  },
} satisfies WordTable<Verification>; // prettier-ignore

export const SOURCE_SEEN_WORDS = {
  en: {
    yes: ['Source seen', 'The source of the content was seen.'],
    part: ['Source seen in part', 'A part of the source was seen.', 'Seen in part'],
    no: ['Source not seen', 'It was written from memory, and the source was not seen.'],
    convention: ['Our own choice', 'No source says so: it is our own choice.'],
  },
  es: {
    yes: ['Fuente vista', 'Se vio la fuente del contenido.'],
    part: ['Fuente vista en parte', 'Se vio una parte de la fuente.', 'Vista en parte'],
    no: ['Fuente no vista', 'Se escribió de memoria y no se vio la fuente.'],
    convention: ['Decisión propia', 'Ninguna fuente lo dice: es una decisión nuestra.'],
  },
} satisfies WordTable<RuleVerification>;

/** Which sources were read to confirm a line or a resource. */
export const CONFIRMED_BY_WORDS = {
  en: {
    owner: ['Its own website', 'Confirmed on the website of those who run it.'],
    'owner-old-copy': ['Old copy of its website', 'Confirmed on an old copy of the website of those who run it.', 'Old copy'],
    government: ['A government website', 'Confirmed on a website of a government.', 'Government'],
    partner: ['A partner', 'Confirmed on the website of a partner.'],
    secondary: ['Another source', 'Confirmed by another text.'],
    none: ['Not confirmed', 'Confirmed by nothing.'],
  },
  es: {
    owner: ['Su propio sitio web', 'Confirmado en el sitio web de quienes lo dirigen.', 'Su sitio web'],
    'owner-old-copy': ['Copia antigua de su sitio', 'Confirmado en una copia antigua de su sitio web.', 'Copia antigua'],
    government: ['Un sitio del gobierno', 'Confirmado en un sitio web de un gobierno.', 'Gobierno'],
    partner: ['Una organización asociada', 'Confirmado en el sitio web de una organización asociada.', 'Asociada'],
    secondary: ['Otra fuente', 'Confirmado por otro texto.'],
    none: ['Sin confirmar', 'No lo confirma nada.'],
  },
} satisfies WordTable<'owner' | 'owner-old-copy' | 'government' | 'partner' | 'secondary' | 'none'>; // prettier-ignore

export const ITEM_KIND_WORDS = {
  en: {
    choice: ['One answer', 'One of the options.'],
    choices: ['Several answers', 'Any of the options, or none.'],
    integer: ['A whole number', 'A whole number.'],
    text: ['Text', 'Words of the person.'],
  },
  es: {
    choice: ['Una respuesta', 'Una de las opciones.'],
    choices: ['Varias respuestas', 'Cualquiera de las opciones, o ninguna.'],
    integer: ['Un número entero', 'Un número entero.'],
    text: ['Texto', 'Palabras de la persona.'],
  },
} satisfies WordTable<ItemKind>;

export const NEED_ANSWER_WORDS = {
  en: {
    'postal-code': ['ZIP code', 'A ZIP code of five digits.'],
    number: ['A number', 'A number.'],
    integer: ['A whole number', 'A whole number.'],
    choice: ['One answer', 'One of the options.'],
    choices: ['Several answers', 'Any of the options.'],
    'work-hours': ['Work hours', 'Days with the hours of work.'],
    outcomes: ['How it ended', 'How care ended that was tried before.'],
  },
  es: {
    'postal-code': ['Código postal', 'Un código postal de cinco cifras.'],
    number: ['Un número', 'Un número.'],
    integer: ['Un número entero', 'Un número entero.'],
    choice: ['Una respuesta', 'Una de las opciones.'],
    choices: ['Varias respuestas', 'Cualquiera de las opciones.'],
    'work-hours': ['Horario de trabajo', 'Días con las horas de trabajo.'],
    outcomes: ['Cómo terminó', 'Cómo terminó la atención que se probó antes.'],
  },
} satisfies WordTable<NeedAnswer>;

export const NEED_QUESTION_WORDS = {
  en: {
    place: ['Place', 'Where help is looked for.'],
    distance: ['Distance', 'How far one can go.'],
    travel: ['Way to get there', 'How one gets there.'],
    payers: ['Payment', 'How care can be paid for.'],
    work: ['Work', 'Whether work has to go on.'],
    work_hours: ['Work hours', 'When one works.'],
    modalities: ['In person or telehealth', 'How visits should be held.', 'In person or video'],
    languages: ['Languages', 'In which languages one can talk.'],
    age: ['Age', 'Age in years.'],
    gender: ['Gender', 'Used only for programs that serve one gender.'],
    children: ['Children', 'Whether children need care during treatment.'],
    accessibility: ['Accessibility', 'Access that is needed.'],
    tried: ['Tried before', 'Care that was tried before, and how it ended.'],
    goal: ['Goal', 'What the person wants to reach.'],
  },
  es: {
    place: ['Lugar', 'Dónde se busca ayuda.'],
    distance: ['Distancia', 'Qué tan lejos se puede ir.'],
    travel: ['Cómo llegar', 'Cómo se llega.'],
    payers: ['Pago', 'Cómo se puede pagar la atención.'],
    work: ['Trabajo', 'Si hay que seguir trabajando.'],
    work_hours: ['Horario de trabajo', 'Cuándo se trabaja.'],
    modalities: ['En persona o telesalud', 'Cómo deben ser las consultas.', 'Forma de consulta'],
    languages: ['Idiomas', 'En qué idiomas se puede hablar.'],
    age: ['Edad', 'Edad en años.'],
    gender: ['Género', 'Se usa solo para programas que atienden a un género.'],
    children: ['Hijos', 'Si los hijos necesitan cuidado durante el tratamiento.'],
    accessibility: ['Accesibilidad', 'El acceso que se necesita.'],
    tried: ['Lo que se probó', 'La atención que se probó antes, y cómo terminó.'],
    goal: ['Meta', 'Lo que la persona quiere lograr.'],
  },
} satisfies WordTable<NeedQuestionCode>;

export const ABOUT_WORDS = {
  en: {
    answerer: ['The person who answers', 'The question is about the person who answers.', 'Who answers'],
    loved_one: ['The loved one', 'The question is about the loved one.'],
    anyone: ['Anyone there', 'The question is about anyone who is there.'],
  },
  es: {
    answerer: ['La persona que responde', 'La pregunta es sobre la persona que responde.', 'Quien responde'],
    loved_one: ['El ser querido', 'La pregunta es sobre el ser querido.'],
    anyone: ['Cualquier persona', 'La pregunta es sobre cualquier persona que esté ahí.'],
  },
} satisfies WordTable<About>;

export const SPANISH_STATUS_WORDS = {
  en: {
    'own-draft': ['Our own words', 'Our own words, with a Spanish draft of ours.'],
    'english-only': ['English only', 'A published wording without a Spanish form that could be checked.'],
    'no-items': ['Only a total', 'The questions may not be shown; only a total is entered.'],
  },
  es: {
    'own-draft': ['Texto propio', 'Texto nuestro, con un borrador nuestro en español.'],
    'english-only': [
      'Solo en inglés',
      'Un texto publicado sin una forma en español que se pudiera comprobar.',
    ],
    'no-items': ['Solo un total', 'Las preguntas no se pueden mostrar; solo se anota un total.'],
  },
} satisfies WordTable<SpanishStatus>;

export const INSTRUMENT_DOMAIN_WORDS = {
  en: {
    'substance-use': ['Substance use', 'It asks about substance use.'],
    'mental-health': ['Mental health', 'It asks about mental health.'],
    readiness: ['Readiness', 'It asks how ready a person is for change.'],
    family: ['Family', 'It asks about the family.'],
    risks: ['Risks', 'It asks about risks.'],
  },
  es: {
    'substance-use': ['Consumo', 'Pregunta sobre el consumo de sustancias.'],
    'mental-health': ['Salud mental', 'Pregunta sobre la salud mental.'],
    readiness: ['Disposición', 'Pregunta qué tan dispuesta está la persona a cambiar.'],
    family: ['Familia', 'Pregunta sobre la familia.'],
    risks: ['Riesgos', 'Pregunta sobre los riesgos.'],
  },
} satisfies WordTable<InstrumentDomain>;
