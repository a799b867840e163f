import type { NeedSentences } from './need-sentences.en.js';

const YES_NO = { true: 'Sí', false: 'No' };

/**
 * Spanish words of the questions that a match needs. Written by us and not yet reviewed by somebody whose first language
 * is Spanish.
 */
export const NEED_SENTENCES_ES: NeedSentences = {
  place: {
    title: 'Dónde buscar',
    text: '¿En qué código postal (ZIP) debemos buscar?',
    why: 'Los lugares se ordenan según la distancia.',
  },
  distance: {
    title: 'Qué tan lejos',
    text: '¿Hasta qué distancia puede viajar?',
    aboutLovedOne: '¿Hasta qué distancia puede viajar su ser querido?',
    why: 'Lo que está más lejos no aparece en la lista, y la lista lo dice.',
  },
  travel: {
    title: 'Cómo llegar',
    text: '¿Cómo llegaría?',
    aboutLovedOne: '¿Cómo llegaría su ser querido?',
    why: 'El mismo camino toma más tiempo a pie que en auto.',
    options: { drive: 'En auto', transit: 'En autobús o tren', bike: 'En bicicleta', walk: 'A pie' },
  },
  payers: {
    title: 'Pagar la atención',
    text: '¿Cómo se puede pagar la atención? Marque todo lo que corresponda, o nada.',
    aboutLovedOne:
      '¿Cómo se puede pagar la atención de su ser querido? Marque todo lo que corresponda, o nada.',
    why: 'Cada lugar acepta seguros distintos.',
    options: {
      medicaid: 'Medicaid',
      medicare: 'Medicare',
      private: 'Seguro privado',
      military: 'Otro seguro militar, o no sé cuál',
      tricare: 'TRICARE',
      champva: 'CHAMPVA',
      va: 'Paga Asuntos de Veteranos',
      state: 'Seguro del estado que no es Medicaid',
      tribal: 'Fondos tribales o del Servicio de Salud Indígena',
      'self-pay': 'Dinero propio',
      'sliding-fee': 'Una tarifa según los ingresos',
      free: 'Solo atención que no cuesta nada',
    },
  },
  work: {
    title: 'Trabajo',
    text: '¿Tiene que seguir trabajando, o cuidando a otras personas, durante el tratamiento?',
    aboutLovedOne:
      '¿Su ser querido tiene que seguir trabajando, o cuidando a otras personas, durante el tratamiento?',
    why: 'Entonces solo conviene la atención fuera de esas horas.',
    options: YES_NO,
  },
  work_hours: {
    title: 'Horario de trabajo',
    text: '¿Qué días, y de qué hora a qué hora?',
    why: 'La atención tiene que ser a otras horas.',
    options: {
      mo: 'Lunes',
      tu: 'Martes',
      we: 'Miércoles',
      th: 'Jueves',
      fr: 'Viernes',
      sa: 'Sábado',
      su: 'Domingo',
    },
  },
  modalities: {
    title: 'Cómo reunirse',
    text: '¿Cómo puede reunirse con un programa? Marque todo lo que sea posible para usted.',
    aboutLovedOne: '¿Cómo puede su ser querido reunirse con un programa? Marque todo lo que sea posible.',
    why: 'Algunos programas atienden a personas que no pueden ir.',
    options: { 'in-person': 'En persona', telehealth: 'Por teléfono o video' },
  },
  languages: {
    title: 'Idioma',
    text: '¿En qué idiomas puede hablar de todo esto? Marque todo lo que corresponda.',
    aboutLovedOne:
      '¿En qué idiomas puede su ser querido hablar de todo esto? Marque todo lo que corresponda.',
    why: 'La atención solo funciona en un idioma que se habla.',
  },
  age: {
    title: 'Edad',
    text: '¿Cuántos años tiene?',
    aboutLovedOne: '¿Cuántos años tiene su ser querido?',
    why: 'Algunos lugares son solo para ciertas edades.',
  },
  gender: {
    title: 'Género',
    text: '¿Cuál de estas opciones le corresponde?',
    aboutLovedOne: '¿Cuál de estas opciones corresponde a su ser querido?',
    why: 'Algunos lugares son solo para mujeres o solo para hombres. No se usa para nada más.',
    options: { woman: 'Mujer', man: 'Hombre', nonbinary: 'No binario' },
  },
  children: {
    title: 'Niños',
    text: '¿Necesita cuidado de niños mientras recibe atención?',
    aboutLovedOne: '¿Su ser querido necesita cuidado de niños mientras recibe atención?',
    why: 'Algunos lugares cuidan a los niños.',
    options: YES_NO,
  },
  accessibility: {
    title: 'Acceso',
    text: '¿Necesita algo de esto? Marque todo lo que corresponda.',
    aboutLovedOne: '¿Su ser querido necesita algo de esto? Marque todo lo que corresponda.',
    why: 'Los lugares que no lo tienen no aparecen.',
    options: { wheelchair: 'Acceso para silla de ruedas', 'sign-language': 'Lengua de señas' },
  },
  tried: {
    title: 'Lo que se probó antes',
    text: '¿Estuvo antes en tratamiento, y cómo terminó? Marque todo lo que corresponda, o nada.',
    aboutLovedOne:
      '¿Estuvo antes en tratamiento su ser querido, y cómo terminó? Marque todo lo que corresponda, o nada.',
    why: 'Si no duró, suben los lugares que ofrecen algo distinto. Ningún lugar queda fuera por eso.',
    options: {
      completed_then_relapsed: 'Se completó, y después volvió el consumo',
      dropped_out: 'Terminó antes de tiempo',
      helped: 'Ayudó',
    },
  },
  goal: {
    title: 'Su meta',
    text: '¿Qué quiere lograr?',
    why: 'Los programas que trabajan hacia eso aparecen más arriba. Ningún lugar se excluye por ello.',
    options: { abstinence: 'Dejar de consumir', reduction: 'Beber o consumir menos' },
  },
};
