import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useStore } from '../service/store.js';

/** The heading of a screen. It gets the focus with each new step, so that a reader begins there. */
export function Heading({
  id,
  children,
}: {
  readonly id?: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  const store = useStore();
  const { value: moment } = store.moment;
  const step = store.step.value;
  const isUrgent = store.urgent.value.length > 0;
  useEffect(() => {
    if (step === 0) return;
    heading.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [step, moment.screen, isUrgent]);
  return (
    <h1 id={id} tabIndex={-1} ref={heading}>
      {children}
    </h1>
  );
}
