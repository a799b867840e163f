import { Fragment, type JSX } from 'preact';
import { TrackLine } from '../../design/bar.js';
import { Fold } from '../../design/fold.js';
import { EvidenceLines } from './evidence-lines.js';
import { FactSources } from './fact-sources.js';
import { ReportForm } from '../report/report-form.js';
import type { Answer, Match } from '../../service/api.js';
import type { CodeWords } from '../../words/code-words.js';
import type { Words } from '../../words/en.js';
import { dayWords, hundredths } from '../../words/formats.js';
import type { Language } from '../../words/words.js';

interface WhyHereProps {
  readonly match: Match;
  readonly legend: Answer['legend'];
  readonly words: Words;
  readonly codes: CodeWords;
  readonly language: Language;
}

/** Every criterion with its line, its weight and its reason; then where the facts are from. */
export function WhyHere(props: WhyHereProps): JSX.Element {
  return (
    <Fold class="why" summary={props.words.whyHere}>
      {() => <Reasons {...props} />}
    </Fold>
  );
}

function Reasons({ match, legend, words: w, codes, language }: WhyHereProps): JSX.Element {
  const { criteria, evidence, program, constraints } = match;
  const { standing, asOf, freshness } = program.record;
  const open = constraints.filter(({ verdict }) => verdict === 'unknown');
  return (
    <>
      <dl>
        {criteria.map(({ code, weight, value, known, reason, components }) => (
          <Fragment key={code}>
            <dt>
              {codes.label('criterion', code)}{' '}
              <small>{w.weight(String(Math.round(weight * 100) / 100))}</small>
            </dt>
            <dd>
              <TrackLine value={value} isKnown={known > 0} />
              <span class="sr">{known > 0 ? w.outOf100(hundredths(value)) : w.notKnown} </span>
              {reason}
              {components && (
                <EvidenceLines components={components} legend={legend} words={w} codes={codes} />
              )}
            </dd>
          </Fragment>
        ))}
      </dl>
      {evidence.map(({ purpose, label, says }) => (
        <p key={purpose}>
          <b>{label}.</b> {says}
        </p>
      ))}
      {open.length > 0 && (
        <ul>
          {open.map(({ code, reason }) => (
            <li key={code}>{reason}</li>
          ))}
        </ul>
      )}
      <p class="hint">
        {asOf === null
          ? codes.label('standing', standing)
          : w.reported(codes.label('standing', standing), dayWords(asOf, language))}
        {freshness === 'stale' && (
          <>
            {' · '}
            <b class="stale">{w.oldFacts}</b>
          </>
        )}
      </p>
      <FactSources constraints={constraints} words={w} codes={codes} language={language} />
      <Fold summary={w.wrongHere}>{() => <ReportForm programId={program.id} />}</Fold>
    </>
  );
}
