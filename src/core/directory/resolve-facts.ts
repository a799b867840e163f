import type { Medication } from '../vocabulary/medications.js';
import { MEDICATIONS } from '../vocabulary/medications.js';
import type {
  ListKey,
  Origin,
  ResolvedCode,
  ResolvedFacts,
  ResolvedList,
  Stance,
  ValueKey,
} from './resolved-facts.js';
import { staleOn } from './shelf-life.js';
import type { FactKey, ListStatement, SourceRecord } from './source-record.js';
import { STANDINGS } from './source-record.js';

export const LIST_KEYS: readonly ListKey[] = [
  'conditions',
  'levelsOfCare',
  'overlays',
  'withdrawalSettings',
  'withdrawalSubstances',
  'approaches',
  'payers',
  'funding',
  'ageGroups',
  'genders',
  'languages',
  'populations',
  'modalities',
  'telehealthStates',
  'services',
  'accessibility',
  'goals',
  'accreditations',
  'licenses',
];

export const VALUE_KEYS: readonly ValueKey[] = [
  'slidingFee',
  'paymentAssistance',
  'prices',
  'interpreterOnCall',
  'onlyPopulations',
  'sessions',
  'waitDays',
  'sameDayStart',
  'coOccurringCare',
  'pregnancyCare',
  'faithBased',
  'ownership',
  'smoking',
  'vaping',
];

/**
 * Resolves what several sources say of one program into one set of facts.
 *
 * The published rule: better standing wins, then the newer record, then the source's name (so that the order of
 * the records never matters). Lists are resolved code by code. A fact past its shelf life on `today` yields to
 * the next source, or to unknown, and is listed as expired. `maybe` never outranks a plain yes or no.
 *
 * @param today the day of resolution, YYYY-MM-DD
 */
export function resolveFacts(records: readonly SourceRecord[], today: string): ResolvedFacts {
  const ranked = [...records].sort(byAuthority);
  const origins: Origin[] = ranked.map(({ source, asOf, standing }) => ({ source, asOf, standing }));
  const expired: { fact: FactKey; origin: number }[] = [];
  const staleDays: string[] = [];

  const speaking = (key: FactKey): number[] =>
    ranked.flatMap((record, origin) => {
      if (record.facts[key] === undefined) return [];
      const stale = staleOn(key, record.asOf);
      if (stale !== undefined && stale <= today) {
        expired.push({ fact: key, origin });
        return [];
      }
      if (stale !== undefined) staleDays.push(stale);
      return [origin];
    });

  const lists: Partial<Record<ListKey, ResolvedList>> = {};
  for (const key of LIST_KEYS) {
    const speakers = speaking(key);
    if (speakers.length > 0)
      lists[key] = resolveList(
        speakers.map((origin) => ({ origin, list: ranked[origin]!.facts[key] as ListStatement<string> })),
      );
  }

  const values: Record<string, { value: unknown; origin: number }> = {};
  for (const key of VALUE_KEYS) {
    const origin = speaking(key)[0];
    if (origin !== undefined) values[key] = { value: ranked[origin]!.facts[key], origin };
  }

  const medications: Partial<
    Record<Medication, { stance: 'starts' | 'continues' | 'refuses'; origin: number }>
  > = {};
  const medicationSpeakers = speaking('medications');
  for (const medication of MEDICATIONS)
    for (const origin of medicationSpeakers) {
      const stance = ranked[origin]?.facts.medications?.[medication];
      if (!stance) continue;
      medications[medication] = { stance, origin };
      break;
    }

  const resolveAgainOn = staleDays.sort()[0];
  return {
    origins,
    lists,
    values,
    medications,
    expired,
    ...(resolveAgainOn === undefined ? {} : { resolveAgainOn }),
  };
}

function byAuthority(a: SourceRecord, b: SourceRecord): number {
  return (
    STANDINGS.indexOf(a.standing) - STANDINGS.indexOf(b.standing) ||
    (a.asOf < b.asOf ? 1 : a.asOf > b.asOf ? -1 : 0) ||
    (a.source < b.source ? -1 : a.source > b.source ? 1 : 0)
  );
}

/** The speakers come best first; the first plain yes or no on a code wins, a `maybe` only where nobody knows. */
function resolveList(speakers: { origin: number; list: ListStatement<string> }[]): ResolvedList {
  const named = new Set(
    speakers.flatMap(({ list }) => [...(list.yes ?? []), ...(list.no ?? []), ...(list.maybe ?? [])]),
  );
  const complete = speakers.find(({ list }) => list.complete)?.origin;
  const codes: Record<string, ResolvedCode> = {};
  for (const code of [...named].sort()) {
    const said = speakers.map(({ origin, list }) => ({ origin, stance: statedStance(list, code) }));
    const best =
      said.find(({ stance }) => stance === 'yes' || stance === 'no') ??
      said.find(({ stance }) => stance === 'maybe');
    if (best) codes[code] = { stance: best.stance!, origin: best.origin };
  }
  return complete === undefined ? { codes } : { codes, complete };
}

function statedStance(list: ListStatement<string>, code: string): Stance | undefined {
  if (list.yes?.includes(code)) return 'yes';
  if (list.no?.includes(code)) return 'no';
  if (list.maybe?.includes(code)) return 'maybe';
  return list.complete ? 'no' : undefined;
}
