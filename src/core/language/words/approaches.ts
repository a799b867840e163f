import type { Retraction } from '../../evidence/citation-record.js';
import type { ForeignScheme } from '../../evidence/foreign-grades.js';
import type { ApproachKind, Listing, OutcomeGroup, RatingStatus } from '../../evidence/rating.js';
import type { WordTable } from './word.js';

export const APPROACH_KIND_WORDS = {
  en: {
    medication: 'A medication, or a way to give it.',
    psychosocial: [null, 'A therapy or another way to work with people.', 'Therapy'],
    'mutual-help': 'Groups in which people in recovery help each other.',
    'family-engagement': ['Help for the family', 'A way to help families, and to invite the loved one.', 'Family help'],
    setting: ['Setting', 'Where, or how intensively, care is given.'],
    other: ['Other', 'None of the other kinds.'],
  },
  es: {
    medication: 'Un medicamento o una forma de darlo.',
    psychosocial: [null, 'Una terapia u otra forma de trabajar con las personas.', 'Terapia'],
    'mutual-help': 'Grupos en los que personas en recuperación se ayudan.',
    'family-engagement': ['Ayuda para la familia', 'Una forma de ayudar a las familias e invitar al ser querido.', 'Para la familia'],
    setting: ['Lugar de atención', 'Dónde, o con qué intensidad, se da la atención.'],
    other: ['Otro', 'Ninguno de los otros tipos.'],
  },
} satisfies WordTable<ApproachKind>; // prettier-ignore

export const APPROACH_SCOPE_WORDS = {
  en: {
    treatment: ['Treatment', 'It is for people who have a problem.'],
    prevention: ['Prevention', 'It is for people who do not have a problem yet.'],
  },
  es: {
    treatment: ['Tratamiento', 'Es para personas que tienen un problema.'],
    prevention: ['Prevención', 'Es para personas que aún no tienen un problema.'],
  },
} satisfies WordTable<'treatment' | 'prevention'>;

export const LISTING_WORDS = {
  en: {
    normal: ['Listed', 'Listed like any other approach: it counts as far as its ratings carry it.'],
    warn: ['With a warning', 'Shown with a warning: read its cautions before considering it.'],
    'warn-no-evidence': ['Warning: no evidence', 'Shown with a warning: no adequate evidence was found that it helps.', 'No evidence'],
    'warn-offer-craft-first': ['Warning: CRAFT first', 'Shown with a warning: CRAFT (Community Reinforcement and Family Training) should be offered first.', 'CRAFT first'],
    'never-recommend': ['Never recommended', 'Never recommended here: shown only so that people who look for it learn what is known.'],
    'never-recommend-for-opioid-alone': ['Never alone for opioids', 'Never recommended on its own for opioid use disorder: it needs a linked start of medication.', 'Not alone (opioid)'],
    'not-a-treatment': ['Not a treatment', 'Not a treatment: never offered as an option for care.'],
  },
  es: {
    normal: ['En la lista', 'Se muestra como cualquier otro enfoque.'],
    warn: ['Con advertencia', 'Se muestra con una advertencia: lea primero sus precauciones.'],
    'warn-no-evidence': ['Advertencia: sin evidencia', 'Se muestra con una advertencia: no se encontró evidencia adecuada de que ayude.', 'Sin evidencia'],
    'warn-offer-craft-first': ['Advertencia: primero CRAFT', 'Se muestra con una advertencia: primero debe ofrecerse CRAFT.', 'Primero CRAFT'],
    'never-recommend': ['Nunca recomendado', 'Aquí nunca se recomienda.'],
    'never-recommend-for-opioid-alone': ['Nunca solo para opioides', 'Nunca se recomienda por sí solo para los opioides: necesita un inicio de medicamento.', 'No solo (opioides)'],
    'not-a-treatment': ['No es un tratamiento', 'Nunca se ofrece como opción de atención.', 'No es tratamiento'],
  },
} satisfies WordTable<Listing>; // prettier-ignore

export const RATING_STATUS_WORDS = {
  en: {
    draft: ['Draft', 'Written, and not reviewed by anyone.'],
    in_review: ['In review', 'Submitted, and waiting for a reviewer.'],
    published: ['Published', 'Reviewed and published.'],
    superseded: ['Replaced', 'A newer version of it was published.'],
    retracted: ['Retracted', 'It was withdrawn, and counts no more.'],
  },
  es: {
    draft: ['Borrador', 'Escrito y aún no revisado por nadie.'],
    in_review: ['En revisión', 'Enviado, a la espera de un revisor.'],
    published: ['Publicado', 'Revisado y publicado.'],
    superseded: ['Reemplazado', 'Se publicó una versión más nueva.'],
    retracted: ['Retirado', 'Se retiró y ya no cuenta.'],
  },
} satisfies WordTable<RatingStatus>;

