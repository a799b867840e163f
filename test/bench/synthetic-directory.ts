import { v4 as uuid } from 'uuid';
import { deliveredApproaches } from '../../src/core/directory/delivered-approaches.js';
import type { ResolvedCode, ResolvedFacts, Stance } from '../../src/core/directory/resolved-facts.js';
import type { Freshness } from '../../src/core/directory/shelf-life.js';
import type { Standing } from '../../src/core/directory/source-record.js';
import {
  QUALITY_SIGN_CODES,
  type QualitySign,
  type SignReport,
  type SignReports,
} from '../../src/core/evidence/quality-signs.js';
import type { DeliveredClaim } from '../../src/core/evidence/strength.js';
import { type Candidate, toCandidate } from '../../src/core/matching/candidate.js';
import type { Place } from '../../src/core/matching/facts/distance.js';
import {
  MEDICATIONS,
  type Medication,
  type MedicationStance,
} from '../../src/core/vocabulary/medications.js';
import type { Price } from '../../src/core/vocabulary/payment.js';
import { STATES } from '../../src/core/vocabulary/places.js';
import { type Session, WEEKDAYS } from '../../src/core/vocabulary/services.js';
import { SeededDraw } from '../../src/interchange/demo/seeded-draw.js';
import { type KindMarginals, NATIONAL_MARGINALS } from './national-marginals.js';
import { bell, SyntheticPlaces } from './synthetic-places.js';

type Lists = Candidate['lists'];
type KnownList = NonNullable<Lists[keyof Lists]>;

/** Shares, in percent, of what no edition of the national directory says and later sources will; our guesses. */
const SPARSE = {
  withoutPlace: 1,
  atPostalCodeItself: 10,
  telehealthInMoreStates: 4,
  telehealthEverywhere: 0.2,
  sessions: 12,
  wait: 15,
  sameDayStart: 6,
  prices: 8,
  interpreter: 5,
  faithKnown: 10,
  goals: 5,
  licenses: 30,
  wheelchair: 20,
  onlyPopulations: 0.5,
};

/** How far a program's services and groups stand together: some report nearly all of them, some hardly any. */
const SERVICES_TOGETHER = 0.9;
const POPULATIONS_TOGETHER = 2.2;
/** Of its medications, how many a program decides by one and the same habit. */
const MEDICATIONS_TOGETHER = 70;

const STANDINGS: readonly (readonly [Standing, number])[] = [
  ['self-reported', 88],
  ['confirmed', 5],
  ['attested', 5],
  ['verified', 2],
];
const FRESHNESSES: readonly (readonly [Freshness, number])[] = [
  ['stale', 40],
  ['ageing', 30],
  ['fresh', 30],
];

const KILOMETERS_PER_DEGREE = 111.2;
const SCATTER_KM = 1;

/**
 * Programs that do not exist, `count` of them, one by one and always the same ones: a longer directory begins with
 * the shorter. Places crowd, and facts are reported, left out and hang together, about as in the national directory.
 * No record of a real program is in it.
 */
export function* syntheticDirectory(count: number): Generator<Candidate> {
  const draw = new SeededDraw('the synthetic directory');
  const places = new SyntheticPlaces();
  const organizations: string[] = [];
  for (let i = 0; i < count; i++) yield syntheticProgram(draw, places, organizations);
}

