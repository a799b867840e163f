import { SingleBar } from 'cli-progress';

/** Lines are for logs: one per tenth is enough. */
const STEPS = 10;

/** Shows the progress of a long task. */
export interface Progress {
  update(done: number, total: number): void;
  stop(): void;
}

/** A bar on a terminal, plain lines anywhere else. */
export function showProgress(label: string, stream: NodeJS.WriteStream = process.stderr): Progress {
  if (!stream.isTTY) return plainLines(label, stream);
  const bar = new SingleBar({
    format: `${label} {bar} {value}/{total} programs, {eta_formatted} left`,
    stream,
    hideCursor: true,
    clearOnComplete: true,
  });
  let started = false;
  return {
    update(done, total) {
      if (!started) bar.start(total, done);
      else bar.update(done);
      started = true;
    },
    stop: () => bar.stop(),
  };
}

function plainLines(label: string, stream: NodeJS.WriteStream): Progress {
  let step = 0;
  return {
    update(done, total) {
      const reached = total === 0 ? STEPS : Math.floor((done / total) * STEPS);
      if (reached > step) stream.write(`${label}: ${done} of ${total} programs\n`);
      step = Math.max(step, reached);
    },
    stop: () => {},
  };
}
