import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InstrumentCatalog } from '../assessments/instrument-catalog.js';
import { readRuleTables } from '../assessments/rule-tables.js';
import { projectFolder } from '../config/project-folder.js';
import { PLAN_PARTS } from '../core/plans/plan-item.js';
import { LANGUAGES } from '../core/vocabulary/languages.js';
import { readRegistryFiles } from '../evidence/registry-files.js';
import { planReviewLines } from './plan-review-dates.js';
import { readPlanFiles } from './plan-files.js';

const tables = readRuleTables(InstrumentCatalog.read().byId);
const files = readPlanFiles(tables);
const { items } = files.book;

describe('What plans may say', () => {
  it('has something in every part, all of it unsigned', () => {
    expect(new Set(items.map(({ part }) => part))).toEqual(new Set(PLAN_PARTS));
    expect(items.filter(({ reviewedBy }) => reviewedBy !== undefined)).toEqual([]);
  });

  it('rests on a source for every item, and never on memory alone', () => {
    const onMemory = items.filter(({ sources }) => sources.every(({ level }) => level === 'from-memory'));
    expect(onMemory.map(({ id }) => id)).toEqual([]);
  });

  it('names only approaches that the registry has', () => {
    const known = new Set(readRegistryFiles().approaches.map(({ code }) => code));
    const lost = items.filter(({ approach }) => approach !== undefined && !known.has(approach));
    expect(lost.map(({ id }) => id)).toEqual([]);
  });

  it('is whole in both languages: other words, the same blanks, and the same numbers', () => {
    const blanks = (text: string) => text.split('____').length;
    // On 988, Spanish is an option to press.
    const numbers = (text: string) =>
      [...new Set(text.replace('(opción 2 en español)', '').match(/\d+(?:,\d+)*/g))].toSorted();
    for (const { id, text } of items) {
      expect([id, text.es !== text.en]).toEqual([id, true]);
      expect([id, blanks(text.es)]).toEqual([id, blanks(text.en)]);
      expect([id, numbers(text.es)]).toEqual([id, numbers(text.en)]);
    }
  });

  it('has its four contacts after 2, 7, 30 and 90 days', () => {
    const contacts = items.flatMap(({ afterDays }) => afterDays ?? []);
    expect(contacts).toEqual([2, 7, 30, 90]);
  });
});

describe('A file of plans that cannot be used', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'plans-'));
    cpSync(join(projectFolder, 'seed-data', 'plans'), folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it.each([
    ['parts/call.yaml', "when: \"role=='self'\"", "when: \"role=='self' &&\"", /parts\/call.yaml cannot be used: items\/cal-hello\/when: .* cannot be read/],
    ['parts/call.yaml', "role=='self'", "rol=='self'", /names rol, which is not an input; did you mean "role"\?/],
    ['parts/call.yaml', "role=='self'", "role=='me'", /compares role with me, which is not one of its values/],
    ['parts/call.yaml', 'id: cal-pay', 'id: cal-hello', /items\/cal-hello: the id is used twice/],
    ['parts/call.yaml', 'verified: yes', 'verified: no', /verified: must be one of yes, part, convention/],
    ['parts/call.yaml', 'part: call', 'part: work', /part: must be call, as the file's name says/],
    ['parts/call.yaml', 'sheet: now', 'sheet: coach', /what the coach reads is for the coach alone, on the sheet coach/],
    ['parts/safety.yaml', 'lines: [emergency-911]', 'lines: [emergency-119]', /there is no line emergency-119 in lines.yaml \(did you mean "emergency-911"\?\)/],
    ['parts/safety.yaml', 'sources: [samhsa-toolkit-five-steps]', 'sources: [samhsa-toolkit]', /there is no source samhsa-toolkit in sources.yaml/],
    ['sources.yaml', 'sources:\n', "sources:\n  - { id: unread, says: Nothing., level: convention, read: own notes }\n", /sources\/unread: no item names it/],
    ['plan.yaml', 'items: [od-signs, od-do]', 'items: [od-signs, od-dos]', /emergency\/items: there is no item od-dos \(did you mean "od-do"\?\)/],
    ['plan.yaml', '  role:\n', '  age:\n', /inputs\/age: is an input of inputs.yaml already/],
  ])('says so, with the place and the fix: %s with %s as %s', (name, written, wrong, fault) => {
    const path = join(folder, name);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(written);
    writeFileSync(path, text.replace(written, wrong));
    expect(() => readPlanFiles(tables, folder)).toThrow(fault);
  }); // prettier-ignore

  it('without one of the languages is refused', () => {
    for (const language of LANGUAGES) {
      const path = join(folder, 'parts/call.yaml');
      const text = readFileSync(path, 'utf8');
      writeFileSync(path, text.replace(new RegExp(`^ {6}${language}: .*\\n`, 'm'), ''));
      expect(() => readPlanFiles(tables, folder)).toThrow(`items/0/text/${language}: is missing`);
      writeFileSync(path, text);
    }
  });
});

describe('The review calendar of plans', () => {
  it('counts the items that nobody has signed, and names the parts that are due', () => {
    const count = `Signed by nobody yet: ${items.length} of ${items.length} items of plans.`;
    expect(planReviewLines(files, '2026-12-01')).toEqual([
      'No part of the plans is due for review on 2026-12-01.',
      'Next: 2027-05-30, 20 parts in all.',
      count,
    ]);
    expect(planReviewLines(files, '2027-05-29').slice(0, 2)).toEqual([
      'Parts of the plans due for review on 2027-05-29: 20',
      '  due soon  2027-05-30  part safety',
    ]);
    expect(planReviewLines(files, '2027-05-30').at(1)).toBe('  overdue   2027-05-30  part safety');
  });
});
