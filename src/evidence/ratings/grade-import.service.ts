import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  FOREIGN_SCHEME_NAME,
  type ForeignScheme,
  type TranslatedGrade,
  translateGrade,
} from '../../core/evidence/foreign-grades.js';
import { Problem } from '../../http/problem.js';
import type { WriteContext } from '../../http/writes/write-context.js';
import { Writes } from '../../http/writes/writes.js';
import { actOf, type DeskAct } from '../desk-act.js';
import { draftNewRating, draftRegraded } from './write-draft.js';
import type {
  ForeignGradeRequest,
  GradeImportRequest,
  GradeImportResponse,
  ImportedGradeResponse,
} from './grade-import.dto.js';
import { Rating } from './rating.entity.js';

/** Rolls back a dry run, whatever its result. */
class OnlyTried extends Error {
  constructor(readonly found: ImportedGradeResponse) {
    super('only tried');
  }
}

/** Imports grades of other schemes as drafts that a reviewer must still check. */
@Injectable()
export class GradeImport {
  constructor(private readonly writes: Writes) {}

  /** A grade that cannot be imported is refused with its reason, and does not affect the others. */
  import(
    context: WriteContext,
    { scheme, grades, dryRun = false }: GradeImportRequest,
  ): Promise<GradeImportResponse> {
    return this.writes.perform(context, async (manager) => {
      const imported: ImportedGradeResponse[] = [];
      for (const [position, grade] of grades.entries())
        imported.push(await take(actOf(context, manager), { scheme, grade, position, dryRun }));
      const count = (...outcomes: ImportedGradeResponse['outcome'][]) =>
        imported.filter(({ outcome }) => outcomes.includes(outcome)).length;
      return {
        read: imported.length,
        drafted: count('drafted', 'version-drafted'),
        unchanged: count('unchanged'),
        refused: count('refused'),
        grades: imported,
      };
    });
  }
}

interface OneGrade {
  readonly scheme: ForeignScheme;
  readonly grade: ForeignGradeRequest;
  readonly position: number;
  readonly dryRun: boolean;
}

async function take(act: DeskAct, one: OneGrade): Promise<ImportedGradeResponse> {
  const { scheme, grade, position, dryRun } = one;
  const result = translateGrade(scheme, grade.grade, grade.direction);
  if ('flaw' in result)
    return { position, outcome: 'refused', message: `/grades/${position}/grade: ${result.flaw}` };
  try {
    // One savepoint per grade: everything that a refused grade wrote is rolled back.
    return await act.manager.transaction(async (manager) => {
      const found = await draft({ ...act, manager }, one, result.translated);
      if (dryRun) throw new OnlyTried(found);
      return found;
    });
  } catch (error) {
    if (error instanceof OnlyTried) return error.found;
    if (!(error instanceof Problem)) throw error;
    const [first] = error.errors;
    const message = first ? `/grades/${position}${first.pointer ?? ''}: ${first.message}` : error.detail;
    return { position, outcome: 'refused', message };
  }
}

async function draft(
  act: DeskAct,
  { scheme, grade, position, dryRun }: OneGrade,
  { certainty, direction, note }: TranslatedGrade,
): Promise<ImportedGradeResponse> {
  const original = { scheme, grade: grade.grade.trim(), url: grade.url };
  const known = await latestVersion(act.manager, grade);
  const answer = { position, certainty, direction, ...(note === '' ? {} : { message: note }) };
  if (known && isSaid(known, { certainty, direction, original }))
    return { ...answer, outcome: 'unchanged', rating: known.id };
  const says = {
    outcomeGroup: grade.outcomeGroup,
    comparatorType: grade.comparatorType,
    certainty,
    direction,
    certaintySource: FOREIGN_SCHEME_NAME[scheme],
    reasons: {
      other: `Grade ${original.grade} of ${FOREIGN_SCHEME_NAME[scheme]}.${note === '' ? '' : ` ${note}`}`,
      statedBy: 'drafter',
      source: original.url,
    },
    changeNote: `Grade ${original.grade} imported from another scheme`,
    ...(grade.population === undefined ? {} : { population: grade.population }),
    ...(grade.effect === undefined ? {} : { effect: grade.effect }),
    ...(grade.citations === undefined ? {} : { citations: grade.citations }),
  };
  const { approach, condition, outcome, comparator } = grade;
  const { rating, drops } = known
    ? await draftRegraded(act, known.id, says, original)
    : await draftNewRating(act, { approach, condition, outcome, comparator, ...says }, original);
  return {
    ...answer,
    outcome: known ? 'version-drafted' : 'drafted',
    ...(known ? { drops: drops.map((one) => ({ ...one })) } : {}),
    // The draft of a dry run does not exist, so its id is not returned.
    ...(dryRun ? {} : { rating: rating.id }),
  };
}

async function latestVersion(
  manager: EntityManager,
  { approach, condition, outcome, comparator }: ForeignGradeRequest,
): Promise<Rating | null> {
  return manager.findOne(Rating, {
    where: { approachCode: approach, condition, outcome, comparator },
    order: { edition: 'DESC' },
  });
}

function isSaid(
  known: Rating,
  {
    certainty,
    direction,
    original,
  }: Pick<TranslatedGrade, 'certainty' | 'direction'> & { original: Rating['originalGrade'] },
): boolean {
  const { originalGrade } = known;
  return (
    known.certainty === certainty &&
    known.direction === direction &&
    originalGrade?.scheme === original?.scheme &&
    originalGrade?.grade === original?.grade &&
    originalGrade?.url === original?.url
  );
}
