import 'reflect-metadata';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../../src/config/project-folder.js';
import { CONSTRAINT_CODES, CRITERION_CODES, type Purpose } from '../../src/core/matching/codes.js';
import { round9 } from '../../src/core/matching/round.js';
import { forPerson, forProfessional, toAsk, toChoose } from '../../src/core/language/sentences.js';
import { placingsOf } from '../../src/core/matching/ranking.js';
import { ALL_TRACKS, type Track } from '../../src/core/matching/rules/tracks.js';
import { mergePatch } from '../support/merge-patch.js';
import { AnsweredCase } from './answered-case.js';
import {
  type ExpectedCriterion,
  type ExpectedProgram,
  type ExpectedTrack,
  type ExpectedVerdict,
  type MatchingCase,
  readMatchingCases,
} from './matching-case.js';
import { seededKnowledge } from './seeded-knowledge.js';

const knowledge = seededKnowledge();
const cases = readMatchingCases(join(projectFolder, 'test/cases/matching'));

describe('golden cases of matching', () => {
  it.each(cases)('%s', async (_file, golden) => {
    await AnsweredCase.checkRequest(golden.request);
    const answered = new AnsweredCase(golden, knowledge);

    expect({ of: golden.title, answer: answerOf(answered, golden) }).toEqual({
      of: golden.title,
      answer: wholeExpectation(golden),
    });
    for (const track of answered.openedTracks) {
      expectRelaxationsToHold(answered, track);
      expectOrderOfProgramsNotToMatter(answered, track);
    }
  });
});

describe('the golden cases together', () => {
  const programs = cases.flatMap(([, { expect: expected }]) => {
    const { tracks: _opened, ...byPurpose } = expected;
    return Object.values(byPurpose).flatMap(({ programs: lines }) => Object.values(lines ?? {}));
  });

  it('show every constraint', () => {
    const shown = new Set(programs.flatMap(({ verdicts }) => Object.keys(verdicts ?? {})));
    expect(CONSTRAINT_CODES.filter((code) => !shown.has(code))).toEqual([]);
  });

  it('show every criterion', () => {
    const shown = new Set(programs.flatMap(({ criteria }) => Object.keys(criteria ?? {})));
    expect(CRITERION_CODES.filter((code) => !shown.has(code))).toEqual([]);
  });

  it.each([
    ['of the file', 'title: A case.\nrequest: {}\nprograms: []\nexpect: {}\nnote: hm', 'note: unknown field'],
    [
      'of a fact',
      'title: A case.\nrequest: {}\nprograms: [{ id: a, records: [{ facts: { owner: x } }] }]\nexpect: {}',
      'programs/0/records/0/facts/owner: unknown field',
    ],
    [
      'of the answer',
      'title: A case.\nrequest: {}\nprograms: []\nexpect: { treatment: { matches: [], total: 0 } }',
      'expect/treatment/total: unknown field',
    ],
  ])('refuse an unknown key %s', (_where, file, fault) => {
    const folder = mkdtempSync(join(tmpdir(), 'navigator-case-'));
    writeFileSync(join(folder, 'a-case.yaml'), file);
    expect(() => readMatchingCases(folder)).toThrow(fault);
    rmSync(folder, { recursive: true });
  });

  it('refuse a request that could not come over HTTP', async () => {
    const request = { constraints: { maxDistance: 3 } } as object;
    await expect(AnsweredCase.checkRequest(request)).rejects.toMatchObject({
      errors: [{ pointer: '/constraints/maxDistance' }],
    });
  });
});

/** The result in the shape of the expectation: complete where the expectation is, else only what it asks for. */
function answerOf(answered: AnsweredCase, { expect: expected }: MatchingCase) {
  const { tracks, ...byPurpose } = expected;
  return {
    ...(tracks && { tracks: answered.openedTracks.map(({ purpose }) => purpose) }),
    ...Object.fromEntries(
      Object.entries(byPurpose).map(([purpose, track]) => [
        purpose,
        trackAnswer(answered, trackOf(purpose as Purpose), track),
      ]),
    ),
  };
}

function trackOf(purpose: Purpose): Track {
  return ALL_TRACKS.find((track) => track.purpose === purpose)!;
}

function trackAnswer(answered: AnsweredCase, track: Track, expected: ExpectedTrack) {
  const ranking = answered.rank(track);
  return {
    matches: ranking.matches.map(({ id, tier }) => ({ [id]: tier })),
    ...(expected.universe === undefined ? {} : { universe: ranking.universe }),
    ...(expected.places === undefined
      ? {}
      : {
          places: Object.fromEntries(
            placingsOf(ranking.matches).map(({ place, sharedBy }, i) => [
              ranking.matches[i]!.id,
              [place, sharedBy],
            ]),
          ),
        }),
    ...(expected.reach === undefined ? {} : { reach: ranking.reach }),
    askClient: Object.fromEntries(ranking.askClient.map(({ question, programs }) => [question, programs])),
    excluded: Object.fromEntries(
      ranking.excluded.map(({ constraint, failed, failedOnly }) => [constraint, [failed, failedOnly]]),
    ),
    nearMisses: ranking.nearMisses.map(({ id, failing }) => ({ [id]: failing.code })),
    relaxations: ranking.relaxations.map(({ constraint, change, label, wouldAdd, bestScore }, i) => ({
      constraint,
      change,
      wouldAdd,
      ...(expected.relaxations?.[i]?.says === undefined ? {} : { says: toChoose(label, 'en') }),
      ...(expected.relaxations?.[i]?.bestScore === undefined ? {} : { bestScore }),
    })),
    warnings: Object.fromEntries(
      ranking.matches
        .filter(({ warnings }) => warnings.length > 0)
        .map(({ id, warnings }) => [id, warnings.map(({ code }) => code.replace(/^warning\./, ''))]),
    ),
    programs: Object.fromEntries(
      Object.entries(expected.programs ?? {}).map(([id, program]) => [
        id,
        programAnswer(answered, track, id, program),
      ]),
    ),
  };
}

