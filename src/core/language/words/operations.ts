import type { WordTable } from './word.js';

// The codes stand in rooms that this part of the core does not know; a test compares them with the contract.

export const KEY_KIND_WORDS = {
  en: {
    secret: ['Secret', 'A key that only a server may know.'],
    publishable: ['Publishable', 'A key that may stand in the source of a web page.'],
  },
  es: {
    secret: ['Secreta', 'Una clave que solo puede conocer un servidor.'],
    publishable: ['Publicable', 'Una clave que puede estar en el código de una página web.'],
  },
} satisfies WordTable<string>;

export const KEY_STATE_WORDS = {
  en: {
    active: ['Active', 'The key works.'],
    expired: ['Expired', 'The time of the key is over.'],
    revoked: ['Revoked', 'The key was revoked.'],
  },
  es: {
    active: ['Activa', 'La clave funciona.'],
    expired: ['Vencida', 'El plazo de la clave terminó.'],
    revoked: ['Revocada', 'La clave fue revocada.'],
  },
} satisfies WordTable<string>;

export const COORDINATE_PRECISION_WORDS = {
  en: {
    address: ['Street address', 'The place is that of the street address.'],
    'postal-code': ['ZIP code area', 'The place is the center of the ZIP code area.'],
  },
  es: {
    address: ['Dirección', 'El lugar es el de la dirección.'],
    'postal-code': ['Zona postal', 'El lugar es el centro de la zona postal.'],
  },
} satisfies WordTable<string>;

export const PROGRAM_STATUS_WORDS = {
  en: {
    published: ['Listed', 'The program is listed.'],
    withdrawn: ['Withdrawn', 'The program is no longer listed.'],
  },
  es: {
    published: ['En la lista', 'El programa está en la lista.'],
    withdrawn: ['Retirado', 'El programa ya no está en la lista.'],
  },
} satisfies WordTable<string>;

export const REFERENCE_STYLE_WORDS = {
  en: {
    apa: ['APA', 'References as the American Psychological Association writes them.'],
    vancouver: ['Vancouver', 'References as medical journals write them.'],
    harvard1: ['Harvard', 'References with author and year.'],
  },
  es: {
    apa: ['APA', 'Referencias como las escribe la American Psychological Association.'],
    vancouver: ['Vancouver', 'Referencias como las escriben las revistas médicas.'],
    harvard1: ['Harvard', 'Referencias con autor y año.'],
  },
} satisfies WordTable<string>;

export const CITATION_FORMAT_WORDS = {
  en: {
    'csl-json': ['CSL JSON', 'The format of reference managers such as Zotero.'],
    ris: ['RIS', 'The format of databases such as Embase.'],
    pubmed: ['PubMed', 'The format of PubMed.'],
  },
  es: {
    'csl-json': ['CSL JSON', 'El formato de gestores de referencias como Zotero.'],
    ris: ['RIS', 'El formato de bases de datos como Embase.'],
    pubmed: ['PubMed', 'El formato de PubMed.'],
  },
} satisfies WordTable<string>;

export const CHANGE_ENTITY_WORDS = {
  en: {
    program: ['Program', 'A program of the directory.'],
    rating: ['Rating', 'A rating of an approach.'],
    approach: ['Approach', 'An approach of the registry.'],
    citation: ['Citation', 'A citation of the registry.'],
  },
  es: {
    program: ['Programa', 'Un programa del directorio.'],
    rating: ['Calificación', 'Una calificación de un enfoque.'],
    approach: ['Enfoque', 'Un enfoque del registro.'],
    citation: ['Cita', 'Una cita del registro.'],
  },
} satisfies WordTable<string>;

export const CHANGE_KIND_WORDS = {
  en: {
    created: ['Created', 'It is new.'],
    changed: ['Changed', 'It was changed.'],
    withdrawn: ['Withdrawn', 'It is no longer shown.'],
    merged: ['Merged', 'It is another program now.'],
    split: ['Split', 'It is a program of its own again.'],
  },
  es: {
    created: ['Creado', 'Es nuevo.'],
    changed: ['Cambiado', 'Se cambió.'],
    withdrawn: ['Retirado', 'Ya no se muestra.'],
    merged: ['Unido', 'Ahora es otro programa.'],
    split: ['Separado', 'Vuelve a ser un programa aparte.'],
  },
} satisfies WordTable<string>;