function syntheticProgram(draw: SeededDraw, places: SyntheticPlaces, organizations: string[]): Candidate {
  const percent = (share: number) => draw.next() * 100 < share;
  const id = uuidOf(draw);
  // Half of the programs belong to an organization that has others, the larger the likelier.
  const organizationId = organizations.length > 0 && percent(50) ? draw.pick(organizations) : uuidOf(draw);
  organizations.push(organizationId);
  const postalCode = places.draw(draw);
  const kind = weightedPick(draw, KINDS);
  const standing = weightedPick(draw, STANDINGS);
  const freshness = weightedPick(draw, FRESHNESSES);
  const lists = drawLists(draw, kind, postalCode.state);
  const medications = drawMedications(draw, kind);
  const approaches = new Set(listed(draw, kind.approaches));
  for (const key in lists) {
    const { codes } = lists[key as keyof Lists]!;
    for (const code in codes)
      if (codes[code] === 'yes') for (const each of impliedBy(key, code)) approaches.add(each);
  }
  const declinedApproaches = new Set<string>();
  for (const medication of MEDICATIONS) {
    const stance = medications[medication];
    if (stance === 'starts') for (const each of startedAs(medication)) approaches.add(each);
    if (stance === 'refuses') for (const each of refusedAs(medication)) declinedApproaches.add(each);
  }
  return {
    id,
    organizationId,
    state: postalCode.state,
    ...(percent(SPARSE.withoutPlace) ? {} : { place: scatter(draw, postalCode) }),
    lists,
    medications,
    claims: [...approaches].sort().map((approach) => claim(approach, standing, freshness)),
    declinedApproaches,
    access: [],
    signs: drawSigns(draw, standing),
    ...(percent(kind.slidingFee) ? { slidingFee: true } : {}),
    ...(percent(kind.paymentAssistance) ? { paymentAssistance: true } : {}),
    ...(percent(SPARSE.prices) ? { prices: drawPrices(draw) } : {}),
    ...(percent(SPARSE.interpreter) ? { interpreterOnCall: draw.chance(0.8) } : {}),
    ...(percent(SPARSE.onlyPopulations)
      ? { onlyPopulations: [draw.pick(['veterans', 'adolescents', 'women'])] }
      : {}),
    ...(percent(SPARSE.sessions) ? { sessions: drawSessions(draw) } : {}),
    ...(percent(SPARSE.wait) ? { waitDays: Math.floor(60 * draw.next() ** 2) } : {}),
    ...(percent(SPARSE.sameDayStart) ? { sameDayStart: draw.chance(0.7) } : {}),
    ...(percent(kind.coOccurringCare) ? { coOccurringCare: 'capable' } : {}),
    ...(percent(kind.pregnancyCare) ? { pregnancyCare: true } : {}),
    ...(percent(SPARSE.faithKnown) ? { faithBased: draw.chance(0.3) } : {}),
    bestStanding: standing,
    freshness,
  };
}

const KINDS: readonly (readonly [KindMarginals, number])[] = Object.values(NATIONAL_MARGINALS).map((kind) => [
  kind,
  kind.share,
]);

function drawLists(draw: SeededDraw, kind: KindMarginals, state: string): Lists {
  const percent = (share: number) => draw.next() * 100 < share;
  const services = leaning(draw, kind.services, SERVICES_TOGETHER);
  const populations = leaning(draw, kind.populations, POPULATIONS_TOGETHER);
  const telehealth = percent(kind.telehealth);
  const levels = listed(draw, kind.levels);
  const levelsMaybe = listed(draw, kind.levelsMaybe).filter((code) => !levels.includes(code));
  const withdrawal = percent(kind.withdrawal.reported);
  const accessibility = [
    ...(percent(kind.signLanguage) ? ['sign-language'] : []),
    ...(percent(SPARSE.wheelchair) ? ['wheelchair'] : []),
  ];
  const lists: { -readonly [K in keyof Lists]: KnownList | undefined } = {
    conditions: drawConditions(draw, kind),
    levelsOfCare: listOf({ yes: levels, maybe: levelsMaybe }),
    overlays: listOf({ yes: listed(draw, kind.overlays) }),
    withdrawalSettings: listOf({ yes: withdrawal ? listed(draw, kind.withdrawal.settings) : [] }),
    withdrawalSubstances: listOf({ yes: withdrawal ? listed(draw, kind.withdrawal.substances) : [] }),
    payers: percent(kind.payersReported) ? listOf({ yes: listed(draw, kind.payers) }, true) : undefined,
    ageGroups: percent(kind.agesReported) ? listOf({ yes: listed(draw, kind.ages) }, true) : undefined,
    genders: percent(kind.gendersReported) ? listOf({ yes: listed(draw, kind.genders) }, true) : undefined,
    languages: listOf({ yes: listed(draw, kind.languages) }),
    populations: ownList(populations),
    modalities: listOf({
      yes: [...(percent(kind.inPerson) ? ['in-person'] : []), ...(telehealth ? ['telehealth'] : [])],
    }),
    telehealthStates: telehealth ? listOf({ yes: drawStates(draw, state) }) : undefined,
    services: ownList(services),
    accessibility: listOf({ yes: accessibility }),
    goals: percent(SPARSE.goals) ? listOf({ yes: [draw.pick(['abstinence', 'reduction'])] }) : undefined,
    accreditations: listOf({ yes: listed(draw, kind.accreditations) }),
    licenses: percent(SPARSE.licenses) ? listOf({ yes: ['state-substance-use-agency'] }) : undefined,
  };
  for (const key of Object.keys(lists) as (keyof Lists)[]) if (!lists[key]) delete lists[key];
  return lists;
}

