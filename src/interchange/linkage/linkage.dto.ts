import { ApiProperty } from '@nestjs/swagger';
import { FACT_KEYS } from '../../core/directory/fact-keys.js';
import type { FactKey } from '../../core/directory/source-record.js';
import { LINKAGE_RULES, type LinkageRule } from '../../core/linkage/pair-judge.js';
import { QUESTION_STATES, type QuestionState } from '../../core/linkage/question-life.js';
import { ProgramDetail } from '../../directory/program-detail.dto.js';
import { QueryCodes } from '../../http/validation/codes.decorators.js';
import { QueryNumber, Text, Uuid, YesNo } from '../../http/validation/value.decorators.js';

/** Which questions to list; by default those that wait for an answer. */
export class LinkageQuestionQuery {
  /** One or more, separated by commas. */
  @QueryCodes(QUESTION_STATES, { name: 'LinkageQuestionState' })
  state?: QuestionState[];

  /** Only questions that these rules ask. */
  @QueryCodes(LINKAGE_RULES, { name: 'LinkageRule' })
  rule?: LinkageRule[];

  /** Only questions about rows of this source. */
  @Text({ optional: true, max: 60, example: 'samhsa' })
  source?: string;

  /** `nextCursor` of the previous page. */
  @Text({ optional: true, max: 4096 })
  cursor?: string;

  /** Questions per page. */
  @QueryNumber({ min: 1, max: 100, integer: true })
  limit?: number;
}

/** Whether a program that a source lists is one that was known before. */
export class LinkageQuestion {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: QUESTION_STATES, enumName: 'LinkageQuestionState' })
  state: QuestionState;

  /** Why it is asked. */
  @ApiProperty({ enum: LINKAGE_RULES, enumName: 'LinkageRule' })
  rule: LinkageRule;

  /** How alike the two are, by the published policy. */
  @ApiProperty({ minimum: 0, maximum: 1 })
  score: number;

  source: string;

  @ApiProperty({ format: 'date-time' })
  askedAt: string;

  /** Id of the program that was known before. */
  @ApiProperty({ format: 'uuid' })
  listedId: string;

  listedName: string;

  /** Id of the program as which the row is listed until it is decided. */
  @ApiProperty({ format: 'uuid' })
  incomingId: string;

  incomingName: string;

  /** Statements by people on either of them that count. */
  @ApiProperty({ minimum: 0 })
  statements: number;

  /** Who answered last; `null` before the first answer. */
  @ApiProperty({ type: String, nullable: true })
  answeredBy: string | null;

  @ApiProperty({ type: String, nullable: true })
  reason: string | null;
}

export class LinkageQuestionPage {
  /** Those that people reported on first, then opioid treatment programs, then the most alike. */
  @ApiProperty({ type: () => LinkageQuestion, isArray: true })
  questions: LinkageQuestion[];

  /** `cursor` of the next page; absent on the last page. */
  nextCursor?: string;
}

/** How alike one part of two records is; absent where one of them lacks it. */
export class LinkageParts {
  @ApiProperty({ required: false, minimum: 0, maximum: 1 })
  name?: number;

  @ApiProperty({ required: false, minimum: 0, maximum: 1 })
  street?: number;

  @ApiProperty({ required: false, minimum: 0, maximum: 1 })
  phone?: number;

  @ApiProperty({ required: false, minimum: 0, maximum: 1 })
  postalCode?: number;
}

/** A field in which the two programs differ. */
export class LinkageDifference {
  field: string;

  @ApiProperty({ type: String, nullable: true })
  listed: string | null;

  @ApiProperty({ type: String, nullable: true })
  incoming: string | null;
}

/** What the answer `same` would do. */
export class SameEffect {
  /** The program that stays, with its id. */
  @ApiProperty({ format: 'uuid' })
  survivor: string;

  /** The program that becomes it; its address redirects to the survivor. */
  @ApiProperty({ format: 'uuid' })
  absorbed: string;

  /** Facts of the survivor that become known. */
  @ApiProperty({ enum: FACT_KEYS, isArray: true })
  gained: readonly FactKey[];

  @ApiProperty({ enum: FACT_KEYS, isArray: true })
  changed: readonly FactKey[];

  /** Facts of the survivor that become unknown. */
  @ApiProperty({ enum: FACT_KEYS, isArray: true })
  lost: readonly FactKey[];

  /** Statements by people that would be about the one program from then on. */
  @ApiProperty({ minimum: 0 })
  statements: number;

  /** Whether two people must agree. */
  needsSecondPerson: boolean;

  /** Why the two cannot become one; `null` if they can. */
  @ApiProperty({ type: String, nullable: true })
  refused: string | null;
}

/** A question with both programs side by side. */
export class LinkageQuestionDetail extends LinkageQuestion {
  /** The version of the published policy by which the two were compared. */
  policy: string;

  parts: LinkageParts;

  listed: ProgramDetail;

  incoming: ProgramDetail;

  @ApiProperty({ type: () => LinkageDifference, isArray: true })
  differences: LinkageDifference[];

  /** `different` and `unsure` change no program: both stay as they are listed. */
  ifSame: SameEffect;
}

export class LinkageAnswer {
  @Text({ max: 500, description: 'For the audit trail. Give no names of clients.' })
  why: string;
}

export class LinkageAnswerResponse extends LinkageQuestion {
  /** Id of the decision if the two became one; `null` otherwise. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  decision: string | null;
}

export class UndoRequest extends LinkageAnswer {
  @YesNo({ optional: true, description: 'Shows what it would do, and changes nothing.' })
  dryRun?: boolean;
}

/** Two programs that a decision made one, after it was undone. */
export class UndoResponse {
  dryRun: boolean;

  survivor: ProgramDetail;

  /** The program that is one of its own again. */
  restored: ProgramDetail;
}

/** A decision on links that can be undone. */
export class LinkageDecisionResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  survivorId: string;

  /** The program that became the survivor; `null` if a rule linked a row that was no program. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  absorbedId: string | null;

  source: string;

  @ApiProperty({ enum: LINKAGE_RULES, enumName: 'LinkageRule' })
  rule: LinkageRule;

  @ApiProperty({ minimum: 0, maximum: 1 })
  score: number;

  policy: string;

  /** `rule`, or the person who decided. */
  decidedBy: string;

  /** The person who said so first, where two had to agree. */
  @ApiProperty({ type: String, nullable: true })
  secondedBy: string | null;

  @ApiProperty({ type: String, nullable: true })
  reason: string | null;

  @ApiProperty({ format: 'date-time' })
  decidedAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  undoneAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  undoneBy: string | null;
}

export class LinkageDecisionQuery {
  /** The survivor, or the program that became it. */
  @Uuid()
  programId: string;
}

export class LinkageDecisionList {
  /** Newest first, at most 200. */
  @ApiProperty({ type: () => LinkageDecisionResponse, isArray: true })
  decisions: LinkageDecisionResponse[];
}
