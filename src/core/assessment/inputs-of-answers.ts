import { CONDITIONS, type Condition } from '../vocabulary/conditions.js';
import type { Screen } from './screen-result.js';
import type { Inputs } from './expression.js';
import type { InputDefinition } from './input-definition.js';
import { InputSheet } from './input-sheet.js';
import type { Answers, Instrument } from './instrument.js';

/** Inputs set by single answers, whether or not the questionnaire is complete. */
export function inputsOfAnswers(
  { items }: Instrument,
  answers: Answers,
  definitions: ReadonlyMap<string, InputDefinition>,
  condition?: Condition,
): Inputs {
  const sheet = new InputSheet(definitions);
  for (const { id, input, options = [], kind } of items) {
    const answer = answers[id];
    if (answer === undefined) continue;
    if (input && typeof answer === 'number') sheet.say(input, answer);
    for (const option of options) {
      const ticked =
        kind === 'choices'
          ? (answer as readonly string[]).includes(String(option.value))
          : option.value === answer;
      if (ticked) {
        sheet.sayAll(option.sets ?? {});
        if (condition) sheet.sayAll(option.setsFor?.[condition] ?? {});
      } else if (kind === 'choices') sheet.sayAll(option.unticked ?? {});
    }
  }
  return sheet.inputs;
}

/** Totals that the rules use. Cut-offs for adults do not apply to a minor. */
export function inputsOfScreen(
  { instrument, scales, notForMinors }: Screen,
  definitions: ReadonlyMap<string, InputDefinition>,
): Inputs {
  if (notForMinors) return {};
  const sheet = new InputSheet(definitions);
  for (const { code, value, condition } of scales) {
    const input = instrument.scales.find((scale) => scale.code === code)?.input;
    // A total on tobacco does not affect the level of care for other substances.
    if (input === undefined || value === null || condition === 'nicotine') continue;
    sheet.say(input, value);
  }
  return sheet.inputs;
}

/** The severity indicated by all screens of substance use together. Nicotine is separate: it sets no level of care. */
export function severityInputs(screens: readonly Screen[]): Inputs {
  const totals = screens
    .filter(({ instrument, notForMinors }) => instrument.domain === 'substance-use' && !notForMinors)
    .flatMap(({ instrument, scales }) =>
      scales
        .filter(({ positive, condition }) => positive !== null && condition !== 'nicotine')
        .map(({ code, positive, condition }) => ({
          positive: positive === true,
          condition,
          graded: instrument.scales.find((scale) => scale.code === code)?.gradesSeverity === true,
        })),
    );
  if (totals.length === 0) return {};
  const positive = totals.some((total) => total.positive);
  const graded = totals.some((total) => total.graded);
  const of = (condition: Condition) => totals.filter((total) => total.condition === condition);
  return {
    'sev.known': true,
    'sev.any_positive': positive,
    'sev.all_negative': !positive,
    'sev.only_short_screen': positive && !graded,
    'sev.graded': graded,
    ...Object.fromEntries(
      CONDITIONS.filter((condition) => condition !== 'nicotine' && of(condition).length > 0).flatMap(
        (condition) => [
          [`positive.${condition}`, of(condition).some((total) => total.positive)],
          [`graded.${condition}`, of(condition).some((total) => total.graded)],
          ...(condition === 'opioid'
            ? [['negative.opioid', of(condition).every((total) => !total.positive)]]
            : []),
        ],
      ),
    ),
  };
}
