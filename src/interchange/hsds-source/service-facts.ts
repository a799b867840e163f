import { PRICE_PERIODS, type Price, type PricePeriod } from '../../core/vocabulary/payment.js';
import type { Session } from '../../core/vocabulary/services.js';
import type { StatedFacts } from '../../core/directory/source-record.js';
import { LANGUAGE_TAG_FORM } from '../../core/vocabulary/language-tags.js';
import { currencyDigits } from '../hsds/hsds-costs.js';
import { type RowIssue, rowIssue } from '../import-run/row-issue.js';
import type { ReceivedCost, ReceivedService } from './hsds-objects.js';
import type { HsdsMap } from './hsds-map.js';
import { meaningOfAttribute, type UndecidedTerm } from './stated-attributes.js';
import { StatedByOrigin, type StatedOrigin } from './stated-by-origin.js';
import { joinedOverMidnight, meaningOfSchedule, type TimesFact } from './stated-times.js';

/** What a service states, by who stated it; what of it could not be read; and how many terms it has. */
export interface ServiceFacts {
  readonly stated: ReturnType<StatedByOrigin['stated']>;
  readonly issues: readonly RowIssue[];
  readonly undecided: readonly UndecidedTerm[];
  readonly codes: number;
}

/** Reads the facts of a service: the table of docs/hsds.md, backwards. */
export function factsOfService(
  service: ReceivedService,
  map: HsdsMap,
  own: StatedOrigin,
  today: string,
): ServiceFacts {
  const stated = new StatedByOrigin(own, map.labels === 'origin', today);
  const issues: RowIssue[] = [];
  const undecided: UndecidedTerm[] = [];
  const attributes = service.attributes ?? [];
  attributes.forEach((attribute, at) => {
    const meaning = meaningOfAttribute(attribute, `/attributes/${at}`, map);
    if (!meaning) return;
    if ('facts' in meaning) stated.add(meaning.facts, attribute.label);
    else if ('issue' in meaning) issues.push(meaning.issue);
    else {
      undecided.push(meaning.undecided);
      const { taxonomy, code } = meaning.undecided;
      const message = `The mapping file does not say what ${code.slice(0, 60)} means. It states nothing; the rest of the service is imported.`;
      issues.push(rowIssue('unknown-code', `/attributes/${at}`, `${taxonomy}: ${code}`, message));
    }
  });
  for (const { code, note } of service.languages ?? [])
    if (code !== undefined && new RegExp(LANGUAGE_TAG_FORM).test(code) && code.length <= 40)
      stated.add({ languages: { yes: [code] } }, note);
  addTimes(service, map, today, stated, issues);
  addPrices(service, stated);
  const ages = agesOf(service);
  if (ages && !attributes.some(({ taxonomy_term }) => taxonomy_term?.taxonomy === 'ageGroups'))
    stated.add(ages, undefined);
  return { stated: stated.stated(), issues, undecided, codes: attributes.length };
}

function addTimes(
  { schedules = [] }: ReceivedService,
  map: HsdsMap,
  today: string,
  stated: StatedByOrigin,
  issues: RowIssue[],
): void {
  const times = new Map<
    string,
    { readonly fact: TimesFact; readonly label: string; readonly spans: Session[] }
  >();
  schedules.forEach((schedule, at) => {
    const meaning = meaningOfSchedule(schedule, map, today);
    if (!meaning) return;
    if ('unusable' in meaning) {
      const pointer = `/schedules/${at}`;
      const message = `${pointer} ${meaning.unusable}. It states no times; the rest of the service is imported.`;
      issues.push(rowIssue('unusable-schedule', pointer, schedule.byday ?? '', message));
      return;
    }
    const label = schedule.notes ?? '';
    const key = `${meaning.fact} ${label}`;
    const known = times.get(key) ?? { fact: meaning.fact, label, spans: [] };
    known.spans.push(...meaning.sessions);
    times.set(key, known);
  });
  for (const { fact, label, spans } of times.values()) {
    const joined = joinedOverMidnight(spans);
    if (joined.length <= 100) stated.add({ [fact]: joined }, label);
  }
}

/** Prices of what one pays without insurance; others have no period, or no amount. */
function addPrices({ cost_options: costs = [] }: ReceivedService, stated: StatedByOrigin): void {
  const byLabel = new Map<string, Price[]>();
  for (const cost of costs) {
    const price = priceOf(cost);
    if (!price) continue;
    const label = /\((.*)\)\.$/.exec(cost.amount_description ?? '')?.[1] ?? '';
    byLabel.set(label, [...(byLabel.get(label) ?? []), price]);
  }
  for (const [label, prices] of byLabel) if (prices.length <= 20) stated.add({ prices }, label);
}

function priceOf({ option, currency, amount }: ReceivedCost): Price | undefined {
  const isPeriod = (PRICE_PERIODS as readonly string[]).includes(option ?? '');
  if (!isPeriod || !/^[A-Z]{3}$/.test(currency ?? '') || typeof amount !== 'number') return undefined;
  const smallest = Math.round(amount * 10 ** currencyDigits(currency!));
  if (smallest < 0 || smallest > 100_000_000) return undefined;
  return { amount: smallest, currency: currency!, per: option as PricePeriod };
}

/** Bounds of age say who is not accepted, and no more: adults from 21 on are not all adults. */
function agesOf({ minimum_age: from, maximum_age: to }: ReceivedService): StatedFacts | undefined {
  if (typeof from === 'number' && from >= 18) return { ageGroups: { no: ['children'] } };
  if (typeof to === 'number' && to < 18 && to > 0)
    return { ageGroups: { no: ['adults', 'seniors', 'young-adults'] } };
  return undefined;
}
