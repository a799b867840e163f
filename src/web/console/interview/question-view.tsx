import type { ComponentChildren, JSX } from 'preact';
import type { Assessed } from '../../service/api.js';
import type { Words } from '../../words/en.js';
import type { Language } from '../../words/words.js';
import type { Asked } from './answering.js';
import { AnswerForm } from './answer-form.js';
import { fieldOf } from './question-field.js';

/** More questions than this are not announced: the number falls fast with the first answers. */
const MOST_ANNOUNCED = 60;

interface QuestionViewProps {
  readonly asked: Asked;
  readonly progress: Assessed['progress'];
  readonly words: Words;
  readonly language: Language;
  readonly isBusy: boolean;
  readonly heading: (props: { id?: string; children: ComponentChildren }) => JSX.Element;
  readonly onAnswer: (value: unknown) => void;
  readonly onShow: () => void;
  readonly onBack: () => void;
}

/** One question: what it is about, why it is asked, the answers, and three ways on. */
export function QuestionView(props: QuestionViewProps): JSX.Element {
  const { asked, progress, words: w, language, isBusy } = props;
  const { question } = asked;
  const isItem = asked.kind === 'item';
  const part = isItem ? asked.part : 1;
  const number = progress.answered + part;
  const text = isItem ? asked.item.text : asked.question.text;
  const stem = isItem ? asked.question.stem : null;
  const about = isItem ? asked.item.about : asked.question.about;
  // A published wording stays in English until a validated translation is available.
  const spoken = isItem && asked.question.language !== language ? asked.question.language : undefined;
  return (
    <section class="question">
      <p class="where">
        {question.title} ·{' '}
        {progress.atMost <= MOST_ANNOUNCED ? w.questionOf(number, progress.atMost) : w.questionNumber(number)}
        {about === 'loved_one' && ` · ${w.aboutLovedOne}`}
      </p>
      <props.heading id="question">
        {stem !== null && (
          <span class="stem" lang={spoken}>
            {stem}{' '}
          </span>
        )}
        <span lang={spoken}>{text}</span>
      </props.heading>
      <p class="hint" id="why">
        <b>{w.whyWeAsk}</b> {question.why}
        {isItem && asked.question.languageNote !== null && ` ${asked.question.languageNote}`}
      </p>
      <AnswerForm field={fieldOf(asked)} words={w} lang={spoken} isBusy={isBusy} onAnswer={props.onAnswer} />
      <div class="row quiet">
        <button type="button" class="link" disabled={isBusy} onClick={() => props.onAnswer(undefined)}>
          {w.skip}
        </button>
        <button type="button" class="link" disabled={isBusy} onClick={props.onShow}>
          {w.showOptions}
        </button>
        <button type="button" class="link" onClick={props.onBack}>
          {w.back}
        </button>
      </div>
    </section>
  );
}
