import type { FactKey, Standing, StatedFacts } from '../../core/directory/source-record.js';
import type { IntakeRecord } from '../../directory/program-intake.js';
import type { Archetype } from './archetype.js';
import { type Companion, disagreementIn } from './disagreements.js';
import { joinFacts, onlyFacts } from './fact-statements.js';
import { SeededDraw } from './seeded-draw.js';

const NOTE = { note: 'Made up for demonstration. No such program exists.' };
const DAY_MS = 86_400_000;

const STANDING: Readonly<Record<Companion, Standing>> = {
  'demo-visit': 'verified',
  'demo-provider': 'attested',
  'demo-call': 'confirmed',
};

/**
 * How often the program's own entry states a fact, 0 to 1. A fact that it omits is unknown unless another source states
 * it. Random draws follow this order: a new fact is added at the end, so that existing programs do not change.
 */
const STATED_IN_OWN_ENTRY = {
  conditions: 0.92,
  levelsOfCare: 1,
  overlays: 1,
  withdrawalSettings: 1,
  withdrawalSubstances: 0.9,
  medications: 0.8,
  approaches: 0.85,
  payers: 0.85,
  slidingFee: 0.7,
  paymentAssistance: 0.6,
  funding: 0.8,
  prices: 0.4,
  ageGroups: 0.85,
  genders: 0.9,
  languages: 0.5,
  interpreterOnCall: 0.35,
  populations: 0.75,
  onlyPopulations: 1,
  modalities: 0.85,
  telehealthStates: 0.6,
  sessions: 0.5,
  waitDays: 0.7,
  sameDayStart: 0.6,
  services: 0.7,
  accessibility: 0.45,
  coOccurringCare: 0.55,
  pregnancyCare: 0.5,
  faithBased: 0.4,
  goals: 0.4,
  accreditations: 0.9,
  licenses: 0.7,
  ownership: 0.8,
  smoking: 0.6,
  vaping: 0.4,
  visitHours: 0.5,
} as const satisfies Partial<Record<FactKey, number>>;

/** What each further source is asked about, and how old its answer may be in days. */
const COMPANIONS: Readonly<
  Record<
    Companion,
    {
      readonly share: number;
      readonly topics: readonly FactKey[];
      readonly statedShare: number;
      readonly age: readonly [number, number];
    }
  >
> = {
  'demo-provider': {
    share: 0.34,
    topics: [
      'approaches',
      'medications',
      'sessions',
      'prices',
      'languages',
      'services',
      'accessibility',
      'goals',
      'faithBased',
      'coOccurringCare',
      'pregnancyCare',
      'telehealthStates',
      'visitHours',
    ],
    statedShare: 0.6,
    age: [10, 80],
  },
  'demo-visit': {
    share: 0.22,
    topics: [
      'approaches',
      'medications',
      'sessions',
      'accessibility',
      'withdrawalSettings',
      'licenses',
      'visitHours',
    ],
    statedShare: 0.7,
    age: [20, 170],
  },
  'demo-call': {
    share: 0.45,
    topics: ['waitDays', 'sameDayStart', 'prices', 'payers', 'slidingFee', 'interpreterOnCall'],
    statedShare: 0.8,
    age: [3, 12],
  },
};

/**
 * The statements of several sources about one fictional program: its own entry first, then a provider's statement, a
 * visit, a call. Each states a part of the truth; sometimes the entry is wrong and a better source corrects it.
 *
 * @param today the day from which the records are dated back, YYYY-MM-DD; affects dates, never facts
 */
