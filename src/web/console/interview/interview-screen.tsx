import type { JSX } from 'preact';
import { Heading } from '../../design/heading.js';
import { useStore } from '../../service/store.js';
import { nextOf } from './answering.js';
import { answer, showOptions } from './interview-actions.js';
import { QuestionView } from './question-view.js';

/** One question at a time, until nothing more can change the list. */
export function InterviewScreen(): JSX.Element | null {
  const store = useStore();
  const { assessed, given, need } = store.moment.value;
  const asked = assessed && nextOf(assessed, given, need);
  if (!asked) return null;
  return (
    <QuestionView
      key={store.step.value}
      asked={asked}
      progress={assessed.progress}
      words={store.words.value}
      language={store.language.value}
      isBusy={store.requests.busy.value}
      heading={Heading}
      onAnswer={(value) => answer(store, value)}
      onShow={() => void showOptions(store)}
      onBack={() => history.back()}
    />
  );
}
