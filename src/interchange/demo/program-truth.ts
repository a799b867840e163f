import type { StatedFacts } from '../../core/directory/source-record.js';
import { ACCESSIBILITY, type Population } from '../../core/vocabulary/people.js';
import { ROUND_THE_CLOCK } from '../../core/vocabulary/levels-of-care.js';
import type { Price } from '../../core/vocabulary/payment.js';
import type { Archetype } from './archetype.js';
import { joinFacts } from './fact-statements.js';
import type { MetropolitanArea } from './metropolitan-areas.js';
import { ORGANIZATION_PROFILES } from './organizations.js';
import { SeededDraw } from './seeded-draw.js';
import { VISITING_PATTERNS, WEEKLY_SESSIONS } from './weekly-sessions.js';

/**
 * Everything that is true of a fictional program, whether or not a source states it: its archetype takes precedence
 * over what is drawn. `accounts.ts` decides which source states which part.
 */
export function truthOf(seed: string, archetype: Archetype, area: MetropolitanArea): StatedFacts {
  const about = (trait: string) => new SeededDraw(`${seed}/${trait}`);
  const { ownership, payment, accreditations } = ORGANIZATION_PROFILES[archetype.runBy];
  const variations = about('variations');
  const own = (archetype.variations ?? []).reduce(
    (facts, { share, facts: more }) => (variations.chance(share) ? joinFacts(facts, more) : facts),
    archetype.facts,
  );
  const traits = [
    { ownership },
    about('payment').pick(payment),
    accreditations && about('accreditation').chance(0.5) ? { accreditations } : {},
    people(about('people'), own),
    languages(about('languages'), area),
    place(about('place'), own),
    house(about('house'), archetype),
    care(about('care'), own),
    telehealth(about('telehealth'), own, area),
    weekOf(about('week'), archetype),
    startOf(about('start'), archetype),
  ];
  const truth = joinFacts(traits.reduce<StatedFacts>(joinFacts, {}), own);
  return truth.payers?.yes?.includes('free') ? truth : joinFacts(truth, pricesOf(about('prices'), archetype));
}

/** A program for a specific group defines its groups itself; groups are drawn only for programs for everyone. */
function people(draw: SeededDraw, own: StatedFacts): StatedFacts {
  const allAges = draw.chance(0.7);
  const groups: readonly Population[] = ['women', 'men', 'veterans', 'lgbtq', 'criminal-justice', 'trauma'];
  const forSome = own.genders ?? own.ageGroups ?? own.onlyPopulations;
  return {
    ageGroups: { yes: allAges ? ['young-adults', 'adults', 'seniors'] : ['adults'], complete: true },
    genders: { yes: ['woman', 'man'], complete: true },
    ...(forSome ? {} : { populations: { yes: draw.some(allAges ? [...groups, 'seniors'] : groups, 2) } }),
  };
}

function languages(draw: SeededDraw, area: MetropolitanArea): StatedFacts {
  const second = draw.chance(0.55) ? [area.languages[0]!] : [];
  const others = draw.chance(0.25) ? draw.some(area.languages.slice(1), draw.between(1, 2)) : [];
  return {
    languages: { yes: ['en', ...second, ...others], complete: draw.chance(0.6) },
    interpreterOnCall: draw.chance(0.45),
  };
}

function place(draw: SeededDraw, own: StatedFacts): StatedFacts {
  const residential = own.levelsOfCare?.yes?.some((level) => ROUND_THE_CLOCK.has(level)) ?? false;
  const offered = { wheelchair: draw.chance(0.72), 'sign-language': draw.chance(0.25) };
  const childcare = draw.chance(residential ? 0.06 : 0.28);
  return {
    accessibility: {
      yes: ACCESSIBILITY.filter((code) => offered[code]),
      no: ACCESSIBILITY.filter((code) => !offered[code]),
    },
    services: childcare
      ? { yes: ['childcare'], no: ['residential-beds-for-children'] }
      : { no: ['childcare', 'residential-beds-for-children'] },
  };
}

function house(draw: SeededDraw, { facts, runBy }: Archetype): StatedFacts {
  const smoking = draw.pick(['not-permitted', 'designated-area', 'permitted'] as const);
  return {
    smoking,
    vaping: draw.chance(0.7) ? smoking : 'not-permitted',
    faithBased: draw.chance(0.08) && runBy === 'community',
    goals: draw.chance(0.45)
      ? { yes: ['abstinence'], complete: draw.chance(0.5) }
      : { yes: ['abstinence', 'reduction'], complete: true },
    ...(facts.licenses ? {} : { licenses: { yes: ['state-substance-use-agency'] } }),
  };
}

function care(draw: SeededDraw, own: StatedFacts): StatedFacts {
  const menOnly = own.genders?.no?.includes('woman') ?? false;
  const pregnancyCare = draw.chance(0.35) && !menOnly;
  return {
    coOccurringCare: draw.chance(0.2) ? 'none' : draw.chance(0.85) ? 'capable' : 'enhanced',
    ...(menOnly ? {} : { pregnancyCare }),
  };
}

function telehealth(draw: SeededDraw, own: StatedFacts, area: MetropolitanArea): StatedFacts {
  const modalities: StatedFacts = own.modalities
    ? { modalities: own.modalities }
    : draw.chance(0.3)
      ? { modalities: { yes: ['in-person', 'telehealth'], complete: true } }
      : { modalities: { yes: ['in-person'], complete: true } };
  if (!modalities.modalities?.yes?.includes('telehealth')) return modalities;
  const neighbors = draw.chance(0.4)
    ? draw.some(area.neighboringStates, draw.between(1, area.neighboringStates.length))
    : [];
  return { ...modalities, telehealthStates: { yes: [area.state, ...neighbors], complete: true } };
}

function weekOf(draw: SeededDraw, { weeks }: Archetype): StatedFacts {
  const patterns = weeks ? draw.pick(weeks) : [];
  const hoursOf = (visiting: boolean) =>
    patterns
      .filter((pattern) => VISITING_PATTERNS.has(pattern) === visiting)
      .flatMap((pattern) => [...WEEKLY_SESSIONS[pattern]]);
  const [sessions, visitHours] = [hoursOf(false), hoursOf(true)];
  return { ...(sessions.length > 0 ? { sessions } : {}), ...(visitHours.length > 0 ? { visitHours } : {}) };
}

function startOf(draw: SeededDraw, { wait, sameDayShare }: Archetype): StatedFacts {
  if (!wait) return {};
  const sameDayStart = draw.chance(sameDayShare ?? 0);
  // Most waiting times are short, some are long.
  const share = draw.next() ** 1.6;
  return {
    sameDayStart,
    waitDays: sameDayStart ? 0 : wait[0] + Math.round((wait[1] - wait[0]) * share),
  };
}

/** Whole amounts of 5 dollars, in cents. */
function pricesOf(draw: SeededDraw, { prices }: Archetype): StatedFacts {
  if (!prices) return {};
  return {
    prices: prices.map(({ per, from, to }): Price => ({
      amount: Math.round((from + (to - from) * draw.next() ** 1.4) / 5) * 500,
      currency: 'USD',
      per,
    })),
  };
}
