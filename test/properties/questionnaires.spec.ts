import * as fc from 'fast-check';
import { InstrumentCatalog } from '../../src/assessments/instrument-catalog.js';
import { toQuestionnaire } from '../../src/assessments/questionnaire.js';
import { readQuestionnaireResponse } from '../../src/assessments/questionnaire-response.js';
import type { Answer, Answers, Instrument, Item } from '../../src/core/assessment/instrument.js';
import { CONDITIONS } from '../../src/core/vocabulary/conditions.js';
import { flawsOfR4 } from '../support/fhir-r4.js';
import { fillIn, type ReceivedQuestionnaire } from '../support/questionnaire-filler.js';
import { searches } from '../support/searches.js';

const catalog = InstrumentCatalog.read();
const withItems = catalog.all().filter(({ entry }) => entry === 'answers');

/** Some answers to some items: what is left out is unknown, and stays so. */
function arbitraryAnswers({ items }: Instrument): fc.Arbitrary<Answers> {
  return fc.record(Object.fromEntries(items.map((item) => [item.id, arbitraryAnswer(item)])), {
    requiredKeys: [],
  }) as fc.Arbitrary<Answers>;
}

function arbitraryAnswer({ kind, options = [], min = 0, max = 0 }: Item): fc.Arbitrary<Answer> {
  const values = options.map(({ value }) => value);
  switch (kind) {
    case 'choice':
      return fc.constantFrom(...values);
    case 'choices':
      return fc.subarray(values as string[]);
    case 'integer':
      return fc.integer({ min, max });
    case 'text':
      // FHIR knows no empty string, nor one of spaces alone.
      return fc.string({ minLength: 1 }).filter((text) => text.trim() !== '');
  }
}

describe.each(withItems.map((one) => [one.id, one] as const))('%s', (_id, instrument) => {
  const questionnaire = toQuestionnaire(instrument) as unknown as ReceivedQuestionnaire;

  it('filled in as a FHIR Questionnaire, gives back the very answers', () => {
    fc.assert(
      fc.property(
        arbitraryAnswers(instrument),
        instrument.perCondition ? fc.constantFrom(...CONDITIONS) : fc.constant(undefined),
        (answers, condition) => {
          const response = fillIn(questionnaire, instrument, answers, condition);
          expect(readQuestionnaireResponse(response, catalog.byId)).toEqual({
            instrument,
            ...(condition === undefined ? {} : { condition }),
            answers,
            totals: {},
          });
        },
      ),
    );
  });

  it('filled in, is a QuestionnaireResponse by the schema of FHIR R4', () => {
    fc.assert(
      fc.property(arbitraryAnswers(instrument), (answers) => {
        expect(flawsOfR4(fillIn(questionnaire, instrument, answers, 'alcohol'))).toEqual([]);
      }),
      searches(5),
    );
  });
});
