import { Fragment, type JSX } from 'preact';
import { WithBlanks } from '../../design/with-blanks.js';
import type { CoachWords } from '../../words/coach-words.js';
import type { HandoutPlan } from './handout-plan.js';

/** What to do now, on the back of the handout. */
export function HandoutPlanView(props: {
  readonly plan: HandoutPlan;
  readonly words: CoachWords;
  readonly lang: string | undefined;
}): JSX.Element {
  const { plan, words: c, lang } = props;
  const first = plan.sections.findIndex(({ afterVisit }) => afterVisit);
  return (
    <article class="sheet back" lang={lang}>
      <h2>{c.planNow}</h2>
      <p>{plan.note}</p>
      <div class="two">
        {plan.sections.map(({ title, items }, at) => (
          <Fragment key={title}>
            {at === first && <p class="crisis">{c.clinicianFirst}</p>}
            <section>
              <h3>{title}</h3>
              <ul>
                {items.map(({ id, text }) => (
                  <li key={id}>
                    <WithBlanks text={text} />
                  </li>
                ))}
              </ul>
            </section>
          </Fragment>
        ))}
        {plan.days.length > 0 && (
          <section>
            <h3>{c.contactsOn}</h3>
            <ul>
              {plan.days.map((day) => (
                <li key={day}>{day}</li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </article>
  );
}
