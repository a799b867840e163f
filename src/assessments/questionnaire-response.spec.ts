import { flawsOfR4 } from '../../test/support/fhir-r4.js';
import { smallInstrument, totalsInstrument } from '../../test/support/small-instruments.js';
import { InstrumentCatalog } from './instrument-catalog.js';
import { readQuestionnaireResponse } from './questionnaire-response.js';
import type { ResourceFlaw } from './resource-flaw.js';
import { PHQ9_CODES } from '../../test/support/loinc-panels.js';

const small = smallInstrument({ stem: 'In the last month:' });
const totals = totalsInstrument();
const perCondition = smallInstrument({ id: 'per-condition', perCondition: true });
const instruments = new Map([small, totals, perCondition].map((one) => [one.id, one]));
const OURS = 'urn:treatment-navigator:answers:small-one';
const LOINC = 'http://loinc.org';
const CONDITION = 'urn:treatment-navigator:condition';

type Resource = Record<string, unknown>;

function response(changes: Resource = {}): Resource {
  return {
    resourceType: 'QuestionnaireResponse',
    questionnaire: 'urn:treatment-navigator:questionnaire:small-one',
    status: 'completed',
    ...changes,
  };
}
function answering(linkId: string, ...answer: unknown[]): Resource {
  return response({ item: [{ linkId, answer }] });
}
const read = (resource: Resource) => readQuestionnaireResponse(resource, instruments);
/** Only the answers; a flaw fails the test. */
function answersOf(resource: Resource): unknown {
  const outcome = read(resource);
  return 'instrument' in outcome ? outcome.answers : outcome;
}
/** Place and description of a flaw, and the status of the response. */
function flawsOf(resource: Resource): unknown {
  const outcome = read(resource);
  return 'instrument' in outcome
    ? 'no flaw'
    : outcome.map(({ at, message, readable }: ResourceFlaw) => [
        `/${at.join('/')}`,
        readable ? 422 : 400,
        message,
      ]);
}
const coding = (code: unknown, system?: string) => ({
  valueCoding: { code, ...(system === undefined ? {} : { system }) },
});

describe('a QuestionnaireResponse', () => {
  it('is read into the answers of an instrument', () => {
    const resource = response({
      item: [
        { linkId: 'often', answer: [coding('LA18891-4', LOINC)] },
        { linkId: 'harm', answer: [{ valueBoolean: false }] },
        { linkId: 'which', answer: [coding('powder', OURS), coding('pills', OURS)] },
        { linkId: 'days', answer: [{ valueInteger: 12 }] },
        { linkId: 'words', answer: [{ valueString: 'It got worse.' }] },
      ],
    });
    expect(flawsOfR4(resource)).toEqual([]);
    expect(read(resource)).toEqual({
      instrument: small,
      answers: { often: 1, harm: 0, which: ['powder', 'pills'], days: 12, words: 'It got worse.' },
      totals: {},
    });
  });

  it('is read into totals where the items may not be shipped', () => {
    const resource = response({
      questionnaire: 'urn:treatment-navigator:questionnaire:totals-alone',
      extension: [{ url: CONDITION, valueCode: 'opioid' }],
      item: [
        { linkId: 'total', answer: [{ valueInteger: 6 }] },
        { linkId: 'heroin', answer: [{ valueDecimal: 3 }] },
      ],
    });
    expect(read(resource)).toEqual({
      instrument: totals,
      condition: 'opioid',
      answers: {},
      totals: { total: 6, heroin: 3 },
    });
  });

  it.each([
    ['our urn', 'urn:treatment-navigator:questionnaire:small-one'],
    ['our urn with the version', 'urn:treatment-navigator:questionnaire:small-one|2'],
    ['our urn with a version of the same items', 'urn:treatment-navigator:questionnaire:small-one|2.1'],
    ['the address of a server', 'https://navigator.example/fhir/Questionnaire/small-one'],
    ['that address with the version', 'https://navigator.example/fhir/Questionnaire/small-one|2'],
    ['a relative address', 'Questionnaire/small-one'],
  ])('names its Questionnaire by %s', (_how, questionnaire) => {
    expect(answersOf(response({ questionnaire }))).toEqual({});
  });

  it.each(['in-progress', 'completed', 'amended'])('may be %s', (status) => {
    expect(answersOf(response({ status }))).toEqual({});
  });

  it('is read through groups, and through items below an answer', () => {
    expect(
      answersOf(
        response({
          item: [
            {
              linkId: 'page-1',
              item: [
                {
                  linkId: 'often',
                  answer: [
                    {
                      ...coding('LA18891-4', LOINC),
                      item: [{ linkId: 'harm', answer: [{ valueBoolean: true }] }],
                    },
                  ],
                },
                { linkId: 'page-1-1', item: [{ linkId: 'days', answer: [{ valueInteger: 2 }] }] },
              ],
            },
          ],
        }),
      ),
    ).toEqual({ often: 1, harm: 1, days: 2 });
  });

  it('leaves open what has no answer: missing ticks are unknown, none-of-these is a no', () => {
    expect(answersOf(response({ item: [{ linkId: 'which' }, { linkId: 'days', answer: [] }] }))).toEqual({});
    expect(answersOf(answering('which', coding('none-of-these', OURS)))).toEqual({ which: [] });
  });

  it('does not mind words that are only shown', () => {
    expect(
      answersOf(response({ item: [{ linkId: 'stem', text: 'In the last month:' }, { linkId: 'thanks' }] })),
    ).toEqual({});
  });
});

