import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** The answers of one connection: clients may ask again before they have read. */
interface Answers {
  /** Not sent to the end. */
  readonly open: Set<ServerResponse>;
  /** Those of them that are made. */
  readonly made: Set<ServerResponse>;
}

/**
 * Ends connections whose client reads nothing of its answer: each would keep it in memory. Node's clock of a connection
 * starts again whenever some of the answer gets away. While an answer is sent, it runs for half of the time: at its first
 * end it only finds that something is left.
 */
export class SlowReaders {
  private readonly answers = new WeakMap<Socket, Answers>();

  /** @param readMs how long a client may read nothing, at most */
  constructor(
    private readonly server: Server,
    private readonly readMs: number,
  ) {
    server.prependListener('request', ({ socket }: IncomingMessage, response: ServerResponse) =>
      this.watch(socket, response),
    );
  }

  /** An answer is made, and is sent from now on. */
  begin({ socket }: IncomingMessage, response: ServerResponse): void {
    const answers = this.answers.get(socket);
    if (!answers?.open.has(response)) return;
    answers.made.add(response);
    socket.setTimeout(this.readMs / 2);
  }

  private watch(socket: Socket, response: ServerResponse): void {
    const answers: Answers = this.answers.get(socket) ?? { open: new Set(), made: new Set() };
    answers.open.add(response);
    this.answers.set(socket, answers);
    response.once('close', () => {
      answers.open.delete(response);
      answers.made.delete(response);
      // The next one in line may be long in the making. After the last, Node sets the time of an idle connection.
      if (answers.open.size > 0 && answers.made.size === 0) socket.setTimeout(this.server.timeout);
    });
  }
}
