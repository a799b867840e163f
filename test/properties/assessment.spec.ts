import * as fc from 'fast-check';
import { LEVEL_ORDER } from '../../src/core/assessment/level-of-care-rule.js';
import type { Inputs } from '../../src/core/assessment/expression.js';
import { recommendLevelOfCare } from '../../src/core/assessment/recommend-level-of-care.js';
import { assess } from '../../src/core/assessment/assess.js';
import type { Assessment } from '../../src/core/assessment/assessment.js';
import { raiseFlags } from '../../src/core/assessment/red-flag.js';
import { toCandidate } from '../../src/core/matching/candidate.js';
import { needsOpioidMedication } from '../../src/core/matching/need.js';
import { CONSTRAINTS } from '../../src/core/matching/rules/constraints/all-constraints.js';
import { needWith } from '../../src/core/matching/rules/reads.js';
import { ALL_TRACKS } from '../../src/core/matching/rules/tracks.js';
import { resolveFacts } from '../../src/core/directory/resolve-facts.js';
import { assessedNeed } from '../../src/matching/need/assessed-need.js';
import { seededKnowledge } from '../cases/seeded-knowledge.js';
import { shipped } from '../cases/assessment-case.js';
import { searches } from '../support/searches.js';
import { arbitraryInputs } from './arbitrary-inputs.js';

const definitions = [...shipped.inputs.values()];
/** What shapes the offer and never the level: readiness, work, goals, mandates. */
const WISHES = [
  'ready.importance',
  'ready.confidence',
  'must_keep_job_or_care',
  'goal.cut_down_alcohol',
  'legal.mandates_level',
];
const without = (inputs: Inputs, names: readonly string[]): Inputs =>
  Object.fromEntries(Object.entries(inputs).filter(([name]) => !names.includes(name)));

describe('a red flag', () => {
  it('is never raised by what nobody answered', () => {
    for (const subject of ['self', 'loved_one'] as const)
      expect(raiseFlags(shipped.flags, {}, subject).raised).toEqual([]);
    fc.assert(
      fc.property(arbitraryInputs, fc.constantFrom(...definitions), (inputs, { name }) => {
        const ids = (known: Inputs) =>
          raiseFlags(shipped.flags, known, 'self').raised.map(({ flag }) => flag.id);
        const fewer = ids(without(inputs, [name]));
        expect(fewer.filter((id) => !ids(inputs).includes(id))).toEqual([]);
      }),
    );
  });

  it('is either raised, or decided, or listed as not asked', () => {
    fc.assert(
      fc.property(arbitraryInputs, (inputs) => {
        const { raised, open } = raiseFlags(shipped.flags, inputs, 'self');
        for (const { inputs: names } of open)
          expect(names.filter((name) => inputs[name] !== undefined)).toEqual([]);
        const ranks = raised.map(({ rank }) => rank);
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
      }),
    );
  });
});

describe('a provisional level of care', () => {
  it('never lies below a floor, and is never of high confidence', () => {
    fc.assert(
      fc.property(arbitraryInputs, (inputs) => {
        const { level, floor, confidence } = recommendLevelOfCare(shipped.rules, inputs);
        expect(['low', 'medium']).toContain(confidence);
        if (!level) return;
        const [min, max] = level.map((one) => LEVEL_ORDER.indexOf(one));
        expect(min).toBeLessThanOrEqual(max!);
        if (floor) expect(min).toBeGreaterThanOrEqual(LEVEL_ORDER.indexOf(floor));
      }),
    );
  });

  it('is not moved by readiness, work, goals or a mandate', () => {
    fc.assert(
      fc.property(arbitraryInputs, (inputs) => {
        const [whole, bare] = [inputs, without(inputs, WISHES)].map((known) => {
          const { level, floors, refusals } = recommendLevelOfCare(shipped.rules, known);
          return { level, floors, refusals };
        });
        expect(whole).toEqual(bare);
      }),
    );
  });

  it('is never given to somebody absent', () => {
    fc.assert(
      fc.property(arbitraryInputs, (inputs) => {
        expect(recommendLevelOfCare(shipped.rules, inputs, 'loved_one').level).toBeNull();
      }),
    );
  });

  it('tells the known answers behind every rule that fired', () => {
    fc.assert(
      fc.property(arbitraryInputs, (inputs) => {
        for (const { inputs: read } of recommendLevelOfCare(shipped.rules, inputs).fired)
          for (const [name, value] of Object.entries(read)) expect(inputs[name]).toBe(value);
      }),
    );
  });
});

