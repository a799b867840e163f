import { CONDITIONS } from '../../core/vocabulary/conditions.js';
import { canonicalTag, languageOf } from '../../core/vocabulary/language-tags.js';
import { evidenceStrength } from '../../core/evidence/strength.js';
import type { EvidencePurpose } from '../../core/evidence/evidence-policy.js';
import { type Candidate, stance, yes } from '../../core/matching/candidate.js';
import { deliveryOf } from '../../core/matching/rules/delivery.js';
import { lowestWeeklyPrice, wordsOfProgram } from '../../directory/search-terms.js';
import type { RememberedProgram } from '../../directory/memory/directory-memory.js';
import type { ProgramSummary } from '../../directory/program-summary.dto.js';
import type { DirectorySnapshot } from './directory-snapshot.js';

/** A row of the index as the search of programs has it in the database. */
export function rememberedProgram(snapshot: DirectorySnapshot, row: number): RememberedProgram {
  const { index, shown, registry, policy } = snapshot;
  const candidate = index.columns.candidateAt(row);
  const { program } = shown.at(row);
  const approaches = program.approaches.flatMap((code) => registry.get(code) ?? []);
  return {
    id: program.id,
    name: program.name.toLowerCase(),
    text: ` ${wordsOfProgram({
      ...program,
      ...program.location,
      organization: program.organization.name,
      medications: medicationsOf(program),
      approachNames: approaches.map(({ name }) => name),
      populations: yes(candidate, 'populations'),
    })} `,
    tags: new Set([
      ...tags('level', program.levelsOfCare),
      ...tags('modality', program.modalities),
      ...tags('payer', program.payers),
      ...(candidate.slidingFee === true ? ['payer:sliding-fee'] : []),
      ...tags('medication', medicationsOf(program)),
      ...tags(
        'approach',
        approaches.map(({ code }) => code),
      ),
      ...tags('condition', conditionsOf(candidate)),
      ...tags('population', yes(candidate, 'populations')),
      ...tags(
        'language',
        yes(candidate, 'languages').map((tag) => languageOf(canonicalTag(tag) ?? tag)),
      ),
    ]),
    state: program.location.state,
    reaches: new Set(yes(candidate, 'telehealthStates')),
    place: candidate.place,
    lowestWeeklyPrice: lowestWeeklyPrice(program.payers, candidate.prices) ?? undefined,
    strength: (purpose) => strengthOf(candidate, purpose as EvidencePurpose, registry, policy),
    summary: () => shown.at(row).program,
  };
}

function tags(facet: string, codes: readonly string[]): string[] {
  return codes.map((code) => `${facet}:${code}`);
}

function medicationsOf({ medications: { starts, continues } }: ProgramSummary): string[] {
  return [...starts, ...continues];
}

function conditionsOf(candidate: Candidate): string[] {
  return CONDITIONS.filter((condition) => {
    const own = stance(candidate, 'conditions', condition);
    if (own !== 'unknown') return own === 'yes';
    return condition !== 'nicotine' && stance(candidate, 'conditions', 'any') === 'yes';
  });
}

/** As the search order has it: the age of a claim does not count. */
function strengthOf(
  candidate: Candidate,
  purpose: EvidencePurpose,
  registry: DirectorySnapshot['registry'],
  { evidence }: DirectorySnapshot['policy'],
): number {
  const stated = deliveryOf(candidate);
  const fresh = <Claim extends object>(claim: Claim) => ({ ...claim, stale: false });
  const delivery = { ...stated, claims: stated.claims.map(fresh), access: stated.access.map(fresh) };
  return Math.round(evidenceStrength(delivery, purpose, undefined, registry, evidence).value * 1e6) / 1e6;
}
