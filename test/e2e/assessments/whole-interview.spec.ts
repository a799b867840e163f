import type { AssessmentAnswer } from '../../../src/assessments/assessment-response.dto.js';
import type { ItemResponse } from '../../../src/assessments/item.dto.js';
import type { NeedQuestionResponse } from '../../../src/assessments/need-question.dto.js';
import type { MatchAnswer } from '../../../src/matching/match-answer.dto.js';
import { program } from '../../support/program-intakes.js';
import { WholeService } from '../../support/whole-service.js';

let service: WholeService;
beforeAll(async () => {
  service = await WholeService.open();
  await service.store('survey', [
    program('Evening Clinic', {
      conditions: { yes: ['alcohol', 'opioid'] },
      levelsOfCare: { yes: ['op', 'iop'] },
      payers: { yes: ['medicaid'] },
      medications: { methadone: 'starts', buprenorphine: 'starts' },
    }),
    program('Quiet House', {}),
    program('Family Help', { approaches: { yes: ['craft'] } }),
  ]);
  await service.settled();
});
afterAll(() => service.close());

/** One body for every call: what was answered and skipped so far. It is all that the client keeps. */
interface Body {
  client?: Record<string, unknown>;
  constraints?: Record<string, unknown>;
  preferences?: Record<string, unknown>;
  assessment: { responses: object[]; skipped: object[]; acknowledged?: string[] };
}

const PEOPLE: Readonly<Record<'self' | 'loved_one', Readonly<Record<string, unknown>>>> = {
  self: {
    age: 41,
    substances: ['alcohol', 'opioids'],
    concern: ['people', 'less'],
    importance: 8,
    confidence: 3,
    home: ['safe'],
    pregnant: 'no',
  },
  loved_one: { cso3: ['opioids'], cso6: 1 },
};

const answerTo = (person: Readonly<Record<string, unknown>>, { id, kind, min, options }: ItemResponse) =>
  person[id] ?? (kind === 'choices' ? [] : kind === 'integer' ? min : options[0]!.value);

/** The value for a question of the need, by nothing but the question itself. */
function needAnswer({ answer, options, min }: NeedQuestionResponse): unknown {
  switch (answer) {
    case 'postal-code':
      return '06511';
    case 'number':
    case 'integer':
      return Math.max(min!, 30);
    case 'choice':
      return options[0]!.value;
    case 'choices':
      return [options[0]!.value];
    case 'outcomes':
      return [{ outcome: options[0]!.value }];
    case 'work-hours':
      return [{ days: [options[0]!.value], from: '09:00', to: '17:00' }];
  }
}

function put(body: Body, field: string, value: unknown): void {
  const names = field.split('.');
  const last = names.pop()!;
  let place = body as unknown as Record<string, unknown>;
  for (const name of names) place = (place[name] ??= {}) as Record<string, unknown>;
  place[last] = value;
}

interface Interview {
  readonly body: Body;
  readonly asked: readonly string[];
  readonly answer: AssessmentAnswer;
}

/** Asks what every answer says is next, and nothing else. */
async function interview(
  who: keyof typeof PEOPLE,
  language: string,
  isSkipped: (turn: number) => boolean,
): Promise<Interview> {
  const body: Body = { assessment: { responses: [], skipped: [] } };
  if (who === 'loved_one') body.client = { role: 'family' };
  const asked: string[] = [];
  for (let turn = 0; turn < 90; turn++) {
    const response = await service.post('/v1/assessments', body).set('accept-language', language);
    expect(response.status).toBe(200);
    const answer = response.body as AssessmentAnswer;
    const { next, needQuestions, progress } = answer;
    expect(progress.atMost).toBeGreaterThanOrEqual(progress.answered);
    const question = next ?? needQuestions[0];
    if (!question) {
      expect(progress.atMost).toBe(progress.answered);
      return { body, asked, answer };
    }
    if (question.kind === 'instrument') {
      const { instrument, condition, items } = question;
      const set = { instrument, ...(condition ? { condition } : {}) };
      asked.push(...items.map(({ id }) => `${condition ?? ''} ${id}`));
      if (isSkipped(turn)) body.assessment.skipped.push({ ...set, items: items.map(({ id }) => id) });
      else
        body.assessment.responses.push({
          ...set,
          answers: Object.fromEntries(items.map((item) => [item.id, answerTo(PEOPLE[who], item)])),
        });
    } else {
      asked.push(question.id);
      if (isSkipped(turn)) body.assessment.skipped.push({ need: question.id });
      else put(body, question.field, needAnswer(question));
    }
  }
  throw new Error('The interview never ends.');
}

