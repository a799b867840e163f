import type { StatedFacts } from '../../core/directory/source-record.js';
import { checkStatedFacts } from '../../directory/stated-facts.check.js';
import { NOTHING } from './code-book.js';
import { CODE_BOOK_2023 } from './code-book-2023.js';
import { codesIn } from './facility-row.js';
import { stateFacts } from './state-facts.js';

function read(codes: string) {
  const { facts, issues } = stateFacts(codesIn(codes), CODE_BOOK_2023, 'CT');
  return { facts: checkStatedFacts(facts, codes), issues };
}
const factsOf = (codes: string) => read(codes).facts;
const issuesOf = (codes: string) => read(codes).issues.map(({ kind, value }) => `${kind}: ${value}`);

/** A sentence, the codes, and the expected value of one fact. */
function sentences<K extends keyof StatedFacts>(
  fact: K,
  table: readonly (readonly [sentence: string, codes: string, expected: StatedFacts[K]])[],
) {
  it.each(table)('%s (%s)', (_sentence, codes, expected) => {
    expect(factsOf(codes)[fact]).toEqual(expected);
  });
}

describe('conditions', () => {
  sentences('conditions', [
    ['substance use treatment is for any substance', 'SA * OP ORT', { yes: ['any'] }],
    ['so is withdrawal care', 'DT', { yes: ['any'] }],
    ['so is treatment together with a mental disorder', 'SUMH', { yes: ['any'] }],
    ['housing alone treats nothing that we know of', 'HH * RES RL', undefined],
    ['nothing reported is unknown', 'PVTN * SS', undefined],
    ['alcohol may be left out', 'SA * NAUT', { yes: ['any'], no: ['alcohol'] }],
    ['opioids may be left out', 'SA * NOOP', { yes: ['any'], no: ['opioid'] }],
    ['alcohol clients only', 'SA * AUDO', { yes: ['alcohol'], complete: true }],
    ['opioid clients only', 'SA * OUDO', { yes: ['opioid'], complete: true }],
    [
      'alcohol clients only, whatever opioid codes are ticked too',
      'SA * OTP MM MU * AUDO * TCC',
      { yes: ['alcohol'], complete: true },
    ],
    ['opioid only, and alcohol not: no contradiction', 'NAUT * OUDO', { yes: ['opioid'], complete: true }],
    [
      'alcohol only and opioid only leaves these two open, and no other',
      'SA * AUDO OUDO * TCC',
      { maybe: ['alcohol', 'opioid'], complete: true },
    ],
    ['opioid only and opioids not is unknown', 'SA * NOOP * OUDO', undefined],
    ['alcohol only and alcohol not is unknown', 'SA * NAUT * AUDO', undefined],
    [
      'opioids not treated and yet accepted on medication is open',
      'SA * NOOP MOA',
      { yes: ['any'], maybe: ['opioid'] },
    ],
    [
      'alcohol not treated and yet prescribed for is open',
      'SA * NAUT PMAT',
      { yes: ['any'], maybe: ['alcohol'] },
    ],
    [
      'withdrawing people from opioids does not contradict not treating the disorder',
      'SA DT * NOOP * ODTX',
      { yes: ['any'], no: ['opioid'] },
    ],
    ['counseling to stop smoking adds nicotine', 'SA * TCC', { yes: ['any', 'nicotine'] }],
    ['nicotine replacement adds nicotine', 'SA * NRT', { yes: ['any', 'nicotine'] }],
    ['other help to stop smoking adds nicotine', 'SA * NSC', { yes: ['any', 'nicotine'] }],
    ['screening for tobacco does not', 'SA * STU', { yes: ['any'] }],
  ]);

  it('names the codes that contradict each other', () => {
    expect(issuesOf('SA * AUDO OUDO')).toEqual(['contradiction: AUDO OUDO']);
    expect(issuesOf('SA * MOA NOOP UB')).toEqual(['contradiction: NOOP UB MOA']);
    expect(issuesOf('SA * NAUT ACMA')).toEqual(['contradiction: NAUT ACMA']);
    expect(issuesOf('SA * NOOP * ODTX')).toEqual([]);
  });
});

