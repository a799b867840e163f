import type { JSX } from 'preact';
import type { Match } from '../../service/api.js';
import type { Words } from '../../words/en.js';
import { dialled, distanceWords, hundredths } from '../../words/formats.js';

/** Where it is, how far, and its telephone number. */
export function PlaceFacts({
  match,
  words: w,
}: {
  readonly match: Match;
  readonly words: Words;
}): JSX.Element {
  const { program, distanceMeters, travel } = match;
  const { city, state } = program.location;
  const minutes = travel?.minutes;
  const parts = [
    `${city}, ${state}`,
    distanceWords(distanceMeters, w),
    travel && minutes != null ? w.minutes(minutes, w.modes[travel.mode]) : undefined,
  ];
  return (
    <p class="facts">
      {parts.filter((part) => part !== undefined).join(' · ')}
      {program.phone !== null && (
        <>
          {' · '}
          <a href={dialled(program.phone)}>{program.phone}</a>
        </>
      )}
    </p>
  );
}

/** Whether it fits, in words with a sign; the number is small, and no percentage. */
export function PlaceFit(props: {
  readonly match: Match;
  readonly words: Words;
  readonly toAsk: number;
}): JSX.Element {
  const { match, words: w, toAsk } = props;
  const { score, scoreRange, sharedBy, levelWithPrevious } = match;
  const [low = score, high = score] = scoreRange;
  const tie = sharedBy > 1 ? w.equal(sharedBy - 1) : levelWithPrevious ? w.level : undefined;
  return (
    <div class="fit">
      <p class={`chip ${toAsk > 0 ? 'unknown' : 'meets'}`}>
        <span aria-hidden="true">{toAsk > 0 ? '? ' : '✓ '}</span>
        {toAsk > 0 ? w.toAsk(toAsk) : w.fitsAll}
      </p>
      <small>
        {w.fit(hundredths(score), hundredths(low), hundredths(high))}
        {tie !== undefined && ` · ${tie}`}
      </small>
    </div>
  );
}
