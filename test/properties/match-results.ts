import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import type { FactOrigins } from '../../src/core/directory/fact-origins.js';
import { yes, type Candidate } from '../../src/core/matching/candidate.js';
import { DictionaryColumn } from '../../src/core/matching/index/dictionary-column.js';
import { ProgramIndex } from '../../src/core/matching/index/program-index.js';
import { Query } from '../../src/core/matching/index/query.js';
import { type PageRequest, rankPage } from '../../src/core/matching/index/rank-page.js';
import type { Need } from '../../src/core/matching/need.js';
import type { RankKey } from '../../src/core/matching/ranking.js';
import { ALL_TRACKS } from '../../src/core/matching/rules/tracks.js';
import type { TravelMode } from '../../src/core/matching/facts/travel.js';
import type { Language } from '../../src/core/vocabulary/languages.js';
import { AssessmentService } from '../../src/assessments/assessment.service.js';
import { InstrumentCatalog } from '../../src/assessments/instrument-catalog.js';
import { MessageTokens } from '../../src/assessments/message-tokens.js';
import type { ProgramSummary } from '../../src/directory/program-summary.dto.js';
import type { ApproachResponse } from '../../src/evidence/approach.dto.js';
import { ResourceCatalog } from '../../src/evidence/resource-catalog.js';
import { ShownPrograms } from '../../src/matching/live/shown-programs.js';
import type { DirectorySnapshot } from '../../src/matching/live/directory-snapshot.js';
import { placeIn, type RankedList } from '../../src/matching/match-answer.js';
import { resourcesFor } from '../../src/matching/match-resources.js';
import type { MatchResult } from '../../src/matching/match-result.js';
import { TravelTimes } from '../../src/matching/travel/travel-times.js';
import { readTravelAssumptions } from '../../src/matching/travel/travel-assumptions.js';
import { Ways } from '../../src/matching/travel/ways.js';
import { seededKnowledge } from '../cases/seeded-knowledge.js';

const TODAY = '2026-11-24';
const knowledge = seededKnowledge();
const assessments = new AssessmentService(InstrumentCatalog.read(), new MessageTokens(randomBytes(32)));
const resources = ResourceCatalog.read();
const travel = new TravelTimes(readTravelAssumptions());

const survey = { source: 'survey', asOf: '2026-01-02', standing: 'self-reported' } as const;
const call = { source: 'observation', asOf: '2026-11-01', standing: 'confirmed', by: 'Ana Núñez', confirmedBy: 2 } as const; // prettier-ignore
const ORIGINS: readonly FactOrigins[] = [
  {},
  { conditions: [survey], payers: [survey], levelsOfCare: [survey] },
  { conditions: [call, survey], ageGroups: [call], medications: [survey] },
];

/** Names that are hard to write: quotes, what looks like a part of an answer, and letters of two to four bytes. */
const NAMES = [
  'Haus am See – ü',
  '"matches":[] \\" {"nearMisses":[]}',
  'Clínica Ñandú',
  '𝕊ober\u2028House\n',
  'Plain',
];

const GUIDANCE = [
  { code: 'craft', name: 'CRAFT', listing: 'normal' },
  { code: 'confrontation', name: 'Confrontation', listing: 'never-recommend' },
] as unknown as ApproachResponse[];

/** A directory as a match reads it, and after a change if there is one. */
export function snapshotOf(
  candidates: readonly Candidate[],
  changed: readonly Candidate[],
): DirectorySnapshot {
  const index = ProgramIndex.build(candidates);
  const byRow = candidates.toSorted((a, b) => index.rowOf(a.id)! - index.rowOf(b.id)!);
  const origins = ShownPrograms.noOrigins();
  for (const each of byRow) origins.push(originsOf(each));
  const texts = byRow.map((each) => ShownPrograms.textOf(summaryOf(each)));
  const shown = new ShownPrograms(
    ShownPrograms.join(texts, DictionaryColumn.of(origins.data, JSON.stringify)),
  );
  const snapshot: DirectorySnapshot = {
    timeline: undefined,
    built: { at: new Date(0), ms: 0 },
    index,
    shown,
    guidance: GUIDANCE,
    registry: knowledge.registry,
    policy: knowledge.policy,
    versions: { directory: 7, evidence: 3 },
    today: TODAY,
  };
  if (changed.length === 0) return snapshot;
  const after = index.with(
    changed,
    changed.map(({ id }) => id),
  );
  for (const each of changed) shown.add({ program: summaryOf(each), origins: originsOf(each) });
  return { ...snapshot, index: after };
}

