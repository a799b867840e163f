import type { JSX } from 'preact';
import { Fold } from '../../design/fold.js';
import { Heading } from '../../design/heading.js';
import type { Match } from '../../service/api.js';
import { useStore } from '../../service/store.js';
import { coachWords } from '../../words/coach-words.js';
import { dialled, fullName } from '../../words/formats.js';
import { SignIn, useStanding } from '../sign-in/sign-in.js';
import { maySave } from '../sign-in/sign-in-actions.js';
import { saveSaid } from './call-actions.js';
import { callFieldOf } from './call-field.js';
import { type CallQuestion, callQuestions } from './call-questions.js';
import { factCodes } from './fact-codes.js';
import { PlaceMovesView } from './place-moves-view.js';
import { SaidForm } from './said-form.js';

/** The shortlist as a call sheet: the number, the questions, and a field for what they say. */
export function CallsScreen(): JSX.Element {
  const store = useStore();
  const c = coachWords(store.language.value);
  const { saved } = store.moment.value;
  const shortlist = store.shortlist.value;
  return (
    <section class="screen">
      <button type="button" class="link" onClick={() => history.back()}>
        {c.backToList}
      </button>
      <Heading>{c.callSheet}</Heading>
      <p class="hint">{c.callSheetHint}</p>
      <SignIn />
      <p role="status">{saved && <SavedWords />}</p>
      {saved && (
        <>
          <PlaceMovesView moves={saved.moves} savedId={saved.id} words={c} />
          <button type="button" class="primary" onClick={() => store.move({ screen: 'list' })}>
            {c.toList}
          </button>
        </>
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
  const { program } = match;
  const { first, more } = callQuestions(match);
  return (
    <article class="call card">
      <h2>{fullName(program)}</h2>
      <p>
        {program.phone !== null && (
          <a class="phone" href={dialled(program.phone)}>
            {program.phone}
          </a>
        )}
      </p>
      {first.length + more.length === 0 && <p>{c.nothingToAsk}</p>}
      {first.map((question) => (
        <Question key={question.ask} question={question} programId={program.id} />
      ))}
      {more.length > 0 && (
        <Fold summary={c.moreToAsk(more.length)}>
          {() =>
            more.map((question) => <Question key={question.ask} question={question} programId={program.id} />)
          }
        </Fold>
      )}
    </article>
  );
}

function Question(props: { readonly question: CallQuestion; readonly programId: string }): JSX.Element {
  const store = useStore();
  const { question, programId } = props;
  const account = store.account.value;
  const hasEnded = useStanding(account) === 'ended';
  const canSave =
    account !== undefined && maySave(account.identity) && !hasEnded && !store.requests.busy.value;
  const { facts = [], approaches = [] } = store.moment.value.callForms ?? {};
  return (
    <div>
      <h3>{question.ask}</h3>
      {question.observe.map((fact) => {
        const format = facts.find((one) => one.fact === fact);
        const codes = factCodes(fact, store.codes.value, approaches);
        return (
          format && (
            <SaidForm
              key={fact}
              fact={fact}
              field={callFieldOf(format, codes.open)}
              words={store.words.value}
              coachWords={coachWords(store.language.value)}
              codes={store.codes.value}
              factCodes={codes}
              canSave={canSave}
              onSave={(value) => void saveSaid(store, programId, { fact, value })}
            />
          )
        );
      })}
    </div>
  );
}

function SavedWords(): JSX.Element | null {
  const store = useStore();
  const c = coachWords(store.language.value);
  const { saved } = store.moment.value;
  const move = saved?.moves.find(({ id }) => id === saved.id);
  if (!move) return <>{c.saved}</>;
  const { name, before, now } = move;
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
