import type { Answer, Answers, Instrument, Item } from '../../src/core/assessment/instrument.js';

/** What a renderer of forms needs of a Questionnaire. */
export interface ReceivedItem {
  readonly linkId: string;
  readonly type: string;
  readonly text: string;
  readonly code?: readonly object[];
  readonly required?: boolean;
  readonly repeats?: boolean;
  readonly item?: readonly ReceivedItem[];
  readonly enableWhen?: readonly { question: string; operator: string; answerCoding: Coding }[];
  readonly enableBehavior?: string;
  readonly answerOption?: readonly { readonly valueCoding: Coding; readonly extension?: readonly object[] }[];
  readonly extension?: readonly object[];
}
export interface Coding {
  readonly system: string;
  readonly code: string;
  readonly display?: string;
}
export interface ReceivedQuestionnaire {
  readonly resourceType: string;
  readonly id: string;
  readonly url: string;
  readonly version: string;
  readonly name: string;
  readonly item: readonly ReceivedItem[];
}

/**
 * Fills in a Questionnaire like an application that only knows FHIR: options are found by their text on the screen, an
 * empty list of ticks is "None of these".
 */
export function fillIn(
  questionnaire: ReceivedQuestionnaire,
  { items }: Pick<Instrument, 'items'>,
  answers: Answers,
  condition?: string,
): Record<string, unknown> {
  return {
    resourceType: 'QuestionnaireResponse',
    questionnaire: `${questionnaire.url}|${questionnaire.version}`,
    status: 'completed',
    ...(condition === undefined
      ? {}
      : { extension: [{ url: 'urn:treatment-navigator:condition', valueCode: condition }] }),
    item: questionnaire.item
      .filter(({ type }) => type !== 'display')
      .map((asked) => {
        const answer = answers[asked.linkId];
        const item = items.find(({ id }) => id === asked.linkId);
        return {
          linkId: asked.linkId,
          ...(answer === undefined || !item ? {} : { answer: answered(asked, item, answer) }),
        };
      }),
  };
}

function answered({ type, answerOption = [] }: ReceivedItem, item: Item, answer: Answer): object[] {
  if (type === 'integer') return [{ valueInteger: answer }];
  if (type === 'text') return [{ valueString: answer }];
  const shown = (value: unknown) => item.options?.find((option) => option.value === value)?.label;
  const wanted = Array.isArray(answer)
    ? answer.length === 0
      ? ['None of these']
      : answer.map(shown)
    : [shown(answer)];
  return wanted.map((label) => ({
    valueCoding: answerOption.find(({ valueCoding }) => valueCoding.display === label)?.valueCoding,
  }));
}