const EACH = (['self', 'loved_one'] as const).flatMap((who) =>
  (['en', 'es'] as const).flatMap((language) =>
    (['no', 'every second', 'every'] as const).map((skips) => [who, language, skips] as const),
  ),
);
const SKIPS = {
  no: () => false,
  'every second': (turn: number) => turn % 2 === 1,
  every: () => true,
};

describe('a whole interview over HTTP', () => {
  it.each(EACH)('for %s, in %s, with %s question skipped, ends in a match', async (who, language, skips) => {
    const { body, asked, answer } = await interview(who, language, SKIPS[skips]);
    expect(asked.filter((one, at) => asked.indexOf(one) < at)).toEqual([]);
    // The same body, as it is.
    const match = async () => {
      const response = await service.post('/v1/matches', body).set('accept-language', language);
      expect(response.status).toBe(200);
      return response.body as MatchAnswer;
    };
    let answered = await match();
    expect(answered.language).toBe(language);
    expect(answered.safety).toEqual(answer.safety);
    expect(answered.assessment).toMatchObject({ conditions: answer.assessment.conditions });
    if (answered.held) {
      expect(answered.tracks).toEqual([]);
      body.assessment.acknowledged = answered.safety.flatMap(({ token }) => token ?? []);
      answered = await match();
    }
    expect(answered.held).toBeNull();
    // Either a list, or the reason why there is none.
    const treatment = answered.tracks.find(({ purpose }) => purpose === 'treatment')!;
    const { matches, nearMisses, excluded } = treatment;
    expect(matches.length + nearMisses.length + Object.keys(excluded).length).toBeGreaterThan(0);
    if (skips === 'every') expect(matches.map((one) => one.program.name)).toContain('Evening Clinic');
  });

  it('asks the need once nothing else is left, and nothing that the interview has answered', async () => {
    const { asked, body } = await interview('self', 'en', SKIPS.no);
    expect(asked.slice(0, 5)).toEqual([
      ' danger_now',
      ' concern',
      ' substances',
      ' importance',
      ' confidence',
    ]);
    const needs = asked.slice(asked.indexOf('place'));
    expect(needs).toEqual([
      'place',
      'distance',
      'travel',
      'payers',
      'work',
      'work_hours',
      'modalities',
      'languages',
      'gender',
      'children',
      'accessibility',
      'tried',
      'goal',
    ]);
    expect(body.constraints).toEqual({
      near: { postalCode: '06511' },
      maxDistanceKm: 30,
      travelBy: 'drive',
      payers: ['medicaid'],
      cannotLeaveWork: true,
      workHours: [{ days: ['mo'], from: '09:00', to: '17:00' }],
      modalities: ['in-person'],
      needsChildcare: true,
      accessibility: ['wheelchair'],
    });
  });

  it('asks a family member about the loved one, whose age and gender the check-in never asked', async () => {
    const { asked, answer } = await interview('loved_one', 'en', SKIPS.every);
    expect(asked).toEqual(expect.arrayContaining(['place', 'age', 'gender']));
    expect(answer.needQuestions).toEqual([]);
  });

  it.each<[string, object, number, { pointer: string; message: string }]>([
    [
      'neither',
      {},
      422,
      { pointer: '/assessment/skipped/0', message: 'give either the instrument or the need that is skipped' },
    ],
    [
      'both',
      { instrument: 'audit-c', need: 'payers' },
      422,
      { pointer: '/assessment/skipped/0', message: 'give either the instrument or the need that is skipped' },
    ],
    [
      'items of a need',
      { need: 'payers', items: ['audit1'] },
      422,
      {
        pointer: '/assessment/skipped/0',
        message: 'items and condition belong to an instrument, not to a need',
      },
    ],
    [
      'a need that is not there',
      { need: 'payer' },
      400,
      { pointer: '/assessment/skipped/0/need', message: expect.stringContaining('payers') as string },
    ],
  ])('refuses to skip %s', async (_what, skipped, status, error) => {
    const response = await service.post('/v1/assessments', { assessment: { skipped: [skipped] } });
    expect(response.status).toBe(status);
    expect((response.body as { errors: object[] }).errors).toMatchObject([error]);
  });
});
