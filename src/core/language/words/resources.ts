import type { WordTable } from './word.js';

/** The codes stand in the evidence room, which this part of the core does not know; a test compares them. */
export const RESOURCE_KIND_WORDS = {
  en: {
    'mutual-help': ['Mutual help', 'Groups in which people in recovery help each other.'],
    'family-support': ['Support for families', 'Groups and help for families and friends.', 'For families'],
    helpline: ['Helpline', 'A number to call or text.'],
    coaching: ['Coaching', 'A coach who goes along in recovery.'],
    'self-directed': ['On your own', 'A program, book or app to work with alone.'],
    'recovery-community': ['Recovery community', 'Places and networks of people in recovery.', 'Community'],
    'recovery-housing-network': ['Recovery housing network', 'A network of sober houses.', 'Recovery housing'],
    'harm-reduction': ['Harm reduction', 'What makes use less dangerous, such as naloxone.'],
    locator: ['Locator', 'A list in which to look for more.'],
  },
  es: {
    'mutual-help': ['Ayuda mutua', 'Grupos en los que personas en recuperación se ayudan.'],
    'family-support': ['Apoyo a las familias', 'Grupos y ayuda para familias y amigos.', 'Para familias'],
    helpline: ['Línea de ayuda', 'Un número para llamar o enviar un mensaje.'],
    coaching: ['Coaching', 'Una persona que acompaña en la recuperación.'],
    'self-directed': ['Por su cuenta', 'Un programa, libro o aplicación para usar a solas.'],
    'recovery-community': ['Comunidad de recuperación', 'Lugares y redes de personas en recuperación.', 'Comunidad'],
    'recovery-housing-network': ['Red de viviendas de recuperación', 'Una red de casas sin consumo.', 'Viviendas'],
    'harm-reduction': ['Reducción de daños', 'Lo que hace menos peligroso el consumo, como la naloxona.'],
    locator: ['Buscador', 'Una lista donde buscar más.'],
  },
} satisfies WordTable<string>; // prettier-ignore

export const RESOURCE_GOAL_WORDS = {
  en: {
    abstinence: 'It works toward stopping altogether.',
    moderation: ['Cutting down', 'It works toward using less.'],
    any: ['Any goal', 'It works toward the goal that a person has.'],
  },
  es: {
    abstinence: 'Trabaja hacia dejar por completo.',
    moderation: ['Moderación', 'Trabaja hacia consumir menos.'],
    any: ['Cualquier meta', 'Trabaja hacia la meta que tiene la persona.'],
  },
} satisfies WordTable<string>;

export const RESOURCE_OUTLOOK_WORDS = {
  en: {
    spiritual: ['Spiritual', 'It has a spiritual side.'],
    secular: ['Not religious', 'It has nothing to do with religion.'],
  },
  es: {
    spiritual: ['Espiritual', 'Tiene un lado espiritual.'],
    secular: 'No tiene relación con la religión.',
  },
} satisfies WordTable<string>;

export const RESOURCE_FIT_WORDS = {
  en: {
    direct: ['Is the approach', 'The resource is that approach.'],
    partial: ['Built on it', 'The resource is built on that approach; the rating does not apply to it.'],
  },
  es: {
    direct: ['Es el enfoque', 'El recurso es ese enfoque.'],
    partial: ['Se basa en él', 'El recurso se basa en ese enfoque; la calificación no se aplica a él.'],
  },
} satisfies WordTable<string>;

export const RESOURCE_MODALITY_WORDS = {
  en: {
    'in-person': ['In person', 'At a place.'],
    online: ['Online', 'On the internet.'],
    phone: ['By phone', 'On the phone.'],
    text: ['By text', 'By text messages.'],
    book: ['Book', 'In a book.'],
  },
  es: {
    'in-person': ['En persona', 'En un lugar.'],
    online: ['En línea', 'Por internet.'],
    phone: ['Por teléfono', 'Por teléfono.'],
    text: ['Por mensajes', 'Por mensajes de texto.'],
    book: ['Libro', 'En un libro.'],
  },
} satisfies WordTable<string>;

export const RESOURCE_COST_WORDS = {
  en: {
    free: ['Free', 'It costs nothing.'],
    paid: ['Paid', 'It costs money.'],
    mixed: ['Free and paid', 'Some of it is free, some costs money.'],
  },
  es: {
    free: ['Gratis', 'No cuesta nada.'],
    paid: ['De pago', 'Cuesta dinero.'],
    mixed: ['Gratis y de pago', 'Una parte es gratis y otra cuesta dinero.'],
  },
} satisfies WordTable<string>;

export const RESOURCE_FIELD_WORDS = {
  en: {
    url: ['Website', 'The address of the website is not confirmed.'],
    finderUrl: ['Finder', 'The address of the page to find a group is not confirmed.'],
    contact: ['Contact', 'The number or address is not confirmed.'],
    languages: ['Languages', 'The languages are not confirmed.'],
    modalities: ['In person or online', 'How it is used is not confirmed.', 'How it is used'],
    cost: ['Cost', 'The cost is not confirmed.'],
    orientation: ['Goal and outlook', 'The goal and the outlook are not confirmed.'],
  },
  es: {
    url: ['Sitio web', 'La dirección del sitio web no está confirmada.'],
    finderUrl: ['Buscador', 'La dirección de la página para buscar un grupo no está confirmada.'],
    contact: ['Contacto', 'El número o la dirección no están confirmados.'],
    languages: ['Idiomas', 'Los idiomas no están confirmados.'],
    modalities: ['En persona o en línea', 'La forma de usarlo no está confirmada.', 'Forma de uso'],
    cost: ['Costo', 'El costo no está confirmado.'],
    orientation: ['Meta y visión', 'La meta y la visión no están confirmadas.'],
  },
} satisfies WordTable<string>;
