import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { projectFolder } from '../../config/project-folder.js';
import { deliveredApproaches } from '../../core/directory/delivered-approaches.js';
import type { ListKey } from '../../core/directory/fact-keys.js';
import { STATED_FACTS_SCHEMA } from '../../core/directory/facts-schema.js';
import { resolveFacts } from '../../core/directory/resolve-facts.js';
import type { ResolvedFacts } from '../../core/directory/resolved-facts.js';
import { stanceOf, yesCodes } from '../../core/directory/resolved-facts.js';
import { TREATED_CONDITIONS } from '../../core/vocabulary/conditions.js';
import { LEVELS_OF_CARE, OVERLAYS } from '../../core/vocabulary/levels-of-care.js';
import { MEDICATIONS, MEDICATIONS_FOR, MEDICATION_STANCES } from '../../core/vocabulary/medications.js';
import { ACCESSIBILITY, AGE_GROUPS, POPULATIONS } from '../../core/vocabulary/people.js';
import {
  ACCREDITATIONS,
  GOALS,
  LICENSES,
  MODALITIES,
  SERVICES,
  WITHDRAWAL_SETTINGS,
} from '../../core/vocabulary/services.js';
import { findPostalCode } from '../../directory/postal-codes.js';
import type { ProgramIntake } from '../../directory/program-intake.js';
import { ARCHETYPES } from './archetypes.js';
import { demoPlans, generateDemo, makeDemoProgram } from './generate-demo.js';
import { METROPOLITAN_AREAS } from './metropolitan-areas.js';
import { truthOf } from './program-truth.js';

const TODAY = '2026-11-15';
const programs = generateDemo(TODAY);
const demo = programs.map((program) => ({ program, facts: resolveFacts(program.records, TODAY) }));
const resolved = demo.map(({ facts }) => facts);

const REGISTRY = new Set(
  readdirSync(join(projectFolder, 'seed-data/evidence/approaches')).map((file) =>
    file.replace(/\.yaml$/, ''),
  ),
);

function shareOf(holds: (facts: ResolvedFacts) => boolean): number {
  return resolved.filter(holds).length / resolved.length;
}

function undated(program: ProgramIntake) {
  return { ...program, records: program.records.map(({ asOf: _asOf, ...record }) => record) };
}

function resolvedOf(key: RegExp): ResolvedFacts[] {
  return demo.filter(({ program }) => key.test(program.key)).map(({ facts }) => facts);
}

describe('the demonstration directory', () => {
  it('is the same whenever it is made for the same day', () => {
    expect(generateDemo(TODAY)).toEqual(programs);
    expect(JSON.stringify(generateDemo(TODAY))).toBe(JSON.stringify(programs));
  });

  it('changes only dates on another day, and all of them by the same number of days', () => {
    const later = generateDemo('2027-02-03');
    expect(later.map(undated)).toEqual(programs.map(undated));
    const daysOf = (some: readonly ProgramIntake[]) =>
      some.flatMap(({ records }) => records.map(({ asOf }) => Date.parse(asOf) / 86_400_000));
    expect(daysOf(later)).toEqual(daysOf(programs).map((day) => day + 80));
  });

  it('makes each program from its key alone, in whatever order they are made', () => {
    const backwards = demoPlans()
      .toReversed()
      .map((plan) => makeDemoProgram(plan, TODAY));
    expect(backwards.toReversed()).toEqual(programs);
  });

  it('holds at least 400 programs, at least 45 around each of eight areas', () => {
    expect(programs.length).toBeGreaterThanOrEqual(400);
    expect(METROPOLITAN_AREAS).toHaveLength(8);
    for (const { code } of METROPOLITAN_AREAS)
      expect(programs.filter(({ key }) => key.startsWith(`${code}/`)).length).toBeGreaterThanOrEqual(45);
  });

  it('gives every program a key and a name of its own', () => {
    expect(new Set(programs.map(({ key }) => key)).size).toBe(programs.length);
    expect(new Set(programs.map(({ name }) => name)).size).toBe(programs.length);
    expect(new Set(ARCHETYPES.map(({ code }) => code)).size).toBe(ARCHETYPES.length);
  });

  it('has the same data of an organization and of a site in every program that names them', () => {
    const organizations = programs.map(({ organization }) => JSON.stringify(organization));
    const locations = programs.map(({ location }) => JSON.stringify(location));
    expect(new Set(organizations).size).toBe(new Set(programs.map((p) => p.organization.key)).size);
    expect(new Set(programs.map((p) => p.organization.name)).size).toBe(new Set(organizations).size);
    expect(new Set(locations).size).toBe(new Set(programs.map((p) => p.location.key)).size);
  });
});