/** Inputs of which a yes is the dangerous answer: those that no answer, nor what follows from one, makes safer. */
const DANGERS = definitions
  .filter(({ name, type, cautious }) => type.kind === 'boolean' && cautious === 'larger' && !isSafe(name))
  .map(({ name }) => name);

/** What is good to hear, what only shapes the offer, and what the screens work out. */
function isSafe(name: string): boolean {
  return (
    WISHES.includes(name) ||
    /^(sev|positive|graded|negative|flags|family|ready)\./.test(name) ||
    ['oud.on_medication', 'wd.answers_known', 'job.at_stake', 'subject', 'person.refuses'].includes(name)
  );
}

function assessed(risks: Inputs): Assessment {
  const { subject: _, ...answers } = risks;
  return assess(
    { role: 'self', respondent: {}, responses: [], totals: [], conditions: [], risks: answers },
    shipped,
  );
}

/** What must not be lost: messages, floors, needs, overlays, and that the list waits. */
function protectionOf({ raised, levelOfCare }: Assessment) {
  const { floor, needs, overlays, holdCardsUntil, clinicianRequired } = levelOfCare;
  return {
    messages: raised.map(({ flag }) => flag.id),
    floor: floor === null ? -1 : LEVEL_ORDER.indexOf(floor),
    needs,
    overlays,
    holds: holdCardsUntil !== null || raised.some(({ level }) => level === 'emergency'),
    clinicianRequired,
  };
}

function lost(before: Assessment, after: Assessment): string[] {
  const [was, is] = [protectionOf(before), protectionOf(after)];
  const gone = (key: 'messages' | 'needs' | 'overlays') =>
    was[key].filter((one) => !(is[key] as readonly string[]).includes(one)).map((one) => `${key}: ${one}`);
  return [
    ...gone('messages'),
    ...gone('needs'),
    ...gone('overlays'),
    ...(is.floor < was.floor ? [`floor ${was.floor} became ${is.floor}`] : []),
    ...(was.holds && !is.holds ? ['the list no longer waits'] : []),
    ...(was.clinicianRequired && !is.clinicianRequired ? ['no clinician'] : []),
  ];
}

describe('an assessment', () => {
  it('loses no message, floor, need or hold when a danger is added', () => {
    fc.assert(
      fc.property(arbitraryInputs, fc.constantFrom(...DANGERS), (inputs, danger) => {
        const bare = without(inputs, [danger]);
        expect(lost(assessed(bare), assessed({ ...bare, [danger]: true }))).toEqual([]);
      }),
      searches(100),
    );
  });

  it('protects as much while a danger is unknown as when it is denied', () => {
    fc.assert(
      fc.property(arbitraryInputs, fc.constantFrom(...DANGERS), (inputs, danger) => {
        const bare = without(inputs, [danger]);
        expect(lost(assessed({ ...bare, [danger]: false }), assessed(bare))).toEqual([]);
      }),
      searches(100),
    );
  });

  it('never excludes a clinic that gives the opioid medication which the answers ask for', () => {
    const clinic = toCandidate(
      {
        id: '1',
        organizationId: '1',
        state: 'CT',
        facts: resolveFacts(
          [
            {
              source: 'survey',
              asOf: '2026-11-01',
              standing: 'self-reported',
              facts: {
                conditions: { yes: ['opioid'] },
                levelsOfCare: { yes: ['op-med'], complete: true },
                withdrawalSettings: { yes: [], no: ['hospital', 'residential', 'ambulatory'] },
                medications: { methadone: 'starts', buprenorphine: 'starts' },
              },
            },
          ],
          '2026-11-30',
        ),
      },
      '2026-11-30',
    );
    const treatment = ALL_TRACKS.find(({ purpose }) => purpose === 'treatment')!;
    fc.assert(
      fc.property(arbitraryInputs, (inputs) => {
        const need = needWith(assessedNeed(assessed({ ...inputs, 'use.opioids': true })));
        fc.pre(needsOpioidMedication(need));
        const failing = treatment.constraints.filter(
          (code) =>
            CONSTRAINTS[code].isAsked(need) &&
            CONSTRAINTS[code].judge(need, clinic, seededKnowledge())?.verdict === 'fails',
        );
        expect(failing).toEqual([]);
      }),
      searches(50),
    );
  });
});
