import type { LearnedBy, ObservationStatus } from '../../curation/observation-life.js';
import { type Role, ROLE_MEANING, type Scope, SCOPE_MEANING } from '../../curation/role.js';
import type {
  LISTING_MATTERS,
  TicketOrigin,
  TicketOutcome,
  TicketState,
} from '../../curation/ticket-life.js';
import type { Stance } from '../../directory/resolved-facts.js';
import type { Freshness } from '../../directory/shelf-life.js';
import type { FactKey, Standing } from '../../directory/source-record.js';
import { capital } from '../sentence-template.js';
import { FACT_WORDS } from './facts.js';
import type { WordTable } from './word.js';

export const STANDING_WORDS = {
  en: {
    verified: ['Verified', 'An editor has verified it.'],
    attested: [null, 'The provider has stated it in writing.', 'Attested'],
    confirmed: [null, 'A coach or an editor asked the program.', 'Confirmed'],
    'self-reported': ['Self-reported', 'The program said so in a survey or on its website.'],
  },
  es: {
    verified: ['Verificado', 'Un editor lo verificó.'],
    attested: ['Declarado por el proveedor', 'El proveedor lo declaró por escrito.', 'Declarado'],
    confirmed: ['Confirmado por llamada', 'Alguien le preguntó al programa.', 'Confirmado'],
    'self-reported': ['Informado por el programa', 'El programa lo dijo en una encuesta o en su sitio web.', 'Autoinformado'],
  },
} satisfies WordTable<Standing>; // prettier-ignore

export const FRESHNESS_WORDS = {
  en: {
    fresh: ['Fresh', 'Stated within the last year.'],
    ageing: ['Aging', 'Stated more than a year ago.'],
    stale: ['Old', 'Stated more than two years ago.'],
  },
  es: {
    fresh: ['Reciente', 'Se informó en el último año.'],
    ageing: [null, 'Se informó hace más de un año.', 'Más de un año'],
    stale: [null, 'Se informó hace más de dos años.', 'Más de dos años'],
  },
} satisfies WordTable<Freshness>;

export const STANCE_WORDS = {
  en: {
    yes: ['Yes', 'It applies.'],
    no: ['No', 'It does not apply.'],
    maybe: ['Maybe', 'It may apply; the source does not say which of several.'],
  },
  es: {
    yes: ['Sí', 'Se aplica.'],
    no: ['No', 'No se aplica.'],
    maybe: ['Tal vez', 'Puede aplicarse; la fuente no dice cuál de varios.'],
  },
} satisfies WordTable<Stance>;

export const LEARNED_BY_WORDS = {
  en: {
    call: ['Call', 'Learned on the phone.'],
    visit: ['Visit', 'Learned on a visit.'],
    certificate: ['Certificate', 'Seen on a certificate.'],
    letter: ['Letter', 'Read in a letter.'],
    email: ['Email', 'Read in an email.'],
    website: ['Website', 'Read on the website of the program.'],
    'signed-link': ['Signed link', 'Stated by the provider through a link of its own.'],
  },
  es: {
    call: ['Llamada', 'Se supo por teléfono.'],
    visit: ['Visita', 'Se supo en una visita.'],
    certificate: ['Certificado', 'Se vio en un certificado.'],
    letter: ['Carta', 'Se leyó en una carta.'],
    email: ['Correo electrónico', 'Se leyó en un correo electrónico.'],
    website: ['Sitio web', 'Se leyó en el sitio web del programa.'],
    'signed-link': ['Enlace firmado', 'Lo declaró el proveedor por un enlace propio.'],
  },
} satisfies WordTable<LearnedBy>;

export const OBSERVATION_STATUS_WORDS = {
  en: {
    standing: ['Counts', 'The observation counts.'],
    disputed: ['Disputed', 'Someone else says that it is wrong; it does not count.'],
    undone: ['Undone', 'An editor removed it; it does not count.'],
  },
  es: {
    standing: ['Cuenta', 'La observación cuenta.'],
    disputed: ['En disputa', 'Otra persona dice que es un error; no cuenta.'],
    undone: ['Anulada', 'Un editor la quitó; no cuenta.'],
  },
} satisfies WordTable<ObservationStatus>;

