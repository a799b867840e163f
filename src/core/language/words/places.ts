import type { State } from '../../vocabulary/places.js';
import { STATE_NAMES } from '../../vocabulary/places.js';
import type { WordTable, WrittenWord } from './word.js';

/** Names that are not the same in Spanish. */
const SPANISH_NAMES: Readonly<Partial<Record<State, string>>> = {
  AS: 'Samoa Americana',
  DC: 'Distrito de Columbia',
  HI: 'Hawái',
  LA: 'Luisiana',
  MI: 'Míchigan',
  MO: 'Misuri',
  MP: 'Islas Marianas del Norte',
  MS: 'Misisipi',
  NC: 'Carolina del Norte',
  ND: 'Dakota del Norte',
  NH: 'Nuevo Hampshire',
  NJ: 'Nueva Jersey',
  NM: 'Nuevo México',
  NY: 'Nueva York',
  OR: 'Oregón',
  PA: 'Pensilvania',
  SC: 'Carolina del Sur',
  SD: 'Dakota del Sur',
  VI: 'Islas Vírgenes',
  WV: 'Virginia Occidental',
};

const stateWords = (name: (state: State) => string, description: (name: string) => string) =>
  Object.fromEntries(
    (Object.keys(STATE_NAMES) as State[]).map((state): [State, WrittenWord] => [
      state,
      [name(state), description(name(state)), name(state).length > 18 ? state : name(state)],
    ]),
  ) as Record<State, WrittenWord>;

/** The short word of a long name is the postal code. */
export const STATE_WORDS = {
  en: stateWords(
    (state) => STATE_NAMES[state],
    (name) => `What is in ${name}, or treats people there by telehealth.`,
  ),
  es: stateWords(
    (state) => SPANISH_NAMES[state] ?? STATE_NAMES[state],
    (name) => `Lo que está en ${name}, o trata allí a personas por telesalud.`,
  ),
} satisfies WordTable<State>;
