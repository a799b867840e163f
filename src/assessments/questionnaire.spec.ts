import { flawsOfR4 } from '../../test/support/fhir-r4.js';
import { smallInstrument, totalsInstrument } from '../../test/support/small-instruments.js';
import { toQuestionnaire } from './questionnaire.js';

const OURS = 'urn:treatment-navigator:answers:small-one';
const LOINC = 'http://loinc.org';
const score = (valueDecimal: number) => ({
  extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/ordinalValue', valueDecimal }],
});
const noYes = [
  { valueCoding: { ...score(0), system: OURS, code: '0', display: 'No' } },
  { valueCoding: { ...score(1), system: OURS, code: '1', display: 'Yes' } },
];
const within = (min: number, max: number) => ({
  extension: [
    { url: 'http://hl7.org/fhir/StructureDefinition/minValue', valueInteger: min },
    { url: 'http://hl7.org/fhir/StructureDefinition/maxValue', valueInteger: max },
  ],
});

describe('an instrument as a FHIR R4 Questionnaire', () => {
  it('says everything of its items that FHIR has a place for', () => {
    const questionnaire = toQuestionnaire(smallInstrument({ stem: 'In the last month:' }));
    expect(questionnaire).toEqual({
      resourceType: 'Questionnaire',
      id: 'small-one',
      url: 'urn:treatment-navigator:questionnaire:small-one',
      version: '2',
      name: 'Instrument_small_one',
      title: 'A small one (made up)',
      status: 'active',
      subjectType: ['Patient'],
      publisher: 'Treatment Navigator',
      description: 'nothing real. For: nobody. Scoring: none.',
      purpose: 'A screen is not a diagnosis and not a placement; a clinician confirms.',
      copyright: 'ours',
      item: [
        { linkId: 'stem', type: 'display', text: 'In the last month:' },
        {
          linkId: 'often',
          code: [{ system: LOINC, code: '68520-6' }],
          text: 'How often?',
          type: 'choice',
          required: true,
          answerOption: [
            { valueCoding: { ...score(0), system: LOINC, code: 'LA6270-8', display: 'Never' } },
            { valueCoding: { ...score(3), system: LOINC, code: 'LA18891-4', display: 'Weekly' } },
            { valueCoding: { system: OURS, code: 'not-sure', display: 'Not sure' } },
          ],
        },
        {
          linkId: 'harm',
          text: 'Did it do harm?',
          type: 'choice',
          required: false,
          enableWhen: [
            { question: 'often', operator: '=', answerCoding: { system: LOINC, code: 'LA18891-4' } },
            { question: 'often', operator: '=', answerCoding: { system: OURS, code: 'not-sure' } },
          ],
          enableBehavior: 'any',
          answerOption: noYes,
        },
        {
          linkId: 'which',
          text: 'Which of these?',
          type: 'choice',
          repeats: true,
          required: false,
          answerOption: [
            { valueCoding: { system: OURS, code: 'pills', display: 'Pills' } },
            { valueCoding: { system: OURS, code: 'powder', display: 'Powder' } },
            {
              extension: [
                {
                  url: 'http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive',
                  valueBoolean: true,
                },
              ],
              valueCoding: { system: OURS, code: 'none-of-these', display: 'None of these' },
            },
          ],
        },
        {
          linkId: 'men',
          text: '(Asked of men.) Five or more?',
          type: 'choice',
          required: false,
          answerOption: noYes,
        },
        {
          linkId: 'women',
          text: '(Asked of everyone except men.) Four or more?',
          type: 'choice',
          required: false,
          answerOption: noYes,
        },
        { linkId: 'days', text: 'How many days?', type: 'integer', required: true, ...within(0, 30) },
        { linkId: 'words', text: 'In your own words?', type: 'text', required: false },
      ],
    });
    expect(flawsOfR4(questionnaire)).toEqual([]);
  });

  it('shows an item after an answer to any of several items', () => {
    const [often, harm] = smallInstrument().items;
    const { item } = toQuestionnaire(
      smallInstrument({
        items: [
          often!,
          harm!,
          {
            ...harm!,
            id: 'again',
            after: [
              { item: 'often', is: [1] },
              { item: 'harm', is: [1] },
            ],
          },
        ],
      }),
    ) as { item: object[] };
    expect(item[2]).toEqual({
      linkId: 'again',
      text: 'Did it do harm?',
      type: 'choice',
      required: false,
      enableWhen: [
        { question: 'often', operator: '=', answerCoding: { system: LOINC, code: 'LA18891-4' } },
        { question: 'harm', operator: '=', answerCoding: { system: OURS, code: '1' } },
      ],
      enableBehavior: 'any',
      answerOption: noYes,
    });
  });

  it('asks for totals alone where the items may not be shipped', () => {
    const questionnaire = toQuestionnaire(totalsInstrument());
    expect(questionnaire['item']).toEqual([
      {
        linkId: 'total',
        code: [{ system: LOINC, code: '82667-7' }],
        text: 'Total, calculated elsewhere: the items may not be shipped (licence).',
        type: 'integer',
        required: false,
        ...within(0, 10),
      },
      {
        linkId: 'heroin',
        text: 'Heroin, calculated elsewhere: the items may not be shipped (licence).',
        type: 'integer',
        required: false,
        ...within(0, 15),
      },
    ]);
    expect(flawsOfR4(questionnaire)).toEqual([]);
  });

  it('is answered by a related person where the family answers', () => {
    expect(toQuestionnaire(smallInstrument({ respondents: ['family'] }))['subjectType']).toEqual([
      'RelatedPerson',
    ]);
    expect(toQuestionnaire(smallInstrument({ respondents: ['person', 'family'] }))['subjectType']).toEqual([
      'Patient',
      'RelatedPerson',
    ]);
  });

  it('says where the condition goes, and for whom the cut-offs hold', () => {
    expect(toQuestionnaire(smallInstrument({ perCondition: true, adultsOnly: true }))['description']).toBe(
      'nothing real. For: nobody. Scoring: none. Cut-offs apply to adults only. Filled in for one condition: ' +
        'the response names it in the extension urn:treatment-navigator:condition, as valueCode: alcohol, ' +
        'opioid, stimulant, cannabis, sedative, nicotine.',
    );
  });

  it('carries licence, credit and notices, and the code of the panel', () => {
    const { copyright, code } = toQuestionnaire(
      smallInstrument({
        licence: { status: 'free', credit: 'Somebody 2001', notice: '(c) Somebody' },
        loinc: { panel: { code: '72109-2', status: 'verified' }, notice: 'Contains LOINC.' },
      }),
    );
    expect([copyright, code]).toEqual([
      'free\nSomebody 2001\n(c) Somebody\nContains LOINC.',
      [{ system: LOINC, code: '72109-2' }],
    ]);
  });
});
