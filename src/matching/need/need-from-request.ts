import { ALL_CONSTRAINTS } from '../../core/matching/rules/constraints/all-constraints.js';
import { type Episode, EMPTY_NEED, type Need } from '../../core/matching/need.js';
import type { Place } from '../../core/matching/facts/distance.js';
import type { TimeZone } from '../../core/matching/facts/zone-shifts.js';
import type { Registry } from '../../core/evidence/grade.js';
import {
  LEVELS_OF_CARE,
  type LevelOfCare,
  OVERLAYS,
  type Overlay,
} from '../../core/vocabulary/levels-of-care.js';
import type { Condition } from '../../core/vocabulary/conditions.js';
import { timeZoneAt, timeZoneFrom } from '../../directory/time-zones.js';
import { closestWord } from '../../http/validation/closest-word.js';
import { type FieldError, Problem } from '../../http/problem.js';
import type { AssessmentRequest } from '../../assessments/assessment-request.dto.js';
import type { Assessment } from '../../core/assessment/assessment.js';
import { CARE_ELEMENTS, CARE_NEEDS } from '../../core/matching/codes.js';
import { assessedNeed } from './assessed-need.js';
import { asksForLovedOne, clientOfTreatment } from '../../assessments/client-of-treatment.js';
import { placeOf } from '../../assessments/place-of-request.js';
import type { ConstraintsRequest, HistoryRequest, NeedRequest } from '../../assessments/need-request.dto.js';

/** What the request says about a program the client was in, with what the directory knows about it. */
export type EpisodeLookup = (
  programId: string,
  conditions: readonly Condition[],
) => Pick<Episode, 'organizationId' | 'levelsOfCare' | 'elements'> | undefined;

/**
 * Converts a request, and the result of its answers, into a need. The DTO is already validated; this checks what a
 * single field cannot.
 *
 * @param today YYYY-MM-DD, the day for which the programs' time zones were read
 * @throws Problem 400 for a code that is not in the registry, 422 for what is well-formed but impossible
 */
export function needFromRequest(
  request: NeedRequest,
  assessment: Assessment,
  { registry, today }: { readonly registry: Registry; readonly today: string },
  episodes: EpisodeLookup,
): Need {
  const { client = {}, assessment: stated = {}, constraints = {}, preferences = {} } = request;
  const person = clientOfTreatment(request);
  const { keepsWorking, overlays, careNeeds, ...assessed } = assessedNeed(assessment);
  refuseUnknownApproaches(request, registry);
  const place = placeOf(constraints);
  const need: Need = {
    ...EMPTY_NEED,
    ...assessed,
    role: client.role ?? (assessment.family ? 'family' : 'self'),
    ...(asksForLovedOne(request)
      ? { asker: { service: client.service, tribal: client.tribal, languages: client.languages } }
      : {}),
    age: person.age ?? assessment.age,
    gender: person.gender,
    service: person.service,
    tribal: person.tribal,
    pregnant: person.pregnant,
    languages: person.languages,
    state: client.state ?? place?.state,
    place: place && { latitude: place.latitude, longitude: place.longitude },
    maxDistanceMeters: maxDistanceOf(constraints),
    units: request.units === 'km' ? 'km' : undefined,
    statedLevels: statedLevelsOf(stated),
    acceptedLevels: constraints.levelsOfCare,
    overlays: OVERLAYS.filter(
      (overlay: Overlay) => stated.levelsOfCare?.includes(overlay) || overlays.includes(overlay),
    ),
    careNeeds: CARE_NEEDS.filter((code) => stated.needs?.includes(code) || careNeeds.includes(code)),
    cannotLeaveWork: constraints.cannotLeaveWork ?? keepsWorking,
    workHours: constraints.workHours,
    timeZone: timeZoneOf(constraints, place, today),
    needsChildcare: constraints.needsChildcare ?? false,
    payers: constraints.payers,
    maxCost: constraints.maxCost,
    modalities: constraints.modalities,
    startsWithinDays: constraints.startsWithinDays,
    mustServe: constraints.mustServe ?? [],
    medications: constraints.medications ?? [],
    currentMedications: constraints.currentMedications ?? assessed.currentMedications,
    accessibility: constraints.accessibility ?? [],
    exclude: { ...EMPTY_NEED.exclude, ...given(constraints.exclude) },
    strictness: constraints.strictness ?? {},
    preferences: { ...EMPTY_NEED.preferences, ...given(preferences) },
    priorities: request.priorities ?? {},
    history: (request.history ?? []).map((episode) =>
      episodeOf(
        episode,
        assessed.conditions.map(({ condition }) => condition),
        episodes,
      ),
    ),
  };
  refuseSoftSafety(need);
  return need;
}

