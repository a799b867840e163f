import type { Assessed, Item, Need, NeedQuestion, Question } from '../../service/api.js';
import type { Given } from '../../service/store.js';

/** What is asked now: an item of an instrument, or a question of what a match needs. */
export type Asked =
  | {
      readonly kind: 'item';
      readonly question: Question;
      readonly item: Item;
      readonly part: number;
      readonly parts: number;
    }
  | { readonly kind: 'need'; readonly question: NeedQuestion };

/** The items of a question that are asked, with these answers so far. */
export function itemsOf(question: Question, given: Given, sexAtBirth?: string): readonly Item[] {
  return question.items.filter(({ askOf, after, afterAny }) => {
    if (askOf === 'male' && sexAtBirth !== 'male') return false;
    if (askOf === 'others' && sexAtBirth === 'male') return false;
    const isMet = ({ item, is }: NonNullable<Item['after']>) => is.some((one) => one === given[item]);
    const conditions = after ? [after] : afterAny;
    return conditions.length === 0 || conditions.some(isMet);
  });
}

/** The next thing to ask; undefined once all is asked. */
export function nextOf({ next, needQuestions }: Assessed, given: Given, need: Need): Asked | undefined {
  if (next) {
    const items = itemsOf(next, given, need.client?.sexAtBirth);
    const part = items.findIndex(({ id }) => !(id in given));
    const item = items[part];
    if (item) return { kind: 'item', question: next, item, part: part + 1, parts: items.length };
  }
  const [question] = needQuestions;
  return !next && question ? { kind: 'need', question } : undefined;
}

/** The body with the answers to the items of a question; what was skipped stays unknown and is not asked again. */
export function withAnswers(need: Need, question: Question, given: Given): Need {
  const entries = Object.entries(given);
  const answered = entries.filter(([, value]) => value !== undefined);
  const skipped = entries.filter(([, value]) => value === undefined).map(([id]) => id);
  const { instrument, condition } = question;
  const about = { instrument, ...(condition && { condition }) };
  const { responses = [], skipped: before = [], ...rest } = need.assessment ?? {};
  const more = answered.length > 0 ? [{ ...about, answers: Object.fromEntries(answered) }] : [];
  return {
    ...need,
    assessment: {
      ...rest,
      responses: [...[responses].flat(), ...more] as NonNullable<Need['assessment']>['responses'],
      skipped: [...before, ...(skipped.length > 0 ? [{ ...about, items: skipped }] : [])],
    },
  };
}

/** The body with the answer to a question of what a match needs; `undefined`: skipped. */
export function withNeed(need: Need, { id, field, answer }: NeedQuestion, value: unknown): Need {
  if (Array.isArray(value) && answer === 'outcomes')
    return withField(
      need,
      field,
      value.map((outcome: unknown) => ({ outcome })),
    );
  if (value !== undefined) return withField(need, field, value);
  const { skipped = [], ...rest } = need.assessment ?? {};
  return { ...need, assessment: { ...rest, skipped: [...skipped, { need: id }] } };
}

/** A copy of the body with one field set, named by its path with dots; `undefined` takes it out. */
export function withField(need: Need, field: string, value: unknown): Need {
  return withValue(need, field.split('.'), value);
}

type Fields = Readonly<Record<string, unknown>>;

function withValue(fields: Fields, [name = '', ...rest]: readonly string[], value: unknown): Fields {
  const { [name]: before, ...others } = fields;
  if (rest.length > 0) return { ...others, [name]: withValue((before ?? {}) as Fields, rest, value) };
  return value === undefined ? others : { ...others, [name]: value };
}