describe('a demonstration program cannot be mistaken for a real one', () => {
  it('marks every program, its name, its organization and its records as fictional', () => {
    for (const { name, organization, fictional, records } of programs) {
      expect(name).toMatch(/\(fictional\)$/);
      expect(organization.name).toMatch(/\(fictional\)$/);
      expect(fictional).toBe(true);
      for (const { verbatim } of records) expect(verbatim.note).toMatch(/^Made up for demonstration/);
    }
  });

  it('has telephone numbers from the range reserved for fiction and web sites below example.org alone', () => {
    for (const { phone, intakePhones, website } of programs) {
      for (const number of [phone, ...intakePhones]) expect(number).toMatch(/^[2-9][0-9]{2}-555-01[0-9]{2}$/);
      if (website !== undefined) expect(website).toMatch(/^https:\/\/[a-z-]+\.example\.org$/);
    }
  });

  it('is on an invented street, within about 2 km of the center of a real postal code of its state', () => {
    for (const { location } of programs) {
      expect(location.street1).toMatch(/^[0-9]+ (Example|Sample|Specimen|Placeholder) /);
      const center = findPostalCode(location.postalCode);
      expect(center).toMatchObject({ city: location.city, state: location.state });
      const { latitude, longitude, precision } = location.coordinates!;
      expect(precision).toBe('postal-code');
      const north = (latitude - center!.latitude) * 111.2;
      const east = (longitude - center!.longitude) * 111.2 * Math.cos((latitude * Math.PI) / 180);
      expect(Math.hypot(north, east)).toBeLessThan(2.05);
    }
  });

  it('names a postal code once in an area, the center of New Haven among them', () => {
    for (const { postalCodes } of METROPOLITAN_AREAS)
      expect(new Set(postalCodes).size).toBe(postalCodes.length);
    expect(METROPOLITAN_AREAS.flatMap(({ postalCodes }) => postalCodes)).toContain('06511');
  });
});

describe('the records of the demonstration directory', () => {
  const records = programs.flatMap((program) => program.records);

  it('hold facts that the schema of all sources allows', () => {
    const check = new Ajv({ allErrors: true, strict: true }).compile(STATED_FACTS_SCHEMA);
    const faults = records.filter(({ facts }) => !check(facts));
    expect(faults).toEqual([]);
  });

  it('state in some program’s own entry each fact that is true of some program', () => {
    const truths = demoPlans().map(({ area, archetype, ordinal }) =>
      truthOf(`${area.code}/${archetype.code}-${ordinal}`, archetype, area),
    );
    const stated = new Set(programs.flatMap(({ records: [entry] }) => Object.keys(entry.facts)));
    const held = [...new Set(truths.flatMap((truth) => Object.keys(truth)))];
    expect(held.length).toBeGreaterThan(30);
    expect(held.filter((fact) => !stated.has(fact))).toEqual([]);
  });

  it('name only approaches that the evidence registry has', () => {
    const named = records.flatMap(({ facts }) => [
      ...(facts.approaches?.yes ?? []),
      ...(facts.approaches?.no ?? []),
    ]);
    expect([...new Set(named)].filter((code) => !REGISTRY.has(code))).toEqual([]);
  });

  it('begin with the program’s own entry, followed by sources of better standing', () => {
    for (const { records: own } of programs) {
      expect(own[0]).toMatchObject({ source: 'demo', standing: 'self-reported' });
      expect(new Set(own.map(({ source }) => source)).size).toBe(own.length);
    }
    const standings = new Set(records.map(({ source, standing }) => `${source} is ${standing}`));
    expect(standings).toEqual(
      new Set([
        'demo is self-reported',
        'demo-provider is attested',
        'demo-visit is verified',
        'demo-call is confirmed',
      ]),
    );
  });

  it('are all older than the day they are made for', () => {
    for (const { asOf } of records) expect(asOf < TODAY).toBe(true);
  });

  it('never say yes and no of one code, nor begin a session at its end', () => {
    for (const { facts } of records) {
      for (const list of Object.values(facts)) {
        if (typeof list !== 'object' || !('yes' in list) || !list.yes || !list.no) continue;
        const yes = new Set<string>(list.yes);
        expect(list.no.filter((code: string) => yes.has(code))).toEqual([]);
      }
      for (const { from, to } of facts.sessions ?? []) expect(from).not.toBe(to);
    }
  });

  it('disagree at some programs, and the better standing wins', () => {
    const overruled = demo.flatMap(({ program, facts: known }) => {
      const [entry, ...others] = program.records;
      return (entry.facts.approaches?.yes ?? [])
        .filter((code) => others.some(({ facts }) => facts.approaches?.no?.includes(code)))
        .map((code) => stanceOf(known, 'approaches', code));
    });
    expect(overruled.length).toBeGreaterThan(5);
    expect(new Set(overruled)).toEqual(new Set(['no']));

    const medicaid = demo
      .filter(({ program: { records: own } }) => {
        const [entry, ...others] = own;
        return (
          entry.facts.payers?.yes?.includes('medicaid') &&
          others.some(({ facts }) => facts.payers?.no?.includes('medicaid'))
        );
      })
      .map(({ facts }) => stanceOf(facts, 'payers', 'medicaid'));
    expect(medicaid.length).toBeGreaterThan(5);
    expect(new Set(medicaid)).toEqual(new Set(['no']));
  });

  it('are past their shelf life in a few places, fresh in most', () => {
    const share = shareOf(({ expired }) => expired.length > 0);
    expect(share).toBeGreaterThan(0.05);
    expect(share).toBeLessThan(0.3);
  });
});