export const WEBHOOK_EVENT_WORDS = {
  en: {
    'program.created': ['Program created', 'A program is listed.'],
    'program.changed': ['Program changed', 'A program was changed.'],
    'program.withdrawn': ['Program withdrawn', 'A program is no longer listed.'],
    'program.merged': ['Program merged', 'A program is another one now.'],
    'program.split': ['Program split', 'A program is one of its own again.'],
    'rating.created': ['Rating created', 'A rating was published.'],
    'rating.changed': ['Rating changed', 'A rating was changed.'],
    'rating.withdrawn': ['Rating withdrawn', 'A rating is no longer shown.'],
    'approach.created': ['Approach created', 'An approach is shown.'],
    'approach.changed': ['Approach changed', 'An approach was changed.'],
    'approach.withdrawn': ['Approach withdrawn', 'An approach is no longer shown.'],
    'citation.created': ['Citation created', 'A citation is shown.'],
    'citation.changed': ['Citation changed', 'A citation was changed.'],
    'citation.withdrawn': ['Citation withdrawn', 'A citation is no longer shown.'],
    ping: ['Test', 'A test message.'],
  },
  es: {
    'program.created': ['Programa creado', 'Un programa está en la lista.'],
    'program.changed': ['Programa cambiado', 'Un programa se cambió.'],
    'program.withdrawn': ['Programa retirado', 'Un programa ya no está en la lista.'],
    'program.merged': ['Programa unido', 'Un programa ahora es otro.'],
    'program.split': ['Programa separado', 'Un programa vuelve a ser uno aparte.'],
    'rating.created': ['Calificación creada', 'Se publicó una calificación.', 'Calific. creada'],
    'rating.changed': ['Calificación cambiada', 'Una calificación se cambió.', 'Calific. cambiada'],
    'rating.withdrawn': ['Calificación retirada', 'Una calificación ya no se muestra.', 'Calific. retirada'],
    'approach.created': ['Enfoque creado', 'Un enfoque se muestra.'],
    'approach.changed': ['Enfoque cambiado', 'Un enfoque se cambió.'],
    'approach.withdrawn': ['Enfoque retirado', 'Un enfoque ya no se muestra.'],
    'citation.created': ['Cita creada', 'Una cita se muestra.'],
    'citation.changed': ['Cita cambiada', 'Una cita se cambió.'],
    'citation.withdrawn': ['Cita retirada', 'Una cita ya no se muestra.'],
    ping: ['Prueba', 'Un mensaje de prueba.'],
  },
} satisfies WordTable<string>;

export const WEBHOOK_STATUS_WORDS = {
  en: {
    enabled: ['Enabled', 'Messages are sent.'],
    disabled: ['Disabled', 'No messages are sent.'],
  },
  es: {
    enabled: ['Activado', 'Se envían mensajes.'],
    disabled: ['Desactivado', 'No se envían mensajes.'],
  },
} satisfies WordTable<string>;

export const DISABLED_REASON_WORDS = {
  en: {
    'by-hand': ['By hand', 'A person disabled it.'],
    gone: ['Gone', 'The receiver said that it is gone.'],
    failing: ['Failing', 'Too many messages in a row did not arrive.'],
  },
  es: {
    'by-hand': ['A mano', 'Lo desactivó una persona.'],
    gone: ['Ya no existe', 'El receptor dijo que ya no existe.'],
    failing: ['Con fallas', 'Demasiados mensajes seguidos no llegaron.'],
  },
} satisfies WordTable<string>;

export const DELIVERY_ERROR_WORDS = {
  en: {
    status: ['Error status', 'The receiver answered with an error.'],
    redirect: ['Redirect', 'The receiver answered with another address, which is not followed.'],
    timeout: ['No answer in time', 'The receiver did not answer in time.'],
    refused: ['Refused', 'The receiver refused the connection.'],
    reset: ['Reset', 'The receiver broke off the connection.'],
    dns: ['Name not found', 'The name of the receiver was not found.'],
    tls: ['Not secure', 'The certificate of the receiver is not valid.'],
    'address-refused': [
      'Address not allowed',
      'Messages are not sent to this kind of address.',
      'Not allowed',
    ],
    'secret-unreadable': ['Secret unreadable', 'The stored secret of the webhook cannot be read.'],
    connection: ['Connection', 'The connection failed.'],
    stopped: ['Stopped', 'The service was stopped before the answer came.'],
  },
  es: {
    status: ['Estado de error', 'El receptor respondió con un error.'],
    redirect: ['Redirección', 'El receptor respondió con otra dirección, que no se sigue.'],
    timeout: ['Sin respuesta a tiempo', 'El receptor no respondió a tiempo.', 'Sin respuesta'],
    refused: ['Rechazada', 'El receptor rechazó la conexión.'],
    reset: ['Interrumpida', 'El receptor interrumpió la conexión.'],
    dns: ['Nombre no encontrado', 'No se encontró el nombre del receptor.', 'Sin nombre'],
    tls: ['No segura', 'El certificado del receptor no es válido.'],
    'address-refused': [
      'Dirección no permitida',
      'No se envían mensajes a este tipo de dirección.',
      'No permitida',
    ],
    'secret-unreadable': ['Secreto ilegible', 'El secreto guardado del webhook no se puede leer.'],
    connection: ['Conexión', 'La conexión falló.'],
    stopped: ['Detenido', 'El servicio se detuvo antes de la respuesta.'],
  },
} satisfies WordTable<string>;
