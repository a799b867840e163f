import type { WordTable } from './word.js';

export const INSTRUMENT_KIND_WORDS = {
  en: {
    screen: ['Screening', 'It has a score.'],
    'conversation-guide': ['Conversation guide', 'It has no score; its answers inform the rules.'],
  },
  es: {
    screen: ['Cuestionario', 'Tiene una puntuación.'],
    'conversation-guide': [
      'Guía de conversación',
      'No tiene puntuación; sus respuestas informan las reglas.',
      'Guía',
    ],
  },
} satisfies WordTable<'screen' | 'conversation-guide'>;

export const ENTRY_WORDS = {
  en: {
    answers: ['By answers', 'The answers to the questions are entered.'],
    'total-only': ['Only the total', 'The questions may not be shown; only the total is entered.'],
    total: ['By its total', 'A total that was counted elsewhere is entered.'],
  },
  es: {
    answers: ['Por respuestas', 'Se anotan las respuestas a las preguntas.'],
    'total-only': ['Solo el total', 'Las preguntas no se pueden mostrar; solo se anota el total.'],
    total: ['Por su total', 'Se anota un total que se contó en otra parte.'],
  },
} satisfies WordTable<'answers' | 'total-only' | 'total'>;

export const RESPONDENT_WORDS = {
  en: {
    person: ['The person', 'The person answers.'],
    family: ['Family', 'A family member answers about themselves.'],
  },
  es: {
    person: ['La persona', 'Responde la persona.'],
    family: ['Familia', 'Un familiar responde sobre sí mismo.'],
  },
} satisfies WordTable<'person' | 'family'>;

export const QUESTION_KIND_WORDS = {
  en: {
    instrument: ['Questionnaire', 'Questions of an instrument.'],
    need: ['What is needed', 'A question about what a match needs to know.'],
  },
  es: {
    instrument: ['Cuestionario', 'Preguntas de un cuestionario.'],
    need: ['Lo que se necesita', 'Una pregunta sobre lo que hay que saber para buscar.'],
  },
} satisfies WordTable<'instrument' | 'need'>;

export const BASIS_WORDS = {
  en: {
    professional: ['Professional', 'A professional judged it.'],
    screen: ['Screening', 'A screening points to it; it is not a diagnosis.'],
    'family-report': ['Family report', 'A family member reported it.'],
  },
  es: {
    professional: ['Profesional', 'Lo evaluó un profesional.'],
    screen: ['Cuestionario', 'Un cuestionario lo señala; no es un diagnóstico.'],
    'family-report': ['Según la familia', 'Lo informó un familiar.'],
  },
} satisfies WordTable<'professional' | 'screen' | 'family-report'>;

export const SCREEN_STATUS_WORDS = {
  en: {
    complete: ['Complete', 'All questions that count are answered.'],
    incomplete: ['Incomplete', 'Some questions that count are not answered.'],
    unscored: ['No score', 'The instrument has no score.'],
  },
  es: {
    complete: ['Completo', 'Se respondieron todas las preguntas que cuentan.'],
    incomplete: ['Incompleto', 'Faltan algunas preguntas que cuentan.'],
    unscored: ['Sin puntuación', 'El cuestionario no tiene puntuación.'],
  },
} satisfies WordTable<'complete' | 'incomplete' | 'unscored'>;

export const VIOLENCE_CHECK_WORDS = {
  en: {
    'not-asked': ['Not asked', 'Whether anyone is hurt or afraid was not asked.'],
    safe: ['Safe', 'No one is hurt or afraid.'],
    unsafe: ['Not safe', 'Someone is hurt or afraid.'],
  },
  es: {
    'not-asked': ['No se preguntó', 'No se preguntó si alguien recibe daño o tiene miedo.'],
    safe: ['Seguro', 'Nadie recibe daño ni tiene miedo.'],
    unsafe: ['No es seguro', 'Alguien recibe daño o tiene miedo.'],
  },
} satisfies WordTable<'not-asked' | 'safe' | 'unsafe'>;

export const CONFIDENCE_WORDS = {
  en: {
    low: ['Low', 'Much that the level depends on is not known.'],
    medium: ['Medium', 'Most that the level depends on is known; a clinician confirms it.'],
  },
  es: {
    low: ['Baja', 'No se sabe mucho de lo que decide el nivel.'],
    medium: [
      'Media',
      'Se sabe la mayor parte de lo que decide el nivel; un profesional clínico lo confirma.',
    ],
  },
} satisfies WordTable<'low' | 'medium'>;

export const ROUTE_WORDS = {
  en: { 'craft-family': ['CRAFT for the family', 'The family first gets help with CRAFT.', 'CRAFT first'] },
  es: {
    'craft-family': ['CRAFT para la familia', 'Primero la familia recibe ayuda con CRAFT.', 'Primero CRAFT'],
  },
} satisfies WordTable<'craft-family'>;