/** What was tried: what the client says of it, and what the directory knows about the program, if one is named. */
function episodeOf(
  { programId, outcome, elements = [] }: HistoryRequest,
  conditions: readonly Condition[],
  episodes: EpisodeLookup,
): Episode {
  const known = programId === undefined ? undefined : episodes(programId, conditions);
  return {
    ...(programId === undefined ? {} : { programId }),
    outcome,
    levelsOfCare: [],
    ...known,
    elements: CARE_ELEMENTS.filter(
      (element) => elements.includes(element) || known?.elements.includes(element) === true,
    ),
  };
}

/** A request has all its fields, `undefined` if nothing was given: an undefined field must not replace a default. */
function given<T extends object>(part: T | undefined): Partial<T> {
  return Object.fromEntries(
    Object.entries(part ?? {}).filter(([, value]) => value !== undefined),
  ) as Partial<T>;
}

function statedLevelsOf({ levelsOfCare }: AssessmentRequest): LevelOfCare[] | undefined {
  const levels = LEVELS_OF_CARE.filter((level) => levelsOfCare?.includes(level));
  return levels.length > 0 ? levels : undefined;
}

/** What the client states takes precedence over what is derived from their place. */
function timeZoneOf(
  { timeZone: named }: ConstraintsRequest,
  place: Place | undefined,
  today: string,
): TimeZone | undefined {
  const name = named ?? (place && timeZoneAt(place.latitude, place.longitude));
  const zone = name === undefined ? undefined : timeZoneFrom(name, today);
  if (zone || named === undefined) return zone;
  throw Problem.unprocessable([
    {
      pointer: '/constraints/timeZone',
      message: `there is no time zone ${named}; give an IANA name such as America/Chicago`,
    },
  ]);
}

function maxDistanceOf({ near, maxDistanceKm }: ConstraintsRequest): number | undefined {
  if (maxDistanceKm === undefined) return undefined;
  if (near) return Math.round(maxDistanceKm * 1000);
  throw Problem.unprocessable([
    { pointer: '/constraints/maxDistanceKm', message: 'a distance needs a place to measure from; give near' },
  ]);
}

/** A safety constraint is never turned into a preference; only medication may be declined by a client. */
function refuseSoftSafety(need: Need): void {
  const errors = ALL_CONSTRAINTS.filter(
    (constraint) =>
      need.strictness[constraint.code] === 'preferred' &&
      constraint.code !== 'offers_medication' &&
      constraint.isSafety(need),
  ).map(({ code }): FieldError => ({
    pointer: `/constraints/strictness/${code}`,
    message: 'is relevant to safety and cannot be a preference; omit it, or use "confirmed"',
  }));
  if (errors.length > 0) throw Problem.unprocessable(errors);
}

function refuseUnknownApproaches({ constraints, preferences }: NeedRequest, registry: Registry): void {
  const named: [string, readonly string[]][] = [
    ['/constraints/exclude/approaches', constraints?.exclude?.approaches ?? []],
    ['/preferences/approaches', preferences?.approaches ?? []],
    ['/preferences/avoidApproaches', preferences?.avoidApproaches ?? []],
  ];
  const errors = named.flatMap(([pointer, codes]) =>
    codes.flatMap((code, i): FieldError[] => {
      if (registry.has(code)) return [];
      const suggestion = closestWord(code, [...registry.keys()]);
      return [
        {
          pointer: `${pointer}/${i}`,
          message: `the registry has no approach "${code}"; see GET /v1/approaches`,
          ...(suggestion === undefined ? {} : { suggestion }),
        },
      ];
    }),
  );
  if (errors.length > 0) throw Problem.badRequest(errors);
}
