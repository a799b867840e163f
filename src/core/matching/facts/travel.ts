import type { Reason } from '../verdict.js';

/** How a client gets to a program. */
export const TRAVEL_MODES = ['drive', 'transit', 'bike', 'walk'] as const;
export type TravelMode = (typeof TRAVEL_MODES)[number];

/** Modes for which a time can be estimated: public transport needs timetables, which are not known. */
export type RoadMode = Exclude<TravelMode, 'transit'>;

/** What is assumed of one mode where no route is known. Kilometers are of the way itself, but for `farthestKm`. */
export interface TravelPace {
  /** The way as a multiple of the straight line. */
  readonly detour: number;
  readonly setOutMinutes: number;
  /** The first kilometers. */
  readonly local: { readonly km: number; readonly kmPerHour: number };
  /** After them. */
  readonly beyondKmPerHour: number;
  /** In a straight line; farther away nothing is estimated. */
  readonly farthestKm: number;
}

/** Versioned data, each number with its reason: seed-data/travel. */
export interface TravelAssumptions {
  readonly version: string;
  readonly modes: Readonly<Record<RoadMode, TravelPace>>;
}

/** One way to a program. It moves no rank and no verdict. */
export interface Travel {
  readonly mode: TravelMode;
  /** Rounded up to the next five, so that it looks no more exact than it is; absent: not known. */
  readonly minutes?: number;
  /** What the minutes, or their absence, rest on; absent: on nothing, nothing was estimated. */
  readonly basis?: 'estimate' | 'route';
  readonly reason: Reason;
}

/** The mode that the client stated; without one, driving is assumed, and the answer says so. */
export interface TravelWish {
  readonly mode: TravelMode;
  readonly assumed: boolean;
}

export function travelWish(mode: TravelMode | undefined): TravelWish {
  return mode === undefined ? { mode: 'drive', assumed: true } : { mode, assumed: false };
}

/** The time a way may take, by the straight line alone. */
export function estimateTravel(
  { mode, assumed }: TravelWish,
  meters: number,
  { version, modes }: TravelAssumptions,
): Travel {
  if (mode === 'transit') return { mode, reason: { code: 'travel.transit', values: {} } };
  const { detour, setOutMinutes, local, beyondKmPerHour, farthestKm } = modes[mode];
  if (meters > farthestKm * 1000)
    return { mode, reason: { code: 'travel.too_far', values: { farthestKm, assumed } } };
  const km = (meters / 1000) * detour;
  const hours = Math.min(km, local.km) / local.kmPerHour + Math.max(0, km - local.km) / beyondKmPerHour;
  return {
    mode,
    minutes: upToFive(setOutMinutes + hours * 60),
    basis: 'estimate',
    reason: {
      code: 'travel.estimate',
      values: {
        detour,
        setOutMinutes,
        localKm: local.km,
        kmPerHour: local.kmPerHour,
        beyondKmPerHour,
        version,
        assumed,
      },
    },
  };
}

/** The time that a routing service gives. @param seconds `null`: it knows both places, and no way between them */
export function routedTravel({ mode, assumed }: TravelWish, seconds: number | null): Travel {
  return seconds === null
    ? { mode, basis: 'route', reason: { code: 'travel.no_route', values: { assumed } } }
    : {
        mode,
        minutes: upToFive(seconds / 60),
        basis: 'route',
        reason: { code: 'travel.route', values: { assumed } },
      };
}

function upToFive(minutes: number): number {
  // A sum of floating-point numbers may be a little above the exact one.
  return Math.max(5, Math.ceil(minutes / 5 - 1e-9) * 5);
}
