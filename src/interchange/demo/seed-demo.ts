import type { EntityManager } from 'typeorm';
import type { EvidenceView, IntakeResult } from '../../directory/program-intake.js';
import { Program } from '../../directory/program.entity.js';
import { syncSource } from '../../directory/program-store.js';
import { generateDemo } from './generate-demo.js';

/** The source of every fictional program; the records beside it are `demo-…`. */
export const DEMO_SOURCE = 'demo';

/**
 * Loads the demonstration directory into a directory that never held a program, inside the caller's transaction.
 *
 * @param options.today YYYY-MM-DD
 * @param options.onBegin called when there is something to load, before it is made
 * @returns what was loaded, or `null` where there is a program of any source already, withdrawn ones included
 */
export async function seedDemo(
  manager: EntityManager,
  options: { readonly evidence: EvidenceView; readonly today: string; readonly onBegin?: () => void },
): Promise<IntakeResult | null> {
  if (await manager.getRepository(Program).exists()) return null;
  const { evidence, today, onBegin } = options;
  onBegin?.();
  return syncSource(manager, DEMO_SOURCE, generateDemo(today), { evidence, today });
}
