import type { Medication } from '../vocabulary/medications.js';
import { MEDICATIONS } from '../vocabulary/medications.js';
import { canonical, settle } from './agreement.js';
import type { FactDefinition, ListStatement, ValueFact } from './fact-definition.js';
import { type ListKey, listKeysOf, type ValueKey, valueKeysOf } from './fact-keys.js';
import { FACTS } from './facts.js';
import type {
  DisputedFact,
  Origin,
  ResolvedCode,
  ResolvedFacts,
  ResolvedList,
  ResolvedMedication,
  Resting,
  Stance,
} from './resolved-facts.js';
import { shelfLivesIn, staleOn } from './shelf-life.js';
import type { FactKey, SourceRecord } from './source-record.js';
import { STANDINGS } from './source-record.js';

/** What resolving needs to know about each fact, looked up once: a national import resolves thousands of programs. */
export interface FactsToResolve {
  readonly lists: readonly ListKey[];
  readonly values: readonly ValueKey[];
  readonly shelfLifeDays: ReadonlyMap<string, number>;
  readonly movingDaily: ReadonlySet<string>;
  readonly exactness: ReadonlyMap<string, NonNullable<ValueFact['exactness']>>;
}

export function factsToResolve(table: typeof FACTS): FactsToResolve {
  return {
    lists: listKeysOf(table),
    values: valueKeysOf(table),
    shelfLifeDays: shelfLivesIn(table),
    movingDaily: new Set(
      Object.entries<FactDefinition>(table).flatMap(([key, { movesDaily }]) => (movesDaily ? [key] : [])),
    ),
    exactness: new Map(
      Object.entries<FactDefinition>(table).flatMap(([key, fact]) =>
        fact.kind === 'value' && fact.exactness ? [[key, fact.exactness]] : [],
      ),
    ),
  };
}

const FACTS_TO_RESOLVE = factsToResolve(FACTS);

/**
 * Resolves the statements of several sources about one program into one set of facts.
 *
 * The published rule: better standing wins, then the newer record, then the source's name (so that the order of the
 * records never matters). Lists are resolved code by code. A fact past its shelf life on `today` gives way to the next
 * source, or becomes unknown, and is listed as expired. `maybe` never outranks a plain yes or no. Of a fact that can be more
 * or less exact, only the most exact statements are compared. For facts that people confirmed, `agreement.ts` decides how
 * many must agree.
 *
 * @param today the day of resolution, YYYY-MM-DD
 * @param facts the facts to resolve
 */
export function resolveFacts(
  records: readonly SourceRecord[],
  today: string,
  facts: FactsToResolve = FACTS_TO_RESOLVE,
): ResolvedFacts {
  const ranked = [...records].sort(byAuthority);
  const expired: { fact: FactKey; origin: number }[] = [];
  const disputed: DisputedFact[] = [];
  const staleDays: string[] = [];

  const speaking = (key: FactKey): number[] =>
    ranked.flatMap((record, origin) => {
      if (record.facts[key] === undefined) return [];
      const stale = staleOn(key, record.asOf, record.expiresOn, facts.shelfLifeDays);
      if (stale !== undefined && stale <= today) {
        expired.push({ fact: key, origin });
        return [];
      }
      if (stale !== undefined) staleDays.push(stale);
      return [origin];
    });

  /** The value of one fact, code or medication; records a disagreement if there is one. */
  const resolve = <Value>(
    key: FactKey,
    said: readonly { origin: number; value: Value }[],
    code?: string,
  ): Resolution<Value> | undefined => {
    const words = said.map(({ origin, value }) => {
      const { standing, asOf, observer } = ranked[origin]!;
      return { origin, value, standing, asOf, observer };
    });
    const settled = settle(words, facts.movingDaily.has(key));
    if (!settled) return undefined;
    const { word, against } = settled;
    if (against.length > 0)
      disputed.push({
        fact: key,
        ...(code === undefined ? {} : { code }),
        settled: word !== undefined,
        origins: against,
      });
    if (!word) return { isOpen: true, origin: against[0]! };
    const { confirmedBy } = settled;
    return {
      isOpen: false,
      value: word.value,
      resting: { origin: word.origin, ...(confirmedBy === undefined ? {} : { confirmedBy }) },
    };
  };

  const lists: Partial<Record<ListKey, ResolvedList>> = {};
  for (const key of facts.lists) {
    const speakers = speaking(key).map((origin) => ({
      origin,
      list: ranked[origin]!.facts[key] as ListStatement<string>,
    }));
    if (speakers.length > 0) lists[key] = resolveList(speakers, (said, code) => resolve(key, said, code));
  }

  const values: Record<string, { value: unknown } & Resting> = {};
  for (const key of facts.values) {
    const said = speaking(key).map((origin) => ({ origin, value: ranked[origin]!.facts[key] as unknown }));
    const known = resolve(key, mostExact(said, facts.exactness.get(key)));
    if (known?.isOpen === false) values[key] = { value: known.value, ...known.resting };
  }

  const medications: Partial<Record<Medication, ResolvedMedication>> = {};
  const medicationSpeakers = speaking('medications');
  for (const medication of MEDICATIONS) {
    const said = medicationSpeakers.flatMap((origin) => {
      const value = ranked[origin]?.facts.medications?.[medication];
      return value ? [{ origin, value }] : [];
    });
    const known = resolve('medications', said, medication);
    if (known?.isOpen === false) medications[medication] = { stance: known.value, ...known.resting };
  }

  const resolveAgainOn = staleDays.sort()[0];
  return {
    origins: ranked.map(originOf),
    lists,
    values,
    medications,
    expired,
    ...(disputed.length > 0 ? { disputed } : {}),
    ...(resolveAgainOn === undefined ? {} : { resolveAgainOn }),
  };
}

