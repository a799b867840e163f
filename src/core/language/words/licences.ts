import type { CapacityUnit } from '../../vocabulary/licences.js';
import type { WordTable } from './word.js';

export const CAPACITY_UNIT_WORDS = {
  en: {
    beds: ['Beds', 'Beds for people who stay overnight.'],
    clients: ['Clients', 'People who are served at once.'],
  },
  es: {
    beds: ['Camas', 'Camas para quienes pasan la noche.'],
    clients: ['Clientes', 'Personas que se atienden a la vez.'],
  },
} satisfies WordTable<CapacityUnit>; // prettier-ignore
