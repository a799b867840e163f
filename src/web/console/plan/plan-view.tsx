import { Fragment, type JSX } from 'preact';
import { WithBlanks } from '../../design/with-blanks.js';
import type { Plan, PlanSection } from '../../service/coach-api.js';
import type { CoachWords } from '../../words/coach-words.js';
import type { Words } from '../../words/en.js';
import { dayWords, dialled, fullName } from '../../words/formats.js';
import type { Language } from '../../words/words.js';
import { HelpBeside } from '../list/help-beside.js';

interface PlanViewProps {
  readonly plan: Plan;
  readonly words: Words;
  readonly coachWords: CoachWords;
  readonly language: Language;
  /** Also on paper, what names a substance. */
  readonly namesOnPaper: boolean;
}

/** The plan as it is read and printed: what the coach alone reads stays on the screen. */
export function PlanView(props: PlanViewProps): JSX.Element {
  const { plan, words, coachWords: c, language, namesOnPaper } = props;
  const firstLater = plan.sections.find(({ afterVisit }) => afterVisit)?.part;
  return (
    <article class={namesOnPaper ? 'sheet plan' : 'sheet plan discreet'}>
      <p class="note">{plan.note}</p>
      <Programs plan={plan} coachWords={c} />
      {plan.sections.map((section) => (
        <Fragment key={section.part}>
          {section.part === firstLater && <h2>{c.clinicianFirst}</h2>}
          <Section section={section} coachWords={c} />
        </Fragment>
      ))}
      {plan.contacts.some(({ on }) => on !== null) && (
        <section>
          <h2>{c.contactsOn}</h2>
          <ul>
            {plan.contacts.map(({ item, on }) => (
              <li key={item}>{on !== null && dayWords(on, language)}</li>
            ))}
          </ul>
        </section>
      )}
      {plan.resources.length > 0 && (
        <section>
          <h2>{c.helpOfOthers}</h2>
          <HelpBeside resources={plan.resources} guidance={[]} words={words} />
        </section>
      )}
    </article>
  );
}

function Programs({ plan, coachWords: c }: Pick<PlanViewProps, 'plan' | 'coachWords'>): JSX.Element {
  return (
    <>
      {plan.programs.map(({ program, questions }) => (
        <section key={program.id}>
          <h2>{fullName(program)}</h2>
          <p>
            {program.phone !== null && (
              <a class="phone" href={dialled(program.phone)}>
                {program.phone}
              </a>
            )}{' '}
            {[program.location.street1, program.location.city].filter(Boolean).join(', ')}
          </p>
          {questions.length > 0 && (
            <>
              <p>{c.askThem}</p>
              <ul>
                {questions.map(({ code, ask }) => (
                  <li key={code}>
                    {ask}
                    <span class="blank" />
                  </li>
                ))}
              </ul>
            </>
          )}
        </section>
      ))}
    </>
  );
}

function Section(props: { readonly section: PlanSection; readonly coachWords: CoachWords }): JSX.Element {
  const { title, items } = props.section;
  const own = items.filter(({ sheet }) => sheet !== 'coach');
  const ofCoach = items.filter(({ sheet }) => sheet === 'coach');
  return (
    <section class={own.length === 0 ? 'screen' : undefined}>
      <h2>{title}</h2>
      {own.length > 0 && <Items items={own} />}
      {ofCoach.length > 0 && (
        <div class="for-coach screen">
          <b>{props.coachWords.forCoachOnly}</b>
          <Items items={ofCoach} />
        </div>
      )}
    </section>
  );
}

function Items({ items }: { readonly items: PlanSection['items'] }): JSX.Element {
  return (
    <ul>
      {items.map(({ id, text, namesSubstance, lines }) => (
        <li key={id} class={namesSubstance ? 'names' : undefined}>
          <WithBlanks text={text} />{' '}
          {lines.map(({ id: line, name, tel, contact }) => (
            <Fragment key={line}>
              {tel === undefined ? (
                name
              ) : (
                <a href={`tel:${tel}`}>{`${name}: ${contact['call'] ?? tel}`}</a>
              )}{' '}
            </Fragment>
          ))}
        </li>
      ))}
    </ul>
  );
}
