import type { PlanPart, PlanReader, PlanSheet } from '../../plans/plan-item.js';
import type { Language } from '../../vocabulary/languages.js';
import type { WordTable } from './word.js';

/** A part of a plan: its title, and what it is about. */
export const PLAN_PART_WORDS = {
  en: {
    safety: ['Safety first', 'What comes before all other steps.'],
    overdose: ['Overdose', 'How to see an overdose, what to do, and how to keep it from happening.'],
    engage: ['Talking about change', 'What to ask and how to listen.', 'Talking'],
    'not-ready': ['Not ready yet', 'What helps while the person has not decided.'],
    family: ['For the family', 'What a family can do, step by step.'],
    teen: ['Young people', 'What matters for a person under 18.'],
    before: ['Before the first visit', 'What to bring, how to get there, what to expect.', 'Before the visit'],
    call: ['The call', 'What to say and ask on the phone.'],
    work: ['Work', 'Rights and help at the job.'],
    consent: ['Who may know', 'Consent to share records, in plain words.'],
    'first-week': ['The first week', 'What to ask and do in the first days of care.'],
    medication: ['Medicine', 'What to ask about medicine, and how to stay on it.'],
    accompany: ['Going along', 'Who comes along, and what they do.'],
    contacts: ['Staying in touch', 'When the coach calls, and what to ask.'],
    'relapse-plan': ['If use comes back', 'Signs, people to call, and what to do.'],
    'after-lapse': ['After a slip', 'The first hour, the first day, and what to learn.'],
    'after-release': ['After jail or prison', 'The first days after release.', 'After release'],
    'mutual-help': ['Mutual help', 'Groups of more than one kind.'],
    'check-ups': ['Check-ups', 'Looking at how things go, every three months.'],
    never: ['Never say', 'Words and promises to avoid.'],
  },
  es: {
    safety: ['Primero la seguridad', 'Lo que va antes de todo lo demás.', 'Seguridad'],
    overdose: ['Sobredosis', 'Cómo reconocer una sobredosis, qué hacer y cómo evitarla.'],
    engage: ['Hablar del cambio', 'Qué preguntar y cómo escuchar.'],
    'not-ready': ['Todavía no', 'Lo que ayuda mientras la persona no se ha decidido.'],
    family: ['Para la familia', 'Lo que puede hacer una familia, paso a paso.'],
    teen: ['Jóvenes', 'Lo que importa cuando la persona tiene menos de 18 años.'],
    before: ['Antes de la primera cita', 'Qué llevar, cómo llegar, qué esperar.', 'Antes de la cita'],
    call: ['La llamada', 'Qué decir y preguntar por teléfono.'],
    work: ['El trabajo', 'Derechos y ayuda en el trabajo.'],
    consent: ['Quién puede saber', 'El permiso para compartir datos, en palabras sencillas.'],
    'first-week': ['La primera semana', 'Qué preguntar y hacer en los primeros días.'],
    medication: ['La medicina', 'Qué preguntar sobre la medicina y cómo seguir con ella.'],
    accompany: ['Ir con alguien', 'Quién acompaña y qué hace.'],
    contacts: ['Seguir en contacto', 'Cuándo llama el acompañante y qué pregunta.'],
    'relapse-plan': ['Si vuelve a consumir', 'Señales, personas a quienes llamar y qué hacer.', 'Si vuelve'],
    'after-lapse': ['Después de una recaída', 'La primera hora, el primer día y qué aprender.', 'Tras una recaída'],
    'after-release': ['Al salir de la cárcel', 'Los primeros días después de salir.', 'Tras la cárcel'],
    'mutual-help': ['Ayuda mutua', 'Grupos de más de un tipo.'],
    'check-ups': ['Revisiones', 'Ver cómo va todo, cada tres meses.'],
    never: ['Nunca diga', 'Palabras y promesas que hay que evitar.'],
  },
} satisfies Readonly<Record<Language, Readonly<Record<PlanPart, readonly [string, string, string?]>>>>; // prettier-ignore

export const PLAN_READER_WORDS = {
  en: {
    person: ['The person', 'The person who may get care.'],
    family: ['The family', 'A family member who asks for a loved one.'],
    coach: ['The coach', 'The coach or helper beside them.'],
  },
  es: {
    person: ['La persona', 'La persona que puede recibir atención.'],
    family: ['La familia', 'Un familiar que pregunta por un ser querido.'],
    coach: ['El acompañante', 'Quien acompaña y ayuda.'],
  },
} satisfies WordTable<PlanReader>;

export const PLAN_SHEET_WORDS = {
  en: {
    now: ['Now', 'The first page.'],
    later: ['Later', 'The second page, for after the first week.'],
    rights: ['Rights', 'Work and consent.'],
    coach: ['For the coach', 'Never printed for the person or the family.'],
  },
  es: {
    now: ['Ahora', 'La primera página.'],
    later: ['Después', 'La segunda página, para después de la primera semana.'],
    rights: ['Derechos', 'El trabajo y el permiso.'],
    coach: ['Para quien acompaña', 'Nunca se imprime para la persona ni la familia.', 'Quien acompaña'],
  },
} satisfies WordTable<PlanSheet>;
