/**
 * The way back from the issuer, where it began in another tab. The tab that comes back hands its address to the one that
 * waits for it: between tabs of this origin alone, and stored nowhere. The code in it is of no use without the verifier,
 * which only the tab that waits has.
 */
const CHANNEL = 'sign-in';
/** How long a tab that comes back waits for one that takes the address, in milliseconds. */
const PATIENCE_MS = 1500;

/** Waits for the way back of the attempt with this state. The function that is answered ends the wait. */
export function awaitWayBack(state: string, use: (returned: URL) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const returned = addressOf(data);
    if (returned?.searchParams.get('state') !== state) return;
    // A channel is of this origin alone, and takes no target.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    channel.postMessage({ taken: state });
    channel.close();
    use(returned);
  });
  return () => channel.close();
}

/** Hands the address to the tab that waits for it. False if none does. */
export function handOver(returned: URL): Promise<boolean> {
  const channel = new BroadcastChannel(CHANNEL);
  const state = returned.searchParams.get('state');
  return new Promise((resolve) => {
    const end = (isTaken: boolean) => {
      clearTimeout(timer);
      channel.close();
      resolve(isTaken);
    };
    const timer = setTimeout(() => end(false), PATIENCE_MS);
    channel.addEventListener('message', ({ data }: MessageEvent<{ readonly taken?: string } | null>) => {
      if (data?.taken === state) end(true);
    });
    // A channel is of this origin alone, and takes no target.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    channel.postMessage({ address: returned.href });
  });
}

function addressOf(data: unknown): URL | undefined {
  const { address } = (data ?? {}) as { readonly address?: unknown };
  return typeof address === 'string' ? new URL(address) : undefined;
}
