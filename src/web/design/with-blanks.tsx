import { Fragment, type JSX } from 'preact';

/** A text whose blanks (`____`) are lines to write on. */
export function WithBlanks({ text }: { readonly text: string }): JSX.Element {
  return (
    <>
      {text.split('____').map((part, at) => (
        <Fragment key={at}>
          {at > 0 && <span class="fill" />}
          {part}
        </Fragment>
      ))}
    </>
  );
}
