import type { ModuleEnv } from '../../../src/app.module.js';
import { loadEvidenceView } from '../../../src/evidence/evidence-view.js';
import type { LogStream } from '../../../src/http/logging/logger.js';
import { seedDemo } from '../../../src/interchange/demo/seed-demo.js';
import { today } from '../../support/days.js';
import { WholeService } from '../../support/whole-service.js';

/** The whole service with its pages, on the demonstration directory. */
export async function openDemoService(log?: LogStream, env?: ModuleEnv): Promise<WholeService> {
  const service = await WholeService.open(log, env);
  await service.dataSource.transaction(async (manager) => {
    await seedDemo(manager, { evidence: await loadEvidenceView(manager), today });
  });
  await service.settled();
  return service;
}
