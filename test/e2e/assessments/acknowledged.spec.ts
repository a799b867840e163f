import { type Clock, install } from '@sinonjs/fake-timers';
import type { AssessmentAnswer } from '../../../src/assessments/assessment-response.dto.js';
import type { MatchAnswer } from '../../../src/matching/match-answer.dto.js';
import { DatabaseProxy } from '../../support/database-proxy.js';
import { acknowledging, answerTo, type Asked, tokensOf } from '../../support/match-answers.js';
import { program } from '../../support/program-intakes.js';
import { WholeService } from '../../support/whole-service.js';

const OVERDOSE: Asked = { assessment: { risks: { 'od.not_waking': true } } };
const SEIZURE: Asked = { assessment: { risks: { 'use.alcohol_daily': true, 'wd.past_seizure': true } } };
const BOTH: Asked = {
  assessment: { risks: { ...OVERDOSE.assessment!.risks, ...SEIZURE.assessment!.risks } },
};

let service: WholeService;
beforeAll(async () => {
  service = await WholeService.open();
  await service.store('survey', [program('Clinic', { conditions: { yes: ['any'] } })]);
});
afterAll(() => service.close());

const withTokens = (asked: Asked, acknowledged: string[]): Asked => ({
  ...asked,
  assessment: { ...asked.assessment, acknowledged },
});
const heldIn = async (asked: Asked) => (await answerTo(service, asked)).held?.acknowledge ?? null;
const tokensFor = async (asked: Asked) => tokensOf((await answerTo(service, asked)).safety);

describe('a message that holds the list', () => {
  it('is acknowledged by its token, which every answer has that contains the message', async () => {
    const { safety } = await answerTo(service, BOTH);
    const holding = safety.filter(({ token }) => token !== null);
    expect(await heldIn(BOTH)).toEqual(holding.map(({ id }) => id));
    expect(holding.map(({ id }) => id)).toEqual(expect.arrayContaining(['SF-OD', 'clinician-message']));

    const assessed = await service.post('/v1/assessments', BOTH);
    expect(tokensOf((assessed.body as AssessmentAnswer).safety)).toEqual(tokensOf(safety));
    expect(await heldIn(withTokens(BOTH, tokensOf(safety)))).toBeNull();
  });

  it('stays held while the token of another is missing', async () => {
    const tokens = await tokensFor(OVERDOSE);
    const held = (await heldIn(BOTH))!;
    expect(await heldIn(withTokens(BOTH, tokens))).toEqual(held.filter((id) => id !== 'SF-OD'));
    expect(await heldIn(withTokens(SEIZURE, tokens))).toEqual(['clinician-message']);
  });

  it('has one token for every client, in every language, and in the same request the same bytes', async () => {
    const tokens = await tokensFor(OVERDOSE);
    const other: Asked = { client: { age: 71, languages: ['es'] }, ...BOTH };
    const spanish = await service.post('/v1/matches', other).set('accept-language', 'es');
    expect(tokensOf(spanish.body.safety as { token: string | null }[])).toEqual(
      expect.arrayContaining(tokens),
    );
    const [one, two] = [await service.match(BOTH), await service.match(BOTH)];
    expect(one.text).toBe(two.text);
  });

  it('has its token only where it is an emergency: about a loved one, and not about the family member', async () => {
    const family: Asked = {
      client: { role: 'family' },
      assessment: {
        responses: [{ instrument: 'phq-9', answers: { phq9: 3 } }],
        risks: { 'suicide.attempt_now': true },
      },
    };
    const { safety } = await answerTo(service, family);
    expect(safety.map(({ id, subject, level, token }) => [id, subject, level, token !== null])).toEqual([
      ['SF-SUI', 'loved_one', 'emergency', true],
      ['SF-SUI', 'self', 'high', false],
    ]);
    expect(await heldIn(family)).toEqual(['SF-SUI']);
    const shown = await answerTo(service, await acknowledging(service, family));
    expect([shown.held, shown.safety.map(({ acknowledged }) => acknowledged)]).toEqual([null, [true, false]]);
  });

  it('may be acknowledged twice, as by a site that keeps the token of every answer', async () => {
    const tokens = await tokensFor(BOTH);
    expect(await heldIn(withTokens(BOTH, [...tokens, ...tokens]))).toBeNull();
  });

  it('is not acknowledged by its id, nor by what is no token', async () => {
    const token = (await tokensFor(OVERDOSE))[0]!;
    const given = [
      'SF-OD',
      'clinician-message',
      token.slice(0, -1),
      `${token}=`,
      `Shown_${token.slice(6)}`,
      '',
    ];
    for (const path of ['/v1/assessments', '/v1/matches', '/v1/matches/why-not', '/v1/matches/compare']) {
      const { status, body } = await service.post(path, withTokens(OVERDOSE, given));
      const errors = (body as { errors: { pointer: string; message: string }[] }).errors.filter(
        ({ pointer }) => pointer.startsWith('/assessment/'),
      );
      expect([status, errors.map(({ pointer }) => pointer)]).toEqual([
        400,
        given.map((_one, at) => `/assessment/acknowledged/${at}`),
      ]);
      expect(errors[0]!.message).toBe(
        'is not a token of a safety message; give the token of the message as it was answered (shown_ and 22 characters), not its id',
      );
    }
  });

  it('stays held for a token that nobody was given, without an error', async () => {
    expect(await heldIn(withTokens(OVERDOSE, ['shown_0000000000000000000000']))).toEqual(['SF-OD']);
  });

  it('is acknowledged in one process by the token of another, also without the database', async () => {
    const proxy = await DatabaseProxy.beforeDatabase(service.connection);
    const neighbor = await service.neighbor(proxy.connection);
    try {
      const { body } = await neighbor.post('/v1/matches', BOTH);
      const there = withTokens(BOTH, tokensOf((body as MatchAnswer).safety));
      const here = await acknowledging(service, BOTH);
      expect(there).toEqual(here);
      expect(await heldIn(there)).toBeNull();
      proxy.cut();
      const cutOff = (await neighbor.post('/v1/matches', here)).body as MatchAnswer;
      expect([cutOff.ranking.stale, cutOff.held]).toEqual([true, null]);
    } finally {
      proxy.restore();
      await neighbor.close();
      await proxy.close();
    }
  });
});

describe('a token', () => {
  let clock: Clock;
  beforeEach(() => {
    clock = install({ toFake: ['Date'], now: new Date('2026-12-30T23:59:00Z') });
  });
  afterEach(() => clock.uninstall());

  it('works on its day and the next, and on no later one, when the message has a new one', async () => {
    const acknowledged = await acknowledging(service, OVERDOSE);
    clock.setSystemTime(new Date('2026-12-31T23:59:00Z'));
    expect(await heldIn(acknowledged)).toBeNull();
    const next = await acknowledging(service, OVERDOSE);
    expect(next).not.toEqual(acknowledged);

    clock.setSystemTime(new Date('2027-01-01T00:00:00Z'));
    const late = await answerTo(service, acknowledged);
    expect(late.held!.acknowledge).toEqual(['SF-OD']);
    expect(late.safety).toMatchObject([{ id: 'SF-OD', acknowledged: false }]);
    expect(await heldIn(next)).toBeNull();
    expect(await heldIn(withTokens(OVERDOSE, tokensOf(late.safety)))).toBeNull();
  });
});
