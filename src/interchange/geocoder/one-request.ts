import { GeocoderFailed } from './geocoding-service.js';

const TIMEOUT_MS = 60_000;
/** Ten thousand addresses of the Census answer are some two megabytes. */
const MOST_BYTES = 16 * 1024 * 1024;
/** How often a request is sent that the service is too busy for. */
const TRIES = 3;
const LONGEST_WAIT_S = 60;
const WAIT_S = 5;

/** By it an operator of a public service sees who asks, as their rules want it. */
export const USER_AGENT = 'treatment-navigator (geocodes addresses of a public directory)';

/**
 * Sends one request and reads its answer as text. A service that is busy (429, 503) is asked again after the time that it
 * names, at most a minute. Throws `GeocoderFailed` without the address.
 */
export async function textOfRequest(url: URL, init: RequestInit = {}, waitSeconds = WAIT_S): Promise<string> {
  for (let tried = 1; ; tried++) {
    const response = await send(url, init);
    if (response.ok) return readText(response);
    await response.body?.cancel();
    const isBusy = response.status === 429 || response.status === 503;
    if (!isBusy || tried === TRIES)
      throw new GeocoderFailed(
        `The geocoder answered ${response.status}${isBusy ? ` ${TRIES} times: ask it later` : ''}.`,
      );
    const named = Number(response.headers.get('retry-after') ?? waitSeconds);
    const seconds = Number.isFinite(named) ? Math.min(named, LONGEST_WAIT_S) : waitSeconds;
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  }
}

async function send(url: URL, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, {
      ...init,
      headers: { 'user-agent': USER_AGENT, ...init.headers },
      // A redirect could send addresses to an unknown server.
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (error) {
    const isLate = (error as Error).name === 'TimeoutError';
    throw new GeocoderFailed(
      isLate
        ? `The geocoder did not answer within ${TIMEOUT_MS / 1000} seconds.`
        : 'The geocoder cannot be reached, or it redirects. Look at GEOCODER_URL.',
    );
  }
}

async function readText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MOST_BYTES) throw new GeocoderFailed('The answer of the geocoder is too long.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** An answer as JSON of this shape. */
export function jsonOf<Answer>(text: string, isAnswer: (value: unknown) => value is Answer): Answer {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  if (!isAnswer(value))
    throw new GeocoderFailed('The answer of the geocoder has another shape than is known.');
  return value;
}