describe('levels of care', () => {
  sentences('levelsOfCare', [
    ['regular outpatient', 'SA * OP ORT', { yes: ['op'] }],
    ['outpatient without any detail', 'SA * OP', { yes: ['op'] }],
    ['intensive outpatient alone does not say regular outpatient', 'SA * OP OIT', { yes: ['iop'] }],
    ['day treatment', 'SA * OP ODT', { yes: ['php'] }],
    ['outpatient withdrawal care', 'SA DT * OP OD', { yes: ['op-med'] }],
    ['medication visits alone may be outpatient', 'SA * OP OMB', { maybe: ['op'] }],
    ['medication visits beside intensive outpatient', 'SA * OP OIT OMB', { yes: ['iop'], maybe: ['op'] }],
    ['medication visits beside regular outpatient', 'SA * OP OMB ORT', { yes: ['op'] }],
    [
      'an opioid treatment program counsels (row 11447)',
      'SA DT * OP OD OMB * OTP MM BUM',
      { yes: ['op', 'op-med'] },
    ],
    ['an opioid treatment program without any detail', 'SA * OP * OTP', { yes: ['op'] }],
    ['a hospital that is an opioid treatment program', 'SA * HI HIT * OTP', { yes: ['hosp'], maybe: ['op'] }],
    ['short-term residential', 'SA * RES RS', { yes: ['res-high'] }],
    ['long-term residential may be of either intensity', 'SA * RES RL', { yes: ['res-high', 'res-low'] }],
    ['residential without any detail', 'SA * RES', { maybe: ['res-high', 'res-low'] }],
    ['residential withdrawal care may be medical', 'DT * RES RD', { maybe: ['res-med'] }],
    ['hospital', 'SA * HI HIT', { yes: ['hosp'] }],
    ['hospital without any detail', 'SA * HI', { yes: ['hosp'] }],
    ['hospital withdrawal alone is no level', 'DT * HID', undefined],
    ['housing is never a level', 'HH', undefined],
    ['nothing reported', 'SA', undefined],
  ]);
  it('never turns the question of counseling beside medication into a no, whatever else is ticked', () => {
    const others = ['OD', 'ODT', 'OIT', 'ORT', 'RS', 'RD', 'HIT', 'MM', 'BUM'];
    for (let ticked = 0; ticked < 2 ** others.length; ticked++) {
      const more = others.filter((_, i) => ticked & (1 << i)).join(' ');
      const { yes = [], maybe = [] } = factsOf(`SA OP OMB ${more}`).levelsOfCare ?? {};
      expect([...yes, ...maybe]).toContain('op');
      expect(factsOf(`SA OP OTP ${more}`).levelsOfCare?.yes).toContain('op');
    }
  });
  sentences('overlays', [
    ['medication visits', 'SA * OMB', { yes: ['moud'] }],
    ['an opioid treatment program', 'SA * OTP MM', { yes: ['moud'] }],
    ['housing', 'SA HH', { yes: ['housing'] }],
    ['care for a serious mental illness too', 'SUMH', { yes: ['co-occurring'] }],
  ]);
  sentences('withdrawalSettings', [
    ['outpatient', 'DT * OD', { yes: ['ambulatory'] }],
    ['residential and hospital', 'DT * RD HID', { yes: ['hospital', 'residential'] }],
    ['detoxification somewhere', 'DT * OP ORT', { maybe: ['ambulatory', 'hospital', 'residential'] }],
    ['not reported', 'SA', undefined],
  ]);
  sentences('withdrawalSubstances', [
    [
      'the substances people are withdrawn from',
      'DT * ADTX BDTX CDTX MDTX ODTX',
      { yes: ['alcohol', 'opioid', 'sedative', 'stimulant'] },
    ],
  ]);
  sentences('coOccurringCare', [
    ['serious mental illness is at least capable', 'SUMH', 'capable'],
    ['a group for it does not say the care', 'SA * CO', undefined],
  ]);
});