function drawConditions(draw: SeededDraw, { conditions }: KindMarginals): KnownList | undefined {
  const percent = (share: number) => draw.next() * 100 < share;
  if (!percent(conditions.reported)) return undefined;
  if (percent(conditions.opioidOnly)) return listOf({ yes: ['opioid'] }, true);
  return listOf({
    yes: ['any', ...(percent(conditions.nicotine) ? ['nicotine'] : [])],
    no: [
      ...(percent(conditions.notAlcohol) ? ['alcohol'] : []),
      ...(percent(conditions.notOpioid) ? ['opioid'] : []),
    ],
  });
}

function drawStates(draw: SeededDraw, own: string): string[] {
  if (draw.next() * 100 < SPARSE.telehealthEverywhere) return [...STATES];
  if (draw.next() * 100 >= SPARSE.telehealthInMoreStates) return [own];
  return [...new Set([own, ...draw.some(STATES, draw.between(1, 5))])];
}

/** One habit decides most of a program's medications, so that who starts one mostly starts others too. */
function drawMedications(
  draw: SeededDraw,
  kind: KindMarginals,
): Partial<Record<Medication, MedicationStance>> {
  const habit = draw.next() * 100;
  const medications: Partial<Record<Medication, MedicationStance>> = {};
  for (const [code, [starts, continues, refuses]] of Object.entries(kind.medications)) {
    const at = draw.next() * 100 < MEDICATIONS_TOGETHER ? habit : draw.next() * 100;
    if (at < starts) medications[code as Medication] = 'starts';
    else if (at < starts + continues) medications[code as Medication] = 'continues';
    else if (at >= 100 - refuses) medications[code as Medication] = 'refuses';
  }
  return medications;
}

function drawPrices(draw: SeededDraw): Price[] {
  const per = draw.pick(['session', 'day', 'week', 'month'] as const);
  const typical = { session: 12_000, day: 30_000, week: 60_000, month: 200_000 }[per];
  return [{ amount: Math.round((typical * Math.exp(0.6 * bell(draw))) / 500) * 500, currency: 'USD', per }];
}

function drawSessions(draw: SeededDraw): Session[] {
  const [from, to] = draw.pick([
    ['09:00', '12:00'],
    ['13:00', '16:00'],
    ['08:00', '17:00'],
    ['17:30', '20:30'],
    ['18:00', '21:00'],
    ['06:00', '08:30'],
  ] as const);
  return draw.some(WEEKDAYS, draw.between(2, 5)).map((day) => ({ day, from, to }));
}

function scatter(draw: SeededDraw, { latitude, longitude }: Place): Place {
  if (draw.next() * 100 < SPARSE.atPostalCodeItself) return { latitude, longitude };
  const degrees = SCATTER_KM / KILOMETERS_PER_DEGREE;
  return {
    latitude: rounded(latitude + degrees * bell(draw)),
    longitude: rounded(longitude + (degrees * bell(draw)) / Math.cos((latitude * Math.PI) / 180)),
  };
}

/** To about ten metres, as addresses are located. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e4) / 1e4;
}

/** Codes of a table of percents, each by itself. */
function listed(draw: SeededDraw, percents: Readonly<Record<string, number>>): string[] {
  const codes: string[] = [];
  for (const code in percents) if (draw.next() * 100 < percents[code]!) codes.push(code);
  return codes;
}

/** The same, where a program that reports one code is likelier to report the others. */
function leaning(draw: SeededDraw, percents: Readonly<Record<string, number>>, together: number): string[] {
  const lean = together * bell(draw);
  // A leaning alone would pull every share towards the half; this takes it back (logistic-normal approximation).
  const stretch = Math.sqrt(1 + 0.346 * together ** 2);
  const codes: string[] = [];
  for (const code in percents) {
    const share = Math.min(99.5, percents[code]!) / 100;
    const odds = Math.exp(stretch * Math.log(share / (1 - share)) + lean);
    if (draw.next() < odds / (1 + odds)) codes.push(code);
  }
  return codes;
}

function weightedPick<T>(draw: SeededDraw, of: readonly (readonly [T, number])[]): T {
  let left = draw.next() * of.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [each, weight] of of) if ((left -= weight) < 0) return each;
  return of.at(-1)![0];
}

interface Said {
  readonly yes: readonly string[];
  readonly no?: readonly string[];
  readonly maybe?: readonly string[];
}

const remembered = new Map<string, KnownList>();

