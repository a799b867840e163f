import * as fc from 'fast-check';
import { seededKnowledge } from '../../../../test/cases/seeded-knowledge.js';
import { idOfProgram } from '../../../../test/properties/arbitrary-ids.js';
import { arbitraryNeed } from '../../../../test/properties/arbitrary-needs.js';
import {
  type ArbitraryProgram,
  arbitraryProgram,
  candidateOf,
} from '../../../../test/properties/arbitrary-programs.js';
import { type DeclaredRule, readingFaults } from '../../../../test/support/recorded-reads.js';
import { QUESTION_CODES } from '../../language/sentences.js';
import { isReported, stance } from '../candidate.js';
import { acceptableLevels, type Need } from '../need.js';
import { columnFor } from '../index/projections.js';
import { ALL_CONSTRAINTS } from './constraints/all-constraints.js';
import type { Constraint } from './constraint.js';
import { ALL_CRITERIA } from './criteria/all-criteria.js';
import type { Criterion } from './criterion.js';
import { directoryFacts, type Reads } from './reads.js';
import { REACH_FROM_AFAR, REACHES_CLIENT, reachesByTelehealth, reachFromAfar } from './telehealth.js';
import { ALL_TRACKS } from './tracks.js';
import { WARNINGS_READ, warningsFor } from './warnings.js';
import { type WishedFact, wishesOf } from './wishes.js';

const knowledge = seededKnowledge();
const NEEDS = fc.sample(arbitraryNeed, { numRuns: 2500, seed: 20261130 });
const PROGRAMS = fc.sample(arbitraryProgram, { numRuns: 80, seed: 20261130 });

/** Of every second program hardly anything is known. Some have the ids that needs name. */
const CANDIDATES = PROGRAMS.map((program, i) => ({
  ...candidateOf(i % 2 === 0 ? sparse(program, i) : program),
  id: idOfProgram(i % 10),
}));

function sparse(program: ArbitraryProgram, nth: number): ArbitraryProgram {
  const records = program.records.map(({ facts, ...record }) => ({
    ...record,
    facts: Object.fromEntries(Object.entries(facts).filter((_, i) => (i + nth) % 7 === 0)),
  }));
  return { ...program, records };
}

const PER_RULE = 150;

/** Of the drawn needs the first few hundred for which a rule counts. */
function needsFor(name: string, counts: (need: Need) => boolean): Need[] {
  const needs = NEEDS.filter(counts).slice(0, PER_RULE);
  if (needs.length < 10)
    throw new Error(`No drawn need asks for ${name}: draw its field in test/properties/arbitrary-needs.ts.`);
  return needs;
}

function declared(rule: Constraint | Criterion): DeclaredRule {
  const judge: DeclaredRule['judge'] = (need, candidate) =>
    ALL_TRACKS.map(({ purpose }) => rule.judge(need, candidate, { ...knowledge, purpose }));
  return { name: rule.code, reads: rule.reads, judge };
}

type Case = [name: string, rule: DeclaredRule, counts: (need: Need) => boolean];

function caseOf(rule: DeclaredRule, counts: (need: Need) => boolean = () => true): Case {
  return [rule.name, rule, counts];
}

const RULES: readonly Case[] = [
  ...ALL_CONSTRAINTS.map((rule) => caseOf(declared(rule), (need) => rule.isAsked(need))),
  // Preferences are judged wish by wish: each wish is a rule of its own below.
  ...ALL_CRITERIA.filter((rule) => !rule.wishes).map((rule) =>
    caseOf(declared(rule), (need) => rule.applies(need)),
  ),
  ...ALL_TRACKS.flatMap((track): Case[] => [
    caseOf({
      name: `${track.purpose}.includes`,
      reads: { facts: track.reads.includes, need: [] },
      judge: (_, candidate) => track.includes(candidate),
    }),
    caseOf({
      name: `${track.purpose}.leads`,
      reads: track.reads.leads,
      judge: (need, candidate) => track.leads(need, candidate),
    }),
  ]),
  caseOf({
    name: 'warningsFor',
    reads: WARNINGS_READ,
    judge: (need, candidate) => ALL_TRACKS.map((track) => warningsFor(need, candidate, knowledge, track)),
  }),
  caseOf({
    name: 'reachFromAfar',
    reads: REACH_FROM_AFAR,
    judge: (need, candidate) => ALL_TRACKS.map(({ purpose }) => reachFromAfar(need, candidate, purpose)),
  }),
  caseOf({ name: 'reachesByTelehealth', reads: REACHES_CLIENT, judge: reachesByTelehealth }),
];