describe('an option', () => {
  it.each([
    ["LOINC's code", coding('LA6270-8', LOINC), 0],
    ['our code', coding('0', OURS), 0],
    ['our code, where LOINC has none', coding('not-sure', OURS), 'not-sure'],
    ['a code without a system, which the item makes plain', coding('1'), 1],
  ])('is chosen by %s', (_how, answer, value) => {
    expect(answersOf(answering('often', answer))).toEqual({ often: value });
  });

  it('is chosen by true and false where there are a Yes and a No', () => {
    expect(answersOf(answering('harm', { valueBoolean: true }))).toEqual({ harm: 1 });
    expect(flawsOf(answering('often', { valueBoolean: true }))).toEqual([
      ['/item/0/answer/0', 400, 'must be a valueCoding'],
    ]);
    expect(flawsOf(answering('harm', { valueBoolean: 'yes' }))).toEqual([
      ['/item/0/answer/0/valueBoolean', 400, 'must be true or false'],
    ]);
  });

  it('follows the label, not the place: a Yes may come first', () => {
    const turned = smallInstrument({
      items: [
        {
          id: 'naloxone',
          text: 'Is there naloxone at home?',
          kind: 'choice',
          options: [
            { value: 0, label: 'Yes' },
            { value: 1, label: 'No' },
            { value: 'not-relevant', label: 'Not relevant' },
          ],
        },
      ],
    });
    expect(
      readQuestionnaireResponse(
        answering('naloxone', { valueBoolean: true }),
        new Map([[turned.id, turned]]),
      ),
    ).toMatchObject({ answers: { naloxone: 0 } });
  });
});

