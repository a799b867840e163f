import type { JSX } from 'preact';
import type { Words } from '../../words/en.js';
import type { HandoutPage } from './handout-text.js';

/** The page as it is printed: whom to call, what to ask, and room for what they say. */
export function HandoutSheet(props: {
  readonly page: HandoutPage;
  readonly words: Words;
  readonly lang: string | undefined;
}): JSX.Element {
  const { page, words: w, lang } = props;
  return (
    <article class="sheet" lang={lang}>
      <h2>{w.placesToCall}</h2>
      <p>{w.callFirst}</p>
      {page.places.map(({ id, name, phone, address, why, questions, facts }) => (
        <section key={id}>
          <h3>{name}</h3>
          <p>
            {phone !== null && <b class="phone">{phone}</b>} {address}
          </p>
          {why.length > 0 && <p>{why.join(' ')}</p>}
          <ul>
            {questions.map((question) => (
              <li key={question}>
                {question}
                <span class="blank" />
              </li>
            ))}
          </ul>
          <small>{facts}</small>
        </section>
      ))}
      {page.helps.length > 0 && (
        <section>
          <h3>{w.besideTreatment}</h3>
          <ul>
            {page.helps.map(({ id, words }) => (
              <li key={id}>{words}</li>
            ))}
          </ul>
        </section>
      )}
      <p class="crisis">
        {w.crisisLine} {w.emergencyLine}
      </p>
    </article>
  );
}