describe('medications', () => {
  sentences('medications', [
    ['maintenance with methadone', 'MU * MM * METH', { methadone: 'starts' }],
    ['an opioid treatment program that uses it', 'OTP * MU', { methadone: 'starts' }],
    ['used, and no word of starting', 'MU * METH', { methadone: 'continues' }],
    ['methadone for withdrawal only', 'MU * DM * METH', undefined],
    ['prescribed or maintained buprenorphine', 'BU * UB', { buprenorphine: 'starts' }],
    ['maintenance beside withdrawal', 'BU * DB BUM', { buprenorphine: 'starts' }],
    ['buprenorphine used, and no word of starting', 'BU * BWN', { buprenorphine: 'continues' }],
    ['buprenorphine for withdrawal only', 'BU * DB * BWN', undefined],
    [
      'the injection where buprenorphine is prescribed',
      'UB * BERI',
      { buprenorphine: 'starts', 'buprenorphine-injection': 'starts' },
    ],
    ['the injection by itself', 'BERI', { 'buprenorphine-injection': 'continues' }],
    ['naltrexone prescribed', 'UN', { naltrexone: 'starts' }],
    ['naltrexone to prevent relapse', 'RPN', { naltrexone: 'starts' }],
    ['naltrexone prescribed for alcohol', 'PMAT * NXN', { naltrexone: 'starts' }],
    ['naltrexone used', 'NU', { naltrexone: 'continues' }],
    [
      'the naltrexone injection, prescribed and not',
      'UN * VTRL',
      { naltrexone: 'starts', 'naltrexone-injection': 'starts' },
    ],
    ['the naltrexone injection by itself', 'VTRL', { 'naltrexone-injection': 'continues' }],
    ['alcohol medication prescribed here', 'PMAT * ACM DSF', { acamprosate: 'starts', disulfiram: 'starts' }],
    ['alcohol medication used', 'ACM', { acamprosate: 'continues' }],
    [
      'opioid medication from elsewhere is kept, and what is better stays',
      'MOA UB',
      {
        buprenorphine: 'starts',
        'buprenorphine-injection': 'continues',
        methadone: 'continues',
        naltrexone: 'continues',
        'naltrexone-injection': 'continues',
      },
    ],
    [
      'alcohol medication from elsewhere is kept',
      'ACMA',
      {
        acamprosate: 'continues',
        disulfiram: 'continues',
        naltrexone: 'continues',
        'naltrexone-injection': 'continues',
      },
    ],
    [
      'no medication for opioid use disorder',
      'NMOA',
      { buprenorphine: 'refuses', 'buprenorphine-injection': 'refuses', methadone: 'refuses' },
    ],
    ['no medication for opioids, and yet buprenorphine', 'NMOA UB', undefined],
    [
      'naltrexone is reported together with a refusal of the agonists',
      'NMOA UN',
      {
        buprenorphine: 'refuses',
        'buprenorphine-injection': 'refuses',
        methadone: 'refuses',
        naltrexone: 'starts',
      },
    ],
    ['no medication for alcohol', 'NMAUT', { acamprosate: 'refuses', disulfiram: 'refuses' }],
    [
      'no medication for alcohol, and yet prescribed: naltrexone is only kept',
      'NMAUT PMAT * ACM * NXN',
      { naltrexone: 'continues' },
    ],
    [
      'a certified program accepts people on methadone, too (row 8217)',
      'OTP MOA BUM',
      {
        buprenorphine: 'starts',
        'buprenorphine-injection': 'continues',
        methadone: 'continues',
        naltrexone: 'continues',
        'naltrexone-injection': 'continues',
      },
    ],
    ['opioids not treated, and yet buprenorphine', 'NOOP UB BUM', undefined],
    [
      'help to stop smoking',
      'NRT NSC',
      { 'nicotine-replacement': 'starts', 'non-nicotine-cessation': 'starts' },
    ],
    ['for withdrawal symptoms', 'LFXD CLND', { clonidine: 'starts', lofexidine: 'starts' }],
    ['nothing reported', 'SA', undefined],
  ]);

  it('makes a certified program without methadone an issue', () => {
    expect(issuesOf('SA * OP OMB * OTP')).toEqual(['otp-without-methadone: OTP']);
    expect(issuesOf('SA * OP OMB * OTP * METH')).toEqual([]);
  });

  it('makes refusals that another code contradicts an issue', () => {
    expect(issuesOf('SA * NMOA UB')).toEqual(['contradiction: NMOA UB']);
    expect(issuesOf('SA * NMAUT * DSF')).toEqual(['contradiction: NMAUT DSF']);
    expect(issuesOf('SA * NMAUT NMOA')).toEqual([]);
  });
});