function programAnswer(answered: AnsweredCase, track: Track, id: string, expected: ExpectedProgram) {
  const { score, verdicts, warnings } = answered.lineOf(id, track);
  const match = answered.rank(track).matches.find((each) => each.id === id);
  const placed = match ?? score;
  return {
    ...(expected.score === undefined ? {} : { score: placed.score }),
    ...(expected.scoreRange === undefined ? {} : { scoreRange: placed.scoreRange }),
    ...(expected.knownWeight === undefined ? {} : { knownWeight: placed.knownWeight }),
    ...(expected.distanceMeters === undefined ? {} : { distanceMeters: match?.distanceMeters }),
    ...(expected.warns === undefined
      ? {}
      : { warns: (match?.warnings ?? warnings).map((warning) => forPerson(warning, 'en')) }),
    ...(expected.verdicts && {
      verdicts: Object.fromEntries(
        Object.entries(expected.verdicts).map(([code, verdict]) => {
          const found = (match?.constraints ?? verdicts).find((each) => each.code === code);
          return [code, found && verdictAnswer(code, found, verdict)];
        }),
      ),
    }),
    ...(expected.criteria && {
      criteria: Object.fromEntries(
        Object.entries(expected.criteria).map(([code, criterion]) => {
          const found = placed.criteria.find((each) => each.code === code);
          return [code, found && criterionAnswer(code, found, criterion)];
        }),
      ),
    }),
  };
}

type Line = ReturnType<AnsweredCase['lineOf']>;

function verdictAnswer(
  code: string,
  { verdict, reason, ask, askClient }: Line['verdicts'][number],
  expected: ExpectedVerdict,
): ExpectedVerdict {
  return {
    [verdict]: reason.code.replace(`${code}.`, ''),
    ...(expected.says === undefined ? {} : { says: forPerson(reason, 'en') }),
    ...(expected.detail === undefined ? {} : { detail: forProfessional(reason, 'en') }),
    ...(expected.asks === undefined ? {} : { asks: ask && toAsk(ask, 'en') }),
    ...(expected.asksClient === undefined ? {} : { asksClient: askClient }),
  };
}

function criterionAnswer(
  code: string,
  { value, weight, contribution, reason }: Line['score']['criteria'][number],
  expected: ExpectedCriterion,
): ExpectedCriterion {
  return {
    ...(expected.value === undefined ? {} : { value }),
    ...(expected.weight === undefined ? {} : { weight }),
    ...(expected.contribution === undefined ? {} : { contribution }),
    ...(expected.reason === undefined ? {} : { reason: reason.code.replace(`${code}.`, '') }),
    ...(expected.says === undefined ? {} : { says: forPerson(reason, 'en') }),
    ...(expected.detail === undefined ? {} : { detail: forProfessional(reason, 'en') }),
  };
}

/** Anything that a file does not list in a complete part must not occur; numbers are compared at 1e-9. */
function wholeExpectation({ expect: expected }: MatchingCase) {
  const { tracks, ...byPurpose } = expected;
  return rounded({
    ...(tracks && { tracks }),
    ...Object.fromEntries(
      Object.entries(byPurpose).map(([purpose, track]) => [
        purpose,
        {
          askClient: {},
          excluded: {},
          nearMisses: [],
          relaxations: [],
          warnings: {},
          programs: {},
          ...track,
        },
      ]),
    ),
  });
}

function rounded(value: unknown): unknown {
  if (typeof value === 'number') return round9(value);
  if (Array.isArray(value)) return value.map(rounded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, rounded(each)]));
}

/** A second request with the change adds exactly what was promised, and removes nothing. */
function expectRelaxationsToHold(answered: AnsweredCase, track: Track): void {
  const { request } = answered.case_;
  const before = answered.rank(track);
  const matched = new Set(before.matches.map(({ id }) => id));
  for (const { change, wouldAdd, bestScore } of before.relaxations) {
    const after = answered.rank(track, mergePatch(request, change) as typeof request).matches;
    const added = after.filter(({ id }) => !matched.has(id));
    expect({
      change,
      wouldAdd: added.length,
      bestScore: Math.max(...added.map(({ score }) => score)),
      kept: after.length - added.length,
    }).toEqual({ change, wouldAdd, bestScore, kept: matched.size });
  }
}

function expectOrderOfProgramsNotToMatter(answered: AnsweredCase, track: Track): void {
  const backwards = [...answered.candidates].reverse();
  expect(JSON.stringify(answered.rank(track, undefined, backwards))).toBe(
    JSON.stringify(answered.rank(track)),
  );
}
