import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Choose } from '../../design/choose.js';
import { Heading } from '../../design/heading.js';
import { useStore } from '../../service/store.js';
import { type Language, wordsOf } from '../../words/words.js';
import { SafetyNotes } from '../safety/safety-notes.js';
import { inLanguage } from './handout-actions.js';
import { type HandoutSource, handoutPage, handoutText, MOST_PLACES } from './handout-text.js';
import { HandoutSheet } from './handout-sheet.js';

/** One page to take along, in a language of its own. */
export function HandoutScreen(): JSX.Element {
  const store = useStore();
  const w = store.words.value;
  const own = store.language.value;
  const [saysWhy, setSaysWhy] = useState(false);
  const [other, setOther] = useState<{ language: Language; sources: readonly HandoutSource[] }>();
  const [copied, setCopied] = useState<string>();
  const shortlist = store.shortlist.value;
  const language = other?.language ?? own;
  const resources = (store.moment.value.answer?.tracks ?? []).flatMap((track) => track.resources ?? []);
  const page = handoutPage(other?.sources ?? shortlist, resources, saysWhy, wordsOf(language), language);

  function changeLanguage(wished: Language): void {
    setCopied(undefined);
    if (wished === own) setOther(undefined);
    else void inLanguage(store, wished, (sources) => setOther({ language: wished, sources }));
  }

  async function copy(): Promise<void> {
    const text = handoutText(page, wordsOf(language));
    // Without HTTPS, or where it is refused, the text is shown to be copied by hand.
    try {
      await navigator.clipboard.writeText(text);
      setCopied('');
    } catch {
      setCopied(text);
    }
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
          <button type="button" class="second" onClick={() => void copy()}>
            {w.copyText}
          </button>
        </div>
        <p role="status">{copied === '' && w.copied}</p>
        {copied !== undefined && copied !== '' && (
          <p>
            <label for="handout-text">{w.copyByHand}</label>
            <textarea id="handout-text" readOnly rows={8} autocomplete="off" value={copied} />
          </p>
        )}
        <Choose
          label={w.languageOfHandout}
          value={language}
          choices={[
            ['en', 'English'],
            ['es', 'Español'],
          ]}
          onChange={(wished) => changeLanguage(wished === 'es' ? 'es' : 'en')}
        />
        <label class="pick">
          <input type="checkbox" autocomplete="off" checked={saysWhy} onChange={() => setSaysWhy(!saysWhy)} />
          {w.sayWhy}
        </label>
        <p class="hint">{w.sayWhyHint}</p>
      </div>
      <HandoutSheet page={page} words={wordsOf(language)} lang={language === own ? undefined : language} />
    </section>
  );
}
