import { Logger } from '@nestjs/common';
import { circuitBreaker, type CircuitBreakerPolicy, ConsecutiveBreaker, handleWhen } from 'cockatiel';
import type { Place } from '../../core/matching/facts/distance.js';
import type { RoadMode } from '../../core/matching/facts/travel.js';
import { schemaCheck } from '../../config/schema-check.js';

/**
 * If `ROUTING_URL` has `{profile}`, the service has a router for each mode, under the names that OSRM gives its
 * profiles.
 */
const PROFILE = '{profile}';
const PROFILES: Readonly<Record<RoadMode, string>> = { drive: 'car', bike: 'bike', walk: 'foot' };

/** How long a response waits for a route. An estimate at hand is better than a late route. */
const TIMEOUT_MS = 800;
/** After this many failures in a row no response waits, until one has tried again after the pause. */
const FAILURES_IN_A_ROW = 3;
const PAUSE_MS = 30_000;
/** A table of the most destinations is a tenth of it. */
const MOST_BYTES = 512 * 1024;
/** More would make a URL longer than servers accept; a response shows about ninety places. */
const MOST_DESTINATIONS = 250;
/** A service moves a place to its nearest road, however far: beyond this distance it does not cover the region. */
const FARTHEST_ROAD_METERS = 10_000;
/** Two decimals of a degree are at most 1.1 km: a neighborhood, not a home. */
const DECIMALS_OF_A_CLIENT = 2;
const DECIMALS_OF_A_PROGRAM = 5;

interface Waypoint {
  readonly distance?: number;
}

interface TableAnswer {
  readonly durations: readonly [readonly (number | null)[]];
  readonly sources?: readonly Waypoint[];
  readonly destinations?: readonly Waypoint[];
}

const waypoints = {
  type: 'array',
  items: { type: 'object', properties: { distance: { type: 'number', minimum: 0 } } },
};
const isTable = schemaCheck<TableAnswer>(
  {
    type: 'object',
    required: ['code', 'durations'],
    properties: {
      code: { const: 'Ok' },
      durations: {
        type: 'array',
        minItems: 1,
        maxItems: 1,
        items: { type: 'array', items: { type: ['number', 'null'], minimum: 0, maximum: 1e7 } },
      },
      sources: waypoints,
      destinations: waypoints,
    },
  },
  { allowUnionTypes: true },
);

/** The service works but cannot answer this request: a place it cannot use, a table too large. */
class NoAnswer extends Error {}

/**
 * Gets travel times from the Table service of an OSRM-compatible server. Its URL contains places, so the client's place
 * is rounded to about a kilometer, and neither a URL nor an error that may contain one is ever logged.
 */
export class OsrmRouter {
  private readonly log = new Logger('Travel');
  private readonly breaker: CircuitBreakerPolicy;
  private readonly timeoutMs: number;

  /** @param url base of the service; with `{profile}` in it, it has one for each of car, bike and foot */
  constructor(
    private readonly url: string,
    { timeoutMs = TIMEOUT_MS, pauseMs = PAUSE_MS }: { timeoutMs?: number; pauseMs?: number } = {},
  ) {
    this.timeoutMs = timeoutMs;
    this.breaker = circuitBreaker(
      handleWhen((error) => !(error instanceof NoAnswer)),
      { halfOpenAfter: pauseMs, breaker: new ConsecutiveBreaker(FAILURES_IN_A_ROW) },
    );
    this.breaker.onBreak(() => {
      this.log.warn(
        'The routing service is not responding correctly: travel times are estimated for a while.',
      );
    });
    this.breaker.onReset(() => {
      this.log.log('The routing service is responding again.');
    });
  }

  /**
   * Seconds to each destination, in one request: `null` if there is no route, `undefined` if the service cannot tell:
   * it fails, is slow, does not cover the region, or was built for another mode. Never throws.
   */
  async secondsTo(
    from: Place,
    mode: RoadMode,
    destinations: readonly Place[],
  ): Promise<(number | null | undefined)[]> {
    const asked = destinations.slice(0, MOST_DESTINATIONS);
    const row = asked.length > 0 && this.serves(mode) ? await this.tryTable(from, mode, asked) : undefined;
    return destinations.map((_, i) => row?.[i]);
  }

  /** A service built for cars answers for cars, whatever profile is in the URL. */
  private serves(mode: RoadMode): boolean {
    return mode === 'drive' || this.url.includes(PROFILE);
  }

  private async tryTable(from: Place, mode: RoadMode, destinations: readonly Place[]) {
    try {
      return await this.breaker.execute(() => this.table(from, mode, destinations));
    } catch {
      // The error may contain places. That there was one is logged when the breaker opens.
      return undefined;
    }
  }

  private async table(from: Place, mode: RoadMode, destinations: readonly Place[]) {
    const base = this.url.replaceAll(PROFILE, PROFILES[mode]).replace(/\/+$/, '');
    const profile = this.url.includes(PROFILE) ? PROFILES[mode] : 'driving';
    const places = [
      coordinates(from, DECIMALS_OF_A_CLIENT),
      ...destinations.map((place) => coordinates(place, DECIMALS_OF_A_PROGRAM)),
    ].join(';');
    const response = await fetch(
      `${base}/table/v1/${profile}/${places}?sources=0&annotations=duration&generate_hints=false`,
      {
        headers: { accept: 'application/json' },
        // A redirect is not followed: it could send places to an unknown server.
        redirect: 'error',
        signal: AbortSignal.timeout(this.timeoutMs),
      },
    );
    if (!response.ok) {
      await response.body?.cancel();
      throw response.status === 400 ? new NoAnswer() : new Error('status');
    }
    const answer: unknown = JSON.parse(await textOf(response));
    if (!isTable(answer)) throw new Error('shape');
    const [row] = answer.durations;
    if (row.length !== destinations.length + 1) throw new Error('length');
    const isOnMap = ({ distance }: Waypoint = {}) =>
      distance === undefined || distance <= FARTHEST_ROAD_METERS;
    const start = isOnMap(answer.sources?.[0]);
    // The client's own place is the first destination, too.
    return destinations.map((_, i) =>
      start && isOnMap(answer.destinations?.[i + 1]) ? row[i + 1] : undefined,
    );
  }
}

/** OSRM expects the longitude first. */
function coordinates({ latitude, longitude }: Place, decimals: number): string {
  return `${longitude.toFixed(decimals)},${latitude.toFixed(decimals)}`;
}

async function textOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MOST_BYTES) throw new Error('size');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
