import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../config/project-folder.js';
import { SeedFileError } from '../config/seed-file.js';
import { InstrumentCatalog } from './instrument-catalog.js';
import { readRuleTables } from './rule-tables.js';

const { byId: instruments } = InstrumentCatalog.read();
const shipped = readRuleTables(instruments);
const folder = mkdtempSync(join(tmpdir(), 'navigator-tables-'));
const TABLES = ['assessment', 'safety'];

/** The error after one text in one file was replaced. */
function faultOf(file: string, text: string, written: string): string {
  for (const table of TABLES)
    cpSync(join(projectFolder, 'seed-data', table), join(folder, table), { recursive: true });
  const path = join(folder, file);
  const before = readFileSync(path, 'utf8');
  expect(before).toContain(text);
  writeFileSync(path, before.replace(text, written));
  try {
    readRuleTables(instruments, folder);
  } catch (error) {
    if (error instanceof SeedFileError) return error.message;
    throw error;
  }
  return '';
}

describe('the tables of safety and level of care', () => {
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are read whole, each with its version', () => {
    expect(shipped.rules.version).toMatch(/^loc-rules /);
    expect(shipped.flagsVersion).not.toBe('');
    expect(shipped.clinicianMessage.lines.every((id) => shipped.lines.has(id))).toBe(true);
    for (const table of [shipped.flags, shipped.rules.rules, shipped.interview, shipped.implications])
      expect(table.length).toBeGreaterThan(0);
  });

  it.each([
    [
      'a line of the message to a clinician that is not there',
      'safety/red-flags.yaml',
      'lines: [emergency-911, samhsa]\n  source',
      'lines: [emergency-911, samsha]\n  source',
      'clinicianMessage/lines: there is no line samsha in lines.yaml (did you mean "samhsa"?).',
    ],
    [
      'a line of a flag that is not there',
      'safety/red-flags.yaml',
      'lines: [emergency-911, poison]\n',
      'lines: [emergency-911, poisons]\n',
      'flags/SF-OD/lines: there is no line poisons in lines.yaml (did you mean "poison"?).',
    ],
    [
      'an input that a step closes and that is not defined',
      'assessment/interview.yaml',
      'inputs: [phq9.total, phq9.item9]',
      'inputs: [phq9.total, phq9.item_9]',
      '/closes/inputs: phq9.item_9 is not an input of inputs.yaml (did you mean "phq9.item9"?).',
    ],
    [
      'an input of a trigger that is not defined',
      'safety/red-flags.yaml',
      'od.not_waking==true',
      'od.not_wakin==true',
      'flags/SF-OD: "od.not_wakin==true" names od.not_wakin, which is not an input; did you mean "od.not_waking"?',
    ],
    [
      'an input that follows and is not defined',
      'assessment/inputs.yaml',
      'implies: { use.opioids: true }',
      'implies: { use.opioid: true }',
      '/implies: use.opioid is not an input of inputs.yaml (did you mean "use.opioids"?).',
    ],
    [
      'a value that an input never has',
      'assessment/inputs.yaml',
      'implies: { use.opioids: true }',
      'implies: { use.opioids: 1 }',
      '/implies/use.opioids: is never 1.',
    ],
    [
      'an item that an instrument does not have',
      'assessment/interview.yaml',
      'items: [substances]',
      'items: [substance]',
      '/items: risk-check has no item substance (did you mean "substances"?).',
    ],
    [
      'what a rule names as missing, if there are no words for it',
      'assessment/loc-rules.yaml',
      'missing: [severity]',
      'missing: [severities]',
      'rules/X6/effect: severities is neither an input nor a topic of inputs.yaml (did you mean "severity"?).',
    ],
    [
      'an input without its Spanish',
      'assessment/inputs.yaml',
      "en: 'cannot be woken', es: 'no se le puede despertar'",
      "en: 'cannot be woken'",
      'inputs/od.not_waking/meaning/es: is missing.',
    ],
    [
      'an id used twice',
      'assessment/loc-rules.yaml',
      '- id: X2',
      '- id: X1',
      'rules/X1: the id is used twice; rename one.',
    ],
    [
      'a reason without its Spanish',
      'assessment/loc-rules.yaml',
      "      es: 'las reglas para adultos no se aplican a menores de 18 años'\n",
      '',
      'rules/0/reason/es: is missing.',
    ],
    [
      'what to say without its English',
      'assessment/loc-rules.yaml',
      "en: 'emergency'\n          es:",
      'es:',
      'rules/1/effect/says/0/en: is missing.',
    ],
    [
      'a why without its Spanish',
      'assessment/interview.yaml',
      ", es: 'Lo que no puede esperar va primero.'",
      '',
      'steps/0/why/es: is missing.',
    ],
  ])('refuse %s, naming the file and the place', (_what, file, text, written, fault) => {
    const message = faultOf(file, text, written);
    expect(message).toContain(`${file} cannot be used: `);
    expect(message).toContain(fault);
  });
});