const numberIn = ({ id }: Candidate) => Number(id.slice(-12));
const originsOf = (candidate: Candidate) => ORIGINS[numberIn(candidate) % ORIGINS.length]!;

function summaryOf(candidate: Candidate): ProgramSummary {
  const { id, organizationId, place, state } = candidate;
  const number = numberIn(candidate);
  const name = `${NAMES[number % NAMES.length]} ${number}`;
  return {
    id,
    name,
    nameDetail: number % 2 === 0 ? null : name,
    fictional: true,
    organization: { id: organizationId, name },
    location: {
      street1: '1 Calle Ñ',
      street2: null,
      city: 'Sóller',
      state,
      postalCode: '06511',
      latitude: place?.latitude ?? null,
      longitude: place?.longitude ?? null,
      coordinatePrecision: null,
      timeZone: null,
    },
    phone: number % 3 === 0 ? null : '+1 555 0100',
    intakePhones: [],
    website: null,
    levelsOfCare: yes(candidate, 'levelsOfCare'),
    overlays: [],
    modalities: [],
    medications: { starts: [], continues: [], refuses: [] },
    payers: [],
    approaches: [],
    record: { ...survey, freshness: 'fresh' },
  };
}

/** What a client asks for beside the need. */
export interface AskedPage {
  readonly language: Language;
  readonly limit: number;
  readonly nearMisses: number;
  readonly tracks: readonly number[];
  readonly travelBy: TravelMode | undefined;
  readonly isHeld: boolean;
}

export const arbitraryPage: fc.Arbitrary<AskedPage> = fc.record({
  language: fc.constantFrom<Language>('en', 'es'),
  limit: fc.constantFrom(1, 2, 5, 20),
  nearMisses: fc.constantFrom(0, 1, 10),
  tracks: fc.subarray([0, 1, 2], { minLength: 1 }),
  travelBy: fc.constantFrom<TravelMode | undefined>(undefined, undefined, 'transit', 'walk'),
  isHeld: fc.integer({ min: 0, max: 19 }).map((number) => number === 0),
});

/** The results of a match, page by page: the first with every list, then the pages of each by its cursor. */
export async function resultsOf(
  need: Need,
  snapshot: DirectorySnapshot,
  asked: AskedPage,
  most = 3,
): Promise<MatchResult[]> {
  const opened = ALL_TRACKS.filter((track, at) => track.isOpenedBy(need) && asked.tracks.includes(at));
  const first = asked.isHeld ? [] : opened.map((track) => listOf(need, snapshot, asked, track));
  const results = [await resultOf(need, snapshot, asked, first)];
  for (let [list] = first; list?.ranking.hasMore && results.length < most;) {
    list = listOf(need, snapshot, asked, list.track, list.ranking.matches.at(-1));
    results.push(await resultOf(need, snapshot, asked, [list]));
  }
  return results;
}

function listOf(
  need: Need,
  snapshot: DirectorySnapshot,
  { limit, nearMisses }: AskedPage,
  track: RankedList['track'],
  after?: RankKey,
): RankedList {
  const page: PageRequest = { limit, nearMisses, ...(after && { after }) };
  const ranking = rankPage(new Query(snapshot.index, track.needOf(need), snapshot), track, page);
  return {
    track,
    ranking,
    nextCursor: ranking.hasMore ? 'eyJ0cmFjayI6.c2ln' : undefined,
    resources: resourcesFor(need, track.purpose, resources),
  };
}

async function resultOf(
  need: Need,
  snapshot: DirectorySnapshot,
  { language, travelBy, isHeld }: AskedPage,
  lists: readonly RankedList[],
): Promise<MatchResult> {
  const assessment = assessments.assess({}, {});
  const places = lists
    .flatMap(({ ranking: { matches, nearMisses } }) => [...matches, ...nearMisses])
    .map(({ id }) => placeIn(snapshot, id));
  const ways = await Ways.to(places, need, travelBy, travel, language);
  return {
    read: {
      snapshot,
      assessment,
      need,
      first: {
        safety: [],
        held: isHeld ? { acknowledge: ['SF-OD'], why: 'The message comes first.' } : null,
      },
      ranking: {
        policy: snapshot.policy.version,
        directoryVersion: 7,
        evidenceVersion: 3,
        stale: false,
        paidPlacement: false,
      },
    },
    reading: assessments.reading(assessment, [], language),
    lists,
    context: { need, snapshot, ways, language },
  };
}
