import type { Language } from './words.js';

const en = {
  makePlan: 'Make a plan',
  plan: 'The plan',
  startsOn: 'The plan starts on',
  wholePlan: 'Show the whole plan',
  laterParts: 'The rest waits until the person asks for it.',
  clinicianFirst: 'First the visit of a clinician. After that visit:',
  namesOnPaper: 'Print what names a substance, too',
  namesOnPaperHint: 'Paper is found by others. Without this, such lines are on the screen only.',
  forCoachOnly: 'For the coach (not printed)',
  contactsOn: 'Days to be in touch',
  askThem: 'Ask them:',
  helpOfOthers: 'Help of others',
  noPlan: 'The message above comes first. There is no plan yet.',
  print: 'Print',
  backToList: 'Back to the list',

  afterTheCall: 'After the call',
  callSheet: 'What they said on the phone',
  callSheetHint:
    'What you save here is kept in the directory, with your name. Write only what the place says about itself, and nothing about a client.',
  noneListed: 'Put places on the shortlist first.',
  nothingToAsk: 'There is nothing left to ask here.',
  theySaid: 'They said',
  theySaidYes: 'They said yes to',
  theySaidNo: 'They said no to',
  saidNothing: 'Not asked yet',
  notHere: 'An editor can enter this answer.',
  save: 'Save',
  saved: 'Saved. The list was asked again.',
  moved: (name: string, before: number, now: number) => `${name}: place ${before} before, place ${now} now.`,
  stays: (name: string, place: number) => `${name} keeps place ${place}.`,
  isOut: (name: string) => `${name} is no longer among the first places of the list.`,
  toList: 'To the list',

  signIn: 'Sign in to save',
  signInHint: 'Your key stays in this tab until you leave, reload or sign out.',
  key: 'Your key',
  signInButton: 'Sign in',
  signOut: 'Sign out',
  signedInAs: (name: string, last: string) => `Signed in as ${name} (key …${last}).`,
  mayNotSave: (name: string) =>
    `${name} may not save what a place said: this needs the role of a coach or of an editor.`,
  yes: 'Yes',
  no: 'No',
};
type CoachWords = typeof en;

const es: CoachWords = {
  makePlan: 'Hacer un plan',
  plan: 'El plan',
  startsOn: 'El plan empieza el',
  wholePlan: 'Ver todo el plan',
  laterParts: 'Lo demás espera hasta que la persona lo pida.',
  clinicianFirst: 'Primero la visita de un profesional clínico. Después de esa visita:',
  namesOnPaper: 'Imprimir también lo que nombra una sustancia',
  namesOnPaperHint: 'Otras personas encuentran los papeles. Sin esto, esas líneas están solo en la pantalla.',
  forCoachOnly: 'Para quien acompaña (no se imprime)',
  contactsOn: 'Días para estar en contacto',
  askThem: 'Pregúnteles:',
  helpOfOthers: 'Ayuda de otras personas',
  noPlan: 'El mensaje de arriba va primero. Todavía no hay plan.',
  print: 'Imprimir',
  backToList: 'Volver a la lista',

  afterTheCall: 'Después de la llamada',
  callSheet: 'Lo que dijeron por teléfono',
  callSheetHint:
    'Lo que guarde aquí queda en el directorio, con su nombre. Escriba solo lo que el lugar dice de sí mismo, y nada sobre un cliente.',
  noneListed: 'Ponga primero lugares en la lista corta.',
  nothingToAsk: 'Aquí no queda nada por preguntar.',
  theySaid: 'Dijeron',
  theySaidYes: 'Dijeron que sí a',
  theySaidNo: 'Dijeron que no a',
  saidNothing: 'Todavía no se preguntó',
  notHere: 'Un editor puede anotar esta respuesta.',
  save: 'Guardar',
  saved: 'Guardado. Se volvió a pedir la lista.',
  moved: (name, before, now) => `${name}: antes en el lugar ${before}, ahora en el lugar ${now}.`,
  stays: (name, place) => `${name} sigue en el lugar ${place}.`,
  isOut: (name) => `${name} ya no está entre los primeros de la lista.`,
  toList: 'A la lista',

  signIn: 'Inicie sesión para guardar',
  signInHint: 'Su clave queda en esta pestaña hasta que salga, recargue o cierre la sesión.',
  key: 'Su clave',
  signInButton: 'Iniciar sesión',
  signOut: 'Cerrar sesión',
  signedInAs: (name, last) => `Sesión de ${name} (clave …${last}).`,
  mayNotSave: (name) =>
    `${name} no puede guardar lo que dijo un lugar: hace falta el papel de acompañante o de editor.`,
  yes: 'Sí',
  no: 'No',
};

/** What the call sheet, the sign-in and the plan say. Texts of the plan itself come from the service. */
export function coachWords(language: Language): CoachWords {
  return language === 'es' ? es : en;
}
export type { CoachWords };
