import type { NamedApproach } from '../../service/coach-api.js';
import type { CodeWords } from '../../words/code-words.js';

/** The vocabulary of the codes of a fact, where it does not have the fact's own name. */
const VOCABULARIES: Readonly<Record<string, string>> = {
  conditions: 'treatedCondition',
  levelsOfCare: 'levelOfCare',
  overlays: 'overlay',
  withdrawalSettings: 'withdrawalSetting',
  withdrawalSubstances: 'condition',
  medications: 'medication',
  payers: 'payer',
  ageGroups: 'ageGroup',
  genders: 'gender',
  languages: 'language',
  populations: 'population',
  onlyPopulations: 'population',
  modalities: 'modality',
  telehealthStates: 'state',
  services: 'service',
  goals: 'goal',
  accreditations: 'accreditation',
  answeredLists: 'answeredList',
  licenses: 'license',
  smoking: 'useOnSite',
  vaping: 'useOnSite',
};

/** The vocabulary that has the words for the codes of a fact. */
export function vocabularyOf(fact: string): string {
  return VOCABULARIES[fact] ?? fact;
}

/** What codes of a fact are called, and which there are where its schema allows any. */
export interface FactCodes {
  readonly open: readonly string[];
  readonly label: (code: string) => string;
}

export function factCodes(fact: string, codes: CodeWords, approaches: readonly NamedApproach[]): FactCodes {
  if (fact === 'approaches')
    return {
      open: approaches.map(({ code }) => code),
      label: (code) => approaches.find((one) => one.code === code)?.name ?? code,
    };
  const vocabulary = vocabularyOf(fact);
  return {
    open: codes.all(vocabulary).map(({ code }) => code),
    label: (code) => codes.label(vocabulary, code),
  };
}
