import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../src/config/project-folder.js';
import { ResourceCatalog } from '../../src/evidence/resource-catalog.js';
import { type AssessmentCase, readAssessmentCases, shipped } from '../cases/assessment-case.js';
import { hasTest, testsNamedIn } from './named-tests.js';

const safetyCase = readFileSync(join(projectFolder, 'docs/clinical-safety.md'), 'utf8');
const hazards = safetyCase.split('\n').filter((line) => /^\| H\d+ /.test(line));

describe('The clinical safety case', () => {
  it('has a line for each hazard in order, a test for each line, and says who signed', () => {
    expect(hazards.map((line) => /^\| (H\d+)/.exec(line)?.[1])).toEqual(hazards.map((_, i) => `H${i + 1}`));
    expect(hazards.length).toBeGreaterThanOrEqual(8);
    for (const line of hazards) {
      const cells = line.split('|').map((cell) => cell.trim());
      expect([cells[1], cells.slice(1, -1).every((cell) => cell !== '')]).toEqual([cells[1], true]);
      expect([cells[1], testsNamedIn(line).length > 0]).toEqual([cells[1], true]);
    }
  });

  it('names tests that exist, by their exact titles', () => {
    expect(testsNamedIn(safetyCase).filter((named) => !hasTest(named))).toEqual([]);
  });
});

describe('The resources that safety messages name', () => {
  it('are verified ones, which /v1/resources shows', () => {
    const shownIds = new Set(
      ResourceCatalog.read()
        .shownResources()
        .map(({ id }) => id),
    );
    const named = shipped.flags.flatMap(({ id, resources = [] }) =>
      resources.map((one) => [id, one] as const),
    );
    expect(named).toContainEqual(['SF-INJ', 'nasen']);
    expect(named.filter(([, resource]) => !shownIds.has(resource))).toEqual([]);
  });
});

describe('The golden cases of assessment', () => {
  const cases = readAssessmentCases(join(projectFolder, 'test/cases/assessment')).map(([, one]) => one);
  const inCases = (of: (expected: AssessmentCase['expect']) => readonly string[] | undefined) =>
    new Set(cases.flatMap(({ expect: expected }) => of(expected) ?? []));

  it('have every red flag raised', () => {
    const raised = new Set([...inCases(({ flags }) => flags)].map((flag) => flag.split(' ')[0]));
    expect(shipped.flags.map(({ id }) => id).filter((id) => !raised.has(id))).toEqual([]);
  });

  it('have every rule fire', () => {
    const fired = inCases((expected) => expected.fired);
    expect(shipped.rules.rules.map(({ id }) => id).filter((id) => !fired.has(id))).toEqual([]);
  });
});
