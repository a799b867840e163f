import 'reflect-metadata';
import { join } from 'node:path';
import { projectFolder } from '../../src/config/project-folder.js';
import { checkPlanRequest, planOf, readPlanCases, shownPlan } from './plan-case.js';

const cases = readPlanCases(join(projectFolder, 'test/cases/plans'));

describe('golden cases of plans', () => {
  it.each(cases)('%s', async (_file, golden) => {
    await checkPlanRequest(golden.request);
    expect({ of: golden.title, ...shownPlan(planOf(golden.request, golden)) }).toEqual({
      of: golden.title,
      ...golden.expect,
    });
  });
});
