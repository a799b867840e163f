import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readExpression } from '../../src/assessments/read-expression.js';
import { projectFolder } from '../../src/config/project-folder.js';
import type { Inputs } from '../../src/core/assessment/expression.js';
import { describeWithShared } from '../support/shared-material.js';
import { answerOf, readAssessmentCases, shipped } from './assessment-case.js';

const cases = readAssessmentCases(join(projectFolder, 'test/cases/assessment'));

describe('golden cases of assessment', () => {
  it.each(cases)('%s', (_name, golden) => {
    expect({ of: golden.title, answer: answerOf(golden) }).toEqual({
      of: golden.title,
      answer: golden.expect,
    });
  });

  it('show every rule fire', () => {
    const shown = new Set(cases.flatMap(([, { expect: expected }]) => expected.fired ?? []));
    expect(shipped.rules.rules.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([]);
  });
});

/** A term of the draft, and ours for the same. */
const IN_OUR_WORDS: Readonly<Record<string, string>> = {
  clinician_required: 'clinicianRequired',
  offer: 'offers',
  need: 'needs',
  prefer: 'prefers',
  exclude: 'excludes',
  hard_filter: 'hardFilter',
  never_automatic: 'neverAutomatic',
  show_both: 'showBoth',
};

describeWithShared('the worked cases as they were drawn up', 'clinical/loc-cases.json', (path) => {
  const { cases: drawnUp } = JSON.parse(readFileSync(path, 'utf8')) as {
    cases: { name: string; input: Inputs; expect: Readonly<Record<string, unknown>> }[];
  };

  it('are seven', () => expect(drawnUp).toHaveLength(7));

  it.each(drawnUp.map((one) => [one.name, one] as const))(
    '%s: is ours',
    (name, { input, expect: wanted }) => {
      const [, ours] = cases.find(([file]) => file.startsWith(`${name[0]}-`))!;
      expect(ours.inputs).toEqual(input);
      const { hold_cards_until: hold, ...rest } = wanted;
      const expected = Object.entries(rest).map(
        ([word, value]) => [IN_OUR_WORDS[word] ?? word, value] as const,
      );
      // The draft names some entries of a list; only `level` is complete, and `floors` if there are none.
      expect(ours.expect).toMatchObject({
        ...(hold === undefined ? {} : { hold: hold === 'clinician-message' }),
        ...Object.fromEntries(
          expected.map(([word, value]) => [
            word,
            Array.isArray(value) && word !== 'level' && value.length > 0
              ? expect.arrayContaining(value)
              : value,
          ]),
        ),
      });
    },
  );
});

describeWithShared('the rules as they were drawn up', 'clinical/loc-rules.json', (path) => {
  const { rules } = JSON.parse(readFileSync(path, 'utf8')) as {
    rules: { id: string; stage: number; when: string; reason: string }[];
  };
  /** A yes to the direct question counts like item 9: version 0.3. Corrections of December 2026: version 0.5. */
  const CHANGED = ['X3', 'P1', 'X4', 'W1', 'W2', 'W2b', 'W3', 'W3b', 'W4', 'W6', 'W7', 'S1', 'S2'];
  /** Medication for opioids after repeated overdose, apart from R3: version 0.4. The others: version 0.5. */
  const ADDED = ['R3o', 'X4o', 'W1n', 'W1r', 'W3o', 'W4m', 'W8', 'W8o', 'S6'];
  /** Reasons that say what has changed. */
  const REWORDED = ['X4', 'W3b', 'W7', 'M1'];

  it('are 46 of ours, in order, by stage, condition and reason', () => {
    const drawnUp = shipped.rules.rules.filter(({ id }) => !ADDED.includes(id));
    expect(drawnUp).toHaveLength(46);
    const reasonOf = (id: string, reason: string) => (REWORDED.includes(id) ? 'reworded' : reason);
    expect(drawnUp.map(({ id, stage, reason }) => ({ id, stage, reason: reasonOf(id, reason.en) }))).toEqual(
      rules.map(({ id, stage, reason }) => ({ id, stage, reason: reasonOf(id, reason) })),
    );
    for (const { id, when } of rules) {
      if (CHANGED.includes(id)) continue;
      expect(shipped.rules.rules.find((rule) => rule.id === id)!.when).toEqual(
        readExpression(when, shipped.inputs),
      );
    }
  });
});

describeWithShared('the red flags as they were drawn up', 'clinical/red-flags.json', (path) => {
  const { flags } = JSON.parse(readFileSync(path, 'utf8')) as {
    flags: {
      id: string;
      level: string;
      rank: number;
      message_en: string;
      message_es: string;
      lines: string[];
    }[];
  };

  /** Messages that the corrections of December 2026 reword (docs/decisions/0022). */
  const REWORDED = [
    'SF-OD',
    'SF-SUI',
    'SF-CHILD',
    'SF-OD-RISK',
    'SF-WD-SED',
    'SF-PREG-OUD',
    'SF-PREG-OTHER',
    'SF-MINOR',
    'SF-INJ',
  ];

  it('are ours, with their words in both languages, their ranks and their lines', () => {
    for (const { id, level, rank, message_en: en, message_es: es, lines } of flags)
      expect(shipped.flags.find((flag) => flag.id === id)).toMatchObject({
        level,
        rank,
        ...(REWORDED.includes(id) ? {} : { message: { en, es } }),
        // StrongHearts was added beside the hotline on domestic violence.
        lines: id === 'SF-VIOL' ? [...lines, 'stronghearts'] : lines,
      });
    expect(shipped.flags.map(({ id }) => id).filter((id) => !flags.some((flag) => flag.id === id))).toEqual([
      'SF-OD-MIXED',
      'SF-RX-OPIOID',
      'SF-WD-NOW',
      'SF-WD-OTHER',
      'SF-PREG-WD',
      'SF-DANGER',
    ]);
  });
});

describeWithShared('the instruments as they were drawn up', 'clinical/instruments.json', (path) => {
  const { instruments } = JSON.parse(readFileSync(path, 'utf8')) as {
    instruments: {
      id: string;
      items: { id: string; text: string; options?: { label: string; score?: number }[] }[];
    }[];
  };

  it('are ours in wording, options and scores', () => {
    for (const { id, items } of instruments) {
      const ours = shipped.instruments.get(id);
      if (!ours || ours.entry === 'total-only') continue;
      for (const { id: item, text, options } of items) {
        const found = ours.items.find((one) => one.id === item)!;
        // A question of our own says the criterion beside its words.
        expect([id, found.criterion ?? found.text]).toEqual([id, text]);
        if (ours.kind === 'screen' && Array.isArray(options))
          expect(found.options!.map(({ label, score }) => ({ label, score }))).toEqual(
            options.map(({ label, score }) => ({ label, score })),
          );
      }
    }
  });
});