type Resolution<Value> =
  | { readonly isOpen: false; readonly value: Value; readonly resting: Resting }
  /** Observers disagree; the origin is the best of those who do. */
  | { readonly isOpen: true; readonly origin: number };

function originOf({ source, asOf, standing, by, expiresOn }: SourceRecord): Origin {
  return {
    source,
    asOf,
    standing,
    ...(by === undefined ? {} : { by }),
    ...(expiresOn === undefined ? {} : { expiresOn }),
  };
}

/** A total order: two records that are equal in everything say the same. */
function byAuthority(a: SourceRecord, b: SourceRecord): number {
  return (
    STANDINGS.indexOf(a.standing) - STANDINGS.indexOf(b.standing) ||
    compare(b.asOf, a.asOf) ||
    compare(b.recordedAt ?? '', a.recordedAt ?? '') ||
    compare(a.source, b.source) ||
    compare(a.observer ?? '', b.observer ?? '') ||
    compare(a.by ?? '', b.by ?? '') ||
    compare(a.expiresOn ?? '', b.expiresOn ?? '') ||
    compare(canonical(a.facts), canonical(b.facts)) ||
    compare(JSON.stringify(a.facts), JSON.stringify(b.facts))
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

type Said<Value> = readonly { origin: number; value: Value }[];

/** The statements of the most exact kind among these; all of them if the fact has no such kinds. */
function mostExact(said: Said<unknown>, exactness: ValueFact['exactness']): Said<unknown> {
  if (!exactness || said.length < 2) return said;
  const { field, order } = exactness;
  const kindOf = (value: unknown) => order.indexOf(String((value as Record<string, unknown>)[field]));
  const best = Math.min(...said.map(({ value }) => kindOf(value)));
  return said.filter(({ value }) => kindOf(value) === best);
}

/**
 * Speakers are sorted best first; the first plain yes or no on a code wins, and a `maybe` counts only if there is
 * neither.
 */
function resolveList(
  speakers: readonly { origin: number; list: ListStatement<string> }[],
  resolve: (said: Said<'yes' | 'no'>, code: string) => Resolution<'yes' | 'no'> | undefined,
): ResolvedList {
  const statements = speakers.map(({ origin, list }) => ({
    origin,
    stances: namedStances(list),
    otherwise: list.complete ? ('no' as const) : undefined,
  }));
  const complete = speakers.find(({ list }) => list.complete)?.origin;
  const codes: Record<string, ResolvedCode> = {};
  for (const code of [...new Set(statements.flatMap(({ stances }) => [...stances.keys()]))].sort()) {
    const plain: { origin: number; value: 'yes' | 'no' }[] = [];
    let maybe: number | undefined;
    for (const { origin, stances, otherwise } of statements) {
      const stance = stances.get(code) ?? otherwise;
      if (stance === 'maybe') maybe ??= origin;
      else if (stance !== undefined) plain.push({ origin, value: stance });
    }
    const known = resolve(plain, code);
    if (known?.isOpen === false) codes[code] = { stance: known.value, ...known.resting };
    else if (known) {
      // In a list that claims to be complete, a missing code would mean no.
      if (complete !== undefined) codes[code] = { stance: 'maybe', origin: known.origin };
    } else if (maybe !== undefined) codes[code] = { stance: 'maybe', origin: maybe };
  }
  return complete === undefined ? { codes } : { codes, complete };
}

/**
 * What a list says about each code that it names; if it names a code several times, yes takes precedence over no, and
 * no over maybe.
 */
function namedStances({ yes = [], no = [], maybe = [] }: ListStatement<string>): Map<string, Stance> {
  const stances = new Map<string, Stance>();
  for (const code of maybe) stances.set(code, 'maybe');
  for (const code of no) stances.set(code, 'no');
  for (const code of yes) stances.set(code, 'yes');
  return stances;
}