describe('payment', () => {
  sentences('payers', [
    [
      'the list is complete once the category is reported',
      'MC MD MI PI SI SF ITU',
      {
        yes: ['medicaid', 'medicare', 'military', 'private', 'self-pay', 'state', 'tribal'],
        complete: true,
      },
    ],
    ['free care', 'NP', { yes: ['free'], complete: true }],
    ['free care out of public money', 'NP FSA SAMF', { yes: ['free'], complete: true }],
    ['public money alone says nothing of payers', 'FSA SAMF', undefined],
    ['free care and a payer is unknown', 'NP MD', undefined],
    ['sliding fee alone reports no payers', 'SS', undefined],
    ['not reported', 'SA', undefined],
  ]);
  sentences('slidingFee', [
    ['sliding fee', 'SS', true],
    ['not reported is unknown', 'SF', undefined],
  ]);
  sentences('paymentAssistance', [['assistance', 'PA', true]]);
  sentences('funding', [['public funding', 'FSA SAMF', { yes: ['block-grant', 'government-funding'] }]]);

  it('makes free care beside a payer an issue', () => {
    expect(issuesOf('SA * NP SF')).toEqual(['contradiction: NP SF']);
  });
});

describe('people', () => {
  sentences('ageGroups', [
    ['ages are complete', 'YAD ADLT', { yes: ['adults', 'young-adults'], complete: true }],
    ['children among others', 'CHLD ADLT', { yes: ['adults', 'children'], complete: true }],
    ['children alone are accepted, and others may be', 'CHLD', { yes: ['children'] }],
    ['not reported', 'SA', undefined],
  ]);
  sentences('genders', [
    ['women only', 'FEM', { yes: ['woman'], complete: true }],
    ['both', 'FEM MALE', { yes: ['man', 'woman'], complete: true }],
    ['not reported', 'SA', undefined],
  ]);
  sentences('onlyPopulations', [
    ['only people with a driving offence', 'DU DUO', ['dui']],
    ['a program for them is not only for them', 'DU', undefined],
  ]);
  sentences('populations', [
    [
      'groups are offers and never complete',
      'VET GL PW',
      { yes: ['lgbtq', 'pregnant-postpartum', 'veterans'] },
    ],
    ['only people with a driving offence', 'DUO', { yes: ['dui'] }],
  ]);
  sentences('pregnancyCare', [
    ['a group for pregnant women is care for them', 'PW', true],
    ['not reported', 'WN', undefined],
  ]);

  it('makes children as the only age an issue', () => {
    expect(issuesOf('SA * CHLD')).toEqual(['age-only-children: CHLD']);
    expect(issuesOf('SA * CHLD ADLT')).toEqual([]);
  });
});

