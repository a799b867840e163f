import { acknowledging, answerTo, type Asked, trackOf } from '../../support/match-answers.js';
import { program } from '../../support/program-intakes.js';
import { WholeService } from '../../support/whole-service.js';

let service: WholeService;
beforeAll(async () => {
  service = await WholeService.open();
  await service.store('survey', [
    program('Evening Clinic', { conditions: { yes: ['any'] }, levelsOfCare: { yes: ['op'] } }),
    program('Long House', { conditions: { yes: ['any'] }, levelsOfCare: { yes: ['res-high'] } }),
    program('Family Hours', { services: { yes: ['family-counseling'] }, languages: { yes: ['en'] } }),
    program('Craft Center', { approaches: { yes: ['craft'] } }),
    program('Invitation Office', { approaches: { yes: ['arise'] } }),
  ]);
});
afterAll(() => service.close());

const names = (matches: readonly { program: { name: string } }[]) => matches.map((one) => one.program.name);
const AUDIT_16: Asked = { client: { age: 35 }, assessment: { scores: [{ instrument: 'audit', score: 16 }] } };

describe('a match with answers', () => {
  it('shows how it read them, and ranks by the provisional level', async () => {
    const answer = await answerTo(service, AUDIT_16);
    expect(answer.assessment).toMatchObject({
      conditions: [{ condition: 'alcohol', severity: 'moderate', basis: 'screen', instruments: ['audit'] }],
      levelOfCare: { level: ['op', 'op'], rulesVersion: 'loc-rules 0.5' },
      screens: [{ instrument: 'audit', scales: [{ value: 16, band: { code: 'zone-3' } }] }],
      levelsOfCare: ['op'],
    });
    expect(answer.notAsked!.map(({ flag }) => flag)).toContain('SF-SUI');
    const treatment = trackOf(answer, 'treatment');
    expect(names(treatment.matches)).toContain('Evening Clinic');
    expect(names(treatment.matches)).not.toContain('Long House');
  });

  it('lets the levels of a clinician replace ours, with our floors still shown', async () => {
    const answer = await answerTo(service, {
      ...AUDIT_16,
      assessment: { ...AUDIT_16.assessment, levelsOfCare: ['res-high'] },
    });
    expect(answer.assessment.levelOfCare.level).toEqual(['op', 'op']);
    expect(answer.assessment.levelsOfCare).toEqual(['res-high']);
    expect(names(trackOf(answer, 'treatment').matches)).toContain('Long House');
  });

  it('holds the list in an emergency until the message is acknowledged, and keeps the banner after', async () => {
    const emergency: Asked = { assessment: { risks: { 'od.not_waking': true } } };
    const held = await answerTo(service, emergency);
    const token = expect.stringMatching(/^shown_/) as string;
    expect(held.safety).toMatchObject([{ id: 'SF-OD', level: 'emergency', token, acknowledged: false }]);
    expect(held.held).toEqual({
      acknowledge: ['SF-OD'],
      why: expect.stringContaining('message comes first'),
    });
    expect(held.tracks).toEqual([]);
    const shown = await answerTo(service, await acknowledging(service, emergency));
    expect(shown.safety).toEqual([{ ...held.safety[0], acknowledged: true }]);
    expect(shown.held).toBeNull();
    expect(shown.tracks.length).toBeGreaterThan(0);
    expect(shown.assessment.levelOfCare).toMatchObject({ level: null, clinicianRequired: true });
  });

  it('holds the list where a clinician has to decide the setting of withdrawal first', async () => {
    const risks = { 'use.alcohol_daily': true, 'wd.past_seizure': true };
    const held = await answerTo(service, { assessment: { risks } });
    expect(held.held!.acknowledge).toEqual(['clinician-message']);
    expect(held.tracks).toEqual([]);
    const shown = await answerTo(service, await acknowledging(service, { assessment: { risks } }));
    expect(shown.assessment.levelFloor).toBe('res-med');
    expect(names(trackOf(shown, 'treatment').matches)).not.toContain('Evening Clinic');
  });

  it('never withholds the list for what is high and not an emergency', async () => {
    const answer = await answerTo(service, {
      assessment: { responses: [{ instrument: 'phq-9', answers: { phq9: 1 } }] },
    });
    expect(answer.safety).toMatchObject([{ id: 'SF-SUI', token: null, acknowledged: false }]);
    expect(answer.held).toBeNull();
    const [first] = trackOf(answer, 'treatment').matches;
    expect(first!.constraints.find(({ code }) => code === 'co_occurring_care')).toMatchObject({
      safety: true,
    });
  });
});

