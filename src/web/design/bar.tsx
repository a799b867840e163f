import type { JSX } from 'preact';

interface Part {
  readonly code: string;
  readonly weight: number;
  /** 0 to 1 */
  readonly value: number;
  /** The share of the value that is based on known facts, 0 to 1. */
  readonly known: number;
}

/**
 * One part for each criterion: as wide as its weight, filled as far as its value, striped if it is not known, whatever is
 * assumed meanwhile. Readers do not get it: the list below it says it in words.
 */
export function Bar(props: {
  readonly parts: readonly Part[];
  readonly short: (code: string) => string;
}): JSX.Element {
  return (
    <div class="bar" aria-hidden="true">
      {props.parts.map(({ code, weight, value, known }) => (
        <span key={code} style={{ flexGrow: weight }}>
          <TrackLine value={value} isKnown={known > 0} />
          <small>
            {props.short(code)}
            {known > 0 ? '' : ' ?'}
          </small>
        </span>
      ))}
    </div>
  );
}

/** One line, filled as far as its value. */
export function TrackLine(props: { readonly value: number; readonly isKnown: boolean }): JSX.Element {
  const width = props.isKnown ? `${props.value * 100}%` : '0';
  return (
    <span class={props.isKnown ? 'line' : 'line striped'} aria-hidden="true">
      <i style={{ width }} />
    </span>
  );
}
