import type { Plan } from '../../service/coach-api.js';
import { dayWords } from '../../words/formats.js';
import type { Language } from '../../words/words.js';

/** The part of a plan that is printed on the back of a handout: what to do now. Nothing of the coach's part is in it. */
export interface HandoutPlan {
  /** That it is no advice, and was not reviewed. */
  readonly note: string;
  readonly sections: readonly {
    readonly title: string;
    /** It follows the visit of a clinician. */
    readonly afterVisit: boolean;
    readonly items: readonly { readonly id: string; readonly text: string }[];
  }[];
  /** Days on which to be in touch. */
  readonly days: readonly string[];
}

/** @param saysWhy also what names a substance; paper is found by others */
export function handoutPlan(plan: Plan, saysWhy: boolean, language: Language): HandoutPlan {
  const sections = plan.sections.map(({ title, afterVisit, items }) => ({
    title,
    afterVisit,
    items: items
      .filter(({ sheet, namesSubstance }) => sheet === 'now' && (saysWhy || !namesSubstance))
      .map(({ id, text, lines }) => ({
        id,
        text: [
          text,
          ...lines.map(({ name, contact }) => [name, contact['call']].filter(Boolean).join(': ')),
        ].join(' '),
      })),
  }));
  return {
    note: plan.note,
    sections: sections.filter(({ items }) => items.length > 0),
    days: plan.contacts.flatMap(({ on }) => (on === null ? [] : [dayWords(on, language)])),
  };
}

/** The same as lines of text, to be copied into a message. */
export function planLines(
  { note, sections, days }: HandoutPlan,
  words: { readonly planNow: string; readonly clinicianFirst: string; readonly contactsOn: string },
): readonly string[] {
  const first = sections.findIndex(({ afterVisit }) => afterVisit);
  return [
    '',
    words.planNow,
    note,
    ...sections.flatMap(({ title, items }, at) => [
      ...(at === first ? ['', words.clinicianFirst] : []),
      '',
      title,
      ...items.map(({ text }) => `- ${text}`),
    ]),
    ...(days.length > 0 ? ['', words.contactsOn, ...days.map((day) => `- ${day}`)] : []),
  ];
}