export const OUTCOME_GROUP_WORDS = {
  en: {
    survival: ['Survival', 'Whether people live.'],
    retention: ['Staying in treatment', 'Whether people stay in treatment.', 'Staying in'],
    'substance-use': ['Substance use', 'How much people use.'],
    abstinence: 'Whether people do not use at all.',
    'treatment-entry': ['Starting treatment', 'Whether people start treatment.'],
    'family-wellbeing': ['Family well-being', 'How the family is doing.'],
    functioning: ['Daily life', 'How people do at work, at home and with others.'],
    'mental-health': ['Mental health', 'How people feel.'],
    craving: ['Craving', 'How strong the urge to use is.'],
    safety: ['Safety', 'What harm it does.'],
  },
  es: {
    survival: ['Supervivencia', 'Si las personas siguen con vida.'],
    retention: ['Permanencia en el tratamiento', 'Si las personas siguen en el tratamiento.', 'Permanencia'],
    'substance-use': ['Consumo', 'Cuánto consumen las personas.'],
    abstinence: 'Si las personas no consumen nada.',
    'treatment-entry': ['Inicio del tratamiento', 'Si las personas inician el tratamiento.', 'Inicio'],
    'family-wellbeing': ['Bienestar de la familia', 'Cómo está la familia.', 'Familia'],
    functioning: ['Vida diaria', 'Cómo les va en el trabajo, en casa y con los demás.'],
    'mental-health': ['Salud mental', 'Cómo se sienten las personas.'],
    craving: ['Deseo de consumir', 'Qué tan fuerte es el deseo de consumir.'],
    safety: ['Seguridad', 'Qué daño hace.'],
  },
} satisfies WordTable<OutcomeGroup>; // prettier-ignore

export const RETRACTION_WORDS = {
  en: {
    none: ['Not retracted', 'No retraction of the work is known.'],
    concern: ['Expression of concern', 'The journal has published a concern about the work.', 'Concern'],
    retracted: ['Retracted', 'The work was retracted.'],
  },
  es: {
    none: ['No retractado', 'No se conoce ninguna retractación del trabajo.'],
    concern: ['Expresión de preocupación', 'La revista publicó una preocupación sobre el trabajo.', 'Preocupación'],
    retracted: ['Retractado', 'El trabajo fue retractado.'],
  },
} satisfies WordTable<Retraction>; // prettier-ignore

export const FOREIGN_SCHEME_WORDS = {
  en: {
    cebc: ['CEBC', 'The scale of the California Evidence-Based Clearinghouse.'],
    'title-iv-e': ['Title IV-E', 'The scale of the Title IV-E Prevention Services Clearinghouse.'],
    'apa-div-12': ['APA Division 12', 'The scale of Division 12 of the American Psychological Association.'],
    nrepp: ['NREPP', 'The scale of the former National Registry of Evidence-based Programs and Practices.'],
    ocebm: ['Oxford CEBM', 'The levels of the Oxford Centre for Evidence-Based Medicine.'],
    ahrq: ['AHRQ', 'The scale of the Agency for Healthcare Research and Quality.'],
  },
  es: {
    cebc: ['CEBC', 'La escala del California Evidence-Based Clearinghouse.'],
    'title-iv-e': ['Title IV-E', 'La escala del Title IV-E Prevention Services Clearinghouse.'],
    'apa-div-12': [
      'APA, división 12',
      'La escala de la división 12 de la American Psychological Association.',
    ],
    nrepp: [
      'NREPP',
      'La escala del antiguo registro nacional de programas y prácticas basados en evidencia.',
    ],
    ocebm: ['CEBM de Oxford', 'Los niveles del centro de medicina basada en la evidencia de Oxford.'],
    ahrq: ['AHRQ', 'La escala de la agencia federal de investigación y calidad de la salud.'],
  },
} satisfies WordTable<ForeignScheme>;

/** What became of one record of an import. */
export const IMPORT_OUTCOME_WORDS = {
  en: {
    created: ['Created', 'A new citation was made.'],
    completed: ['Completed', 'Missing fields of a known citation were filled in.'],
    drafted: ['Drafted', 'A new draft of a rating was made.'],
    'version-drafted': ['New version drafted', 'A draft of a new version of a rating was made.', 'Version drafted'],
    unchanged: ['Unchanged', 'It is known already.'],
    refused: ['Refused', 'It was not taken in; the error says why.'],
  },
  es: {
    created: ['Creado', 'Se creó una cita nueva.'],
    completed: ['Completado', 'Se completaron campos que faltaban en una cita conocida.'],
    drafted: ['Borrador creado', 'Se creó un borrador nuevo de una calificación.'],
    'version-drafted': ['Borrador de una nueva versión', 'Se creó un borrador de una nueva versión de una calificación.', 'Nueva versión'],
    unchanged: ['Sin cambios', 'Ya se conoce.'],
    refused: ['Rechazado', 'No se aceptó; el error dice por qué.'],
  },
} satisfies WordTable<'created' | 'completed' | 'drafted' | 'version-drafted' | 'unchanged' | 'refused'>; // prettier-ignore
