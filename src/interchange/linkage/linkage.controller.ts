import { Body, Controller, Get, Header, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { QuestionAnswer } from '../../core/linkage/question-life.js';
import { Needs } from '../../http/caller.js';
import { Paged } from '../../http/pages/paged.decorator.js';
import { UuidParam } from '../../http/validation/path-parameters.js';
import { Write, type WriteContext } from '../../http/writes/write-context.js';
import { LinkageDecisions } from './linkage-decisions.service.js';
import { LinkageQuestions } from './linkage-questions.service.js';
import {
  LinkageAnswer,
  LinkageAnswerResponse,
  LinkageDecisionList,
  LinkageDecisionQuery,
  LinkageQuestionDetail,
  LinkageQuestionPage,
  LinkageQuestionQuery,
  UndoRequest,
  UndoResponse,
} from './linkage.dto.js';

@ApiTags('desk')
@Controller('v1/linkage')
export class LinkageController {
  constructor(
    private readonly questions: LinkageQuestions,
    private readonly decisions: LinkageDecisions,
  ) {}

  /** List questions whether two programs are one, the most harmful first. */
  @Get('questions')
  @Needs('directory-editor')
  @Header('cache-control', 'no-store')
  @Paged()
  @ApiOperation({ operationId: 'linkageQuestionsList' })
  list(@Query() query: LinkageQuestionQuery): Promise<LinkageQuestionPage> {
    return this.questions.list(query);
  }

  /** Get a question with both programs, what differs, and what the answer `same` would do. */
  @Get('questions/:id')
  @Needs('directory-editor')
  @Header('cache-control', 'no-store')
  @ApiOperation({ operationId: 'linkageQuestionsGet' })
  get(@UuidParam('id') id: string): Promise<LinkageQuestionDetail> {
    return this.questions.get(id);
  }

  /**
   * Answer that both are one program.
   *
   * The program that was known before stays, with its id. If people reported on either, a second person must agree.
   */
  @Post('questions/:id/same')
  @Needs('directory-editor')
  @HttpCode(200)
  @ApiOperation({ operationId: 'linkageQuestionsAnswerSame' })
  same(
    @UuidParam('id') id: string,
    @Body() answer: LinkageAnswer,
    @Write() context: WriteContext,
  ): Promise<LinkageAnswerResponse> {
    return this.answer(id, 'same', answer, context);
  }

  /**
   * Answer that they are two programs.
   *
   * It is not asked again unless a name, an address or a telephone changes.
   */
  @Post('questions/:id/different')
  @Needs('directory-editor')
  @HttpCode(200)
  @ApiOperation({ operationId: 'linkageQuestionsAnswerDifferent' })
  different(
    @UuidParam('id') id: string,
    @Body() answer: LinkageAnswer,
    @Write() context: WriteContext,
  ): Promise<LinkageAnswerResponse> {
    return this.answer(id, 'different', answer, context);
  }

  /** Answer that it cannot be told yet. */
  @Post('questions/:id/unsure')
  @Needs('directory-editor')
  @HttpCode(200)
  @ApiOperation({ operationId: 'linkageQuestionsAnswerUnsure' })
  unsure(
    @UuidParam('id') id: string,
    @Body() answer: LinkageAnswer,
    @Write() context: WriteContext,
  ): Promise<LinkageAnswerResponse> {
    return this.answer(id, 'unsure', answer, context);
  }

  /** List the decisions on a program, of rules and of people. */
  @Get('decisions')
  @Needs('directory-editor')
  @Header('cache-control', 'no-store')
  @ApiOperation({ operationId: 'linkageDecisionsList' })
  listDecisions(@Query() { programId }: LinkageDecisionQuery): Promise<LinkageDecisionList> {
    return this.decisions.list(programId);
  }

  /**
   * Undo a decision, so that there are two programs again.
   *
   * Records and observations go back to the program that they were made on.
   */
  @Post('decisions/:id/undo')
  @Needs('directory-editor')
  @HttpCode(200)
  @ApiOperation({ operationId: 'linkageDecisionsUndo' })
  undo(
    @UuidParam('id') id: string,
    @Body() request: UndoRequest,
    @Write() context: WriteContext,
  ): Promise<UndoResponse> {
    return this.decisions.undo(id, request, context);
  }

  private answer(
    id: string,
    answer: QuestionAnswer,
    { why }: LinkageAnswer,
    context: WriteContext,
  ): Promise<LinkageAnswerResponse> {
    return this.questions.answer(id, answer, why, context);
  }
}
