import type { Expression } from './expression.js';
import type { LevelOfCareRule, RuleEffect } from './level-of-care-rule.js';
import { confidenceOf, recommendLevelOfCare } from './recommend-level-of-care.js';

const yes = (input: string): Expression => ({ kind: 'comparison', input, operator: '==', value: true });
/** A rule that fires if the input of the same name is true. */
const rule = (
  id: string,
  stage: LevelOfCareRule['stage'],
  effect: RuleEffect,
  when = yes(id),
): LevelOfCareRule => ({
  id,
  stage,
  effect,
  when,
  reason: { en: `because of ${id}`, es: `a causa de ${id}` },
  source: '',
  verified: 'convention',
});

const LEAVE = { en: 'leave', es: 'permiso' };
const RULES: readonly LevelOfCareRule[] = [
  rule('stop', 0, { noLevel: true, stop: true }),
  rule('refuse', 0, { noLevel: true }),
  rule('ambulatory', 1, { floor: 'op-med', clinicianRequired: true }),
  rule('complicated', 1, { floorAny: ['res-med', 'hosp'], holdCardsUntil: 'clinician-message' }),
  rule('illness', 2, { needs: ['co-occurring-capable'], ask: ['pulse'] }),
  rule('mild', 3, { base: 'op', offers: ['cbt'] }),
  rule('short', 3, { baseRange: ['op', 'iop'] }),
  rule('severe', 3, { base: 'iop', offers: ['cbt', 'medication'] }),
  rule('house', 3, { base: 'res-low' }),
  rule('stable', 3, { rangeMin: 'op' }),
  rule('tried', 4, { step: 1, orChangeOfApproach: true }),
  rule('worse', 4, { step: 2 }),
  rule('support', 4, { stepDown: 1 }),
  rule('job', 5, { hardFilter: ['evening'], says: [LEAVE] }),
  rule('duties', 5, { says: [{ ...LEAVE }] }),
];
const rules = { version: 'sample 1', disclaimer: { en: '', es: '' }, rules: RULES };
/** Every input is no, except those named. */
const read = (...fired: string[]) =>
  recommendLevelOfCare(rules, Object.fromEntries(RULES.map(({ id }) => [id, fired.includes(id)])));

describe('a provisional level of care', () => {
  it.each<[string, string[], readonly [string, string] | null]>([
    ['none where nothing speaks for one', [], null],
    ['the base from severity', ['mild'], ['op', 'op']],
    ['the highest base of several', ['mild', 'severe'], ['iop', 'iop']],
    ['a range from a short screen alone', ['short'], ['op', 'iop']],
    ['the floor, where it lies above the base', ['mild', 'ambulatory'], ['op-med', 'op-med']],
    ['the base, where it lies above the floor', ['severe', 'ambulatory'], ['iop', 'iop']],
    ['the members of a floor that a clinician chooses among', ['complicated'], ['res-med', 'hosp']],
    ['a wider range, where less is allowed', ['severe', 'stable'], ['op', 'iop']],
    ['never less than the floor for all that', ['severe', 'stable', 'ambulatory'], ['op-med', 'iop']],
    [
      'a step up at the upper end alone, where another approach may replace it',
      ['mild', 'tried'],
      ['op', 'op-med'],
    ],
    ['two steps up at most', ['mild', 'worse', 'tried'], ['iop', 'iop']],
    ['steps no further than high-intensity residential care', ['house', 'worse'], ['res-high', 'res-high']],
    ['a step down at the lower end', ['severe', 'support'], ['op-med', 'iop']],
    ['no step below outpatient care', ['mild', 'support'], ['op', 'op']],
    ['what work asks for, without moving', ['mild', 'job'], ['op', 'op']],
  ])('is %s', (_what, fired, level) => {
    expect(read(...fired).level).toEqual(level);
  });

  it('is not given once a rule refuses, but the floor is still reported', () => {
    const { level, refusals, floor } = read('refuse', 'severe', 'complicated');
    expect([level, refusals.map(({ id }) => id), floor]).toEqual([null, ['refuse'], 'res-med']);
  });

  it('is not given after a stop, which takes nothing else away', () => {
    const { level, wouldProbablyFit, fired, floors, stopped } = read('stop', 'complicated', 'severe');
    expect(fired.map(({ rule: { id } }) => id)).toEqual(['stop', 'complicated', 'severe']);
    expect({ level, wouldProbablyFit, floors, stopped }).toEqual({
      level: null,
      wouldProbablyFit: null,
      floors: read('complicated').floors,
      stopped: true,
    });
  });

  it('of a person who is absent is only what would probably fit', () => {
    const { level, wouldProbablyFit } = recommendLevelOfCare(rules, { severe: true }, 'loved_one');
    expect([level, wouldProbablyFit]).toEqual([null, ['iop', 'iop']]);
  });

  it('gathers each code once, in the order of the rules', () => {
    expect(read('mild', 'severe').offers).toEqual(['cbt', 'medication']);
    expect(read('illness').overlays).toEqual(['co-occurring']);
    expect(read('job', 'duties')).toMatchObject({ hardFilter: ['evening'], says: [LEAVE] });
  });

  it('reports each rule that fired with the answers it used', () => {
    expect(read('mild').fired).toEqual([{ rule: RULES[5], inputs: { mild: true } }]);
  });

  it('lists as missing what could still change a floor, a need or a refusal, and nothing of later stages', () => {
    const { missing } = recommendLevelOfCare(rules, { stop: false, refuse: false, illness: true });
    expect(missing).toEqual(['pulse', 'ambulatory', 'complicated']);
  });

  it('fires an open rule where one asks what a yes would change', () => {
    const forced = recommendLevelOfCare(rules, { mild: true }, 'self', new Set(['complicated', 'severe']));
    expect(forced.floor).toBe('res-med');
    expect(recommendLevelOfCare(rules, { mild: true }).floor).toBeNull();
  });

  it('is of medium confidence at best: graded, with nothing missing', () => {
    expect(confidenceOf({ 'sev.graded': true }, [])).toBe('medium');
    expect(confidenceOf({ 'sev.graded': true }, ['age'])).toBe('low');
    expect(confidenceOf({}, [])).toBe('low');
  });
});