describe('a QuestionnaireResponse that cannot be read is refused at the place:', () => {
  it.each<[string, Resource, unknown]>([
    [
      'another resource',
      response({ resourceType: 'Observation' }),
      [['/resourceType', 400, 'must be QuestionnaireResponse']],
    ],
    [
      'no Questionnaire',
      response({ questionnaire: undefined }),
      [
        [
          '/questionnaire',
          400,
          'is required: urn:treatment-navigator:questionnaire:{id}, see GET /fhir/Questionnaire',
        ],
      ],
    ],
    [
      'an unknown Questionnaire',
      response({ questionnaire: 'http://example.org/forms/intake' }),
      [
        [
          '/questionnaire',
          400,
          'is not a Questionnaire that can be answered here; see GET /fhir/Questionnaire',
        ],
      ],
    ],
    [
      'a Questionnaire with a slip of the pen',
      response({ questionnaire: 'urn:treatment-navigator:questionnaire:smal-one' }),
      [
        [
          '/questionnaire',
          400,
          'is not a Questionnaire that can be answered here; see GET /fhir/Questionnaire; did you mean ' +
            '"urn:treatment-navigator:questionnaire:small-one"?',
        ],
      ],
    ],
    [
      'another version',
      response({ questionnaire: 'urn:treatment-navigator:questionnaire:small-one|1' }),
      [['/questionnaire', 422, 'version 2 is the one that this service has']],
    ],
    [
      'one that was withdrawn',
      response({ status: 'entered-in-error' }),
      [
        [
          '/status',
          422,
          'must be one of in-progress, completed, amended: a withdrawn or unfinished response is not read',
        ],
      ],
    ],
    [
      'a status that FHIR does not know',
      response({ status: 'done' }),
      [['/status', 400, 'must be one of in-progress, completed, amended']],
    ],
    [
      'an unknown item',
      answering('oftn', coding('1')),
      [['/item/0/linkId', 400, 'is not an item of this Questionnaire; did you mean "often"?']],
    ],
    ['an item without a linkId', response({ item: [{}] }), [['/item/0/linkId', 400, 'is required']]],
    ['items that are no list', response({ item: {} }), [['/item', 400, 'must be an array']]],
    [
      'answers that are no list',
      response({ item: [{ linkId: 'days', answer: { valueInteger: 1 } }] }),
      [['/item/0/answer', 400, 'must be an array']],
    ],
    [
      'two answers where one is asked for',
      answering('often', coding('0'), coding('1')),
      [['/item/0/answer', 422, 'takes one answer; remove the others']],
    ],
    [
      'an item answered twice, whatever it says',
      response({
        item: [
          { linkId: 'days', answer: [{ valueInteger: 1 }] },
          { linkId: 'days', answer: [{ valueInteger: 20 }] },
        ],
      }),
      [['/item/1/linkId', 422, 'is answered twice; give its answers in one item']],
    ],
    [
      'an answer of the wrong kind',
      answering('often', { valueString: 'Weekly' }),
      [['/item/0/answer/0', 400, 'must be a valueCoding']],
    ],
    [
      'a number for a choice, which may be a score or a place',
      answering('often', { valueInteger: 1 }),
      [['/item/0/answer/0', 400, 'must be a valueCoding']],
    ],
    [
      'two values in one answer',
      answering('harm', { valueBoolean: true, ...coding('0') }),
      [['/item/0/answer/0', 400, 'must be a valueCoding']],
    ],
    [
      'an answer that says why it is absent',
      answering('days', { _valueInteger: { extension: [] } }),
      [['/item/0/answer/0', 400, 'must be a valueInteger']],
    ],
    [
      'an answer that is none',
      answering('words', null),
      [['/item/0/answer/0', 400, 'must be a valueString']],
    ],
    [
      'a code that is no option',
      answering('often', coding('77', OURS)),
      [['/item/0/answer/0/valueCoding/code', 422, 'must be one of 0, 1, not-sure']],
    ],
    [
      "a code of LOINC's that is no option",
      answering('often', coding('LA6571-9', LOINC)),
      [['/item/0/answer/0/valueCoding/code', 422, 'must be one of LA6270-8, LA18891-4']],
    ],
    [
      "LOINC's code under our system",
      answering('often', coding('LA6270-8', OURS)),
      [['/item/0/answer/0/valueCoding/code', 422, 'must be one of 0, 1, not-sure']],
    ],
    [
      "somebody else's code that happens to look like ours",
      answering('often', coding('0', 'http://snomed.info/sct')),
      [['/item/0/answer/0/valueCoding/system', 400, `must be ${OURS} or ${LOINC}`]],
    ],
    [
      'a coding without a code',
      answering('harm', coding(1)),
      [['/item/0/answer/0/valueCoding/code', 400, 'is required, as a string']],
    ],
    [
      'ticks beside none-of-these',
      answering('which', coding('none-of-these'), coding('pills')),
      [
        [
          '/item/0/answer',
          422,
          'none-of-these cannot be combined with other options; remove it or the others',
        ],
      ],
    ],
    [
      'a tick twice, and one that is not there',
      answering('which', coding('pills'), coding('pills'), coding('grass')),
      [
        ['/item/0/answer/1', 422, 'is ticked twice; remove one'],
        ['/item/0/answer/2/valueCoding/code', 422, 'must be one of pills, powder, none-of-these'],
      ],
    ],
    [
      'none-of-these for a single choice',
      answering('harm', coding('none-of-these', OURS)),
      [['/item/0/answer/0/valueCoding/code', 422, 'must be one of 0, 1']],
    ],
    [
      'a number out of range',
      answering('days', { valueInteger: 31 }),
      [['/item/0/answer/0/valueInteger', 422, 'must be a whole number from 0 to 30']],
    ],
    [
      'a number that is not whole',
      answering('days', { valueDecimal: 1.5 }),
      [['/item/0/answer/0/valueDecimal', 422, 'must be a whole number from 0 to 30']],
    ],
    [
      'a number in quotes',
      answering('days', { valueInteger: '3' }),
      [['/item/0/answer/0/valueInteger', 400, 'must be a whole number from 0 to 30']],
    ],
    [
      'a total out of range',
      response({
        questionnaire: 'Questionnaire/totals-alone',
        item: [{ linkId: 'total', answer: [{ valueInteger: 11 }] }],
      }),
      [['/item/0/answer/0/valueInteger', 422, 'must be a whole number from 0 to 10']],
    ],
    [
      'what may change its meaning',
      response({
        modifierExtension: [{ url: 'http://example.org/not-really', valueBoolean: true }],
        item: [
          {
            linkId: 'days',
            answer: [{ valueInteger: 3, modifierExtension: [{ url: 'http://example.org/not' }] }],
          },
        ],
      }),
      [
        ['/modifierExtension', 422, 'may change what the answers mean; send them without it'],
        ['/item/0/answer/0/modifierExtension', 422, 'may change what the answers mean; send them without it'],
      ],
    ],
  ])('%s', (_what, resource, flaws) => {
    expect(flawsOf(resource)).toEqual(flaws);
  });

  it('everything at once', () => {
    expect(
      flawsOf(
        response({
          status: 'stopped',
          item: [
            { linkId: 'harm', answer: [{ valueString: 'x' }] },
            { linkId: 'dys', answer: [{ valueInteger: 1 }] },
          ],
        }),
      ),
    ).toEqual([
      ['/status', 422, expect.stringContaining('must be one of')],
      ['/item/0/answer/0', 400, 'must be a valueCoding'],
      ['/item/1/linkId', 400, 'is not an item of this Questionnaire; did you mean "days"?'],
    ]);
  });

  it('a nesting without end', () => {
    let item: object = { linkId: 'days', answer: [{ valueInteger: 1 }] };
    for (let depth = 0; depth < 10; depth++) item = { linkId: `group-${depth}`, item: [item] };
    expect(flawsOf(response({ item: [item] }))).toEqual([
      [expect.stringMatching(/^(\/item\/0){7}\/item$/), 422, 'is nested deeper than 6'],
    ]);
  });
});

