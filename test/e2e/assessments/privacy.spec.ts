import type { MatchAnswer } from '../../../src/matching/match-answer.dto.js';
import { wordsOfLog } from '../../support/log-words.js';
import { tokensOf } from '../../support/match-answers.js';
import { program } from '../../support/program-intakes.js';
import { everythingStored } from '../../support/stored-text.js';
import { WholeService } from '../../support/whole-service.js';

/** Values that occur nowhere else in the service: if one is found, client data has leaked. */
const TEXT = 'marker-qwhzx-own-words';
const NUMBER = 7_193_845;
const AGE = 97;
const FLAGS = ['SF-SUI', 'SF-VIOL', 'SF-WD-GHB'];

const log: string[] = [];
let service: WholeService;
beforeAll(async () => {
  service = await WholeService.open({ write: (line) => void log.push(line) });
  await service.store('survey', [program('Clinic', { conditions: { yes: ['any'] } })]);
});
afterAll(() => service.close());

describe('client data', () => {
  it('is found in no log line, no table, no error body and no metric', async () => {
    const assessment = {
      responses: [
        { instrument: 'phq-9', answers: { phq9: 3 } },
        { instrument: 'cso-checkin', answers: { cso7: TEXT } },
        { instrument: 'ruler', answers: { importance: 2, why_not_lower: TEXT } },
      ],
      scores: [{ instrument: 'sdsq-drug', score: 9_719 }],
      risks: { 'ghb.daily': true, 'violence.fear_if_raised': true, 'sedatives.most_days_weeks': 1_973 },
    };
    const client = { age: AGE };
    const first = await service.match({ client, assessment });
    const tokens = tokensOf((first.body as MatchAnswer).safety);
    expect(tokens).not.toEqual([]);
    const again = { ...assessment, acknowledged: tokens };
    const good = [
      await service.post('/v1/assessments', { client, assessment: again }),
      await service.match({ client, assessment: again }),
      await service.post('/v1/plans', { client, assessment: again, startsOn: '2031-05-17' }),
      await service.post('/v1/instruments/sdsq-drug/score', { total: 9_719 }),
    ];
    expect(good.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    // The flags were raised, and free text is not even repeated to the client that sent it.
    for (const { text } of good.slice(0, 3)) {
      for (const flag of FLAGS) expect(text).toContain(flag);
      expect(text).not.toContain(TEXT);
    }

    const bad = [
      await service.post('/v1/assessments', {
        assessment: { responses: [{ instrument: 'phq-9', answers: { phq9: NUMBER } }] },
      }),
      await service.post('/v1/assessments', {
        assessment: { responses: [{ instrument: 'phq-9', answers: { phq9: [TEXT] } }] },
      }),
      await service.post('/v1/assessments', {
        assessment: { scores: [{ instrument: 'phq-9', score: 97_193 }] },
      }),
      await service.post('/v1/assessments', { assessment: { risks: { age: NUMBER, pregnant: TEXT } } }),
      await service.post('/v1/assessments', {
        client: { age: NUMBER },
        assessment: { acknowledged: ['SF-NO'] },
      }),
      await service.match({ assessment: { risks: { 'history.overdose_12m': NUMBER } } }),
      await service.match({ assessment: { conditions: [{ condition: TEXT }] } }),
      await service.match({ assessment: { readiness: { importance: NUMBER } } }),
      await service.post('/v1/instruments/phq-9/score', { answers: { phq9: TEXT } }),
      await service.post('/v1/instruments/phq-9/score', {
        response: {
          resourceType: 'QuestionnaireResponse',
          questionnaire: 'urn:treatment-navigator:questionnaire:phq-9',
          status: 'completed',
          item: [{ linkId: 'phq9', answer: [{ valueString: TEXT }] }],
        },
      }),
      await service.matchRaw(`{ "assessment": { "risks": { "age": ${NUMBER}, ${TEXT}`),
    ];
    expect(bad.map(({ status }) => status).filter((status) => status !== 400 && status !== 422)).toEqual([]);
    const errors = bad.map(({ text }) => text).join('\n');
    for (const marker of [TEXT, String(NUMBER), '97193', 'SF-NO']) expect(errors).not.toContain(marker);

    const markers = [
      TEXT,
      String(NUMBER),
      '2031-05-17',
      '9719',
      '1973',
      ...FLAGS,
      ...tokens,
      'phq9',
      'overdose_12m',
    ];
    const lines = wordsOfLog(log);
    expect(log.length).toBeGreaterThan(good.length + bad.length);
    for (const marker of markers) expect(lines).not.toContain(marker);

    const stored = await everythingStored(service.dataSource);
    expect(stored.rows).toBeGreaterThan(100);
    for (const marker of [TEXT, String(NUMBER), '2031-05-17', ...FLAGS, ...tokens, 'phq9', 'overdose_12m'])
      expect(stored.text).not.toContain(marker);

    // There are no metrics yet; extend this test when they are added.
    expect((await service.get('/metrics')).status).toBe(404);
  });
});
