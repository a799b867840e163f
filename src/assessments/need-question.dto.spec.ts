import { NEED_QUESTION_TABLE, openNeedQuestions } from '../core/assessment/need-questions.js';
import { NeedQuestionResponse } from './need-question.dto.js';
import { givenNeed } from './given-need.js';

const NOTHING = { answered: new Set<never>(), skipped: new Set<never>(), keepsWorking: undefined };

describe('a question that a match needs', () => {
  it.each(NEED_QUESTION_TABLE.map((question) => [question.code, question] as const))(
    '%s has words for both roles, in both languages, and for each option',
    (_code, question) => {
      for (const role of ['self', 'family'] as const) {
        const [english, spanish] = (['en', 'es'] as const).map((language) =>
          NeedQuestionResponse.of(question, role, language),
        );
        for (const { title, text, why, options } of [english!, spanish!]) {
          expect([title, text, why].filter((words) => words.trim() === '')).toEqual([]);
          expect(options.map(({ value }) => value)).toEqual(question.options ?? []);
          expect(options.filter(({ label }) => !label)).toEqual([]);
        }
        expect(spanish!.text).not.toBe(english!.text);
      }
    },
  );

  it('speaks of the loved one to a family member, and of the place to the person who answers', () => {
    const asked = NEED_QUESTION_TABLE.map((question) => NeedQuestionResponse.of(question, 'family', 'en'));
    expect(asked.find(({ id }) => id === 'age')).toMatchObject({
      about: 'loved_one',
      text: 'How old is your loved one?',
    });
    expect(asked.find(({ id }) => id === 'place')).toMatchObject({ about: 'answerer' });
  });

  it('is not asked once its field has a value, by which an empty list and a no count', () => {
    const given = (request: object) => [...givenNeed(request).given];
    expect(given({})).toEqual([]);
    expect(
      given({ constraints: { near: { postalCode: '06511' }, payers: [], cannotLeaveWork: false } }),
    ).toEqual(['place', 'payers', 'work']);
    expect(given({ constraints: { near: { latitude: 41.3, longitude: -72.9 } } })).toEqual(['place']);
    expect(given({ constraints: { near: { latitude: 41.3 } }, client: { age: undefined } })).toEqual([]);
  });

  it('waits for what it hangs on: a distance for a place, working hours for work', () => {
    const codes = (need: object) =>
      openNeedQuestions({ role: 'self', ...NOTHING, ...need }).map(({ code }) => code);
    expect(codes({})).not.toEqual(expect.arrayContaining(['distance']));
    expect(codes({ answered: new Set(['place']) })).toEqual(expect.arrayContaining(['distance', 'travel']));
    expect(codes({ skipped: new Set(['place']) })).not.toContain('distance');
    expect(codes({})).not.toContain('work_hours');
    expect(codes({ answered: new Set(['work']), keepsWorking: true })).toContain('work_hours');
    expect(codes({ answered: new Set(['work']), keepsWorking: false })).not.toContain('work_hours');
  });

  it('about the goal is for the person alone', () => {
    const codes = openNeedQuestions({ role: 'family', ...NOTHING }).map(({ code }) => code);
    expect(codes).not.toContain('goal');
  });
});
