import type { InEachLanguage } from '../vocabulary/languages.js';
import { type Expression, holds, type Inputs, openInputsOf } from './expression.js';

/** Who a flag is about: the person who answers, or the person they worry about. The two are never mixed. */
export type Subject = 'self' | 'loved_one';

export const FLAG_LEVELS = ['emergency', 'high', 'caution'] as const;
export type FlagLevel = (typeof FLAG_LEVELS)[number];

/** A reason to interrupt: triggers, and the message to show at once (clinical/safety.md). Versioned data. */
export interface RedFlag {
  readonly id: string;
  readonly subjects: readonly Subject[];
  /** Any one that is true raises the flag. */
  readonly triggers: readonly Expression[];
  readonly level: FlagLevel;
  /** Lower ranks come first. */
  readonly rank: number;
  /** The first whose conditions hold replaces level and rank. */
  readonly escalations: readonly {
    readonly when: readonly Expression[];
    readonly level: FlagLevel;
    readonly rank: number;
  }[];
  /** In the words of the person. */
  readonly message: InEachLanguage;
  /** What the coach, or the helper beside the person, has to do. */
  readonly forCoach?: InEachLanguage;
  /** Ids of lines. */
  readonly lines: readonly string[];
  /** Ids of resources that help with what the message asks: naloxone, a syringe service. */
  readonly resources?: readonly string[];
  readonly effect: FlagEffect;
  readonly source: string;
  /** How far the source of the content was seen. */
  readonly verified: 'yes' | 'part' | 'no';
  /** The person with clinical training who has signed it; absent: nobody yet. */
  readonly reviewedBy?: string;
  readonly reviewedOn: string;
  readonly nextReviewOn: string;
}

/**
 * What a raised flag requires of care. Its effect on the level of care, and that a clinician decides, are in the rules.
 */
export interface FlagEffect {
  readonly needs?: readonly ('withdrawal' | 'prenatal' | 'co-occurring-capable' | 'co-occurring-enhanced')[];
  readonly overlays?: readonly 'moud'[];
  /** Programs that start opioid medication on the same day come first. */
  readonly sameDayMedicationFirst?: boolean;
}

export interface RaisedFlag {
  readonly flag: RedFlag;
  readonly subject: Subject;
  readonly level: FlagLevel;
  readonly rank: number;
}

/** A flag that could still be raised, and its unanswered inputs. */
export interface OpenFlag {
  readonly flag: RedFlag;
  readonly subject: Subject;
  readonly inputs: readonly string[];
}

/**
 * Raises flags from single answers, even if the questionnaire is incomplete. An unanswered input never raises a flag:
 * it is listed as not asked.
 */
export function raiseFlags(
  flags: readonly RedFlag[],
  inputs: Inputs,
  subject: Subject,
): { raised: RaisedFlag[]; open: OpenFlag[] } {
  const raised: RaisedFlag[] = [];
  const open: OpenFlag[] = [];
  for (const flag of flags) {
    if (!flag.subjects.includes(subject)) continue;
    const isRaised = flag.triggers.some((trigger) => holds(trigger, inputs) === true);
    const escalation = flag.escalations.find(({ when }) => when.some((one) => holds(one, inputs) === true));
    if (isRaised || escalation) {
      const { level, rank } = escalation ?? flag;
      raised.push({ flag, subject, level, rank });
      if (escalation) continue;
    }
    // A raised flag may still turn out to be an emergency.
    const undecided = isRaised ? flag.escalations.flatMap(({ when }) => when) : flag.triggers;
    const unanswered = openInputsOf(undecided, inputs);
    if (unanswered.length > 0) open.push({ flag, subject, inputs: unanswered });
  }
  return { raised: raised.sort(byUrgency), open };
}

/** Emergencies first, as ranked in clinical/safety.md; a total order. */
export function byUrgency(a: RaisedFlag, b: RaisedFlag): number {
  return (
    a.rank - b.rank ||
    FLAG_LEVELS.indexOf(a.level) - FLAG_LEVELS.indexOf(b.level) ||
    (a.flag.id < b.flag.id ? -1 : a.flag.id > b.flag.id ? 1 : a.subject < b.subject ? -1 : 1)
  );
}
