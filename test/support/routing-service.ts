import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers one request of the Table service; `count` is the number of places in it, including the client's. */
export type TableAnswer = (response: ServerResponse, count: number, request: IncomingMessage) => void;

/** A routing service on this machine that implements OSRM's Table service, correctly or not. */
export class RoutingService {
  /** Path and query of every request, in order. */
  readonly asked: string[] = [];
  private answer: TableAnswer = tableOf(() => 600);

  private constructor(private readonly server: Server) {}

  static async open(): Promise<RoutingService> {
    const server = createServer();
    const service = new RoutingService(server);
    server.on('request', (request, response) => {
      service.asked.push(request.url!);
      const [, places = ''] = /\/table\/v1\/\w+\/([^?]*)/.exec(request.url!) ?? [];
      service.answer(response, places.split(';').length, request);
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    return service;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  answerWith(answer: TableAnswer): void {
    this.answer = answer;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => {
      this.server.close(resolve);
    });
  }
}

/**
 * What OSRM answers: a row of seconds, the first to the client's own place.
 *
 * @param metersToRoad how far the nearest road is from each place
 */
export function tableOf(
  secondsTo: (place: number) => number | null,
  metersToRoad: (place: number) => number | undefined = () => 12.3,
): TableAnswer {
  return (response, count) => {
    const waypoint = (place: number) => ({
      name: 'Main Street',
      location: [-72.9, 41.3],
      distance: metersToRoad(place),
    });
    const places = Array.from({ length: count }, (_, i) => i);
    send(response, 200, {
      code: 'Ok',
      durations: [places.map((place) => (place === 0 ? 0 : secondsTo(place)))],
      sources: [waypoint(0)],
      destinations: places.map(waypoint),
    });
  };
}

export function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}
