import type { Candidate, KnownList } from '../../src/core/matching/candidate.js';
import { candidateWith, storedFacts } from '../../src/core/matching/index/stored-facts.js';
import type { Need } from '../../src/core/matching/need.js';
import {
  cachedNeed,
  type CandidateFact,
  factsIn,
  type FactsRead,
  needWith,
  type Reads,
  unionOf,
} from '../../src/core/matching/rules/reads.js';
import type { Verdict } from '../../src/core/matching/verdict.js';

/** Something that declares what it reads of a candidate and of a need. */
export interface DeclaredRule {
  /** As it is named in messages. */
  readonly name: string;
  readonly reads: Reads;
  readonly judge: (need: Need, candidate: Candidate) => unknown;
}

const EVERY = 'everything';

/** What was read: the codes of each fact, the fields of the need. `everything` means all of them. */
class RecordedReads {
  readonly facts = new Map<string, Set<string>>();
  readonly fields = new Set<string>();

  fact(fact: string, code?: string): void {
    const codes = this.facts.get(fact) ?? new Set();
    this.facts.set(fact, codes);
    if (code !== undefined) codes.add(code);
  }

  /** The candidate, recorded as it is read. */
  candidate(candidate: Candidate): Candidate {
    const lists = recording(candidate.lists, (fact) => this.fact(fact), {
      get: (list, fact) => {
        if (!list) return list;
        const codes = this.codes((list as KnownList).codes, fact);
        return { ...(list as KnownList), codes };
      },
    });
    return recording(candidate, (fact) => fact === 'lists' || this.fact(fact), {
      get: (value, fact) => {
        if (fact === 'lists') return lists;
        return fact === 'medications' ? this.codes(value as object, fact) : value;
      },
    });
  }

  /** The need, recorded as it is read. */
  need(need: Need): Need {
    return recording(need, (field) => this.fields.add(field));
  }

  private codes<T extends object>(codes: T, fact: string): T {
    return recording(codes, (code) => this.fact(fact, code));
  }
}

/** An object that reports the names of the properties that are read, or `everything` if all of them are listed. */
function recording<T extends object>(
  target: T,
  read: (name: string) => void,
  { get = (value: unknown, _name: string): unknown => value } = {},
): T {
  return new Proxy(target, {
    get(_, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof name === 'symbol') return value;
      read(name);
      return get(value, name);
    },
    has(_, name) {
      if (typeof name === 'string') read(name);
      return Reflect.has(target, name);
    },
    ownKeys() {
      read(EVERY);
      return Reflect.ownKeys(target);
    },
  });
}

/** Candidates that each need is tested with: not all, but different ones for each need. */
const PER_NEED = 12;

/**
 * Judges candidates for needs, and reports what a rule reads without declaring it, and what it declares but never
 * reads.
 */
export function readingFaults(
  { name, reads, judge }: DeclaredRule,
  needs: readonly Need[],
  candidates: readonly Candidate[],
): string[] {
  const faults = new Set<string>();
  const seen = new RecordedReads();
  for (const [i, need] of needs.entries()) {
    const facts = factsReadFor(reads, need);
    for (let j = 0; j < PER_NEED; j++) {
      const candidate = candidates[(i * PER_NEED + j) % candidates.length]!;
      const recorded = new RecordedReads();
      const answer = written(judge(recorded.need(need), recorded.candidate(candidate)));
      for (const fault of undeclared(recorded, facts, reads)) faults.add(`${name} reads ${fault}.`);
      for (const [fact, codes] of recorded.facts)
        for (const code of [undefined, ...codes]) seen.fact(fact, code);
      for (const field of recorded.fields) seen.fields.add(field);

      for (const fact of misread(facts, candidate, answer, (part) => judge(need, part)))
        faults.add(`${name} answers otherwise from all of ${fact} than from the part that it declares.`);
      const cached = cachedNeed(reads, need);
      if (cached && written(judge(needWith(cached), candidate)) !== answer)
        faults.add(`${name} answers otherwise for a need than for what its results are cached under.`);
      const alike = reads.alike?.(need);
      if (alike && outcomes(judge(needWith(alike), candidate)) !== outcomes(judge(need, candidate)))
        faults.add(`${name} comes to another outcome for a need than for the one that it calls alike.`);
    }
  }
  for (const declared of neverRead(reads, seen))
    faults.add(`${name} declares ${declared}, and never reads it.`);
  return [...faults];
}

/** The outcomes of the verdicts of each track, without their words. */
function outcomes(judged: unknown): string {
  return JSON.stringify((judged as readonly (Verdict | undefined)[]).map((verdict) => verdict?.verdict));
}

function factsReadFor({ facts, comparing }: Reads, need: Need): FactsRead {
  return comparing?.appliesTo(need) ? unionOf(facts, comparing.facts) : facts;
}

function undeclared({ facts: read, fields }: RecordedReads, facts: FactsRead, { need }: Reads): string[] {
  const found: string[] = [];
  for (const [fact, codes] of read) {
    const extent = facts[fact as CandidateFact];
    if (extent === undefined) found.push(`the fact ${fact}, which its reads.facts do not declare`);
    else if (Array.isArray(extent))
      for (const code of codes)
        if (!extent.includes(code))
          found.push(
            code === EVERY
              ? `every code of ${fact}, of which its reads.facts declare ${extent.join(', ')}`
              : `the code ${code} of ${fact}, which its reads.facts do not declare`,
          );
  }
  if (need !== 'everything')
    for (const field of fields)
      if (!(need as readonly string[]).includes(field))
        found.push(`the field ${field} of the need, which its reads.need does not declare`);
  return found;
}

/** The facts of which a rule needs more than it declares: with all of one of them the result is correct. */
function misread(
  facts: FactsRead,
  candidate: Candidate,
  answer: string,
  judge: (part: Candidate) => unknown,
): string[] {
  const judgedFrom = (declared: FactsRead) => written(judge(partOf(candidate, declared)));
  if (judgedFrom(facts) === answer) return [];
  const narrowed = factsIn(facts).filter((fact) => facts[fact] !== true);
  const culprits = narrowed.filter((fact) => judgedFrom({ ...facts, [fact]: true }) === answer);
  return culprits.length > 0 ? culprits : narrowed;
}

/** A candidate with these facts, as much of each as is read; all others are unknown. */
export function partOf(candidate: Candidate, facts: FactsRead): Candidate {
  const { id, organizationId, state, place } = candidate;
  return candidateWith([storedFacts(candidate, facts)], {
    id: facts.id ? id : '',
    organizationId: facts.organizationId ? organizationId : '',
    state: facts.state ? state : '',
    ...(facts.place && place ? { place } : {}),
  });
}

function neverRead({ facts, need, comparing }: Reads, seen: RecordedReads): string[] {
  const declared = unionOf(facts, comparing?.facts ?? {});
  const missing: string[] = [];
  for (const fact of factsIn(declared)) {
    const [codes, extent] = [seen.facts.get(fact), declared[fact]];
    if (!codes) missing.push(`the fact ${fact}`);
    // For claims, it is not recorded which of them a rule looks for.
    else if (Array.isArray(extent) && fact !== 'claims' && fact !== 'declinedApproaches')
      for (const code of extent)
        if (!codes.has(code) && !codes.has(EVERY)) missing.push(`the code ${code} of ${fact}`);
  }
  const fields = need === 'everything' ? [] : need.filter((field) => !seen.fields.has(field));
  return [...missing, ...fields.map((field) => `the field ${field} of the need`)];
}

function written(answer: unknown): string {
  return JSON.stringify(answer) ?? 'nothing';
}
