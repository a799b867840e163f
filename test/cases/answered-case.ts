import { v5 as uuidV5 } from 'uuid';
import { resolveFacts } from '../../src/core/directory/resolve-facts.js';
import { yesCodes } from '../../src/core/directory/resolved-facts.js';
import { type Candidate, toCandidate } from '../../src/core/matching/candidate.js';
import type { Knowledge } from '../../src/core/matching/rules/constraint.js';
import { ALL_CRITERIA } from '../../src/core/matching/rules/criteria/all-criteria.js';
import {
  askedConstraints,
  judgeCandidate,
  type JudgedConstraint,
} from '../../src/core/matching/judge-candidate.js';
import type { Need } from '../../src/core/matching/need.js';
import type { Place } from '../../src/core/matching/facts/distance.js';
import { rankPrograms } from '../../src/core/matching/reference/rank-programs.js';
import type { TrackRanking } from '../../src/core/matching/ranking.js';
import { type Score, scoreOf, weigh } from '../../src/core/matching/score.js';
import { ALL_TRACKS, type Track } from '../../src/core/matching/rules/tracks.js';
import type { Reason } from '../../src/core/matching/verdict.js';
import { warningsFor } from '../../src/core/matching/rules/warnings.js';
import type { LevelOfCare } from '../../src/core/vocabulary/levels-of-care.js';
import { findPostalCode } from '../../src/directory/postal-codes.js';
import { timeZoneAt, timeZoneFrom } from '../../src/directory/time-zones.js';
import { RequestValidation } from '../../src/http/validation/validation.js';
import { AssessmentService } from '../../src/assessments/assessment.service.js';
import { InstrumentCatalog } from '../../src/assessments/instrument-catalog.js';
import { MessageTokens } from '../../src/assessments/message-tokens.js';
import { elementsOf } from '../../src/core/matching/rules/care-elements.js';
import { contextOf } from '../../src/assessments/context-of-request.js';
import { MatchRequest } from '../../src/matching/match-request.dto.js';
import { clientOfTreatment } from '../../src/assessments/client-of-treatment.js';
import { needFromRequest } from '../../src/matching/need/need-from-request.js';
import type { MatchingCase, ProgramInCase } from './matching-case.js';

const TODAY = '2026-11-24';
const assessments = new AssessmentService(InstrumentCatalog.read(), new MessageTokens(new Uint8Array(32)));
const DEFAULT_RECORD = { source: 'directory', asOf: '2026-11-20', standing: 'self-reported' } as const;
const IDS = '6f0a3f0e-7c7d-5f0c-9a55-0b0f4f7a1c11';

/** A case, read as the service reads a request and its directory. */
export class AnsweredCase {
  readonly need: Need;
  readonly candidates: readonly Candidate[];
  readonly knowledge: Knowledge;

  constructor(
    readonly case_: MatchingCase,
    seeded: Knowledge,
  ) {
    this.knowledge = {
      policy: seeded.policy,
      registry: new Map([
        ...seeded.registry,
        ...(case_.approaches ?? []).map(
          ({ ratings, ...approach }) =>
            [
              approach.code,
              {
                ...approach,
                ratings: ratings.map((rating, i) => ({ ...rating, id: `${approach.code}#${i + 1}` })),
                citations: [],
              },
            ] as const,
        ),
      ]),
    };
    const today = case_.today ?? TODAY;
    const read = case_.programs.map((program) => readProgram(program, today));
    this.candidates = read.map(({ candidate }) => candidate);
    const programs = new Map(read.map((program) => [program.candidate.id, program]));
    this.needOf = (request) =>
      needFromRequest(
        request,
        assessments.assess(clientOfTreatment(request), request.assessment ?? {}, contextOf(request)),
        { registry: this.knowledge.registry, today },
        (id, conditions) => {
          const program = programs.get(id);
          return (
            program && {
              organizationId: program.candidate.organizationId,
              levelsOfCare: program.levels,
              elements: elementsOf(program.candidate, conditions),
            }
          );
        },
      );
    this.need = this.needOf(case_.request);
  }

  private readonly needOf: (request: MatchRequest) => Need;

  /** Throws a problem with every field that a request over HTTP could not have. */
  static async checkRequest(request: MatchRequest): Promise<void> {
    await new RequestValidation().transform(withUuids(request), { type: 'body', metatype: MatchRequest });
  }

  get openedTracks(): readonly Track[] {
    return ALL_TRACKS.filter((track) => track.isOpenedBy(this.need));
  }

  rank(track: Track, request = this.case_.request, candidates = this.candidates): TrackRanking {
    return rankPrograms(track.needOf(this.needOf(request)), candidates, track, this.knowledge);
  }

  /** The engine's result for one program, whether or not it is a match. */
  lineOf(
    id: string,
    track: Track,
  ): { score: Score; verdicts: readonly JudgedConstraint[]; warnings: readonly Reason[] } {
    const candidate = this.candidates.find((each) => each.id === id);
    if (!candidate) throw new Error(`The case has no program ${id}.`);
    const criteria = ALL_CRITERIA.filter(({ code }) => track.criteria.includes(code));
    const need = track.needOf(this.need);
    const weighted = weigh(need, criteria, this.knowledge.policy);
    const scoring = { ...this.knowledge, evidencePurpose: track.evidencePurpose };
    return {
      score: scoreOf(need, candidate, weighted, scoring),
      verdicts: judgeCandidate(need, candidate, askedConstraints(need, track), this.knowledge),
      warnings: warningsFor(need, candidate, this.knowledge),
    };
  }
}

function readProgram(
  { id, organization, state, at, records }: ProgramInCase,
  today: string,
): { candidate: Candidate; levels: readonly LevelOfCare[] } {
  const facts = resolveFacts(
    records.map((record, i) => ({
      ...DEFAULT_RECORD,
      ...(i > 0 ? { source: `source-${i + 1}` } : {}),
      ...record,
    })),
    today,
  );
  const place = placeOf(at);
  const zone = place && timeZoneAt(place.latitude, place.longitude);
  const entry = {
    id,
    organizationId: organization ?? id,
    state: state ?? 'CT',
    place,
    ...(zone === undefined ? {} : { timeZone: timeZoneFrom(zone, today) }),
    facts,
  };
  return { candidate: toCandidate(entry, today), levels: yesCodes(facts, 'levelsOfCare') };
}

function placeOf(at: ProgramInCase['at']): Place | undefined {
  if (at === undefined) return undefined;
  if (typeof at !== 'string') return { latitude: at[0], longitude: at[1] };
  const found = findPostalCode(at);
  if (!found) throw new Error(`There is no ZIP code ${at}.`);
  return { latitude: found.latitude, longitude: found.longitude };
}

/** Cases name programs and organizations by words; over HTTP they have ids. */
function withUuids(request: MatchRequest): MatchRequest {
  const id = (name: string) => uuidV5(name, IDS);
  const { constraints, history } = request;
  const { programs, organizations } = constraints?.exclude ?? {};
  return {
    ...request,
    ...(constraints?.exclude && {
      constraints: {
        ...constraints,
        exclude: {
          ...constraints.exclude,
          ...(programs && { programs: programs.map(id) }),
          ...(organizations && { organizations: organizations.map(id) }),
        },
      },
    }),
    ...(history && {
      history: history.map((episode) =>
        episode.programId === undefined ? episode : { ...episode, programId: id(episode.programId) },
      ),
    }),
  };
}
