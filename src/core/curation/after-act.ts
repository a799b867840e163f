/** One transition of a lifecycle: the state to which an act leads from another. */
export interface Transition<Act, State> {
  readonly act: Act;
  readonly from: State;
  readonly to: State;
}

/** The state after an act, or why there is none. */
export function afterAct<Act, State extends string>(
  transitions: readonly Transition<Act, State>[],
  act: Act,
  from: State,
  whyNot: Readonly<Record<State, string>>,
): { readonly to: State } | { readonly refused: string } {
  const found = transitions.find((one) => one.act === act && one.from === from);
  return found ? { to: found.to } : { refused: whyNot[from] };
}
