import { HelplineResponse } from '../assessments/safety-message.dto.js';
import type { ChosenPlan } from '../core/plans/choose-plan.js';
import { daysAfter } from '../core/plans/choose-plan.js';
import type { PlanItem } from '../core/plans/plan-item.js';
import { PLAN_PART_WORDS } from '../core/language/words/plans.js';
import type { Language } from '../core/vocabulary/languages.js';
import type { ShownResource } from '../evidence/resource.js';
import { toTrackResource } from '../matching/match-resources.js';
import type { ChosenProgram } from '../matching/chosen-programs.js';
import type { PlanItemResponse, PlanProgramResponse, PlanResponse } from './plan-answer.dto.js';
import type { PlanFiles } from './plan-files.js';

/** What a plan is made of. */
export interface PlanContent {
  readonly plan: ChosenPlan;
  readonly programs: readonly ChosenProgram[];
  readonly resources: readonly ShownResource[];
  /** YYYY-MM-DD; without it contacts have no dates. */
  readonly startsOn: string | undefined;
}

/** Converts a plan for the response, in one language. */
export function toPlanResponse(
  { plan, programs, resources, startsOn }: PlanContent,
  files: PlanFiles,
  language: Language,
): PlanResponse {
  const { emergency, notReady, clinicianFirst, leftOut, contacts } = plan;
  const items = plan.sections.flatMap((section) => section.items);
  const signed = items.filter(({ reviewedBy }) => reviewedBy !== undefined).length;
  return {
    version: files.version,
    note: [files.note, ...(signed < items.length ? [files.unreviewed] : [])]
      .map((sentence) => sentence[language])
      .join(' '),
    reviewed: { items: items.length, signed },
    emergency,
    notReady,
    clinicianFirst,
    leftOut,
    sections: plan.sections.map((section) => ({
      part: section.part,
      title: PLAN_PART_WORDS[language][section.part][0],
      afterVisit: section.afterVisit,
      items: section.items.map((item) => toItem(item, files, language)),
    })),
    programs: programs.map(toProgram),
    contacts: contacts.map(({ id, afterDays }) => ({
      item: id,
      afterDays: afterDays!,
      on: startsOn === undefined ? null : daysAfter(startsOn, afterDays!),
    })),
    resources: resources.map(toTrackResource),
  };
}

function toItem(item: PlanItem, { lines }: PlanFiles, language: Language): PlanItemResponse {
  const { id, text, sheet, namesSubstance, approach, verified, reviewedBy, sources } = item;
  return {
    id,
    text: text[language],
    for: item.for,
    sheet,
    namesSubstance,
    // A line that is not verified is not shown.
    lines: item.lines
      .map((line) => lines.get(line)!)
      .filter((line) => line.verified)
      .map((line) => HelplineResponse.of(line, language)),
    ...(approach === undefined ? {} : { approach }),
    verified,
    reviewedBy: reviewedBy ?? null,
    sources: sources.map(({ id: _id, ...source }) => source),
  };
}

function toProgram({ program, distanceMeters, travel, open }: ChosenProgram): PlanProgramResponse {
  return {
    program,
    questions: open.map(({ code, safety, ask, observe }) => ({
      code,
      safety,
      ask: ask!,
      ...(observe ? { observe } : {}),
    })),
    distanceMeters,
    travel,
  };
}
