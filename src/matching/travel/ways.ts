import type { Place } from '../../core/matching/facts/distance.js';
import { forPerson, forProfessional } from '../../core/language/sentences.js';
import { type Need, unitsOf } from '../../core/matching/need.js';
import type { Travel, TravelMode } from '../../core/matching/facts/travel.js';
import type { Language } from '../../core/vocabulary/languages.js';
import type { TravelLegend } from '../legend.dto.js';
import type { TravelResponse } from '../match-response.dto.js';
import type { TravelTimes } from './travel-times.js';

/** The ways of one client to programs. Each place is asked for once. */
export class Ways {
  /** By latitude, then by longitude: to write the numbers as a text would take longer than to find them. */
  private readonly byPlace = new Map<number, Map<number, Travel>>();

  private constructor(
    places: readonly Place[],
    private readonly ways: readonly Travel[],
    private readonly units: Pick<Need, 'units'>,
    private readonly language: Language,
  ) {
    places.forEach((place, i) => setAt(this.byPlace, place, ways[i]!));
  }

  /** @param places of the programs that are shown; none where it is not known */
  static async to(
    places: readonly (Place | undefined)[],
    { place: from, ...units }: Pick<Need, 'place' | 'units'>,
    mode: TravelMode | undefined,
    times: TravelTimes,
    language: Language,
  ): Promise<Ways> {
    if (!from) return new Ways([], [], units, language);
    const known = new Map<number, Map<number, Place>>();
    const distinct: Place[] = [];
    for (const place of places) {
      if (!place || known.get(place.latitude)?.has(place.longitude)) continue;
      setAt(known, place, place);
      distinct.push(place);
    }
    return new Ways(distinct, await times.minutesTo(from, mode, distinct), units, language);
  }

  /** `null` if the client's place or the program's is not known. */
  to(place: Place | undefined): TravelResponse | null {
    const way = place && this.byPlace.get(place.latitude)?.get(place.longitude);
    return way ? { mode: way.mode, minutes: way.minutes ?? null, basis: way.basis ?? null } : null;
  }

  /** What the minutes rest on, in both voices; in the order in which the places were given. */
  legend(): TravelLegend[] {
    const said = new Map<string, Travel>();
    for (const way of this.ways) {
      const key = `${way.basis} ${way.minutes !== undefined}`;
      if (!said.has(key)) said.set(key, way);
    }
    return [...said.values()].map(({ basis, minutes, reason }) => {
      const saying = { ...reason, values: { ...reason.values, ...unitsOf(this.units) } };
      return {
        basis: basis ?? null,
        known: minutes !== undefined,
        assumption: forPerson(saying, this.language),
        detail: forProfessional(saying, this.language),
      };
    });
  }
}

function setAt<Value>(places: Map<number, Map<number, Value>>, at: Place, value: Value): void {
  let line = places.get(at.latitude);
  if (!line) places.set(at.latitude, (line = new Map<number, Value>()));
  line.set(at.longitude, value);
}
