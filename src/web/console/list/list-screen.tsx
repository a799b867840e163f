import type { JSX } from 'preact';
import { Heading } from '../../design/heading.js';
import { useStore } from '../../service/store.js';
import { ask } from '../interview/interview-actions.js';
import { NeedPanel } from '../need/need-panel.js';
import { PickedBar } from '../shortlist/picked-bar.js';
import { openWhyNot } from '../why-not/why-not-actions.js';
import { NextSteps } from '../plan/next-steps.js';
import { SafetyNotes } from '../safety/safety-notes.js';
import { AskClient } from './ask-client.js';
import { FamilyQuestions } from './family-questions.js';
import { FewerPlaces } from './fewer-places.js';
import { ListHead } from './list-head.js';
import { TrackView } from './track-view.js';

/** The places that fit, list by list; what is true of all is said once. */
export function ListScreen(): JSX.Element | null {
  const store = useStore();
  const w = store.words.value;
  const { answer, changedBy } = store.moment.value;
  if (!answer) return null;
  const [first, ...others] = answer.tracks;
  return (
    <div class="columns">
      <NeedPanel key={store.step.value} />
      <div>
        <SafetyNotes />
        <Heading>
          {first && first.total > 0 ? w.placesOf(first.matches.length, first.total) : w.noPlaces}
        </Heading>
        {changedBy !== undefined && (
          <p class="row">
            {w.changed} {changedBy}
            <button type="button" class="second" onClick={() => history.back()}>
              {w.undo}
            </button>
          </p>
        )}
        <FewerPlaces track={first} />
        <ListHead answer={answer} words={w} language={store.language.value} />
        <div class="row">
          <button
            type="button"
            class="link"
            disabled={store.requests.busy.value}
            onClick={() => void ask(store)}
          >
            {w.backToQuestions}
          </button>
          <button type="button" class="link" onClick={() => openWhyNot(store)}>
            {w.whyNotHere}
          </button>
        </div>
        <NextSteps />
        <AskClient />
        {store.asker.value === 'family' && <FamilyQuestions key={store.language.value} />}
        {first && <TrackView track={first} legend={answer.legend} isFirst />}
        {others.map((track) => (
          <TrackView key={track.purpose} track={track} legend={answer.legend} isFirst={false} />
        ))}
      </div>
      <PickedBar />
    </div>
  );
}
