import type { Condition } from '../vocabulary/conditions.js';
import type { Answers, Instrument, Item, Scale } from './instrument.js';
import { isNeedless } from './is-needless.js';
import { isNotForMinors, readScale } from './read-scale.js';
import type { Respondent, ScreenResult } from './screen-result.js';

/**
 * Scores answers. A total needs every item that applies to this person: while one is missing there is no total; nothing
 * is imputed or counted as 0. An item that an earlier answer makes unnecessary counts 0: that is the published rule
 * (AUDIT and AUDIT-C after "Never"; a TAPS-2 follow-up after "No").
 */
export function scoreAnswers(
  instrument: Instrument,
  answers: Answers,
  respondent: Respondent,
  condition?: Condition,
): ScreenResult {
  const dropped = droppedItems(instrument, answers);
  const scales = instrument.scales.map((scale) => {
    const { total, missing } = add(instrument, scale, answers, respondent, dropped);
    return readScale(instrument, scale, total, missing, respondent, condition);
  });
  const missing = [
    ...new Set(
      instrument.scales.length > 0
        ? scales.flatMap((scale) => scale.missing)
        : instrument.items
            .filter((item) => isOpen(item, instrument, answers, respondent) && !item.optional)
            .map(({ id }) => id),
    ),
  ];
  return {
    instrument,
    ...(condition ? { condition } : {}),
    enteredAs: 'answers',
    status: instrument.scales.length === 0 ? 'unscored' : missing.length > 0 ? 'incomplete' : 'complete',
    scales,
    missing,
    notForMinors: isNotForMinors(instrument, respondent),
  };
}

function add(
  instrument: Instrument,
  scale: Scale,
  answers: Answers,
  respondent: Respondent,
  dropped: ReadonlySet<string>,
): { total: number | null; missing: string[] } {
  const missing: string[] = [];
  let total = 0;
  for (const id of scale.items) {
    const item = instrument.items.find((one) => one.id === id)!;
    if (dropped.has(id)) continue;
    if (isOpen(item, instrument, answers, respondent)) missing.push(id);
    else if (isAskedOf(item, respondent) && counts(item, instrument, answers)) total += points(item, answers);
  }
  return { total: missing.length > 0 ? null : total, missing };
}

/** Asked of this person, needed after the earlier answers, and not answered. */
function isOpen(item: Item, { items }: Instrument, answers: Answers, respondent: Respondent): boolean {
  if (answers[item.id] !== undefined) return false;
  return isAskedOf(item, respondent) && !isNeedless(item, items, (id) => answers[id]);
}

function counts(item: Item, { items }: Instrument, answers: Answers): boolean {
  return item.countsAnyway === true || !isNeedless(item, items, (id) => answers[id]);
}

/** Men are asked the men's variant; women and people who did not state their sex the other one (our convention). */
export function isAskedOf({ askOf }: Item, { sexAtBirth }: Respondent): boolean {
  if (askOf === undefined) return true;
  return (askOf === 'male') === (sexAtBirth === 'male');
}

function points({ id, kind, options = [] }: Item, answers: Answers): number {
  const answer = answers[id];
  if (kind === 'integer') return answer as number;
  return options.find(({ value }) => value === answer)?.score ?? 0;
}

function droppedItems({ items }: Instrument, answers: Answers): Set<string> {
  return new Set(
    items.flatMap(({ id, options = [] }) => options.find(({ value }) => value === answers[id])?.drops ?? []),
  );
}
