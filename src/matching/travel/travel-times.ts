import { Injectable } from '@nestjs/common';
import { distanceMeters, type Place } from '../../core/matching/facts/distance.js';
import {
  estimateTravel,
  routedTravel,
  type Travel,
  type TravelAssumptions,
  type TravelMode,
  travelWish,
} from '../../core/matching/facts/travel.js';
import type { OsrmRouter } from './osrm-router.js';

/** Travel times to programs: from the routing service if it is configured and can tell, else estimated. */
@Injectable()
export class TravelTimes {
  constructor(
    private readonly assumptions: TravelAssumptions,
    private readonly router?: Pick<OsrmRouter, 'secondsTo'>,
  ) {}

  /**
   * The way to each destination, in order; at most one request to the routing service. Never throws.
   *
   * @param mode as stated by the client; driving is assumed if omitted
   */
  async minutesTo(
    from: Place,
    mode: TravelMode | undefined,
    destinations: readonly Place[],
  ): Promise<Travel[]> {
    const wish = travelWish(mode);
    const seconds =
      wish.mode === 'transit' ? [] : await this.router?.secondsTo(from, wish.mode, destinations);
    return destinations.map((place, i) => {
      const routed = seconds?.[i];
      return routed === undefined
        ? estimateTravel(wish, distanceMeters(from, place), this.assumptions)
        : routedTravel(wish, routed);
    });
  }
}
