import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Words } from '../../words/en.js';

/** Copies a text. Without HTTPS, or where it is refused, the text is shown to be copied by hand. */
export function CopyText({ text, words: w }: { readonly text: string; readonly words: Words }): JSX.Element {
  const [state, setState] = useState<'copied' | 'by hand'>();

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      setState('by hand');
    }
  }

  return (
    <>
      <button type="button" class="second" onClick={() => void copy()}>
        {w.copyText}
      </button>
      <span role="status">{state === 'copied' && w.copied}</span>
      {state === 'by hand' && (
        <p class="whole">
          <label for="handout-text">{w.copyByHand}</label>
          <textarea id="handout-text" readOnly rows={8} autocomplete="off" value={text} />
        </p>
      )}
    </>
  );
}
