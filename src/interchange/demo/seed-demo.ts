import type { EntityManager } from 'typeorm';
import type { EvidenceView, IntakeResult } from '../../directory/program-intake.js';
import { Program } from '../../directory/program.entity.js';
import { syncSource } from '../../directory/program-store.js';
import { generateDemo } from './generate-demo.js';

/** The source of every fictional program; its companions are `demo-…`. */
export const DEMO_SOURCE = 'demo';

/**
 * Loads the demonstration directory into a directory that never had a program, in the caller's transaction.
 *
 * @param options.today YYYY-MM-DD
 * @param options.onBegin called if there is something to load, before it is generated
 * @returns what was loaded, or `null` if there is already a program of any source, even a withdrawn one
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