/** One object for all programs that say the same of a list: a million programs have to fit into memory. */
function listOf(said: Said, complete = false): KnownList | undefined {
  const { yes, no = [], maybe = [] } = said;
  if (yes.length + no.length + maybe.length === 0 && !complete) return undefined;
  const key = `${yes.join()} ${no.join()} ${maybe.join()} ${complete}`;
  let list = remembered.get(key);
  if (!list) remembered.set(key, (list = newList(said, complete)));
  return list;
}

/** For lists that hardly two programs share. */
function ownList(yes: readonly string[]): KnownList | undefined {
  return yes.length === 0 ? undefined : newList({ yes }, false);
}

function newList({ yes, no = [], maybe = [] }: Said, complete: boolean): KnownList {
  const codes: Record<string, Stance> = {};
  for (const code of yes) codes[code] = 'yes';
  for (const code of no) codes[code] = 'no';
  for (const code of maybe) codes[code] = 'maybe';
  return { codes, complete };
}

const claims = new Map<Standing, Map<string, [fresh: DeliveredClaim, stale: DeliveredClaim]>>();

function claim(approach: string, standing: Standing, freshness: Freshness): DeliveredClaim {
  let ofStanding = claims.get(standing);
  if (!ofStanding) claims.set(standing, (ofStanding = new Map()));
  let both = ofStanding.get(approach);
  if (!both)
    ofStanding.set(
      approach,
      (both = [
        { approach, standing, stale: false },
        { approach, standing, stale: true },
      ]),
    );
  return both[freshness === 'stale' ? 1 : 0];
}

/** What the directory itself makes of one fact, asked once for each. */
const NOTHING_ELSE: ResolvedFacts = {
  origins: [{ source: 'synthetic', asOf: '2026-01-01', standing: 'self-reported' }],
  lists: {},
  values: {},
  medications: {},
  expired: [],
};
type Remembered = Map<string, readonly string[]>;
const implied = new Map<string, Remembered>();
const started: Remembered = new Map();
const refused: Remembered = new Map();

function remember(memory: Remembered, code: string, ask: () => readonly string[]): readonly string[] {
  let known = memory.get(code);
  if (!known) memory.set(code, (known = ask()));
  return known;
}

function impliedBy(list: string, code: string): readonly string[] {
  let ofList = implied.get(list);
  if (!ofList) implied.set(list, (ofList = new Map()));
  return remember(ofList, code, () => {
    const codes: Record<string, ResolvedCode> = { [code]: { stance: 'yes', origin: 0 } };
    return deliveredApproaches({ ...NOTHING_ELSE, lists: { [list]: { codes } } }).map(
      ({ approach }) => approach,
    );
  });
}

function startedAs(medication: Medication): readonly string[] {
  return remember(started, medication, () =>
    deliveredApproaches({
      ...NOTHING_ELSE,
      medications: { [medication]: { stance: 'starts', origin: 0 } },
    }).map(({ approach }) => approach),
  );
}

function refusedAs(medication: Medication): readonly string[] {
  return remember(refused, medication, () => {
    const facts = {
      ...NOTHING_ELSE,
      medications: { [medication]: { stance: 'refuses' as const, origin: 0 } },
    };
    const entry = { id: '', organizationId: '', state: '', facts };
    return [...toCandidate(entry, '2026-01-01').declinedApproaches];
  });
}

const random = new Uint8Array(16);

function uuidOf(draw: SeededDraw): string {
  for (let i = 0; i < 16; i++) random[i] = Math.floor(draw.next() * 256);
  return uuid({ random });
}

/** How often each sign is reported, and how often its list was not answered: percent of the national directory. */
const SIGNS: Readonly<Record<QualitySign, readonly [things: number, reported: number, unanswered: number]>> =
  {
    'outside-inspection': [5, 59, 5],
    'choice-of-medication': [3, 39, 2],
    'infection-tests': [2, 29, 10],
    'mental-health-together': [1, 59, 1],
    'family-included': [2, 76, 2],
    'full-assessment': [2, 58, 2],
    'medical-examination': [1, 40, 2],
  };

function drawSigns(draw: SeededDraw, standing: Standing): SignReports {
  return Object.fromEntries(
    QUALITY_SIGN_CODES.map((code) => {
      const [things, reported, unanswered] = SIGNS[code];
      const isReported = draw.chance(reported / 100);
      const isOpen = draw.chance(unanswered / 100);
      const yes = isReported ? Array.from({ length: Math.min(things, 2) }, () => standing) : [];
      const rest = things - yes.length;
      const report: SignReport = { yes, no: 0, unlisted: isOpen ? 0 : rest, open: isOpen ? rest : 0 };
      return [code, report];
    }),
  ) as Record<QualitySign, SignReport>;
}