describe('the condition a response was filled in for', () => {
  const of = (extension: unknown, id = 'per-condition') =>
    response({ questionnaire: `urn:treatment-navigator:questionnaire:${id}`, extension });

  it('is read from our extension, beside those of others', () => {
    expect(
      read(
        of([
          { url: 'http://example.org/x', valueCode: 'y' },
          { url: CONDITION, valueCode: 'alcohol' },
        ]),
      ),
    ).toEqual({ instrument: perCondition, condition: 'alcohol', answers: {}, totals: {} });
  });

  it.each<[string, Resource, unknown]>([
    [
      'is missed where the instrument needs it',
      of(undefined),
      [
        [
          '/extension',
          422,
          'needs the condition this instrument was filled in for: { "url": "urn:treatment-navigator:condition", "valueCode": … }',
        ],
      ],
    ],
    [
      'must be one we know',
      of([{ url: CONDITION, valueCode: 'gambling' }]),
      [
        [
          '/extension/0/valueCode',
          400,
          'must be one of alcohol, opioid, stimulant, cannabis, sedative, nicotine',
        ],
      ],
    ],
    [
      'is one',
      of([
        { url: CONDITION, valueCode: 'alcohol' },
        { url: CONDITION, valueCode: 'opioid' },
      ]),
      [['/extension/1', 422, 'names a second condition; send a response for each']],
    ],
    ['stands in a list', of({ url: CONDITION }), [['/extension', 400, 'must be an array']]],
    [
      'agrees with a total that speaks of one',
      {
        ...of([{ url: CONDITION, valueCode: 'alcohol' }], 'totals-alone'),
        item: [{ linkId: 'heroin', answer: [{ valueInteger: 3 }] }],
      },
      [['/extension/0/valueCode', 422, 'the total heroin speaks of opioid']],
    ],
  ])('%s', (_what, resource, flaws) => {
    expect(flawsOf(resource)).toEqual(flaws);
  });
});

