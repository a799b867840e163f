import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Choose } from '../../design/choose.js';
import { Heading } from '../../design/heading.js';
import { useStore } from '../../service/store.js';
import { coachWords } from '../../words/coach-words.js';
import { wordsOf } from '../../words/words.js';
import { SafetyNotes } from '../safety/safety-notes.js';
import { CopyText } from './copy-text.js';
import { askForParts, type HandoutParts } from './handout-actions.js';
import { handoutPlan, planLines } from './handout-plan.js';
import { HandoutPlanView } from './handout-plan-view.js';
import { handoutPage, handoutText, MOST_PLACES } from './handout-text.js';
import { HandoutSheet } from './handout-sheet.js';

/** One page to take along, in a language of its own, with a plan on its back if it is wished. */
export function HandoutScreen(): JSX.Element {
  const store = useStore();
  const w = store.words.value;
  const own = store.language.value;
  const [saysWhy, setSaysWhy] = useState(false);
  const [parts, setParts] = useState<HandoutParts>({ language: own });
  const shortlist = store.shortlist.value;
  const { language, sources = shortlist, plan } = parts;
  const [words, c] = [wordsOf(language), coachWords(language)];
  const resources = (store.moment.value.answer?.tracks ?? []).flatMap((track) => track.resources ?? []);
  const page = handoutPage(sources, resources, saysWhy, { words, language, asker: store.asker.value });
  const back = plan && handoutPlan(plan, saysWhy, language);
  const text = [handoutText(page, words), ...(back ? planLines(back, c) : [])].join('\n');
  const lang = language === own ? undefined : language;

  function change(wish: { language?: string; withPlan?: boolean }): void {
    const wished = wish.language ?? language;
    void askForParts(
      store,
      { language: wished === 'es' ? 'es' : 'en', withPlan: wish.withPlan ?? plan !== undefined },
      setParts,
    );
  }

  return (
    <section>
      <div class="screen">
        <button type="button" class="link" onClick={() => history.back()}>
          {w.backToList}
        </button>
        <Heading>{w.handout}</Heading>
        <SafetyNotes />
        {shortlist.length > MOST_PLACES && <p class="note">{w.firstOnPage(MOST_PLACES)}</p>}
        <div class="row">
          <button type="button" class="primary" onClick={() => print()}>
            {w.print}
          </button>
          <CopyText key={text} text={text} words={w} />
        </div>
        <Choose
          label={w.languageOfHandout}
          value={language}
          choices={[
            ['en', 'English'],
            ['es', 'Español'],
          ]}
          onChange={(wished) => change({ language: wished })}
        />
        <label class="pick">
          <input
            type="checkbox"
            autocomplete="off"
            checked={plan !== undefined}
            disabled={store.requests.busy.value}
            onChange={({ currentTarget: box }) => {
              const withPlan = box.checked;
              // It stays as it was until the plan is there.
              box.checked = plan !== undefined;
              change({ withPlan });
            }}
          />
          {coachWords(own).planOnBack}
        </label>
        <p class="hint">{coachWords(own).planOnBackHint}</p>
        <label class="pick">
          <input type="checkbox" autocomplete="off" checked={saysWhy} onChange={() => setSaysWhy(!saysWhy)} />
          {w.sayWhy}
        </label>
        <p class="hint">{w.sayWhyHint}</p>
      </div>
      <HandoutSheet page={page} words={words} lang={lang} />
      {back && <HandoutPlanView plan={back} words={c} lang={lang} />}
    </section>
  );
}
