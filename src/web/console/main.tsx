import { render } from 'preact';
import { createStore, StoreProvider } from '../service/store.js';
import { coachWords } from '../words/coach-words.js';
import { languageOf } from '../words/words.js';
import { Console } from './console.js';
import { leaveOnThreeShifts, leavePage } from './leave.js';
import { finishSignIn, isFromIssuer } from './sign-in/sign-in-actions.js';
import '../design/tokens.css';
import '../design/base.css';
import '../design/controls.css';
import '../design/screens.css';
import '../design/list.css';
import '../design/print.css';
import '../design/plan.css';

const place = document.getElementById('console')!;
// The address never changes, so that neither it nor the history tells anything of a client.
const store = createStore(languageOf(navigator.languages), (step) => history.pushState({ step }, ''));

/** Shows the start, with nothing that was said before. */
function start(): void {
  store.empty();
  // A code of an issuer does not stay in the address.
  history.replaceState({ step: 0 }, '', '/');
  render(
    <StoreProvider value={store}>
      <Console />
    </StoreProvider>,
    place,
  );
}

const leave = () => {
  const steps = store.step.value;
  store.empty();
  render(null, place);
  leavePage(steps);
};

addEventListener('popstate', ({ state }: PopStateEvent) => {
  const step = (state as { step?: number } | null)?.step ?? 0;
  // A step of an earlier load of this page was not kept.
  if (!store.show(step)) start();
});
// A page that the browser kept while it showed another one begins anew.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) start();
});
addEventListener('beforeunload', (event) => {
  if (store.asker.value === 'coach' && store.shortlist.value.length > 0) event.preventDefault();
});
document.addEventListener('leave', leave);
leaveOnThreeShifts(leave);
const returned = new URL(location.href);
start();
if (isFromIssuer(returned)) void comeBack(returned);

/** Ends a sign-in, or closes this tab where another one has taken it. */
async function comeBack(address: URL): Promise<void> {
  if (!(await finishSignIn(store, address))) return;
  // A browser may refuse to close a tab that has been elsewhere.
  render(<p class="question">{coachWords(store.language.value).goOnInOtherTab}</p>, place);
  close();
}
