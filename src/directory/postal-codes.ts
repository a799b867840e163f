import { type PostalCode, readPostalCodes } from './postal-code-table.js';

export type { PostalCode } from './postal-code-table.js';

/** A point farther than this from every postal code is not in the United States. */
const FARTHEST_METRES = 300_000;
const EARTH_RADIUS_METRES = 6_371_008.8;

let table: ReadonlyMap<string, PostalCode> | undefined;

/** The centroid of a five-digit ZIP code, or `undefined` for an unknown code or one that is not a place. */
export function findPostalCode(code: string): PostalCode | undefined {
  return codes().get(code);
}

/** Every known code. A service asks for them while it starts, so that its first match need not. */
export function allPostalCodes(): ReadonlyMap<string, PostalCode> {
  return codes();
}

/** What to say of a code that no table has; it may exist all the same. */
export function unknownPostalCode(code: string, instead: string): string {
  return `we do not know where ${code} lies; check the digits, or give ${instead}`;
}

/** Read on first use: most commands need none. */
function codes(): ReadonlyMap<string, PostalCode> {
  table ??= readPostalCodes();
  return table;
}

/**
 * The state of the postal code nearest to a point (degrees), or `undefined` if none is near. Close to a border it may
 * be the neighboring state.
 */
export function nearestState(latitude: number, longitude: number): string | undefined {
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) return undefined;
  const [x, y, z] = unitVector(latitude, longitude);
  let best: string | undefined;
  let bestCosine = Math.cos(FARTHEST_METRES / EARTH_RADIUS_METRES);
  for (const place of places()) {
    const cosine = x * place.x + y * place.y + z * place.z;
    if (cosine > bestCosine) {
      bestCosine = cosine;
      best = place.state;
    }
  }
  return best;
}

let vectors: { x: number; y: number; z: number; state: string }[] | undefined;

function places() {
  vectors ??= [...codes().values()].map(({ latitude, longitude, state }) => {
    const [x, y, z] = unitVector(latitude, longitude);
    return { x, y, z, state };
  });
  return vectors;
}

function unitVector(latitude: number, longitude: number): [number, number, number] {
  const phi = (latitude * Math.PI) / 180;
  const lambda = (longitude * Math.PI) / 180;
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)];
}
