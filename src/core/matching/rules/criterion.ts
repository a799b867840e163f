import type { FactKey, Standing } from '../../directory/source-record.js';
import type { Badge } from '../../evidence/badge.js';
import { ABSENCES, type Absence } from '../../evidence/strength.js';
import type { AccessWay } from '../../vocabulary/medication-access.js';
import type { QualitySign } from '../../evidence/quality-signs.js';
import type { EvidencePurpose } from '../../evidence/evidence-policy.js';
import type { Candidate } from '../candidate.js';
import type { CriterionCode, QuestionCode, LineCode } from '../codes.js';
import type { Knowledge } from './constraint.js';
import type { Need } from '../need.js';
import type { MatchingPolicy } from '../policy.js';
import type { ProgramQuestion, Reason, ReasonValue } from '../verdict.js';
import type { Reads } from './reads.js';
import type { Wishes } from './wishes.js';

/** What a program earns on one criterion. */
export interface Judgement {
  /** 0 to 1, unknowns at the policy's value. */
  readonly value: number;
  /** With every unknown at 0 and at 1. */
  readonly range: readonly [number, number];
  /** Share of the criterion that rests on known facts, 0 to 1. */
  readonly known: number;
  readonly reason: Reason;
  /** For evidence: what each component of good care came to, and what earned it. */
  readonly components?: readonly ComponentShare[];
  /** For quality: what each sign came to. */
  readonly signs?: readonly SignShare[];
}

/** What a program reports of a sign; the last three are three kinds of absence. */
export const SIGN_STATES = ['reported', 'partly', ...ABSENCES] as const;
export type SignState = (typeof SIGN_STATES)[number];

/** One sign of quality, with what the program reports of it. */
export interface SignShare {
  readonly sign: QualitySign;
  /** Share of the criterion, 0 to 1. */
  readonly weight: number;
  /** 0 to 1. */
  readonly value: number;
  readonly state: SignState;
  /** What the surest report rests on; absent where nothing is reported. */
  readonly provenance?: Standing;
  /** The question that would settle it; absent where it is settled. */
  readonly ask?: ProgramQuestion;
}

/** One component of good care for one purpose, with the approach that earned it and what that rests on. */
export interface ComponentShare {
  readonly purpose: EvidencePurpose;
  readonly component: string;
  /** Share of the criterion, 0 to 1. */
  readonly weight: number;
  /** 0 to 1. */
  readonly value: number;
  readonly approach?: string;
  /** Name of the approach. */
  readonly name?: string;
  /** Of the rating that counts most. */
  readonly badge?: Badge;
  readonly reviewedBy?: string;
  readonly provenance?: Standing;
  /** Of a medication: how people get it. */
  readonly way?: AccessWay;
  readonly ratings: readonly string[];
  readonly citations: readonly string[];
  /** Whether all of those ratings have been reviewed; absent where nothing was earned. */
  readonly reviewed?: boolean;
  /** The program reports that it delivers none of the kind. */
  readonly declined: boolean;
  /** Why nothing is counted; absent where something was earned. */
  readonly absence?: Absence;
  /** The question that would settle it; absent where it is settled, or where there is none. */
  readonly ask?: ProgramQuestion;
}

export interface CriterionKnowledge extends Knowledge {
  /** What the track measures evidence for, where that is not the client's conditions. */
  readonly evidencePurpose?: EvidencePurpose;
}

/** Something that moves a program up or down, and never in or out. */
export interface Criterion {
  readonly code: CriterionCode;
  /** What `judge` reads. */
  readonly reads: Reads;
  /** The facts that the answer to each of its questions settles, the most likely first. */
  readonly asks?: Readonly<Partial<Record<QuestionCode, readonly FactKey[]>>>;
  /** Of a criterion that is judged wish by wish: each reads its own facts. */
  wishes?(need: Need): Wishes;
  applies(need: Need): boolean;
  /** How many times as much it weighs for this need; 1 where it does not say. */
  emphasis?(need: Need, policy: MatchingPolicy): number;
  judge(need: Need, candidate: Candidate, knowledge: CriterionKnowledge): Judgement;
}

/** Criteria that have a reason of this name. */
type CriterionWith<Name extends string> = {
  [C in CriterionCode]: `${C}.${Name}` extends LineCode ? C : never;
}[CriterionCode];

/** A value that is wholly known. */
export function known(
  value: number,
  code: LineCode,
  values: Readonly<Record<string, ReasonValue>> = {},
): Judgement {
  return { value, range: [value, value], known: 1, reason: { code, values } };
}

/** Nothing is known: the policy's value for unknown, and any value possible. */
export function notKnown(
  { policy }: Knowledge,
  criterion: CriterionWith<'unknown'>,
  values: Readonly<Record<string, ReasonValue>> = {},
): Judgement {
  return {
    value: policy.criteria[criterion].unknown,
    range: [0, 1],
    known: 0,
    reason: { code: `${criterion}.unknown`, values },
  };
}

/** A part of a value that is a sum: present, absent, or not known. */
export interface Part {
  readonly weight: number;
  readonly present: boolean | undefined;
  readonly code: string;
}

/**
 * A sum of parts, of which some are unknown: what is known to be there counts, and while anything is unknown the
 * whole never counts less than the criterion's own unknown.
 */
export function sumOfParts(
  parts: readonly Part[],
  knowledge: Knowledge,
  criterion: CriterionWith<'unknown'> & CriterionWith<'parts'>,
): Judgement {
  const weightOf = (of: (part: Part) => boolean) =>
    parts.filter(of).reduce((sum, { weight }) => sum + weight, 0);
  const present = Math.min(
    1,
    weightOf((part) => part.present === true),
  );
  const open = weightOf((part) => part.present === undefined);
  const all = weightOf(() => true);
  if (open === all) return notKnown(knowledge, criterion);
  const value =
    open > 0
      ? Math.max(present, Math.min(present + open, knowledge.policy.criteria[criterion].unknown))
      : present;
  return {
    value,
    range: [present, Math.min(1, Math.max(value, present + open))],
    known: 1 - open / all,
    reason: {
      code: `${criterion}.parts`,
      values: {
        present: parts.filter((part) => part.present === true).map(({ code }) => code),
        absent: parts.filter((part) => part.present === false).map(({ code }) => code),
        notReported: parts.filter((part) => part.present === undefined).map(({ code }) => code),
      },
    },
  };
}