describe('a response to a LOINC panel', () => {
  const shipped = InstrumentCatalog.read().byId;
  const GAD7 = ['69725-0', '68509-9', '69733-4', '69734-2', '69735-9', '69689-8', '69736-7'];
  const FREQUENCY = ['LA6568-5', 'LA6569-3', 'LA6570-1', 'LA6571-9'];
  const answered = (code: string, value: number) => ({
    linkId: `/${code}`,
    text: 'As LHC-Forms shows it',
    answer: [{ valueCoding: { system: LOINC, code: FREQUENCY[value], display: 'As shown' } }],
  });
  const totalOf = (code: string, answer: object) => ({
    linkId: `/${code}`,
    text: 'Total score',
    answer: [answer],
  });
  const difficulty = {
    linkId: '/69722-7',
    answer: [{ valueCoding: { system: LOINC, code: 'of-their-own', display: 'Somewhat difficult' } }],
  };
  const panel = (item: object[], questionnaire = 'http://loinc.org/q/44249-1') =>
    response({ questionnaire, item });
  const nine = [2, 1, 0, 3, 0, 1, 0, 0, 1];
  const items = nine.map((value, at) => answered(PHQ9_CODES[at]!, value));
  const phq9 = Object.fromEntries(nine.map((value, at) => [`phq${at + 1}`, value]));
  const read9 = (resource: Resource) => {
    const outcome = readQuestionnaireResponse(resource, shipped);
    return 'instrument' in outcome
      ? [outcome.instrument.id, outcome.answers, outcome.totals]
      : outcome.map(({ at, message, readable }) => [`/${at.join('/')}`, readable ? 422 : 400, message]);
  };

  it('is read as LHC-Forms makes it: a PHQ-9 with its total and the question on difficulty', () => {
    const resource = panel([...items, difficulty, totalOf('44261-6', { valueDecimal: 8 })]);
    expect(flawsOfR4(resource)).toEqual([]);
    expect(read9(resource)).toEqual(['phq-9', phq9, {}]);
  });

  it('is read as it makes a GAD-7', () => {
    const seven = GAD7.map((code) => answered(code, 2));
    const resource = panel(
      [...seven, totalOf('70274-6', { valueInteger: 14 }), difficulty],
      'http://loinc.org/q/69737-5',
    );
    expect(read9(resource)).toEqual([
      'gad-7',
      Object.fromEntries(GAD7.map((_code, at) => [`gad${at + 1}`, 2])),
      {},
    ]);
  });

  it.each([
    'http://loinc.org/q/44249-1',
    'https://loinc.org/q/44249-1|2.78',
    'Questionnaire/44249-1-x',
    'https://ehr.example/fhir/Questionnaire/44249-1',
  ])('may name the panel by %s', (questionnaire) => {
    expect(read9(panel(items, questionnaire))).toEqual(['phq-9', phq9, {}]);
  });

  it.each([
    ['our Questionnaire', 'urn:treatment-navigator:questionnaire:phq-9', '/'],
    ['no slash', 'http://loinc.org/q/44249-1', ''],
    ['a path of codes', 'http://loinc.org/q/44249-1', '/44249-1/'],
  ])("may have LOINC's codes with %s", (_how, questionnaire, before) => {
    const paths = items.map((item) => ({ ...item, linkId: item.linkId.replace('/', before) }));
    const group = { linkId: '/44249-1', item: paths };
    expect(read9(panel([group], questionnaire))).toEqual(['phq-9', phq9, {}]);
  });

  it.each([
    ['an integer', { valueInteger: 8 }],
    ['a decimal', { valueDecimal: 8 }],
    ['a quantity', { valueQuantity: { value: 8, unit: '{score}' } }],
  ])('may state its total as %s', (_kind, answer) => {
    expect(read9(panel([totalOf('44261-6', answer), ...items]))).toEqual(['phq-9', phq9, {}]);
  });

  it('with nothing but a total is that total', () => {
    expect(read9(panel([totalOf('44261-6', { valueDecimal: 17 })]))).toEqual(['phq-9', {}, { total: 17 }]);
  });

  it('is read below an answer that nothing reads', () => {
    const [answer] = difficulty.answer;
    const below = { ...difficulty, answer: [{ ...answer, item: [answered('44260-8', 1)] }] };
    expect(read9(panel([below]))).toEqual(['phq-9', { phq9: 1 }, {}]);
  });

  it('that is unfinished is read without its total', () => {
    const resource = panel([...items.slice(0, 2), totalOf('44261-6', { valueDecimal: 3 })]);
    expect(read9(resource)).toEqual(['phq-9', { phq1: 2, phq2: 1 }, {}]);
  });

  it.each<[string, object[], unknown[]]>([
    [
      'another total than that of the answers',
      [...items, totalOf('44261-6', { valueDecimal: 9 })],
      [['/item/9/answer/0', 422, 'is not the total of the answers; correct it or leave it out']],
    ],
    [
      'a total that no further answers can make',
      [...items.slice(0, 8), totalOf('44261-6', { valueDecimal: 11 })],
      [['/item/8/answer/0', 422, 'must be from 7 to 10 with the answers given; correct it or leave it out']],
    ],
    [
      'a total out of range',
      [totalOf('44261-6', { valueQuantity: { value: 28 } })],
      [['/item/0/answer/0', 422, 'must be a whole number from 0 to 27']],
    ],
    [
      'a total that is only a limit',
      [totalOf('44261-6', { valueQuantity: { value: 8, comparator: '>=' } })],
      [['/item/0/answer/0', 400, 'must be a valueInteger']],
    ],
    [
      'its total twice',
      [totalOf('44261-6', { valueDecimal: 8 }), totalOf('44261-6', { valueDecimal: 8 })],
      [['/item/1/linkId', 422, 'is answered twice; give its answers in one item']],
    ],
    [
      "an item by our id and by LOINC's",
      [{ linkId: 'phq1', answer: [coding('1')] }, answered('44250-9', 1)],
      [['/item/1/linkId', 422, 'is answered twice; give its answers in one item']],
    ],
    [
      'an item of another panel',
      [answered('69725-0', 1)],
      [['/item/0/linkId', 400, 'is not an item of this Questionnaire']],
    ],
  ])('is refused with %s', (_what, item, flaws) => {
    expect(read9(panel(item))).toEqual(flaws);
  });

  it('that is not shipped is no Questionnaire here', () => {
    expect(read9(panel([], 'http://loinc.org/q/69728-4'))).toEqual([
      [
        '/questionnaire',
        400,
        'is not a Questionnaire that can be answered here; see GET /fhir/Questionnaire',
      ],
    ]);
  });
});
