import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { about, vocabulary } from '../service/api.js';
import { type Screen, type Store, useStore } from '../service/store.js';
import { Announcement } from '../design/live.js';
import { TroubleNote } from './trouble.js';
import { refresh } from './refresh.js';
import { SafetyScreen } from './safety/safety-screen.js';
import { StartScreen } from './start/start-screen.js';
import { InterviewScreen } from './interview/interview-screen.js';
import { CompareScreen } from './compare/compare-screen.js';
import { CallsScreen } from './calls/calls-screen.js';
import { PlanScreen } from './plan/plan-screen.js';
import { HandoutScreen } from './handout/handout-screen.js';
import { WhyNotScreen } from './why-not/why-not-screen.js';
import { ListScreen } from './list/list-screen.js';

/** Every screen has a folder of its own beside this file; a new one gets a line here, and its name in `Screen`. */
const SCREENS: Record<Screen, () => JSX.Element | null> = {
  start: StartScreen,
  interview: InterviewScreen,
  list: ListScreen,
  compare: CompareScreen,
  'why-not': WhyNotScreen,
  handout: HandoutScreen,
  calls: CallsScreen,
  plan: PlanScreen,
};

/** The whole page: the head with the way out, one screen, the foot. */
export function Console(): JSX.Element {
  const store = useStore();
  const w = store.words.value;
  const language = store.language.value;
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  useEffect(() => {
    void learnWhetherFictional(store);
  }, [store]);
  useEffect(() => {
    void learnCodes(store);
  }, [store, language]);

  const Screen = store.urgent.value.length > 0 ? SafetyScreen : SCREENS[store.moment.value.screen];
  return (
    <>
      <a class="skip" href="#main" onClick={focusMain}>
        {w.skipToMain}
      </a>
      <header class="top">
        <button
          type="button"
          class="exit"
          aria-label={w.leave}
          onClick={() => document.dispatchEvent(new Event('leave'))}
        >
          <span class="long">{w.leave}</span>
          <span class="short">{w.leaveShort}</span>
        </button>
        <b>{w.product}</b>
        <button
          type="button"
          class="link"
          lang={language === 'en' ? 'es' : 'en'}
          onClick={() => {
            store.language.value = language === 'en' ? 'es' : 'en';
            void refresh(store);
          }}
        >
          {w.otherLanguage}
        </button>
      </header>
      <main id="main" tabIndex={-1} aria-busy={store.requests.busy.value}>
        {store.fictional.value && <p class="band">{w.demonstration}</p>}
        <TroubleNote />
        <Screen />
        <Announcement busy={store.requests.busy.value} words={w.looking} />
      </main>
      <footer class="end">
        <p>{w.nothingKept}</p>
        <p>{w.leaveHint}</p>
      </footer>
    </>
  );
}

async function learnWhetherFictional(store: Store): Promise<void> {
  const call = { language: store.language.value, signal: new AbortController().signal };
  // If it is not known, nothing is claimed: each made-up place says so in its name.
  const service = await about(call).catch(() => undefined);
  store.fictional.value = service?.data.some(({ fictional }) => fictional) ?? false;
}

/** The words for codes come once in each language, beside everything else. */
async function learnCodes(store: Store): Promise<void> {
  const language = store.language.value;
  const words = await vocabulary({ language, signal: new AbortController().signal }).catch(() => undefined);
  if (words) store.learnCodes(language, words);
}

/** The address stays as it is. */
function focusMain(event: Event): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
