import type { EvidencePurpose } from '../evidence/evidence-policy.js';
import type { AccessWay } from '../vocabulary/medication-access.js';
import type { MatchingPolicy } from './policy.js';
import type { ComponentShare, SignShare, SignState } from './rules/criterion.js';

/**
 * How far the essentials of good care are reported, in bands instead of decimals (clinical/quality-signs.md §7). A band
 * comes from what is reported and what that rests on, never from the rank.
 */
export const EVIDENCE_BANDS = ['strong', 'good', 'partly', 'little-reported', 'none'] as const;
export type EvidenceBand = (typeof EVIDENCE_BANDS)[number];

/** One essential of good care: a component of evidence, or a sign of quality. */
export interface Essential {
  readonly code: string;
  readonly state: SignState;
  /** Somebody other than the program itself has confirmed what is reported. */
  readonly confirmed: boolean;
}

/** What a program reports of the essentials of good care for one purpose. */
export interface EvidenceSummary {
  readonly purpose: EvidencePurpose;
  readonly band: EvidenceBand;
  /** First the one without which there is little care. */
  readonly essentials: readonly Essential[];
  /** How people get medication, where that is an essential and anything is reported of it. */
  readonly way?: AccessWay;
}

/** Medication that comes from elsewhere, or has to be brought, is a part of it. */
const STARTED_BY_PROGRAM: readonly AccessWay[] = ['here', 'prescribed'];

/**
 * One summary for each purpose that evidence was measured for, in that order. The policy says what is essential; for a
 * purpose without essentials its components are, the heaviest first.
 */
export function evidenceSummaries(
  components: readonly ComponentShare[],
  signs: readonly SignShare[],
  { evidence }: Pick<MatchingPolicy, 'evidence'>,
): EvidenceSummary[] {
  const purposes = [...new Set(components.map(({ purpose }) => purpose))];
  return purposes.map((purpose) => {
    const own = components.filter((each) => each.purpose === purpose);
    const codes =
      evidence.essentials[purpose] ??
      own.toSorted((a, b) => b.weight - a.weight).map(({ component }) => component);
    const essentials = codes.flatMap((code) => {
      const component = own.find((each) => each.component === code);
      const sign = signs.find((each) => each.sign === code);
      return component ? [ofComponent(component)] : sign ? [ofSign(sign)] : [];
    });
    const way = own.find((each) => each.way !== undefined && codes.includes(each.component))?.way;
    return { purpose, band: bandOf(essentials, way), essentials, ...(way && { way }) };
  });
}

function ofComponent({ component, absence, way, provenance }: ComponentShare): Essential {
  const isStarted = way === undefined || STARTED_BY_PROGRAM.includes(way);
  return {
    code: component,
    state: absence ?? (isStarted ? 'reported' : 'partly'),
    confirmed: isConfirmed(provenance),
  };
}

function ofSign({ sign, state, provenance }: SignShare): Essential {
  return { code: sign, state, confirmed: isConfirmed(provenance) };
}

/** An attested fact is still the program's own word. */
function isConfirmed(provenance: ComponentShare['provenance']): boolean {
  return provenance === 'verified' || provenance === 'confirmed';
}

function bandOf(essentials: readonly Essential[], way: AccessWay | undefined): EvidenceBand {
  const [first] = essentials;
  const reported = essentials.filter(({ state }) => state === 'reported');
  if (first?.state === 'reported') {
    if (first.confirmed && (way ?? 'here') === 'here') return 'strong';
    if (2 * reported.length >= essentials.length) return 'good';
  }
  if (reported.length > 0 || essentials.some(({ state }) => state === 'partly')) return 'partly';
  return essentials.every(({ state }) => state === 'declined') ? 'none' : 'little-reported';
}
