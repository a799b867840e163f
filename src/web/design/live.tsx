import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Shorter waits are not announced, in milliseconds. */
const SHORT_MS = 300;

/** Tells readers, and shows, that a request takes long. */
export function Announcement({
  busy,
  words,
}: {
  readonly busy: boolean;
  readonly words: string;
}): JSX.Element {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!busy) {
      setLong(false);
      return undefined;
    }
    const timer = setTimeout(() => setLong(true), SHORT_MS);
    return () => clearTimeout(timer);
  }, [busy]);
  return (
    <p class={isLong ? 'waiting' : 'waiting sr'} role="status">
      {isLong ? words : ''}
    </p>
  );
}