describe('how care is given', () => {
  sentences('languages', [
    ['English goes without saying', 'SA', { yes: ['en'] }],
    ['and others are listed', 'SP FX * F17 F92 * N24', { yes: ['en', 'es', 'oj', 'vi', 'zh'] }],
    ['a group of languages', 'NX', { yes: ['en', 'nai'] }],
  ]);
  sentences('modalities', [
    ['a reported setting is in person', 'OP ORT', { yes: ['in-person'] }],
    ['telehealth too', 'OP ORT * TELE', { yes: ['in-person', 'telehealth'] }],
    ['telehealth without a setting', 'TELE', { yes: ['telehealth'] }],
    ['nothing reported', 'SA', undefined],
  ]);
  sentences('telehealthStates', [
    ['telehealth serves the state of the site', 'TELE', { yes: ['CT'] }],
    ['none without telehealth', 'OP ORT', undefined],
  ]);
  sentences('accessibility', [['sign language', 'AH', { yes: ['sign-language'] }]]);
  sentences('approaches', [
    ['relapse prevention is cognitive behavioural therapy in the registry', 'RELP', { yes: ['cbt'] }],
    [
      'self-reported claims',
      'CBT RELP CMI CRV MOTI MXM TWFA BIA * ACU',
      {
        yes: [
          'acupuncture',
          'brief-intervention',
          'cbt',
          'contingency-management',
          'cra',
          'matrix',
          'mi-met',
          'tsf-aa',
        ],
      },
    ],
    ['counseling by itself is no approach', 'SACA ANG TRC MCO ICO', undefined],
  ]);
  sentences('services', [
    [
      'counseling for trauma and couples are services',
      'TRC MCO',
      { yes: ['couples-counseling', 'trauma-counseling'] },
    ],
    ['naloxone', 'NOE', { yes: ['naloxone-and-overdose-education'] }],
  ]);
});

describe('the house itself', () => {
  sentences('ownership', [
    ['one owner', 'PVTN', 'private-non-profit'],
    ['an agency is more exact than the government', 'FED VAMC', 'veterans-affairs'],
    ['two owners is unknown', 'PVTN STG', undefined],
  ]);
  sentences('smoking', [
    ['in a designated area', 'SMPD', 'designated-area'],
    ['two policies is unknown', 'SMON SMPD', undefined],
  ]);
  sentences('vaping', [['not permitted', 'VAPN', 'not-permitted']]);
  sentences('licenses', [
    ['certified as an opioid treatment program', 'SOTP', { yes: ['opioid-treatment-program'] }],
  ]);
  sentences('accreditations', [['by the Joint Commission', 'JC', { yes: ['joint-commission'] }]]);

  it('makes two owners and two policies an issue', () => {
    expect(issuesOf('SA * PVTN STG * SMON SMPD * VAPN VAPP')).toEqual([
      'contradiction: PVTN STG',
      'contradiction: SMON SMPD',
      'contradiction: VAPN VAPP',
    ]);
    expect(issuesOf('SA * FED VAMC')).toEqual([]);
  });
});

describe('how people get medication', () => {
  sentences('medicationAccess', [
    ['maintenance on buprenorphine is started here', 'SA * BUM UB', { yes: ['opioid-here'] }],
    ['so is methadone at an opioid treatment program', 'SA * OTP MU', { yes: ['opioid-here'] }],
    ['buprenorphine that is only prescribed', 'SA * UB', { yes: ['opioid-prescribed'] }],
    [
      'naltrexone is started here, and agonists are accepted',
      'SA * UN MOA',
      { yes: ['opioid-accepted', 'opioid-here'] },
    ],
    ['prescribed elsewhere, by a prescriber in the network', 'SA * MOA INPE', { yes: ['opioid-in-network'] }],
    ['the network goes before a contract', 'SA * MOA INPE RPE', { yes: ['opioid-in-network'] }],
    ['by contract', 'SA * MOA RPE', { yes: ['opioid-by-contract'] }],
    ['without any arrangement', 'SA * MOA PC', { yes: ['opioid-accepted'] }],
    ['accepted, and nothing said of where it comes from', 'SA * MOA', { yes: ['opioid-accepted'] }],
    ['used, but not started', 'SA * BU INPE', { yes: ['opioid-in-network'] }],
    ['for withdrawal alone is no treatment', 'SA * DB BU', undefined],
    ['no medication for opioids', 'SA * NMOA', { yes: ['opioid-none'] }],
    ['no agonist, and yet naltrexone', 'SA * NMOA UN', { yes: ['opioid-here'] }],
    ['none and yet one is a contradiction', 'SA * NMOA BUM', undefined],
    ['an arrangement alone says nothing', 'SA * INPE', undefined],
    ['medication for alcohol is prescribed here', 'SA * PMAT ACM', { yes: ['alcohol-here'] }],
    [
      'naltrexone for alcohol is one for opioids, too',
      'SA * PMAT NXN',
      { yes: ['alcohol-here', 'opioid-here'] },
    ],
    ['here, whatever the network', 'SA * PMAT ACMA AUINPE', { yes: ['alcohol-here'] }],
    ['by the network', 'SA * ACMA AUINPE', { yes: ['alcohol-in-network'] }],
    ['by a contract', 'SA * ACMA AURPE', { yes: ['alcohol-by-contract'] }],
    ['only accepted', 'SA * ACMA AUPC', { yes: ['alcohol-accepted'] }],
    ['none for alcohol', 'SA * NMAUT', { yes: ['alcohol-none'] }],
    [
      'none for alcohol, and naltrexone for opioids',
      'SA * NMAUT UN VTRL',
      { yes: ['alcohol-none', 'opioid-here'] },
    ],
    ['none and yet accepted is a contradiction', 'SA * NMAUT ACMA', undefined],
    ['alcohol not treated and yet prescribed for is one, too', 'SA * NAUT PMAT', undefined],
  ]);

  sentences('opioidTreatmentProgram', [
    ['by its kind of treatment', 'SA * OTP', true],
    ['by its certificate', 'SA * SOTP', true],
    ['not said', 'SA * MM', undefined],
  ]);
});

