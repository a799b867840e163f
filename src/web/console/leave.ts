/** Where the page goes when it is left: the operator may name a page, which the service writes into this one. */
function exitPage(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="exit-page"]')?.content ?? 'about:blank';
}
/** How long the browser may take to go back to the first step, in milliseconds. */
const PATIENCE_MS = 150;
const SHIFTS = 3;
/** Presses further apart than this do not count together, in milliseconds. */
const APART_MS = 1500;

/**
 * Leaves the page at once. The browser first goes back over the steps of the visit, so that Back leads to what was shown
 * before this page.
 */
export function leavePage(steps: number): void {
  const go = () => location.replace(exitPage());
  if (steps === 0) {
    go();
    return;
  }
  addEventListener('popstate', go, { once: true });
  setTimeout(go, PATIENCE_MS);
  history.go(-steps);
}

/** Calls `leave` once Shift was pressed three times in a row, with no other key between. */
export function leaveOnThreeShifts(leave: () => void): void {
  let presses: number[] = [];
  addEventListener('keydown', ({ key, repeat, timeStamp }) => {
    if (repeat) return;
    presses = key === 'Shift' ? [...presses, timeStamp].filter((at) => timeStamp - at < APART_MS) : [];
    if (presses.length >= SHIFTS) leave();
  });
}
