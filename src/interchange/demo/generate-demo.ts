import type { ProgramIntake } from '../../directory/program-intake.js';
import { accountsOf } from './accounts.js';
import type { Archetype } from './archetype.js';
import { ARCHETYPES } from './archetypes.js';
import type { MetropolitanArea } from './metropolitan-areas.js';
import { METROPOLITAN_AREAS } from './metropolitan-areas.js';
import { siteOf } from './organizations.js';
import { truthOf } from './program-truth.js';
import { SeededDraw } from './seeded-draw.js';

/** A different seed gives a different demonstration directory, with other names and facts under the same keys. */
const SEED = 'treatment-navigator-demo-1';

/** The location and kind of one fictional program; its key consists of nothing else. */
export interface DemoPlan {
  readonly area: MetropolitanArea;
  readonly archetype: Archetype;
  /** Number of the program among those of its kind in its area, from 1. */
  readonly ordinal: number;
}

/** Every program of the demonstration directory, before it is generated. */
export function demoPlans(): DemoPlan[] {
  return METROPOLITAN_AREAS.flatMap((area) =>
    ARCHETYPES.filter(({ areas }) => areas?.includes(area.code) ?? true).flatMap((archetype) =>
      Array.from({ length: archetype.perArea }, (_, index) => ({ area, archetype, ordinal: index + 1 })),
    ),
  );
}

/**
 * Generates one fictional program from its key alone: no clock, no randomness, no other program.
 *
 * @param today YYYY-MM-DD; records are dated back from it, so that waiting times and prices are fresh on the day of
 * loading
 */
export function makeDemoProgram({ area, archetype, ordinal }: DemoPlan, today: string): ProgramIntake {
  const key = `${area.code}/${archetype.code}-${ordinal}`;
  const seed = `${SEED}/${key}`;
  // Programs of one kind in one area belong to different organizations, so that names are unique.
  const first = new SeededDraw(`${SEED}/${area.code}/${archetype.code}`).between(0, 40);
  const side = new SeededDraw(`${seed}/site`).chance(0.7) ? 0 : 1;
  const site = siteOf(SEED, METROPOLITAN_AREAS, area, archetype.runBy, first + ordinal, side);
  const truth = truthOf(seed, archetype, area);
  return {
    key,
    name: site.organization.name.replace('(fictional)', `${archetype.label} (fictional)`),
    phone: site.phone,
    intakePhones: new SeededDraw(`${seed}/intake-phone`).chance(0.5) ? [site.intakePhone] : [],
    ...(site.website ? { website: site.website } : {}),
    fictional: true,
    organization: site.organization,
    location: site.location,
    records: accountsOf(seed, archetype, truth, today),
  };
}

/**
 * The demonstration directory: more than 400 fictional programs in eight real metropolitan areas, the same on every
 * machine.
 *
 * @param today YYYY-MM-DD; another day affects only the dates of the records
 */
export function generateDemo(today: string): ProgramIntake[] {
  return demoPlans().map((plan) => makeDemoProgram(plan, today));
}
