import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Heading } from '../../design/heading.js';
import { type Asker, useStore } from '../../service/store.js';
import { coachWords } from '../../words/coach-words.js';
import { begin, beginWithList } from '../interview/interview-actions.js';
import { SignIn } from '../sign-in/sign-in.js';

/** The languages in which the console is; the others of care are asked later. */
const CARE_LANGUAGES = [
  'en',
  'es',
  'fr',
  'pt',
  'zh',
  'vi',
  'ko',
  'ru',
  'ar',
  'ht',
  'so',
  'tl',
  'hmn',
  'pl',
] as const;

export function StartScreen(): JSX.Element {
  const store = useStore();
  const w = store.words.value;
  const language = store.language.value;
  const care = useRef<HTMLSelectElement>(null);
  const [asker, setAsker] = useState<Asker>('coach');
  const names = new Intl.DisplayNames([language], { type: 'language' });
  const askers: readonly [Asker, string][] = [
    ['coach', w.whoCoach],
    ['self', w.whoSelf],
    ['family', w.whoFamily],
  ];
  const careLanguage = () => care.current?.value ?? '';
  return (
    <section class="question">
      <Heading>{w.who}</Heading>
      <p class="hint">{w.startQuestions}</p>
      <div class="stack">
        {askers.map(([one, label]) => (
          <button
            key={one}
            type="button"
            class="option button"
            disabled={store.requests.busy.value}
            onClick={() => void begin(store, one, careLanguage())}
            onFocus={() => setAsker(one)}
          >
            {label}
          </button>
        ))}
      </div>
      <p>
        <label for="care-language">{w.careLanguage}</label>
        <select id="care-language" ref={care} autocomplete="off">
          <option value="">{w.careLanguageLater}</option>
          {CARE_LANGUAGES.map((code) => (
            <option key={code} value={code}>
              {names.of(code)}
            </option>
          ))}
        </select>
      </p>
      <p class="quiet">
        <button
          type="button"
          class="link"
          disabled={store.requests.busy.value}
          onClick={() => void beginWithList(store, asker, careLanguage())}
        >
          {w.toList}
        </button>
      </p>
      <CoachSignIn />
    </section>
  );
}

/** With an account one signs in before a visit begins: that way leads over another page. */
function CoachSignIn(): JSX.Element {
  const store = useStore();
  const [isOpen, setOpen] = useState(store.account.value !== undefined);
  const isShown = isOpen || store.account.value !== undefined;
  return (
    <details open={isShown} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{coachWords(store.language.value).forCoaches}</summary>
      {isShown && <SignIn />}
    </details>
  );
}
