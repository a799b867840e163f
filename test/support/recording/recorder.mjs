import { appendFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** One line per response: its name, its request, status and headers. The bodies are in files by name. */
export const ANSWERS_FILE = 'answers.jsonl';
/** Written last: a recording without it is incomplete. */
export const SUMMARY_FILE = 'recording.json';

/**
 * What cannot be equal in two recordings of the same build. Everything else is compared byte by byte: ids and cursors
 * are the same if both builds answer from copies of one data folder, and request ids are sent by us.
 */
const NOT_RECORDED_HEADERS = {
  date: 'is the time of the answer',
  ratelimit: 'counts what was asked in the minute before',
};

/** The service creates its own id instead of a longer one. */
const LONGEST_REQUEST_ID = 64;
const MOST_TRIES = 120;

/** Today's date as in the service: it affects ages of facts, waiting times and what is overdue. */
export const today = () => new Date().toISOString().slice(0, 10);

/** Sends requests one after another and records the responses. */
export class Recorder {
  /** Responses whose status shows that the request was not understood as intended. */
  unexpected = [];
  #names = new Set();
  #lines = [];

  constructor(service, folder, key) {
    this.service = service;
    this.folder = folder;
    this.key = key;
    this.day = today();
  }

  /** Creates the folder. It never overwrites another recording, which would mix the two. */
  async begin() {
    await mkdir(this.folder, { recursive: true });
    if ((await readdir(this.folder)).length > 0)
      throw new Error(`${this.folder} is not empty. Name a new folder, or delete it.`);
    await writeFile(join(this.folder, ANSWERS_FILE), '');
  }

  /** As `send`, for a GET. */
  get(name, path, options = {}) {
    return this.send(name, { path, ...options });
  }

  /** As `send`, for a POST of JSON. */
  post(name, path, body, options = {}) {
    const headers = { 'content-type': 'application/json', ...options.headers };
    return this.send(name, { method: 'POST', path, ...options, headers, body: JSON.stringify(body) });
  }

  /**
   * Sends one request, writes the answer down and returns its JSON, or `undefined` where it is no JSON.
   *
   * @param {string} name its place in the recording, such as `matches/017`
   * @param {object} request `language` goes into Accept-Language; `withKey` sends the key; `refused` says that an
   *   error is what the request is for
   */
  async send(name, { method = 'GET', path, language = 'en', headers = {}, body, withKey, refused = false }) {
    if (this.#names.has(name)) throw new Error(`Two requests are named ${name}.`);
    this.#names.add(name);
    const sent = {
      accept: 'application/json',
      // The compression of the response does not matter.
      'accept-encoding': 'identity',
      'accept-language': language,
      'x-request-id': name.replaceAll('/', '.').slice(-LONGEST_REQUEST_ID),
      ...headers,
    };
    const key = withKey && { authorization: `Bearer ${this.key}` };
    const init = { method, headers: { ...sent, ...key }, body, redirect: 'manual' };
    const { response, bytes, json } = await this.#ask(name, new URL(path, this.service), init);
    const { status } = response;
    const isRefusal = status >= 400;
    if (isRefusal !== refused) this.unexpected.push({ name, status, body: bytes.toString() });
    await this.#write({ name, request: { method, path, headers: sent, body }, response, bytes });
    return json;
  }

  /** Repeats the request while the database is unavailable: a busy machine is not a difference between two builds. */
  async #ask(name, url, init) {
    for (let tries = 1; ; tries++) {
      const response = await fetch(url, init);
      const bytes = Buffer.from(await response.arrayBuffer());
      const isJson = (response.headers.get('content-type') ?? '').includes('json') && bytes.length > 0;
      const json = isJson ? JSON.parse(bytes.toString()) : undefined;
      if (response.status === 429 || response.status === 503)
        throw new Error(
          `${name} was answered ${response.status}: the service refuses for load. Start it with RATE_LIMIT_PUBLIC=off, ` +
            'RATE_LIMIT_KEY=off, RATE_LIMIT_ATTEMPTS=off and SHED_LOAD_ABOVE_MS=off.',
        );
      if (json?.ranking?.stale !== true) return { response, bytes, json };
      if (tries === MOST_TRIES) throw new Error(`${name}: the database is away from the service.`);
      await setTimeout(1000);
    }
  }

  async #write({ name, request, response, bytes }) {
    const headers = Object.fromEntries(
      [...response.headers].filter(([header]) => !(header in NOT_RECORDED_HEADERS)),
    );
    const line = { name, request, status: response.status, headers };
    this.#lines.push(line);
    const file = join(this.folder, `${name}.body`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
    await appendFile(join(this.folder, ANSWERS_FILE), `${JSON.stringify(line)}\n`);
  }

  /** Ends the recording. `facts`: what was found on the way, for people. */
  async end(facts) {
    const summary = { day: this.day, endedOn: today(), answers: this.#lines.length, ...facts };
    await writeFile(join(this.folder, SUMMARY_FILE), `${JSON.stringify(summary, null, 2)}\n`);
    return summary;
  }

  /** Number of responses, by the first part of their names. */
  counts() {
    const counts = {};
    for (const { name } of this.#lines) {
      const [chapter] = name.split('/');
      counts[chapter] = (counts[chapter] ?? 0) + 1;
    }
    return counts;
  }
}
