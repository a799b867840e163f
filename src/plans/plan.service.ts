import { Inject, Injectable } from '@nestjs/common';
import { englishOnly } from '../assessments/english-only.js';
import { type ChosenPlan, choosePlan } from '../core/plans/choose-plan.js';
import { type ChosenLevels, planInputs } from '../core/plans/plan-inputs.js';
import type { Language } from '../core/vocabulary/languages.js';
import type { ShownResource } from '../evidence/resource.js';
import { ResourceCatalog } from '../evidence/resource-catalog.js';
import { ChosenPrograms } from '../matching/chosen-programs.js';
import { resourcesFor } from '../matching/match-resources.js';
import { type ReadRequest, RequestReader } from '../matching/need/request-reader.js';
import { PLAN_ENGLISH_ONLY, type PlanAnswer } from './plan-answer.dto.js';
import { toPlanResponse } from './plan-answer.js';
import type { PlanFiles } from './plan-files.js';
import type { PlanRequest } from './plan-request.dto.js';

/** Under this name the module provides what plans may say. */
export const PLAN_FILES = Symbol('what plans may say');

/** Makes a plan beside a match: from the same request, and from what was chosen. Stores nothing of it. */
@Injectable()
export class PlanService {
  constructor(
    private readonly requests: RequestReader,
    private readonly programs: ChosenPrograms,
    private readonly resources: ResourceCatalog,
    @Inject(PLAN_FILES) private readonly files: PlanFiles,
  ) {}

  async plan(request: PlanRequest, language: Language): Promise<PlanAnswer> {
    const read = await this.requests.read(request, language);
    const { programIds = [], constraints } = request;
    // Refused before the response is held, so that a wrong id is reported without an acknowledgement.
    const levels = this.programs.levelsOf(read, programIds);
    const { first, ranking } = read;
    const plan = first.held ? null : this.choose(request, read, { levels }, language);
    // An emergency has nothing beside it.
    const shown = plan === null || plan.emergency ? [] : programIds;
    const { programs, legend } = await this.programs.read(read, shown, constraints?.travelBy, language);
    return {
      ...first,
      plan:
        plan &&
        toPlanResponse(
          { plan, programs, resources: this.resourcesOf(plan, read), startsOn: request.startsOn },
          this.files,
          language,
        ),
      legend,
      ranking,
      language,
      englishOnly: englishOnly(PLAN_ENGLISH_ONLY, language),
    };
  }

  private choose(
    { forCoach = false, whole = false }: PlanRequest,
    { assessment, need }: ReadRequest,
    chosen: ChosenLevels,
    language: Language,
  ): ChosenPlan {
    const client = need.role === 'family' ? 'family' : 'person';
    return choosePlan(
      this.files.book,
      planInputs(assessment, need, chosen, language),
      forCoach ? [client, 'coach'] : [client],
      { whole },
    );
  }

  /** Beside the part that says how to use them. */
  private resourcesOf({ sections }: ChosenPlan, { need }: ReadRequest): ShownResource[] {
    if (!sections.some(({ part }) => part === 'mutual-help')) return [];
    return resourcesFor(
      need,
      need.role === 'family' ? 'family_engagement' : 'recovery_support',
      this.resources,
    );
  }
}
