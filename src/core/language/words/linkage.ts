import type { LinkageRule } from '../../linkage/pair-judge.js';
import type { QuestionState } from '../../linkage/question-life.js';
import type { WordTable } from './word.js';

export const LINKAGE_RULE_WORDS = {
  en: {
    equal: ['Equal', 'Name, street and postal code are equal.'],
    'best-of-each-other': [
      'Best of each other',
      'Each is the most like the other, and no third one is about as like.',
    ],
    'only-opioid-program-at-the-door': [
      'Only opioid program at the door',
      'It is the one opioid treatment program at this address in both lists.',
      'Only OTP there',
    ],
    alike: ['Alike', 'They are alike, but not enough, or another one is about as like.'],
    twins: ['Twins', 'Several programs of one name are at this address.'],
    'other-kind': ['Other kind of unit', 'The second lines of the names speak of different kinds of unit.'],
    moved: ['Moved?', 'Name and telephone are equal, the address is not.'],
    renamed: ['Renamed?', 'Address and telephone are equal, the name is not.'],
  },
  es: {
    equal: ['Iguales', 'Nombre, calle y código postal son iguales.'],
    'best-of-each-other': [
      'El mejor de cada uno',
      'Cada uno es el que más se parece al otro, y ningún tercero se parece casi igual.',
      'El más parecido',
    ],
    'only-opioid-program-at-the-door': [
      'Único programa de opioides en la puerta',
      'Es el único programa de tratamiento de opioides en esta dirección en ambas listas.',
      'Único OTP allí',
    ],
    alike: ['Parecidos', 'Se parecen, pero no bastante, u otro se parece casi igual.'],
    twins: ['Gemelos', 'Varios programas del mismo nombre están en esta dirección.'],
    'other-kind': [
      'Otro tipo de unidad',
      'Las segundas líneas de los nombres hablan de distintos tipos de unidad.',
      'Otra unidad',
    ],
    moved: ['¿Se mudó?', 'El nombre y el teléfono son iguales, la dirección no.'],
    renamed: ['¿Otro nombre?', 'La dirección y el teléfono son iguales, el nombre no.'],
  },
} satisfies WordTable<LinkageRule>;

export const LINKAGE_QUESTION_STATE_WORDS = {
  en: {
    open: ['Open', 'No one has answered it yet.'],
    unsure: ['Unsure', 'Someone looked, and it cannot be told yet.'],
    'awaiting-second': [
      'Waits for a second person',
      'One person said that they are one program; a second one must agree.',
      'Second person',
    ],
    same: ['Same', 'They are one program.'],
    different: ['Different', 'They are two programs.'],
    settled: ['Settled', 'A later edition or another decision answered it.'],
  },
  es: {
    open: ['Abierta', 'Nadie la ha contestado todavía.'],
    unsure: ['Dudosa', 'Alguien la miró, y todavía no se puede saber.'],
    'awaiting-second': [
      'Espera a otra persona',
      'Una persona dijo que son un solo programa; otra debe estar de acuerdo.',
      'Otra persona',
    ],
    same: ['El mismo', 'Son un solo programa.'],
    different: ['Distintos', 'Son dos programas.'],
    settled: ['Resuelta', 'Una edición posterior u otra decisión la contestó.'],
  },
} satisfies WordTable<QuestionState>;
