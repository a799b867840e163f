import type { Place } from '../../core/matching/facts/distance.js';
import { forPerson, forProfessional } from '../../core/language/sentences.js';
import { type Need, unitsOf } from '../../core/matching/need.js';
import type { Travel, TravelMode } from '../../core/matching/facts/travel.js';
import type { Language } from '../../core/vocabulary/languages.js';
import type { ProgramSummary } from '../../directory/program-summary.dto.js';
import type { TrackResponse } from '../match-answer.dto.js';
import type { TravelResponse } from '../match-response.dto.js';
import type { TravelTimes } from './travel-times.js';

/**
 * Adds the way to every program shown in the tracks. It is `null` if the client's place or the program's is not known.
 * Each place is requested once.
 */
export async function withTravel(
  tracks: readonly TrackResponse[],
  need: Pick<Need, 'place' | 'units'>,
  mode: TravelMode | undefined,
  times: TravelTimes,
  language: Language,
): Promise<TrackResponse[]> {
  const { place: from } = need;
  if (!from) return [...tracks];
  const places = new Map<string, Place>();
  for (const { matches, nearMisses } of tracks)
    for (const { program } of [...matches, ...nearMisses]) {
      const place = placeOf(program);
      if (place) places.set(keyOf(place), place);
    }
  const ways = await times.minutesTo(from, mode, [...places.values()]);
  const byPlace = new Map([...places.keys()].map((key, i) => [key, toTravel(ways[i]!, need, language)]));
  const withItsTravel = <Shown extends { program: ProgramSummary }>(shown: Shown) => {
    const place = placeOf(shown.program);
    return { ...shown, travel: place ? byPlace.get(keyOf(place))! : null };
  };
  return tracks.map((track) => ({
    ...track,
    matches: track.matches.map(withItsTravel),
    nearMisses: track.nearMisses.map(withItsTravel),
  }));
}

function placeOf({ location: { latitude, longitude } }: ProgramSummary): Place | undefined {
  return latitude === null || longitude === null ? undefined : { latitude, longitude };
}

function keyOf({ latitude, longitude }: Place): string {
  return `${latitude},${longitude}`;
}

function toTravel(
  { mode, minutes, basis, reason }: Travel,
  need: Pick<Need, 'units'>,
  language: Language,
): TravelResponse {
  const said = { ...reason, values: { ...reason.values, ...unitsOf(need) } };
  return {
    mode,
    minutes: minutes ?? null,
    basis: basis ?? null,
    assumption: forPerson(said, language),
    detail: forProfessional(said, language),
  };
}