export function accountsOf(
  seed: string,
  archetype: Archetype,
  truth: StatedFacts,
  today: string,
): readonly [IntakeRecord, ...IntakeRecord[]] {
  const about = (topic: string) => new SeededDraw(`${seed}/${topic}`);
  const daysOld = ageOfEntry(about('entry-age'));
  const dated = (days: number) =>
    new Date(Date.parse(`${today}T00:00:00Z`) - days * DAY_MS).toISOString().slice(0, 10);
  const ownEntry = entryOf(about('entry'), archetype, truth, daysOld);
  const entry = (facts: StatedFacts): IntakeRecord => ({
    source: 'demo',
    asOf: dated(daysOld),
    standing: 'self-reported',
    facts,
    verbatim: NOTE,
  });
  if (archetype.littleKnown) return [entry(ownEntry)];

  const disagreement = about('disagreement').chance(0.35)
    ? disagreementIn(about('which-disagreement'), truth, ownEntry)
    : undefined;
  const others = (Object.keys(COMPANIONS) as Companion[]).flatMap((source): IntakeRecord[] => {
    const draw = about(source);
    const { share, topics, statedShare, age } = COMPANIONS[source];
    const spoke = draw.chance(share);
    const corrects = disagreement?.correctedBy === source;
    if (!spoke && !corrects) return [];
    const keys = topics.filter((key) => isAlwaysStated(key, archetype, truth) || draw.chance(statedShare));
    const facts = joinFacts(
      partOf(draw, source, onlyFacts(truth, keys)),
      corrects ? disagreement.correction : {},
    );
    // One call in seven was so long ago that the waiting time has passed its shelf life.
    const days = source === 'demo-call' && draw.chance(1 / 7) ? draw.between(18, 45) : draw.between(...age);
    if (Object.keys(facts).length === 0) return [];
    return [{ source, asOf: dated(days), standing: STANDING[source], facts, verbatim: NOTE }];
  });
  return [entry(disagreement ? joinFacts(ownEntry, disagreement.claimed) : ownEntry), ...others];
}

/**
 * Mostly within the shelf life of a price; some a few days old; some past the shelf life of a price, or of everything
 * that ages.
 */
function ageOfEntry(draw: SeededDraw): number {
  const kind = draw.next();
  if (kind < 0.2) return draw.between(3, 12);
  if (kind < 0.85) return draw.between(15, 80);
  if (kind < 0.94) return draw.between(95, 170);
  return draw.between(190, 420);
}

function entryOf(draw: SeededDraw, archetype: Archetype, truth: StatedFacts, daysOld: number): StatedFacts {
  const keys = (Object.keys(STATED_IN_OWN_ENTRY) as (keyof typeof STATED_IN_OWN_ENTRY)[]).filter((key) => {
    const drawn = draw.next();
    if (archetype.littleKnown) return key in archetype.facts ? drawn < 0.8 : drawn < 0.06;
    if (isAlwaysStated(key, archetype, truth)) return true;
    // An entry states waiting times only if it is days old, or in a few outdated entries.
    if (key === 'waitDays' || key === 'sameDayStart') return daysOld <= 12 ? drawn < 0.7 : drawn < 0.04;
    return drawn < STATED_IN_OWN_ENTRY[key];
  });
  const stated = onlyFacts(truth, keys);
  // Half of the entries that name services do not mention children.
  return stated.services && !archetype.alwaysStated?.includes('services') && draw.chance(0.5)
    ? { ...stated, services: withoutChildren(stated.services) }
    : stated;
}

/** What characterises the program: the conditions of an alcohol-only clinic, the gender of a house for one. */
function isAlwaysStated(key: FactKey, archetype: Archetype, truth: StatedFacts): boolean {
  if (archetype.alwaysStated?.includes(key)) return true;
  if (key === 'conditions') return truth.conditions?.complete === true;
  if (key === 'genders') return truth.genders?.yes?.length === 1;
  return false;
}

/** A visit verifies a few of the approaches; the others keep their standing. */
function partOf(draw: SeededDraw, source: Companion, facts: StatedFacts): StatedFacts {
  if (source !== 'demo-visit' || !facts.approaches || facts.approaches.complete) return facts;
  return { ...facts, approaches: { yes: draw.some(facts.approaches.yes ?? [], draw.between(1, 2)) } };
}

function withoutChildren(services: NonNullable<StatedFacts['services']>) {
  const other = (code: string) => code !== 'childcare' && code !== 'residential-beds-for-children';
  return { yes: (services.yes ?? []).filter(other) };
}
