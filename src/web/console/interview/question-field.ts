import type { Asked } from './answering.js';

export interface Choice {
  readonly value: unknown;
  readonly label: string;
}

/** How an answer is given, whatever kind of question asks for it. */
export type QuestionField =
  | { readonly kind: 'one'; readonly choices: readonly Choice[]; readonly isScale: boolean }
  | {
      readonly kind: 'many';
      /** One group without a title where there are few choices. */
      readonly groups: readonly { readonly title?: string; readonly choices: readonly Choice[] }[];
      readonly mayBeNone: boolean;
    }
  | { readonly kind: 'number'; readonly least: number; readonly most: number; readonly isYears: boolean }
  | { readonly kind: 'miles' }
  | { readonly kind: 'zip' }
  | { readonly kind: 'hours' }
  | { readonly kind: 'text' };

/** A scale of so many steps is shown as choices in a row. */
const STEPS_OF_A_SCALE = 10;

export function fieldOf(asked: Asked): QuestionField {
  return asked.kind === 'item' ? fieldOfItem(asked) : fieldOfNeed(asked);
}

function fieldOfItem({ item }: Extract<Asked, { kind: 'item' }>): QuestionField {
  const { kind, options, groups, min, max } = item;
  if (kind === 'text') return { kind: 'text' };
  if (kind === 'integer') return numberOf(min, max, false);
  if (kind === 'choice') return { kind: 'one', choices: options, isScale: false };
  const byValue = new Map(options.map((option) => [option.value, option]));
  return {
    kind: 'many',
    groups:
      groups.length === 0
        ? [{ choices: options }]
        : groups.map((group) => ({
            title: group.title,
            choices: group.options.flatMap((value) => byValue.get(value) ?? []),
          })),
    mayBeNone: true,
  };
}

function fieldOfNeed({ question }: Extract<Asked, { kind: 'need' }>): QuestionField {
  const { answer, options, min, max, unit } = question;
  switch (answer) {
    case 'postal-code':
      return { kind: 'zip' };
    case 'work-hours':
      return { kind: 'hours' };
    case 'choice':
      return { kind: 'one', choices: options, isScale: false };
    case 'choices':
    case 'outcomes':
      return { kind: 'many', groups: [{ choices: options }], mayBeNone: (min ?? 0) === 0 };
    default:
      return unit === 'km' ? { kind: 'miles' } : numberOf(min, max, unit === 'years');
  }
}

function numberOf(min: number | null, max: number | null, isYears: boolean): QuestionField {
  const least = min ?? 0;
  const most = max ?? Number.MAX_SAFE_INTEGER;
  if (most - least > STEPS_OF_A_SCALE) return { kind: 'number', least, most, isYears };
  const steps = Array.from({ length: most - least + 1 }, (_, step) => least + step);
  return {
    kind: 'one',
    choices: steps.map((value) => ({ value, label: String(value) })),
    isScale: true,
  };
}
