import type { Language } from '../../vocabulary/languages.js';
import { SPOKEN_LANGUAGES, type SpokenLanguage } from '../../vocabulary/spoken-languages.js';
import { label } from '../labels.js';
import { capital } from '../sentence-template.js';
import * as approaches from './approaches.js';
import * as assessment from './assessment.js';
import * as assessmentAnswers from './assessment-answers.js';
import { CONDITION_WORDS, SEVERITY_WORDS } from './conditions.js';
import * as desk from './desk.js';
import * as licences from './licences.js';
import * as meetings from './meetings.js';
import * as linkage from './linkage.js';
import * as evidence from './evidence.js';
import * as facts from './facts.js';
import * as levels from './levels-of-care.js';
import * as match from './match-answers.js';
import { CONSTRAINT_WORDS, CRITERION_WORDS } from './matching.js';
import * as medications from './medications.js';
import * as operations from './operations.js';
import * as payment from './payment.js';
import * as people from './people.js';
import { STATE_WORDS } from './places.js';
import * as plans from './plans.js';
import * as resources from './resources.js';
import * as services from './services.js';
import { languageName } from './spoken-languages.js';
import * as standings from './standings.js';
import type { ShownWord, WordTable, WrittenWord } from './word.js';

const withoutAny = ({ any: _any, ...conditions }: Record<string, WrittenWord>) => conditions;

const languageWords = (language: Language, description: (name: string) => string) =>
  Object.fromEntries(
    SPOKEN_LANGUAGES.map((tag): [SpokenLanguage, WrittenWord] => {
      const [name, short = name] = [languageName(tag, language), SHORT_NAMES[language][tag]];
      return [tag, [capital(name), description(name), capital(short)]];
    }),
  );

const SHORT_NAMES: Readonly<Record<Language, Partial<Record<SpokenLanguage, string>>>> = {
  en: { crp: 'Creole', nai: 'Native American' },
  es: { crp: 'criollo', nai: 'lengua indígena' },
};

