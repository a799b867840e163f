import type { JSX } from 'preact';
import { Bar } from '../../design/bar.js';
import type { Answer, Match } from '../../service/api.js';
import { useStore } from '../../service/store.js';
import { grouped } from '../../words/grouped.js';
import { toggleCompared, toggleShortlist } from '../shortlist/shortlist.js';
import { NotThisPlace } from './not-this-place.js';
import { PlaceFacts, PlaceFit } from './place-facts.js';
import { WhyHere } from './why-here.js';

/** One place: how to reach it, what it fits, what to ask it, and why it stands where it does. */
export function PlaceCard(props: {
  readonly match: Match;
  readonly legend: Answer['legend'];
  readonly shared: readonly string[];
}): JSX.Element {
  const store = useStore();
  const w = store.words.value;
  const codes = store.codes.value;
  const { match, legend, shared } = props;
  const { program, constraints, criteria, warnings } = match;
  const met = constraints.filter(({ verdict, reason }) => verdict === 'meets' && !shared.includes(reason));
  const open = constraints.filter(({ verdict }) => verdict === 'unknown');
  const isShortlisted = store.shortlist.value.some((one) => one.program.id === program.id);
  const id = `place-${program.id}`;
  return (
    <li class="card">
      <article aria-labelledby={id}>
        <header>
          <span class="place">
            <span class="sr">{w.place(match.place)}</span>
            <span aria-hidden="true">{grouped(match.place)}</span>
          </span>
          <div>
            <h2 id={id}>{program.name}</h2>
            {program.nameDetail !== null && <p class="detail">{program.nameDetail}</p>}
            <PlaceFacts match={match} words={w} />
          </div>
          <PlaceFit match={match} words={w} toAsk={open.length} />
        </header>
        {warnings.map(({ code, message }) => (
          <p key={code} class="note">
            {message}
          </p>
        ))}
        <ul class="checks">
          {met.map(({ code, reason }) => (
            <li key={code} class="meets">
              <i aria-hidden="true">✓</i>
              <span>
                <span class="sr">{w.fits} </span>
                {reason}
              </span>
            </li>
          ))}
          {open.map(({ code, ask, reason }) => (
            <li key={code} class="unknown">
              <i aria-hidden="true">?</i>
              <span>
                {ask === undefined ? (
                  reason
                ) : (
                  <>
                    <b>{w.ask}</b> {ask}
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
        <Bar parts={criteria} short={(code) => codes.short('criterion', code)} />
        <WhyHere match={match} legend={legend} words={w} codes={codes} language={store.language.value} />
        <footer>
          <NotThisPlace program={program} />
          <label class="pick">
            <input
              type="checkbox"
              autocomplete="off"
              checked={store.compared.value.includes(program.id)}
              onChange={() => toggleCompared(store, program.id)}
            />
            {w.compare}
            <span class="sr">: {program.name}</span>
          </label>
          <button
            type="button"
            class="second"
            aria-pressed={isShortlisted}
            onClick={() => toggleShortlist(store, match)}
          >
            <span aria-hidden="true">{isShortlisted ? '★ ' : '☆ '}</span>
            {isShortlisted ? w.onShortlist : w.shortlist}
            <span class="sr">: {program.name}</span>
          </button>
          {isShortlisted && (
            <button type="button" class="link" onClick={() => store.move({ screen: 'handout' })}>
              {w.handoutFor(store.shortlist.value.length)}
            </button>
          )}
        </footer>
      </article>
    </li>
  );
}