describe('what is known and what is not', () => {
  const listed = (key: ListKey) => (facts: ResolvedFacts) => facts.lists[key] !== undefined;
  const sessions = ({ values }: ResolvedFacts) => [
    ...(values.sessions?.value ?? []),
    ...(values.visitHours?.value ?? []),
  ];
  const childcare = (facts: ResolvedFacts) => stanceOf(facts, 'services', 'childcare');

  it.each<[string, (facts: ResolvedFacts) => boolean, number]>([
    ['hours', (facts) => sessions(facts).length > 0, 0.35],
    ['a price', ({ values }) => values.prices !== undefined, 0.35],
    ['a wait', ({ values }) => values.waitDays !== undefined, 0.25],
    ['whether people start the same day', ({ values }) => values.sameDayStart !== undefined, 0.25],
    ['whether there is childcare', (facts) => childcare(facts) !== 'unknown', 0.3],
    ['languages', listed('languages'), 0.4],
    ['goals', listed('goals'), 0.4],
    ['wheelchair access', (facts) => stanceOf(facts, 'accessibility', 'wheelchair') !== 'unknown', 0.4],
    ['whether it is faith-based', ({ values }) => values.faithBased !== undefined, 0.3],
    ['pregnancy care', ({ values }) => values.pregnancyCare !== undefined, 0.4],
    ['care for a mental disorder too', ({ values }) => values.coOccurringCare !== undefined, 0.4],
  ])('knows %s of many programs, and leaves at least 15 %% unknown', (_what, known, atLeast) => {
    const share = shareOf(known);
    expect(share).toBeGreaterThanOrEqual(atLeast);
    expect(share).toBeLessThanOrEqual(0.85);
  });

  it.each<[string, (facts: ResolvedFacts) => boolean, number]>([
    ['evening sessions', (facts) => sessions(facts).some(({ from }) => from >= '17:00'), 0.15],
    ['early mornings', (facts) => sessions(facts).some(({ from }) => from < '08:00'), 0.03],
    ['weekends', (facts) => sessions(facts).some(({ day }) => day === 'sa' || day === 'su'), 0.1],
    [
      'sessions in office hours alone',
      (facts) =>
        sessions(facts).length > 0 && sessions(facts).every((s) => s.from >= '09:00' && s.to <= '17:00'),
      0.05,
    ],
    [
      'verified approaches',
      (facts) => deliveredApproaches(facts).some(({ origin }) => origin.standing === 'verified'),
      0.1,
    ],
    [
      'attested approaches',
      (facts) => deliveredApproaches(facts).some(({ origin }) => origin.standing === 'attested'),
      0.15,
    ],
    ['a second language', (facts) => yesCodes(facts, 'languages').some((code) => code !== 'en'), 0.2],
    ['childcare', (facts) => childcare(facts) === 'yes', 0.06],
    ['no childcare', (facts) => childcare(facts) === 'no', 0.2],
    ['wheelchair access', (facts) => stanceOf(facts, 'accessibility', 'wheelchair') === 'yes', 0.25],
    ['no wheelchair access', (facts) => stanceOf(facts, 'accessibility', 'wheelchair') === 'no', 0.08],
    ['a start on the same day', ({ values }) => values.sameDayStart?.value === true, 0.05],
    ['telehealth', (facts) => yesCodes(facts, 'modalities').includes('telehealth'), 0.15],
    ['care that is free', (facts) => yesCodes(facts, 'payers').includes('free'), 0.04],
    ['a sliding fee', ({ values }) => values.slidingFee?.value === true, 0.15],
    ['Medicaid', (facts) => yesCodes(facts, 'payers').includes('medicaid'), 0.3],
    ['faith', ({ values }) => values.faithBased?.value === true, 0.02],
    ['no faith', ({ values }) => values.faithBased?.value === false, 0.25],
    ['reduction as a goal', (facts) => yesCodes(facts, 'goals').includes('reduction'), 0.15],
    ['pregnancy care', ({ values }) => values.pregnancyCare?.value === true, 0.15],
  ])('has programs with %s', (_what, holds, atLeast) => {
    expect(shareOf(holds)).toBeGreaterThanOrEqual(atLeast);
  });

  it.each<[string, (facts: ResolvedFacts) => boolean]>([
    [
      'treat opioid use alone',
      (f) => stanceOf(f, 'conditions', 'opioid') === 'yes' && stanceOf(f, 'conditions', 'alcohol') === 'no',
    ],
    [
      'treat alcohol use alone',
      (f) => stanceOf(f, 'conditions', 'alcohol') === 'yes' && stanceOf(f, 'conditions', 'opioid') === 'no',
    ],
    ['take women alone', (f) => stanceOf(f, 'genders', 'man') === 'no'],
    ['take men alone', (f) => stanceOf(f, 'genders', 'woman') === 'no'],
    ['serve veterans alone', (f) => f.values.onlyPopulations?.value.includes('veterans') ?? false],
    ['work with families by CRAFT', (f) => yesCodes(f, 'approaches').includes('craft')],
    [
      'have beds for clients’ children',
      (f) => yesCodes(f, 'services').includes('residential-beds-for-children'),
    ],
  ])('has at least five programs that %s', (_what, holds) => {
    expect(resolved.filter(holds).length).toBeGreaterThanOrEqual(5);
  });

  it('has programs of which hardly anything is known', () => {
    const bare = resolved.filter(
      ({ lists, values, medications }) =>
        [lists, values, medications].reduce((sum, facts) => sum + Object.keys(facts).length, 0) <= 4,
    );
    expect(bare.length).toBeGreaterThanOrEqual(8);
  });

  it('has waiting times that were known once and are unknown again', () => {
    const stale = demo.filter(
      ({ program, facts: known }) =>
        program.records.some(({ facts }) => facts.waitDays !== undefined) && !known.values.waitDays,
    );
    expect(stale.length).toBeGreaterThan(0);
  });
});

