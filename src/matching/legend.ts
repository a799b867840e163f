import type { EvidencePurpose } from '../core/evidence/evidence-policy.js';
import type { ComponentShare } from '../core/matching/rules/criterion.js';
import type { EvidenceLegend, LinesLegend, ObserveLegend } from './legend.dto.js';
import type { Contribution } from '../core/matching/score.js';

/** A component that an approach earned. */
type Earned = ComponentShare & Required<Pick<ComponentShare, 'approach' | 'name' | 'badge' | 'reviewed'>>;

/** What is the same for many lines, from what ranked them. @param today YYYY-MM-DD */
export function toLinesLegend(
  lines: readonly { readonly criteria: readonly Contribution[] }[],
  today: string,
): LinesLegend {
  const entries = new EvidenceEntries();
  for (const { criteria } of lines)
    for (const { components = [] } of criteria) for (const each of components) entries.add(each);
  return { evidence: entries.all, observe: observeLegend(today) };
}

/**
 * Entries in the order of the lines. What the registry says depends on the approach, the purpose and the client's goal:
 * within one answer, on the first two.
 */
class EvidenceEntries {
  readonly all: EvidenceLegend[] = [];
  private readonly known = new Map<EvidencePurpose, Set<string>>();

  add(component: ComponentShare): void {
    if (!isEarned(component)) return;
    const { purpose, approach, name, badge, reviewedBy, reviewed, ratings } = component;
    let ofPurpose = this.known.get(purpose);
    if (!ofPurpose) this.known.set(purpose, (ofPurpose = new Set()));
    if (ofPurpose.has(approach)) return;
    ofPurpose.add(approach);
    this.all.push({
      purpose,
      approach,
      name,
      badge,
      ...(reviewedBy === undefined ? {} : { reviewedBy }),
      reviewed,
      ratings,
    });
  }
}

function isEarned(component: ComponentShare): component is Earned {
  return component.approach !== undefined;
}

export function observeLegend(today: string): ObserveLegend {
  return {
    href: '/v1/programs/{id}/observations',
    format: '/v1/facts',
    body: { value: null, how: 'call', learnedOn: today },
  };
}