describe('a family member whose loved one refuses', () => {
  const refuses = { instrument: 'cso-checkin', answers: { cso1: 0, cso2: 0, cso3: ['opioids'], cso6: 1 } };
  const family = (changes: object = {}): Asked => ({
    client: { role: 'family' },
    assessment: { responses: [{ ...refuses, answers: { ...refuses.answers, ...changes } }] },
  });

  it('sees CRAFT first, the options of the loved one apart, and what not to do, with ratings and citations', async () => {
    const answer = await answerTo(service, family());
    expect(answer.tracks.map(({ purpose, whenReady }) => [purpose, whenReady])).toEqual([
      ['family_engagement', undefined],
      ['treatment', true],
      ['recovery_support', undefined],
    ]);
    const track = trackOf(answer, 'family_engagement');
    expect(names(track.matches)[0]).toBe('Craft Center');
    expect(track.matches[0]!.warnings).toEqual([]);
    expect(track.resources![0]!.approach!.code).toMatch(/^craft/);
    expect(answer.assessment).toMatchObject({
      levelOfCare: { level: null, route: 'craft-family' },
      family: { violenceCheck: 'safe', lovedOneRefuses: true },
    });
    const guidance = new Map(track.guidance!.map((one) => [one.approach.code, one]));
    expect(guidance.get('craft')!.says).toMatch(/worth offering to a family first/);
    const confrontation = guidance.get('confrontational-counselling')!;
    expect(confrontation.says).toMatch(/not recommended\.$/);
    expect(confrontation.approach.ratings).toMatchObject([{ badge: 'concern', status: 'draft' }]);
    expect(confrontation.approach.citations.length).toBeGreaterThan(0);
    expect(guidance.get('johnson-intervention')!.says).toMatch(/not recommended before CRAFT/);
  });

  it('is sent to telehealth and self-directed CRAFT where no program of it is near', async () => {
    const track = trackOf(
      await answerTo(service, {
        ...family(),
        constraints: { near: { postalCode: '59801' }, maxDistanceKm: 40 },
      }),
      'family_engagement',
    );
    expect(track.matches).toEqual([]);
    expect(track.resources![0]!.approach!.code).toMatch(/^craft/);
    expect(track.resources!.map(({ kind }) => kind)).toContain('self-directed');
  });

  it('is asked about violence before anything that invites the loved one', async () => {
    const { assessment: _none, ...unasked } = family();
    const track = trackOf(await answerTo(service, unasked), 'family_engagement');
    const craft = track.matches.find((one) => one.program.name === 'Craft Center')!;
    expect(craft.warnings).toMatchObject([{ code: 'violence_check_first' }]);
    expect(craft.constraints.find(({ code }) => code === 'safe_to_invite')).toMatchObject({
      verdict: 'unknown',
      safety: true,
      ask: 'Do you see a family member alone first, and ask about violence before anyone is invited?',
    });
    const invites = track.resources!.map(({ approach }) => approach?.code.startsWith('craft') === true);
    expect(invites).toEqual(invites.toSorted((a, b) => Number(a) - Number(b)));
  });

  it('is shown nothing that invites the loved one while someone is afraid', async () => {
    const answer = await answerTo(service, family({ cso2: 1 }));
    expect(answer.safety.map(({ id, subject }) => [id, subject])).toEqual([['SF-VIOL', 'self']]);
    const track = trackOf(answer, 'family_engagement');
    expect(names(track.matches)).toEqual(['Family Hours']);
    const craft = track.guidance!.find(({ approach }) => approach.code === 'craft')!;
    expect(craft.says).toMatch(/not while somebody is hurt or afraid/);
    expect(track.resources!.filter(({ approach }) => approach?.code.startsWith('craft'))).toEqual([]);
  });
});
