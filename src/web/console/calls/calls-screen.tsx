import type { JSX } from 'preact';
import { Heading } from '../../design/heading.js';
import type { Match } from '../../service/api.js';
import { useStore } from '../../service/store.js';
import { coachWords } from '../../words/coach-words.js';
import { dialled } from '../../words/formats.js';
import { maySave, type Moved, saveSaid } from './call-actions.js';
import { callFieldOf } from './call-field.js';
import { SaidForm } from './said-form.js';
import { SignIn } from './sign-in.js';

/** The shortlist as a call sheet: the number, the questions, and a field for what they say. */
export function CallsScreen(): JSX.Element {
  const store = useStore();
  const c = coachWords(store.language.value);
  const { movedTo, answer } = store.moment.value;
  const shortlist = store.shortlist.value;
  return (
    <section class="screen">
      <button type="button" class="link" onClick={() => history.back()}>
        {c.backToList}
      </button>
      <Heading>{c.callSheet}</Heading>
      <p class="hint">{c.callSheetHint}</p>
      <SignIn />
      <p role="status">{movedTo && <MovedWords moved={movedTo} />}</p>
      {movedTo && answer && (
        <button type="button" class="primary" onClick={() => store.move({ screen: 'list' })}>
          {c.toList}
        </button>
      )}
      {shortlist.length === 0 && <p>{c.noneListed}</p>}
      {shortlist.map((match) => (
        <Call key={match.program.id} match={match} />
      ))}
    </section>
  );
}

function Call({ match }: { readonly match: Match }): JSX.Element {
  const store = useStore();
  const c = coachWords(store.language.value);
  const { program, constraints } = match;
  const account = store.account.value;
  const canSave = account !== undefined && maySave(account.identity) && !store.requests.busy.value;
  const facts = store.moment.value.facts ?? [];
  const open = constraints.filter(({ verdict, ask }) => verdict === 'unknown' && ask !== undefined);
  return (
    <article class="call card">
      <h2>{program.name}</h2>
      <p>
        {program.phone !== null && (
          <a class="phone" href={dialled(program.phone)}>
            {program.phone}
          </a>
        )}
      </p>
      {open.length === 0 && <p>{c.nothingToAsk}</p>}
      {open.map(({ code, ask, observe = [] }) => (
        <div key={code}>
          <h3>{ask}</h3>
          {facts
            .filter(({ fact }) => observe.includes(fact))
            .map((format) => (
              <SaidForm
                key={format.fact}
                fact={format.fact}
                field={callFieldOf(format)}
                words={c}
                codes={store.codes.value}
                canSave={canSave}
                onSave={(value) => void saveSaid(store, program.id, { fact: format.fact, value })}
              />
            ))}
        </div>
      ))}
    </article>
  );
}

function MovedWords({ moved }: { readonly moved: Moved }): JSX.Element {
  const store = useStore();
  const c = coachWords(store.language.value);
  const { id, before, now } = moved;
  const name = store.shortlist.value.find(({ program }) => program.id === id)?.program.name ?? '';
  return (
    <>
      {c.saved}{' '}
      {now === undefined
        ? c.isOut(name)
        : before === undefined || before === now
          ? c.stays(name, now)
          : c.moved(name, before, now)}
    </>
  );
}