/** Every vocabulary of the API, with a word for each of its codes. */
export const VOCABULARIES = {
  condition: { en: withoutAny(CONDITION_WORDS.en), es: withoutAny(CONDITION_WORDS.es) },
  treatedCondition: CONDITION_WORDS,
  severity: SEVERITY_WORDS,
  levelOfCare: levels.LEVEL_WORDS,
  overlay: levels.OVERLAY_WORDS,
  careNeed: levels.CARE_NEED_WORDS,
  withdrawalSetting: levels.WITHDRAWAL_SETTING_WORDS,
  payer: payment.PAYER_WORDS,
  pricePeriod: payment.PRICE_PERIOD_WORDS,
  funding: payment.FUNDING_WORDS,
  capacityUnit: licences.CAPACITY_UNIT_WORDS,
  attendance: meetings.ATTENDANCE_WORDS,
  meetingAudience: meetings.MEETING_AUDIENCE_WORDS,
  medication: medications.MEDICATION_WORDS,
  medicationStance: medications.MEDICATION_STANCE_WORDS,
  accessWay: medications.ACCESS_WAY_WORDS,
  medicationAccess: medications.MEDICATION_ACCESS_WORDS,
  modality: services.MODALITY_WORDS,
  service: services.SERVICE_WORDS,
  weekday: services.WEEKDAY_WORDS,
  answeredList: services.ANSWERED_LIST_WORDS,
  population: people.POPULATION_WORDS,
  ageGroup: people.AGE_GROUP_WORDS,
  gender: people.GENDER_WORDS,
  sexAtBirth: people.SEX_AT_BIRTH_WORDS,
  militaryService: people.MILITARY_SERVICE_WORDS,
  accessibility: people.ACCESSIBILITY_WORDS,
  asker: people.ROLE_OF_ASKER_WORDS,
  subject: people.SUBJECT_WORDS,
  language: {
    en: languageWords('en', (name) => `Counseling is given in ${name}.`),
    es: languageWords('es', (name) => `Se da consejería en ${name}.`),
  },
  state: STATE_WORDS,
  wish: standings.WISH_WORDS,
  goal: standings.GOAL_WORDS,
  accreditation: standings.ACCREDITATION_WORDS,
  license: standings.LICENSE_WORDS,
  ownership: standings.OWNERSHIP_WORDS,
  fact: facts.FACT_WORDS,
  coOccurringCare: facts.CO_OCCURRING_CARE_WORDS,
  useOnSite: facts.USE_ON_SITE_WORDS,

  constraint: CONSTRAINT_WORDS,
  criterion: CRITERION_WORDS,
  strictness: match.STRICTNESS_WORDS,
  historyOutcome: match.HISTORY_OUTCOME_WORDS,
  careElement: match.CARE_ELEMENT_WORDS,
  purpose: match.PURPOSE_WORDS,
  tier: match.TIER_WORDS,
  evidenceBand: match.EVIDENCE_BAND_WORDS,
  verdict: match.VERDICT_WORDS,
  clientQuestion: match.CLIENT_QUESTION_WORDS,
  decider: match.DECIDER_WORDS,
  travelMode: match.TRAVEL_MODE_WORDS,
  travelBasis: match.TRAVEL_BASIS_WORDS,
  unit: match.UNIT_WORDS,
  programSort: match.SORT_WORDS,

  badge: evidence.BADGE_WORDS,
  certainty: evidence.CERTAINTY_WORDS,
  direction: evidence.DIRECTION_WORDS,
  comparator: evidence.COMPARATOR_WORDS,
  evidencePurpose: evidence.PURPOSE_OF_EVIDENCE_WORDS,
  component: evidence.COMPONENT_WORDS,
  qualitySign: evidence.QUALITY_SIGN_WORDS,
  qualitySignState: evidence.SIGN_STATE_WORDS,
  absence: evidence.ABSENCE_WORDS,
  approachKind: approaches.APPROACH_KIND_WORDS,
  approachScope: approaches.APPROACH_SCOPE_WORDS,
  listing: approaches.LISTING_WORDS,
  ratingStatus: approaches.RATING_STATUS_WORDS,
  outcomeGroup: approaches.OUTCOME_GROUP_WORDS,
  retraction: approaches.RETRACTION_WORDS,
  foreignScheme: approaches.FOREIGN_SCHEME_WORDS,
  importOutcome: approaches.IMPORT_OUTCOME_WORDS,

  standing: desk.STANDING_WORDS,
  freshness: desk.FRESHNESS_WORDS,
  stance: desk.STANCE_WORDS,
  learnedBy: desk.LEARNED_BY_WORDS,
  observationStatus: desk.OBSERVATION_STATUS_WORDS,
  ticketState: desk.TICKET_STATE_WORDS,
  ticketOrigin: desk.TICKET_ORIGIN_WORDS,
  ticketOutcome: desk.TICKET_OUTCOME_WORDS,
  matter: desk.MATTER_WORDS,
  linkageRule: linkage.LINKAGE_RULE_WORDS,
  linkageQuestionState: linkage.LINKAGE_QUESTION_STATE_WORDS,
  role: desk.ROLE_WORDS,
  scope: desk.SCOPE_WORDS,

  safetyLevel: assessment.FLAG_LEVEL_WORDS,
  verification: assessment.VERIFICATION_WORDS,
  sourceSeen: assessment.SOURCE_SEEN_WORDS,
  confirmedBy: assessment.CONFIRMED_BY_WORDS,
  itemKind: assessment.ITEM_KIND_WORDS,
  needAnswer: assessment.NEED_ANSWER_WORDS,
  needQuestion: assessment.NEED_QUESTION_WORDS,
  about: assessment.ABOUT_WORDS,
  spanishStatus: assessment.SPANISH_STATUS_WORDS,
  instrumentDomain: assessment.INSTRUMENT_DOMAIN_WORDS,
  instrumentKind: assessmentAnswers.INSTRUMENT_KIND_WORDS,
  entry: assessmentAnswers.ENTRY_WORDS,
  respondent: assessmentAnswers.RESPONDENT_WORDS,
  questionKind: assessmentAnswers.QUESTION_KIND_WORDS,
  basis: assessmentAnswers.BASIS_WORDS,
  screenStatus: assessmentAnswers.SCREEN_STATUS_WORDS,
  violenceCheck: assessmentAnswers.VIOLENCE_CHECK_WORDS,
  confidence: assessmentAnswers.CONFIDENCE_WORDS,
  route: assessmentAnswers.ROUTE_WORDS,

  planPart: plans.PLAN_PART_WORDS,
  planReader: plans.PLAN_READER_WORDS,
  planSheet: plans.PLAN_SHEET_WORDS,

  resourceKind: resources.RESOURCE_KIND_WORDS,
  resourceGoal: resources.RESOURCE_GOAL_WORDS,
  resourceOutlook: resources.RESOURCE_OUTLOOK_WORDS,
  resourceFit: resources.RESOURCE_FIT_WORDS,
  resourceModality: resources.RESOURCE_MODALITY_WORDS,
  resourceCost: resources.RESOURCE_COST_WORDS,
  resourceField: resources.RESOURCE_FIELD_WORDS,

  keyKind: operations.KEY_KIND_WORDS,
  keyState: operations.KEY_STATE_WORDS,
  coordinatePrecision: operations.COORDINATE_PRECISION_WORDS,
  programStatus: operations.PROGRAM_STATUS_WORDS,
  referenceStyle: operations.REFERENCE_STYLE_WORDS,
  citationFormat: operations.CITATION_FORMAT_WORDS,
  changeEntity: operations.CHANGE_ENTITY_WORDS,
  changeKind: operations.CHANGE_KIND_WORDS,
  webhookEvent: operations.WEBHOOK_EVENT_WORDS,
  webhookStatus: operations.WEBHOOK_STATUS_WORDS,
  disabledReason: operations.DISABLED_REASON_WORDS,
  deliveryError: operations.DELIVERY_ERROR_WORDS,
} as const satisfies Readonly<Record<string, WordTable<string>>>;
export type VocabularyName = keyof typeof VOCABULARIES;

export const VOCABULARY_NAMES = Object.keys(VOCABULARIES) as VocabularyName[];

/** The codes of a vocabulary, each with its word, in the order in which they are shown. */
export function vocabularyOf(
  name: VocabularyName,
  language: Language,
): ({ readonly code: string } & ShownWord)[] {
  const table: Readonly<Record<string, WrittenWord>> = VOCABULARIES[name][language];
  return Object.entries(table).map(([code, written]) => ({ code, ...asShown(code, written, language) }));
}

function asShown(code: string, written: WrittenWord, language: Language): ShownWord {
  const [own, description, short] = typeof written === 'string' ? [null, written] : written;
  const shown = own ?? capital(label(code, language));
  return { label: shown, short: short ?? shown, description };
}
