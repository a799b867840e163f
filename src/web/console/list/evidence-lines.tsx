import type { JSX } from 'preact';
import type { Answer, Criterion } from '../../service/api.js';
import type { CodeWords } from '../../words/code-words.js';
import type { Words } from '../../words/en.js';

type Component = NonNullable<Criterion['components']>[number];

interface EvidenceLinesProps {
  readonly components: readonly Component[];
  /** What the answer says once of each approach. */
  readonly legend: Answer['legend'];
  readonly words: Words;
  readonly codes: CodeWords;
}

/** What good care needs, one line each: the approach, its grade, and who has reviewed that; or that nothing is reported. */
export function EvidenceLines({ components, legend, words: w, codes }: EvidenceLinesProps): JSX.Element {
  return (
    <ul>
      {components.map((component) => {
        const { purpose, component: kind, approach, declined, ask } = component;
        const known = legend.evidence.find((one) => one.purpose === purpose && one.approach === approach);
        const review = known?.reviewedBy === undefined ? w.draft : w.reviewedBy(known.reviewedBy);
        return (
          <li key={`${purpose} ${kind}`}>
            <b>{codes.label('component', kind)}:</b>{' '}
            {known && `${known.name}. ${codes.label('badge', known.badge)} (${review}).`}
            {!known && (declined ? w.saysNo : w.notKnown)}
            {ask !== undefined && (
              <>
                {' '}
                <b>{w.ask}</b> {ask}
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