const WISHES: readonly WishedFact[] = [
  ...new Map(
    NEEDS.flatMap((need) => Object.values(wishesOf(need)).flat()).flatMap((wish) =>
      'facts' in wish ? [[wish.code, wish] as const] : [],
    ),
  ).values(),
];

describe('what a rule declares to read', () => {
  it.each(RULES)('is what %s reads', (name, rule, counts) => {
    expect(readingFaults(rule, needsFor(name, counts), CANDIDATES)).toEqual([]);
  });

  it.each(WISHES.map((wish) => [wish.code, wish] as const))('is what the wish %s reads', (code, wish) => {
    const reads: Reads = { facts: wish.facts, need: [] };
    const judge = (_: Need, candidate: Parameters<typeof wish.isPresent>[0]) => wish.isPresent(candidate);
    expect(readingFaults({ name: code, reads, judge }, NEEDS.slice(0, 10), CANDIDATES)).toEqual([]);
    expect(columnFor(wish.facts)).toEqual(expect.any(String));
  });
});

describe('a rule that reads otherwise than it declares', () => {
  const faultsOf = (reads: Reads, judge: DeclaredRule['judge']) =>
    readingFaults({ name: 'a_rule', reads, judge }, NEEDS.slice(0, 200), CANDIDATES);

  it('is named with the fact that it does not declare', () => {
    expect(
      faultsOf({ facts: { conditions: true }, need: [] }, (_, candidate) => [
        isReported(candidate, 'conditions'),
        candidate.waitDays,
      ]),
    ).toEqual(['a_rule reads the fact waitDays, which its reads.facts do not declare.']);
  });

  it('is named with the code, where it declares others', () => {
    expect(
      faultsOf({ facts: { services: ['aftercare'] }, need: [] }, (_, candidate) => [
        stance(candidate, 'services', 'aftercare'),
        stance(candidate, 'services', 'childcare'),
      ]),
    ).toContain('a_rule reads the code childcare of services, which its reads.facts do not declare.');
  });

  it('is named with the field of the need, however it comes to read it', () => {
    expect(faultsOf({ facts: {}, need: ['statedLevels', 'acceptedLevels'] }, acceptableLevels)).toEqual([
      'a_rule reads the field levelFloor of the need, which its reads.need does not declare.',
      'a_rule reads the field assessedLevels of the need, which its reads.need does not declare.',
    ]);
  });

  it('is named with the fact of which it needs more than it declares', () => {
    expect(
      faultsOf(
        { facts: { claims: ['craft'], sameDayStart: true }, need: [] },
        (_, { claims, sameDayStart }) => [claims.some(({ approach }) => approach === 'cbt'), sameDayStart],
      ),
    ).toEqual(['a_rule answers otherwise from all of claims than from the part that it declares.']);
  });

  it('is named where results would be cached under less than it reads', () => {
    expect(
      faultsOf(
        { facts: {}, need: ['age', 'gender'], cache: ({ gender }) => ({ gender }) },
        ({ age, gender }) => [age, gender],
      ),
    ).toEqual(['a_rule answers otherwise for a need than for what its results are cached under.']);
  });

  it('is named with what it declares and never reads', () => {
    expect(
      faultsOf(
        { facts: { goals: true, services: ['aftercare', 'childcare'] }, need: ['age'] },
        (_, candidate) => stance(candidate, 'services', 'childcare'),
      ),
    ).toEqual([
      'a_rule declares the fact goals, and never reads it.',
      'a_rule declares the code aftercare of services, and never reads it.',
      'a_rule declares the field age of the need, and never reads it.',
    ]);
  });
});

describe('the questions of a constraint or a criterion', () => {
  const questions = new Set(
    [...ALL_CONSTRAINTS, ...ALL_CRITERIA].flatMap(({ asks = {} }) => Object.keys(asks)),
  );

  it('are those that its verdicts ask, each with the facts that settle it', () => {
    for (const constraint of ALL_CONSTRAINTS)
      for (const need of needsFor(constraint.code, (asked) => constraint.isAsked(asked)))
        for (const candidate of CANDIDATES.slice(0, 20)) {
          const { ask, askClient } = constraint.judge(need, candidate, knowledge) ?? {};
          if (ask) expect(Object.keys(constraint.asks)).toContain(ask.code);
          if (askClient) expect(constraint.asksClient).toContain(askClient);
        }
  });

  it('settle facts that it reads', () => {
    for (const { asks, reads } of ALL_CONSTRAINTS)
      expect(directoryFacts(reads.facts)).toEqual(expect.arrayContaining(Object.values(asks).flat()));
  });

  it('are all that there are sentences for', () => {
    expect([...questions].sort()).toEqual(QUESTION_CODES.filter((code) => code.startsWith('ask.')).sort());
  });
});