describe('the lists that were answered', () => {
  sentences('answeredLists', [
    ['with any code of theirs', 'SA * HIVT * CBT', { yes: ['approaches', 'care-types', 'testing'] }],
    ['with a code that states nothing else', 'TBS', { yes: ['testing'] }],
    ['none', 'PVTN', undefined],
  ]);
});

describe('a row', () => {
  it('that reports nothing on treatment says what it says, and an issue', () => {
    expect(read('PVTN * PA SS * SMPD * VPPD')).toEqual({
      facts: {
        languages: { yes: ['en'] },
        slidingFee: true,
        paymentAssistance: true,
        ownership: 'private-non-profit',
        smoking: 'designated-area',
        vaping: 'designated-area',
      },
      issues: [
        {
          kind: 'nothing-on-treatment-reported',
          field: 'service_code_info',
          value: 'PVTN PA SS SMPD VPPD',
          message: 'Neither a type of care nor a setting is reported: what this program treats is unknown.',
        },
      ],
    });
  });

  it('with a code that the book does not have keeps the rest, and the code verbatim in an issue', () => {
    expect(read('SA * OP ORT XYZ').facts).toEqual(factsOf('SA * OP ORT'));
    expect(read('SA * OP ORT XYZ').issues).toEqual([
      {
        kind: 'unknown-code',
        field: 'service_code_info',
        value: 'XYZ',
        message:
          'The code book of 2023 has no such code. It is kept verbatim but states no fact; the rest of the row is ' +
          'imported.',
      },
    ]);
  });

  it('says the same whatever the order of its codes', () => {
    const codes =
      'SA DT SUMH * OP OD OIT OMB ORT * MU BU NU * PMAT * DB BUM OTP DM MM UB * FEM MALE * SP FX * F47'.split(
        /[ *]+/,
      );
    expect(stateFacts(new Set(codes.toReversed()), CODE_BOOK_2023, 'CT')).toEqual(
      stateFacts(new Set(codes), CODE_BOOK_2023, 'CT'),
    );
  });

  const silent = [...CODE_BOOK_2023.lines].filter(([, [, ...states]]) => states.includes(NOTHING));
  it.each(silent.map(([code, [label]]) => [code, label]))(
    '%s (%s) adds nothing but that its list was answered',
    (code) => {
      const { facts, issues } = read(`SA DT * OP ORT * ${code}`);
      const without = read('SA DT * OP ORT');
      expect({ facts: { ...facts, answeredLists: undefined }, issues }).toEqual({
        ...without,
        facts: { ...without.facts, answeredLists: undefined },
      });
    },
  );
});