describe('the vocabulary in the demonstration directory', () => {
  it.each<[ListKey, readonly string[]]>([
    ['conditions', TREATED_CONDITIONS],
    ['levelsOfCare', LEVELS_OF_CARE],
    ['overlays', OVERLAYS],
    ['withdrawalSettings', WITHDRAWAL_SETTINGS],
    ['populations', POPULATIONS],
    ['services', SERVICES],
    ['ageGroups', AGE_GROUPS],
    ['accessibility', ACCESSIBILITY],
    ['modalities', MODALITIES],
    ['goals', GOALS],
    ['licenses', LICENSES],
    ['accreditations', ACCREDITATIONS],
  ])('has a program for every code of %s', (key, codes) => {
    const found = new Set<string>(resolved.flatMap((facts): string[] => yesCodes(facts, key)));
    expect(codes.filter((code) => !found.has(code))).toEqual([]);
  });

  it('has a program that starts every medication, and every stance on methadone', () => {
    for (const medication of MEDICATIONS)
      expect(resolved.some(({ medications }) => medications[medication]?.stance === 'starts')).toBe(true);
    const onMethadone = resolved.map(({ medications }) => medications.methadone?.stance ?? 'unknown');
    expect(new Set(onMethadone)).toEqual(new Set([...MEDICATION_STANCES, 'unknown']));
  });

  it('has programs that manage withdrawal and do nothing else', () => {
    const only = resolvedOf(/\/withdrawal-only-/);
    expect(only).toHaveLength(8);
    for (const facts of only) {
      expect(yesCodes(facts, 'levelsOfCare')).toEqual(['res-med']);
      expect(yesCodes(facts, 'approaches')).toContain('detox-alone-oud');
    }
  });

  it('has clinics that taper, and start nothing that treats opioid use over time', () => {
    const tapering = resolvedOf(/\/ambulatory-withdrawal-/);
    expect(tapering).toHaveLength(8);
    for (const { medications } of tapering)
      expect(MEDICATIONS_FOR.opioid.filter((code) => medications[code] !== undefined)).toEqual([]);
  });

  it('has a few programs that claim what is never to be recommended, and some that offer nothing else', () => {
    const never = new Set(['ultra-rapid-detox', 'confrontational-counselling', 'boot-camp']);
    const claims = resolved.map((facts) => deliveredApproaches(facts).map(({ approach }) => approach));
    const some = claims.filter((codes) => codes.some((code) => never.has(code)));
    const nothingElse = some.filter((codes) => codes.every((code) => never.has(code)));
    expect(some.length).toBeGreaterThanOrEqual(5);
    expect(some.length).toBeLessThanOrEqual(20);
    expect(nothingElse.length).toBeGreaterThanOrEqual(2);
    expect(nothingElse.length).toBeLessThanOrEqual(5);
  });
});
