import type { Condition } from './conditions.js';
import { folded } from './folded.js';
import type { LevelOfCare } from './levels-of-care.js';
import type { Medication } from './medications.js';
import type { Payer } from './payment.js';
import type { ClientGender, Population } from './people.js';
import type { Modality } from './services.js';

/** A code that people have words of their own for. */
export type SynonymCode = Payer | LevelOfCare | Condition | Medication | ClientGender | Population | Modality;

/**
 * Words that people use for our codes, by code. They are hints, never taken silently: "VA" may be a payer or a place, and
 * "residential" is three levels. Names of levels after clinical/levels-of-care.md, brands after the labels of the Food and
 * Drug Administration, programs of the states as Medicaid.gov lists them, street names as the National Institute on Drug
 * Abuse lists them (brands, programs and street names from memory, not looked up).
 */
export const SYNONYMS: Readonly<Partial<Record<SynonymCode, readonly string[]>>> = {
  military: ['veteran insurance', 'military insurance', 'army insurance'],
  tricare: ['champus', 'tricare prime', 'tricare for life'],
  va: ['veterans affairs', 'va community care', 'veterans administration'],
  tribal: ['ihs', 'indian health service', 'indian health', 'tribal health'],
  'self-pay': ['cash', 'credit card', 'out of pocket', 'private pay', 'uninsured', 'no insurance'],
  'sliding-fee': ['sliding scale', 'sliding', 'income based', 'uninsured', 'no insurance'],
  medicaid: [
    'medi-cal', 'masshealth', 'ahcccs', 'tenncare', 'badgercare', 'soonercare', 'husky', 'husky health', 'apple health',
    'health first colorado', 'kancare', 'mo healthnet', 'mainecare', 'green mountain care', 'nj familycare',
    'med-quest', 'denalicare', 'hoosier healthwise', 'hip', 'chip', 'medicaid managed care', 'medical assistance',
  ],
  private: [
    'insurance', 'commercial', 'commercial insurance', 'employer insurance', 'ppo', 'hmo', 'blue cross',
    'blue cross blue shield', 'bcbs', 'aetna', 'cigna', 'anthem', 'humana', 'kaiser', 'united', 'unitedhealthcare',
    'uhc', 'optum', 'marketplace', 'obamacare',
  ],
  state: ['state insurance', 'state plan', 'state funds'],
  free: ['no cost', 'no charge', 'gratis'],

  early: ['brief intervention', 'education'],
  op: ['outpatient', 'counseling', 'iop or op', 'standard outpatient', 'aftercare'],
  'op-med': ['mat', 'moud', 'otp', 'methadone clinic', 'opioid treatment program', 'ambulatory detox', 'outpatient detox'],
  iop: ['intensive outpatient', 'intensive outpatient program', 'evening program'],
  php: ['partial hospitalization', 'partial hospitalisation', 'day treatment', 'day program', 'partial'],
  'res-low': ['residential', 'halfway house', 'sober living', 'recovery residence', 'long-term residential'],
  'res-high': ['residential', 'rehab', 'inpatient rehab', '28 day', '30 day', 'short-term residential', 'therapeutic community'],
  'res-med': ['residential', 'detox', 'residential detox', 'medical detox', 'withdrawal management'],
  hosp: ['inpatient', 'hospital', 'inpatient detox', 'hospital inpatient', 'detox'],

  alcohol: ['drinking', 'alcoholism', 'alcoholic', 'aud', 'beer', 'wine', 'liquor', 'alcohol use disorder'],
  opioid: [
    'heroin', 'fentanyl', 'opiate', 'opiates', 'opioids', 'oud', 'oxycodone', 'oxycontin', 'percocet', 'hydrocodone',
    'vicodin', 'morphine', 'codeine', 'tramadol', 'pain pills', 'painkillers', 'opioid use disorder',
  ],
  stimulant: [
    'meth', 'methamphetamine', 'crystal meth', 'crystal', 'ice', 'cocaine', 'crack', 'amphetamine', 'adderall', 'speed',
    'stimulants', 'ritalin',
  ],
  cannabis: ['marijuana', 'weed', 'pot', 'thc', 'hash', 'cannabinoids'],
  sedative: [
    'benzos', 'benzodiazepine', 'benzodiazepines', 'xanax', 'alprazolam', 'klonopin', 'clonazepam', 'valium', 'diazepam',
    'ativan', 'lorazepam', 'ambien', 'zolpidem', 'sleeping pills', 'barbiturates', 'sedatives', 'tranquilizers',
  ],
  nicotine: ['tobacco', 'smoking', 'cigarettes', 'vaping', 'vape', 'chewing tobacco'],

  methadone: ['methadose', 'dolophine'],
  buprenorphine: ['suboxone', 'subutex', 'zubsolv', 'bunavail', 'bup', 'suboxone film'],
  'buprenorphine-injection': ['sublocade', 'brixadi', 'buprenorphine shot'],
  naltrexone: ['revia', 'depade'],
  'naltrexone-injection': ['vivitrol', 'naltrexone shot'],
  acamprosate: ['campral'],
  disulfiram: ['antabuse'],
  naloxone: ['narcan', 'kloxxado', 'zimhi', 'revive'],
  lofexidine: ['lucemyra'],
  clonidine: ['catapres', 'kapvay'],
  'nicotine-replacement': ['nicotine patch', 'nicotine gum', 'nicorette', 'nicoderm', 'lozenge'],
  'non-nicotine-cessation': ['chantix', 'varenicline', 'zyban', 'bupropion'],

  woman: ['female', 'f', 'girl', 'mujer', 'femenino'],
  man: ['male', 'm', 'boy', 'hombre', 'masculino'],
  nonbinary: ['nb', 'enby', 'genderqueer', 'x'],

  adolescents: ['teens', 'teenagers', 'youth', 'adolescent'],
  'transition-age-young-adults': ['young adults', 'college students'],
  'pregnant-postpartum': ['pregnant', 'pregnant women', 'postpartum', 'new mothers', 'perinatal'],
  seniors: ['elderly', 'older adults'],
  lgbtq: ['lgbt', 'gay', 'lesbian', 'transgender', 'trans', 'queer', 'lgbtqia'],
  veterans: ['veteran', 'vets', 'vet'],
  'criminal-justice': ['probation', 'parole', 'court', 'drug court', 'jail', 'offenders'],
  dui: ['dwi', 'drunk driving'],
  'co-occurring-mental': ['dual diagnosis', 'co-occurring', 'mental illness'],
  hiv: ['aids', 'hiv/aids'],
  trauma: ['ptsd'],

  telehealth: ['online', 'virtual', 'video', 'telemedicine', 'remote', 'tele'],
  'in-person': ['onsite', 'face to face', 'office'],
}; // prettier-ignore

/** Letters and digits alone, so that "Medi-Cal" is "medical" and no more. */
export function plainWord(written: string): string {
  return folded(written).replace(/[^\p{L}\p{N}]/gu, '');
}

const CODES_BY_WORD: ReadonlyMap<string, readonly SynonymCode[]> = byWord();

function byWord(): Map<string, SynonymCode[]> {
  const codes = new Map<string, SynonymCode[]>();
  for (const [code, words] of Object.entries(SYNONYMS) as [SynonymCode, readonly string[]][])
    for (const word of words) codes.set(plainWord(word), [...(codes.get(plainWord(word)) ?? []), code]);
  return codes;
}

/** The codes that people mean by this word or short phrase, of these vocabularies; none if it is not known. */
export function codesMeantBy(written: string, among?: readonly string[]): readonly SynonymCode[] {
  const codes = CODES_BY_WORD.get(plainWord(written)) ?? [];
  return among ? codes.filter((code) => among.includes(code)) : codes;
}