export const TICKET_STATE_WORDS = {
  en: {
    open: ['Open', 'Nobody works on it yet.'],
    taken: ['Taken', 'An editor works on it.'],
    closed: ['Closed', 'It has an outcome.'],
  },
  es: {
    open: ['Abierto', 'Nadie trabaja en él todavía.'],
    taken: ['En trabajo', 'Un editor trabaja en él.'],
    closed: ['Cerrado', 'Tiene un resultado.'],
  },
} satisfies WordTable<TicketState>;

export const TICKET_ORIGIN_WORDS = {
  en: {
    report: ['Report', 'Someone reported that something is wrong.'],
    disagreement: ['Disagreement', 'People who asked the program learned different things.'],
    dispute: ['Dispute', 'Someone disputed an observation.'],
    unlisted: ['Still there?', 'Its source no longer names the program.'],
  },
  es: {
    report: ['Reporte', 'Alguien reportó que algo está mal.'],
    disagreement: ['Desacuerdo', 'Quienes preguntaron al programa supieron cosas distintas.'],
    dispute: ['Disputa', 'Alguien disputó una observación.'],
    unlisted: ['¿Sigue ahí?', 'Su fuente ya no nombra el programa.'],
  },
} satisfies WordTable<TicketOrigin>;

export const TICKET_OUTCOME_WORDS = {
  en: {
    corrected: ['Corrected', 'It was wrong and is corrected.'],
    'no-change': ['No change', 'It was right as it was.'],
    duplicate: ['Duplicate', 'Another ticket is about the same.'],
    'not-ours': ['Not ours', 'It is about something that this directory does not cover.'],
  },
  es: {
    corrected: ['Corregido', 'Estaba mal y se corrigió.'],
    'no-change': ['Sin cambio', 'Estaba bien como estaba.'],
    duplicate: ['Duplicado', 'Otro caso trata de lo mismo.'],
    'not-ours': ['No es nuestro', 'Trata de algo que este directorio no cubre.'],
  },
} satisfies WordTable<TicketOutcome>;

/** What a report may be about: the listing itself, or any fact. */
export const MATTER_WORDS = {
  en: {
    name: ['Name', 'The name is wrong.'],
    address: ['Address', 'The address is wrong.'],
    closed: ['Closed', 'The program has closed.'],
    other: ['Something else', 'Something else is wrong.'],
    ...FACT_WORDS.en,
  },
  es: {
    name: ['Nombre', 'El nombre está mal.'],
    address: ['Dirección', 'La dirección está mal.'],
    closed: ['Cerrado', 'El programa cerró.'],
    other: ['Otra cosa', 'Otra cosa está mal.'],
    ...FACT_WORDS.es,
  },
} satisfies WordTable<FactKey | (typeof LISTING_MATTERS)[number]>;

/** What the key commands say too, as a sentence. */
const meaning = (says: string): string => `${capital(says)}.`;

export const ROLE_WORDS = {
  en: {
    author: ['Author', meaning(ROLE_MEANING.author)],
    reviewer: ['Reviewer', meaning(ROLE_MEANING.reviewer)],
    'directory-editor': ['Directory editor', meaning(ROLE_MEANING['directory-editor'])],
    coach: ['Coach', meaning(ROLE_MEANING.coach)],
    administrator: ['Administrator', meaning(ROLE_MEANING.administrator)],
  },
  es: {
    author: ['Autor o autora', 'Redacta calificaciones y cuida las citas.'],
    reviewer: ['Revisor o revisora', 'Revisa calificaciones de otras personas, las publica, devuelve y retira.'],
    'directory-editor': ['Editor del directorio', 'Edita programas, verifica sus datos, cierra reportes.', 'Editor'],
    coach: ['Coach', 'Anota lo que un programa dijo por teléfono.'],
    administrator: ['Administrador', 'Crea y revoca claves, maneja webhooks, lee el registro de auditoría.'],
  },
} satisfies WordTable<Role>; // prettier-ignore

export const SCOPE_WORDS = {
  en: {
    read: ['Read', meaning(SCOPE_MEANING.read)],
    match: ['Match', meaning(SCOPE_MEANING.match)],
    changes: ['Changes', meaning(SCOPE_MEANING.changes)],
  },
  es: {
    read: ['Leer', 'Lee datos abiertos.'],
    match: ['Buscar', 'Busca opciones y evalúa.'],
    changes: ['Cambios', 'Lee el registro de cambios.'],
  },
} satisfies WordTable<Scope>;
