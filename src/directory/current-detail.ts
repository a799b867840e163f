import type { EntityManager } from 'typeorm';
import { today } from '../config/today.js';
import { Problem } from '../http/problem.js';
import { ProgramDetail } from './program-detail.dto.js';
import { findProgram } from './program-detail.queries.js';

/** Exactly the response of a GET, also of a program that has become another one. Throws a 404 problem without one. */
export async function currentDetail(
  manager: Pick<EntityManager, 'query'>,
  id: string,
): Promise<ProgramDetail> {
  const row = await findProgram(manager, id);
  if (!row) throw Problem.notFound('program', id);
  return ProgramDetail.of(row, today());
}
