import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';

/**
 * Something behind a fold, which is made once it is opened: a list of places has hundreds of folds, and a slow phone draws
 * only those that are opened.
 */
export function Fold(props: {
  readonly summary: ComponentChildren;
  readonly class?: string;
  readonly children: () => ComponentChildren;
}): JSX.Element {
  const [wasOpened, setOpened] = useState(false);
  return (
    <details
      class={props.class}
      onToggle={(event) => {
        if (event.currentTarget.open) setOpened(true);
      }}
    >
      <summary>{props.summary}</summary>
      {wasOpened && props.children()}
    </details>
  );
}
