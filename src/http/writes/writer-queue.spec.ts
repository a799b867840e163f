import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '../problem.js';
import { WriterQueue } from './writer-queue.js';

/** A write that ends when the test says so. */
function gate() {
  let open = (_answer: string) => {};
  const opened = new Promise<string>((resolve) => (open = resolve));
  return { open, opened };
}

describe('the queue of writes', () => {
  it('carries out one at a time, in the order in which they came, whether they fail or not', async () => {
    const queue = new WriterQueue();
    const done: number[] = [];
    let atOnce = 0;
    const write = (number: number) => async () => {
      atOnce += 1;
      expect(atOnce).toBe(1);
      await sleep(1);
      atOnce -= 1;
      done.push(number);
      if (number % 2 === 0) throw new Error(`number ${number}`);
      return number;
    };
    const answers = await Promise.allSettled([1, 2, 3, 4, 5].map((number) => queue.inTurn(write(number))));
    expect(done).toEqual([1, 2, 3, 4, 5]);
    expect(answers.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
  });

  it('refuses whose turn does not come in time, never carries it out, and goes on with the next', async () => {
    const queue = new WriterQueue();
    const { open, opened } = gate();
    const first = queue.inTurn(() => opened);
    let isLateOneDone = false;
    const late = queue.inTurn(async () => (isLateOneDone = true), 20);
    const refusal = await late.catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Problem);
    expect(refusal).toMatchObject({ kind: 'unavailable', headers: { 'retry-after': '15' } });
    const next = queue.inTurn(async () => 'the next');
    open('the first');
    expect([await first, await next, isLateOneDone]).toEqual(['the first', 'the next', false]);
  });

  it('leaves to a write only the time that it has not waited yet', async () => {
    const queue = new WriterQueue();
    const { open, opened } = gate();
    const first = queue.inTurn(() => opened);
    const second = queue.inTurn(async (leftMs) => leftMs, 5_000);
    await sleep(30);
    open('done');
    await first;
    expect(await second).toBeLessThan(5_000 - 29);
    expect(await queue.inTurn(async (leftMs) => leftMs, 5_000)).toBeGreaterThan(4_900);
  });

  it('lets a write that has begun take its time', async () => {
    const queue = new WriterQueue();
    expect(await queue.inTurn(() => sleep(40, 'done'), 10)).toBe('done');
  });

  it('refuses at once when too many wait', async () => {
    const queue = new WriterQueue();
    const { open, opened } = gate();
    const waiting = Array.from({ length: 201 }, () => queue.inTurn(() => opened));
    await expect(queue.inTurn(async () => 'one too many')).rejects.toMatchObject({ kind: 'unavailable' });
    open('done');
    expect(new Set(await Promise.all(waiting))).toEqual(new Set(['done']));
  });
});
