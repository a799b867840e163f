import type { MatchAnswer } from '../../../src/matching/match-answer.dto.js';
import type { BenchRequest } from '../http/bench-requests.js';
import { SeededDraw } from '../../../src/interchange/demo/seeded-draw.js';

/** An answer that is kept, with what was asked. */
export interface KeptAnswer {
  readonly request: BenchRequest;
  readonly answer: MatchAnswer;
}

/** Asks some processes for matches, again and again, and keeps a fair sample of what they answer. */
export class MatchLoad {
  answered = 0;
  failed = 0;
  stale = 0;
  /** Answers from a version older than the one that the same process had answered from before it was asked. */
  wentBack = 0;
  readonly kept: KeptAnswer[] = [];
  readonly versions = new Set<number>();
  private readonly newest = new Map<string, number>();
  private readonly ending = new AbortController();
  private readonly draw = new SeededDraw('which answers are kept');
  private readonly running: Promise<unknown>;

  /** @param keep so many answers, each as likely as any other */
  constructor(
    addresses: readonly string[],
    private readonly requests: readonly BenchRequest[],
    private readonly keep: number,
    connections: number,
  ) {
    this.running = Promise.all(
      addresses.flatMap((address) =>
        Array.from({ length: connections }, (_, connection) => this.run(address, connection)),
      ),
    );
  }

  async end(): Promise<void> {
    this.ending.abort();
    await this.running;
  }

  private async run(address: string, connection: number): Promise<void> {
    for (let i = connection; !this.ending.signal.aborted; i++) {
      const request = this.requests[i % this.requests.length]!;
      const known = this.newest.get(address) ?? 0;
      try {
        const response = await fetch(`${address}/v1/matches`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...request.headers },
          body: JSON.stringify(request.body),
        });
        if (response.status !== 200) throw new Error(await response.text());
        this.look(address, known, { request, answer: (await response.json()) as MatchAnswer });
      } catch (error) {
        this.failed += 1;
        if (this.failed <= 3) console.error(`A match failed: ${String(error)}`);
      }
    }
  }

  private look(address: string, known: number, each: KeptAnswer): void {
    const { stale, directoryVersion } = each.answer.ranking;
    this.answered += 1;
    if (stale) this.stale += 1;
    if (directoryVersion < known) this.wentBack += 1;
    this.newest.set(address, Math.max(this.newest.get(address) ?? 0, directoryVersion));
    this.versions.add(directoryVersion);
    if (this.kept.length < this.keep) this.kept.push(each);
    else {
      const at = this.draw.between(0, this.answered - 1);
      if (at < this.keep) this.kept[at] = each;
    }
  }
}
