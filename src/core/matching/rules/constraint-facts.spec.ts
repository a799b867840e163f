import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../../config/project-folder.js';
import { FACT_KEYS } from '../../directory/fact-keys.js';
import { CONSTRAINT_CODES } from '../codes.js';
import { ASKED_FACTS, CONSTRAINT_FACTS } from './constraint-facts.js';
import { SENTENCE_CODES } from '../../language/sentences.js';

const folder = join(projectFolder, 'src/core/matching/rules/constraints');
const rules = readdirSync(folder)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n');

describe('the facts behind a verdict', () => {
  it('are named for every constraint', () => {
    expect(Object.keys(CONSTRAINT_FACTS)).toEqual([...CONSTRAINT_CODES]);
  });

  it('hold every fact that a constraint reads', () => {
    const named = new Set<string>(Object.values(CONSTRAINT_FACTS).flat());
    const read = FACT_KEYS.filter((fact) =>
      new RegExp(`candidate\\.${fact}\\b|candidate, '${fact}'`).test(rules),
    );
    expect(read.length).toBeGreaterThan(15);
    expect(read.filter((fact) => !named.has(fact))).toEqual([]);
  });

  it('are named for every question, so that whoever asked knows what to tell', () => {
    const questions = SENTENCE_CODES.filter((code) => code.startsWith('ask.'));
    expect(Object.keys(ASKED_FACTS).sort()).toEqual([...questions].sort());
  });
});
