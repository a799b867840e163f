import { currentPolicy } from '../../evidence/policy-files.js';
import type { Standing } from '../directory/source-record.js';
import { summaryInWords } from '../language/evidence-summary/summary.js';
import { evidenceSummaries } from './evidence-summary.js';
import type { ComponentShare, SignShare, SignState } from './rules/criterion.js';

const policy = currentPolicy();
type Found = 'declined' | 'not-listed' | 'not-reported' | Standing;
const isAbsence = (found: Found) =>
  found === 'declined' || found === 'not-listed' || found === 'not-reported';

const component = (code: string, found: Found, of: Partial<ComponentShare> = {}): ComponentShare => ({
  purpose: 'opioid',
  component: code,
  weight: 0.5,
  value: 0.5,
  ratings: [],
  citations: [],
  declined: found === 'declined',
  ...(isAbsence(found) ? { absence: found } : { provenance: found }),
  ...of,
});
const sign = (code: SignShare['sign'], state: SignState, provenance?: Standing): SignShare => ({
  sign: code,
  weight: 0.5,
  value: 0.5,
  state,
  ...(provenance && { provenance }),
});
const opioid = (components: readonly ComponentShare[], signs: readonly SignShare[]) =>
  evidenceSummaries(components, signs, policy)[0]!;

const ALL = {
  components: [
    component('medication', 'self-reported', { way: 'here' }),
    component('psychosocial', 'not-reported'),
    component('overdose-prevention', 'self-reported'),
  ],
  signs: [
    sign('choice-of-medication', 'reported', 'self-reported'),
    sign('infection-tests', 'reported', 'self-reported'),
    sign('outside-inspection', 'not-reported'),
  ],
};
const medication = (found: Found, way?: ComponentShare['way']) => [
  component('medication', found, way && { way }),
  ...ALL.components.slice(1),
];

describe('the summary of the evidence of a program', () => {
  it('counts what the policy calls essential, and nothing else', () => {
    const summary = opioid(ALL.components, ALL.signs);
    expect(summary.essentials.map(({ code }) => code)).toEqual([
      'medication',
      'choice-of-medication',
      'overdose-prevention',
      'infection-tests',
    ]);
    expect(summaryInWords(summary, 'en')).toEqual({
      label: 'Good, by its own word',
      says: 'It reports 4 of 4 essentials for problems with opioids. It starts medicine on site. Not verified.',
    });
    expect(summaryInWords(summary, 'es')).toEqual({
      label: 'Bueno, según dice',
      says: 'Informa 4 de 4 puntos esenciales para problemas con opioides. Inicia el tratamiento con medicinas allí mismo. Sin verificar.',
    });
  });

  it('says three kinds of absence in three ways, whatever the band', () => {
    const summary = opioid(
      [
        component('medication', 'verified', { way: 'here' }),
        component('overdose-prevention', 'not-reported'),
      ],
      [sign('choice-of-medication', 'declined'), sign('infection-tests', 'not-listed')],
    );
    expect(summary.band).toBe('strong');
    expect(summaryInWords(summary, 'en').label).toBe('Strong, and confirmed; some is not reported');
    expect(summaryInWords(summary, 'es').label).toBe('Sólido, y confirmado; algo no se informa');
    expect(summaryInWords(summary, 'en').says).toBe(
      'It reports 1 of 4 essentials for problems with opioids. It starts medicine on site. ' +
        'Not reported: help to prevent an overdose. Left out of its list: tests for hepatitis C and HIV. ' +
        'It says no to: a choice of medicines. Someone else has checked this.',
    );
    expect(summaryInWords(summary, 'es').says).toBe(
      'Informa 1 de 4 puntos esenciales para problemas con opioides. Inicia el tratamiento con medicinas allí mismo. ' +
        'No se informa: ayuda contra la sobredosis. No está en su lista: pruebas de hepatitis C y VIH. ' +
        'Dice que no: varias medicinas para elegir. Otra persona lo ha comprobado.',
    );
  });

  it.each([
    ['strong', medication('verified', 'here')],
    ['strong', medication('confirmed', 'here')],
    ['good', medication('attested', 'here')],
    ['good', medication('verified', 'prescribed')],
    ['partly', medication('verified', 'in-network')],
    ['partly', medication('self-reported', 'accepted')],
    ['partly', medication('not-reported')],
    ['partly', medication('declined')],
  ] as const)('is %s by what matters most', (band, components) => {
    expect(opioid(components, ALL.signs).band).toBe(band);
  });

  it('is not good for what matters most alone', () => {
    expect(opioid([ALL.components[0]!, component('overdose-prevention', 'not-reported')], []).band).toBe(
      'good',
    );
    const others = [sign('choice-of-medication', 'partly'), sign('infection-tests', 'not-reported')];
    const few = opioid([ALL.components[0]!, component('overdose-prevention', 'not-reported')], others);
    expect(few.band).toBe('partly');
    expect(summaryInWords(few, 'en').says).toContain('In part: a choice of medicines.');
  });

  it('is none only if the program says no to all; what is not known is never none', () => {
    const nothing = (found: 'declined' | 'not-listed' | 'not-reported') =>
      opioid(
        [component('medication', 'declined'), component('overdose-prevention', 'declined')],
        [sign('choice-of-medication', 'declined'), sign('infection-tests', found)],
      );
    expect(nothing('declined').band).toBe('none');
    expect(nothing('not-listed').band).toBe('little-reported');
    expect(nothing('not-reported').band).toBe('little-reported');
    // Nothing is reported, so that there is nothing to verify.
    expect(summaryInWords(nothing('declined'), 'en').says).toMatch(/ 0 of 4 .*\. It says no to: [^.]*\.$/);
  });

  it('says which part somebody else has checked', () => {
    const [first, ...rest] = ALL.components;
    const summary = opioid([{ ...first!, provenance: 'confirmed' }, ...rest], ALL.signs);
    expect(summaryInWords(summary, 'en').says).toMatch(
      /Someone else has checked: medicine\. The rest is not verified\.$/,
    );
    expect(summaryInWords(summary, 'es').says).toMatch(
      /ha comprobado: medicinas\. Lo demás está sin verificar\.$/,
    );
  });

  it('is there for each problem, by its components where the policy names no essentials', () => {
    const summaries = evidenceSummaries(
      [
        component('medication', 'self-reported', { way: 'here' }),
        component('contingency-management', 'not-listed', { purpose: 'cannabis', weight: 0.1 }),
        component('psychosocial', 'self-reported', { purpose: 'cannabis', weight: 0.4 }),
      ],
      ALL.signs,
      policy,
    );
    expect(summaries.map(({ purpose }) => purpose)).toEqual(['opioid', 'cannabis']);
    expect(summaries[1]!.essentials.map(({ code }) => code)).toEqual([
      'psychosocial',
      'contingency-management',
    ]);
    expect(summaries[1]!.way).toBeUndefined();
  });
});
