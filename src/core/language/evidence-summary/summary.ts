import type { EvidenceSummary } from '../../matching/evidence-summary.js';
import type { Language } from '../../vocabulary/languages.js';
import { EVIDENCE_BAND_WORDS } from '../words/match-answers.js';
import { SUMMARY_EN } from './summary.en.js';
import { SUMMARY_ES } from './summary.es.js';
import type { SummaryWords } from './summary-words.js';

const WORDS: Readonly<Record<Language, SummaryWords>> = { en: SUMMARY_EN, es: SUMMARY_ES };

/** What is open, in the order in which it is said. */
const OPEN = ['partly', 'not-reported', 'not-listed', 'declined'] as const;

/** The band in words, and one line: how much is reported, how medication comes, what is open, and who has checked it. */
export function summaryInWords(
  { purpose, band, essentials, way }: EvidenceSummary,
  language: Language,
): { readonly label: string; readonly says: string } {
  const words = WORDS[language];
  const inState = (state: (typeof essentials)[number]['state']) =>
    essentials.filter((each) => each.state === state).map(({ code }) => code);
  const reported = inState('reported');
  const confirmed = essentials.filter((each) => each.confirmed && each.state === 'reported');
  const lines = [
    words.count(reported.length, essentials.length, purpose),
    ...(way && way !== 'none' ? [words.ways[way]] : []),
    ...OPEN.flatMap((state) => {
      const codes = inState(state);
      return codes.length > 0 ? [words.open[state](codes)] : [];
    }),
    ...(reported.length === 0
      ? []
      : confirmed.length === 0
        ? [words.noneConfirmed]
        : confirmed.length === reported.length
          ? [words.allConfirmed]
          : [words.someConfirmed(confirmed.map(({ code }) => code))]),
  ];
  const [label] = EVIDENCE_BAND_WORDS[language][band];
  const isGood = band === 'strong' || band === 'good';
  const hides = isGood && inState('not-reported').length > 0;
  return {
    label: hides ? `${label}; ${words.notAllReported}` : label,
    says: lines.join(' '),
  };
}
