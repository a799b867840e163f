import { CONSTRAINT_CODES } from '../../matching/codes.js';
import type { RelaxationLabel } from '../../matching/rules/relaxation-step.js';
import { LANGUAGES } from '../../vocabulary/languages.js';
import { toChoose } from '../sentences.js';

const MILE = 1609.344;

describe('what a relaxation would show in addition', () => {
  it.each<[RelaxationLabel, string, string]>([
    [
      { code: 'relax.distance', values: { max: 30 * MILE } },
      'Also show places up to 30 miles away',
      'Ver también lugares que están a 30 millas o menos',
    ],
    [
      { code: 'relax.distance', values: { max: 55_000, units: 'km' } },
      'Also show places up to 55 km away',
      'Ver también lugares que están a 55 km o menos',
    ],
    [
      { code: 'relax.stated_levels', values: { levels: ['iop', 'php'] } },
      'Also show care a few days a week or a day program, which the clinician did not name',
      'Ver también atención varios días por semana o un programa de día, que el clínico no nombró',
    ],
    [
      { code: 'relax.budget', values: { price: 90_000, currency: 'USD', per: 'week' } },
      'Also show places that cost up to $900 a week',
      'Ver también lugares que cuestan hasta $900 por semana',
    ],
    [
      { code: 'relax.wait', values: { days: 1 } },
      'Also show places with a wait of up to 1 day',
      'Ver también lugares con una espera de hasta 1 día',
    ],
    [
      { code: 'relax.language', values: { languages: ['es'] } },
      'Also show places without counseling in Spanish',
      'Ver también lugares sin consejería en español',
    ],
    [
      { code: 'relax.unconfirmed', values: { constraint: 'payment' } },
      'Also show places to call first about payment',
      'Ver también lugares a los que hay que llamar antes para preguntar por el pago',
    ],
  ])('is said for %j', (label, english, spanish) => {
    expect([toChoose(label, 'en'), toChoose(label, 'es')]).toEqual([english, spanish]);
  });

  it('names what to ask about for every constraint, and never its code', () => {
    for (const language of LANGUAGES) {
      const said = CONSTRAINT_CODES.map((constraint) =>
        toChoose({ code: 'relax.unconfirmed', values: { constraint } }, language),
      );
      expect(said.filter((words) => /_|undefined/.test(words))).toEqual([]);
    }
  });
});
