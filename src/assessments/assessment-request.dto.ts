import { NEED_QUESTIONS, type NeedQuestionCode } from '../core/assessment/need-questions.js';
import { CARE_NEEDS, type CareNeed } from '../core/matching/codes.js';
import { CONDITIONS, type Condition, SEVERITIES, type Severity } from '../core/vocabulary/conditions.js';
import {
  LEVELS_OF_CARE,
  type LevelOfCare,
  OVERLAYS,
  type Overlay,
} from '../core/vocabulary/levels-of-care.js';
import {
  CLIENT_GENDERS,
  type ClientGender,
  MILITARY_SERVICES,
  type MilitaryService,
} from '../core/vocabulary/people.js';
import { type State, STATES } from '../core/vocabulary/places.js';
import { Code, Codes } from '../http/validation/codes.decorators.js';
import { LanguageTags } from '../http/validation/language.decorators.js';
import { NestedObject, NestedObjects } from '../http/validation/nested.decorators.js';
import { NumberWithin, Text, Texts, YesNo } from '../http/validation/value.decorators.js';
import { AnswerSets, RiskAnswers } from './answer-fields.decorators.js';
import { MESSAGE_TOKEN } from './message-tokens.js';

const INSTRUMENT = {
  matches: /^[a-z0-9]+(-[a-z0-9]+)*$/,
  message: 'must be the id of an instrument, see GET /v1/instruments',
};
const TOKEN = {
  matches: MESSAGE_TOKEN,
  message:
    'is not a token of a safety message; give the token of the message as it was answered (shown_ and 22 characters), not its id',
};

/** What is said of one person. Nothing of it is stored. */
class PersonRequest {
  /** Years. */
  @NumberWithin({ min: 0, max: 120, integer: true, optional: true })
  age?: number;

  /** Used only for programs that serve one gender. */
  @Code(CLIENT_GENDERS, { optional: true })
  gender?: ClientGender;

  /** Used only for the cut-offs of screening instruments; does not affect any score. */
  @Code(['female', 'male'], { optional: true })
  sexAtBirth?: 'female' | 'male';

  @YesNo({ optional: true })
  pregnant?: boolean;

  /** Used only for programs of Veterans Affairs and the Department of Defense. Omit it if the person was not asked. */
  @Code(MILITARY_SERVICES, { optional: true })
  service?: MilitaryService;

  /**
   * May use the Indian Health Service, for example as a member of a tribe. Used only for programs that are run for
   * American Indians and Alaska Natives. Omit it if the person was not asked.
   */
  @YesNo({ optional: true })
  tribal?: boolean;

  /** Languages the person speaks, as BCP 47 tags in any letters: `es`, `es-MX`, `zh-Hant`. */
  @LanguageTags({ optional: true, min: 1, max: 10 })
  languages?: string[];
}

/**
 * Who asks: the person whom the options are for, or a family member. For a family member it decides the list of help for
 * families, and `age`, `gender`, `sexAtBirth` and `pregnant` belong to `lovedOne`.
 */
export class ClientRequest extends PersonRequest {
  /** The person, or a family member who asks on their behalf. */
  @Code(['self', 'family'], { optional: true })
  role?: 'self' | 'family';

  /** Derived from `constraints.near` if omitted. */
  @Code(STATES, { optional: true, name: 'State' })
  state?: State;
}

/** Whom a family member asks for: decides the lists of treatment and of recovery support. */
export class LovedOneRequest extends PersonRequest {}

/** A condition a professional judged. */
export class ConditionRequest {
  @Code(CONDITIONS, { name: 'Condition' })
  condition: Condition;

  @Code(SEVERITIES, { optional: true })
  severity?: Severity;
}

/** The client's own words on change, 0 to 10. */
export class ReadinessRequest {
  @NumberWithin({ min: 0, max: 10, optional: true })
  importance?: number;

  @NumberWithin({ min: 0, max: 10, optional: true })
  confidence?: number;

  @NumberWithin({ min: 0, max: 10, optional: true })
  readiness?: number;
}

/** A total that was worked out elsewhere, such as that of an instrument whose items may not be shipped. */
export class ScoreRequest {
  @Text({ max: 60, pattern: INSTRUMENT })
  instrument: string;

  @NumberWithin({ min: 0, max: 100_000, integer: true })
  score: number;

  /** Which total, for an instrument with several, such as the TAPS-2. */
  @Text({ optional: true, max: 60, pattern: INSTRUMENT })
  scale?: string;

  /** The condition it is about, if the instrument does not determine it. */
  @Code(CONDITIONS, { optional: true, name: 'Condition' })
  condition?: Condition;
}

/** Questions that the client would rather not answer: items of an instrument, or a question of `needQuestions`. */
export class SkippedRequest {
  @Text({ optional: true, max: 60, pattern: INSTRUMENT })
  instrument?: string;

  /** The `id` of a question of `needQuestions`. */
  @Code(NEED_QUESTIONS, { optional: true, name: 'NeedQuestion' })
  need?: NeedQuestionCode;

  /** Ids of its items; if omitted, all of them. */
  @Texts({ optional: true, min: 1, max: 50, each: { max: 40 } })
  items?: string[];

  /** For an instrument that is filled in for one condition; if omitted, for every condition. */
  @Code(CONDITIONS, { optional: true, name: 'Condition' })
  condition?: Condition;
}

/** What is known of the client's condition. Nothing of it is stored. */
export class AssessmentRequest {
  /** Answers to one or more instruments, in our own format or as FHIR R4 QuestionnaireResponses. */
  @AnswerSets({ optional: true })
  responses?: unknown[];

  /** Totals instead of answers. */
  @NestedObjects(() => ScoreRequest, { optional: true, max: 30 })
  scores?: ScoreRequest[];

  /**
   * What the client would rather not say. `next`, `helpful` and `needQuestions` do not ask it again. It stays unknown to
   * the rules, and `notAsked` names it where a safety message depends on it. An answer to the same item counts.
   */
  @NestedObjects(() => SkippedRequest, { optional: true, max: 100 })
  skipped?: SkippedRequest[];

  /** Answers that the safety messages and the level-of-care rules use, by input name. */
  @RiskAnswers({ optional: true })
  risks?: Record<string, boolean | number | string>;

  /**
   * Tokens of safety messages that have been shown: `safety[].token` of an earlier answer. In an emergency, and where a
   * clinician has to decide first, there is no list until the token of each such message is given. A token is taken on
   * the day on which it was answered (UTC) and on the next. One that is older, of other versions of the rules or the
   * messages, or of another message is no error: it acknowledges nothing, and the list stays held.
   */
  @Texts({ optional: true, repeats: true, max: 30, each: { max: 40, pattern: TOKEN } })
  acknowledged?: string[];

  /** A professional's judgement. */
  @NestedObjects(() => ConditionRequest, { optional: true, max: 6 })
  conditions?: ConditionRequest[];

  @NestedObject(() => ReadinessRequest, { optional: true })
  readiness?: ReadinessRequest;

  /**
   * Stated by a clinician: an exact set, of which no program may offer less; overlays are added to it. A relaxation may
   * propose more care.
   */
  @Codes([...LEVELS_OF_CARE, ...OVERLAYS], { optional: true, min: 1 })
  levelsOfCare?: (LevelOfCare | Overlay)[];

  /** Stated by a clinician: what care must cover, whatever its level. Never relaxed. */
  @Codes(CARE_NEEDS, { optional: true, min: 1 })
  needs?: CareNeed[];
}
