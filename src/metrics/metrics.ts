import { Injectable } from '@nestjs/common';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

const REQUEST_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30];
const WORK_SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1];
const BYTES = [1e3, 5e3, 1e4, 5e4, 1e5, 5e5, 1e6, 5e6, 5e7];
const PROGRAMS = [0, 1, 10, 100, 1e3, 1e4, 1e5, 1e6];

/**
 * Everything that this process measures of itself. A label is a template of a route, a code or a kind of this service,
 * from a closed list: never a word, an id or a place of a request, and nothing that is counted tells of one client.
 */
@Injectable()
export class Metrics {
  readonly registry = new Registry();

  readonly requestSeconds = this.histogram(
    'http_request_duration_seconds',
    'Time to answer a request',
    ['method', 'route', 'status'],
    REQUEST_SECONDS,
  );
  readonly requestsInFlight = this.gauge('http_requests_in_flight', 'Requests that are not answered yet');
  readonly responseBytes = this.histogram(
    'http_response_bytes',
    'Size of the bodies of answers as they are sent, where it is known in advance',
    ['method', 'route', 'status'],
    BYTES,
  );

  readonly matchSeconds = this.histogram(
    'match_duration_seconds',
    'Time to compute a match: rank and explain, or write',
    ['part'],
    WORK_SECONDS,
  );
  readonly matchUniverse = this.histogram(
    'match_universe_programs',
    'Programs that one list of a match was chosen from',
    [],
    PROGRAMS,
  );
  readonly matchTurnSeconds = this.histogram(
    'match_turn_wait_seconds',
    'Time that a match waits for its turn',
    [],
    WORK_SECONDS,
  );

  readonly writerWaitSeconds = this.histogram(
    'writer_lock_wait_seconds',
    'Time that an edit waits for the writes before it',
    [],
    REQUEST_SECONDS,
  );
  readonly rateLimited = this.counter('rate_limited_total', 'Requests refused for their rate', ['policy']);
  readonly loadShed = this.counter('load_shed_total', 'Requests refused because the process is overloaded');
  readonly webhookDeliveries = this.counter('webhook_deliveries_total', 'Attempts to deliver to a webhook', [
    'outcome',
  ]);

  /** A number that is read when it is asked for; what is undefined is left out. */
  watch(name: string, help: string, read: () => number | undefined): void {
    const gauge: Gauge = new Gauge({
      name,
      help,
      registers: [this.registry],
      collect: () => {
        gauge.reset();
        const value = read();
        if (value === undefined) gauge.remove();
        else gauge.set(value);
      },
    });
  }

  /** The same for several numbers, by one label of a closed list. */
  watchEach(name: string, help: string, label: string, read: () => Readonly<Record<string, number>>): void {
    const gauge: Gauge = new Gauge({
      name,
      help,
      labelNames: [label],
      registers: [this.registry],
      collect: () => {
        gauge.reset();
        for (const [code, value] of Object.entries(read())) gauge.set({ [label]: code }, value);
      },
    });
  }

  private histogram<Label extends string>(
    name: string,
    help: string,
    labelNames: readonly Label[],
    buckets: number[],
  ): Histogram<Label> {
    return new Histogram({ name, help, labelNames, buckets, registers: [this.registry] });
  }

  private counter<Label extends string>(
    name: string,
    help: string,
    labelNames: readonly Label[] = [],
  ): Counter<Label> {
    return new Counter({ name, help, labelNames, registers: [this.registry] });
  }

  private gauge(name: string, help: string): Gauge {
    return new Gauge({ name, help, registers: [this.registry] });
  }
}
