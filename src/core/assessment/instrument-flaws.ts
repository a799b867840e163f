import { CONDITIONS } from '../vocabulary/conditions.js';
import type { Gate, Instrument, Item, Scale } from './instrument.js';
import { reachableTotals } from './reachable-totals.js';

/**
 * What is wrong with an instrument as data, each as a sentence that names the part and the fix: totals that no
 * answers reach, bands with a hole or an overlap, gates and scales that point to nothing.
 */
export function flawsOfInstrument(instrument: Instrument): string[] {
  const { items, scales, entry, kind } = instrument;
  return [
    ...twice(
      'items',
      items.map(({ id }) => id),
    ),
    ...twice(
      'scales',
      scales.map(({ code }) => code),
    ),
    ...flawsOfSpanish(instrument),
    ...flawsOfTextsFor(instrument),
    ...items.flatMap((item, at) => flawsOfItem(item, items.slice(0, at), items)),
    ...(entry === 'total-only' && items.length > 0
      ? ['items: only the total may be entered; remove the items']
      : []),
    ...(entry === 'answers' && items.length === 0 ? ['items: there is nothing to answer'] : []),
    ...(kind === 'screen' && scales.length === 0 ? ['scales: a screen needs at least one'] : []),
    ...scales.flatMap((scale) => flawsOfScale(instrument, scale)),
  ];
}

/** Either every text has Spanish or none: a question that is only half in Spanish would pass as a Spanish one. */
function flawsOfSpanish({ items, stem, spanish: { status } }: Instrument): string[] {
  const words = items.flatMap(({ id, textEs, options = [] }) => [
    { place: `items/${id}/textEs`, es: textEs },
    ...options.map(({ value, labelEs }) => ({ place: `items/${id}/options/${value}/labelEs`, es: labelEs })),
  ]);
  const inSpanish = words.some(({ es }) => es !== undefined);
  const expected = inSpanish ? 'own-draft' : items.length === 0 ? 'no-items' : 'english-only';
  const wrong = status === expected ? [] : [`spanish/status: must be ${expected}, as its items are`];
  if (!inSpanish) return wrong;
  return [
    ...wrong,
    ...words
      .filter(({ es }) => es === undefined)
      .map(({ place }) => `${place}: is missing; other texts of it are in Spanish`),
    ...(stem === undefined ? [] : ['stem: cannot have a Spanish text; remove the Spanish of the items']),
  ];
}

/** A question in the words of a condition belongs to an instrument for conditions, and to all of them or none. */
function flawsOfTextsFor({ items, perCondition }: Instrument): string[] {
  return items.flatMap(({ id, textFor }) => {
    if (!textFor) return [];
    const lost = CONDITIONS.find((condition) => !textFor[condition]);
    return [
      ...(perCondition
        ? []
        : [`items/${id}/textFor: only an instrument for one condition has it; remove it`]),
      ...(lost ? [`items/${id}/textFor: has no text for ${lost}`] : []),
    ];
  });
}

function flawsOfItem(item: Item, earlier: readonly Item[], all: readonly Item[]): string[] {
  const { id, kind, options, after, countsAnyway, min, max } = item;
  const place = `items/${id}`;
  const hasOptions = kind === 'choice' || kind === 'choices';
  return [
    ...(hasOptions && (options ?? []).length < 1 ? [`${place}/options: are missing`] : []),
    ...(!hasOptions && options ? [`${place}/options: only a choice has options; remove them`] : []),
    ...twice(
      `${place}/options`,
      (options ?? []).map(({ value }) => String(value)),
    ),
    ...(kind === 'integer' && !(min !== undefined && max !== undefined && min <= max)
      ? [`${place}: needs min and max, the lower first`]
      : []),
    ...(kind === 'choices' && (options ?? []).some(({ value }) => typeof value !== 'string')
      ? [`${place}/options: what can be ticked needs codes, not numbers`]
      : []),
    ...flawsOfGroups(item, place),
    ...(after ?? []).flatMap((gate) => flawsOfGate(gate, `${place}/after`, earlier)),
    ...(after?.length === 0 ? [`${place}/after: names no answer; remove it`] : []),
    ...(countsAnyway && !after
      ? [`${place}/countsAnyway: only an item with after may have it; remove it`]
      : []),
    ...(options ?? []).flatMap(({ drops = [] }) =>
      drops
        .filter((dropped) => !all.some((one) => one.id === dropped))
        .map((dropped) => `${place}/options: drops ${dropped}, which is not an item`),
    ),
  ];
}

/** More options than this are hard to look through without groups. */
export const MOST_UNGROUPED = 9;

/** Each option is in one group: an option in none would not be shown. */
function flawsOfGroups({ options = [], groups }: Item, place: string): string[] {
  if (!groups)
    return options.length > MOST_UNGROUPED
      ? [`${place}/groups: are missing; more than ${MOST_UNGROUPED} options need them`]
      : [];
  const grouped = groups.flatMap((group) => group.options);
  const known = options.map(({ value }) => value);
  return [
    ...twice(`${place}/groups`, grouped.map(String)),
    ...known
      .filter((value) => !grouped.includes(value))
      .map((value) => `${place}/groups: no group has ${value}`),
    ...grouped
      .filter((value) => !known.includes(value))
      .map((value) => `${place}/groups: there is no option ${value}`),
  ];
}

function flawsOfGate({ item, is }: Gate, place: string, earlier: readonly Item[]): string[] {
  const gate = earlier.find(({ id }) => id === item);
  if (!gate) return [`${place}: ${item} is not an earlier item`];
  if (gate.kind !== 'choice') return [`${place}: ${item} does not have one option as its answer`];
  return is
    .filter((value) => !gate.options?.some((option) => option.value === value))
    .map((value) => `${place}: ${item} has no option ${String(value)}`);
}

function flawsOfScale(instrument: Instrument, scale: Scale): string[] {
  const { code, items, min, max, cutOffs } = scale;
  const place = `scales/${code}`;
  const lost = items.filter((id) => !instrument.items.some((item) => item.id === id));
  if (lost.length > 0) return lost.map((id) => `${place}/items: there is no item ${id}`);
  if (min > max) return [`${place}: min is above max`];
  return [
    ...(instrument.entry === 'answers' ? flawsOfTotals(instrument, scale) : []),
    ...flawsOfBands(scale),
    ...(['female', 'male', 'unknown'] as const)
      .filter(
        (sex) => cutOffs.filter((one) => one.decides && (one.for === sex || one.for === 'any')).length > 1,
      )
      .map((sex) => `${place}/cutOffs: more than one decides for ${sex}; exactly one must decide`),
    ...(cutOffs.some(({ decides }) => decides) || cutOffs.length === 0
      ? []
      : [`${place}/cutOffs: none decides; exactly one must decide`]),
    ...cutOffs
      .filter(({ atLeast }) => atLeast < min || atLeast > max)
      .map(({ atLeast }) => `${place}/cutOffs: ${atLeast} is outside ${min} to ${max}`),
  ];
}

function flawsOfTotals(instrument: Instrument, scale: Scale): string[] {
  const { code, min, max } = scale;
  const reached = new Set([
    ...reachableTotals(instrument, scale, 'male'),
    ...reachableTotals(instrument, scale, 'female'),
  ]);
  const all = Array.from({ length: max - min + 1 }, (_, at) => min + at);
  const never = all.filter((total) => !reached.has(total));
  const outside = [...reached].filter((total) => total < min || total > max);
  return [
    ...(never.length > 0
      ? [
          `scales/${code}: no answers add up to ${never.slice(0, 5).join(', ')}; correct min, max or the scores`,
        ]
      : []),
    ...(outside.length > 0
      ? [`scales/${code}: answers add up to ${outside.slice(0, 5).join(', ')}, outside ${min} to ${max}`]
      : []),
  ];
}

function flawsOfBands({ code, bands, min, max }: Scale): string[] {
  if (bands.length === 0) return [];
  const ordered = [...bands].sort((a, b) => a.from - b.from);
  const flaws: string[] = [];
  let next = min;
  for (const { from, to, code: band } of ordered) {
    if (from > next) flaws.push(`scales/${code}/bands: no band covers ${next} to ${from - 1}`);
    if (from < next) flaws.push(`scales/${code}/bands/${band}: overlaps the band before it at ${from}`);
    if (to < from) flaws.push(`scales/${code}/bands/${band}: ends before it begins`);
    next = Math.max(next, to + 1);
  }
  if (next <= max) flaws.push(`scales/${code}/bands: no band covers ${next} to ${max}`);
  if (next > max + 1) flaws.push(`scales/${code}/bands: reach beyond ${max}`);
  return flaws;
}

function twice(place: string, names: readonly string[]): string[] {
  return names
    .filter((name, at) => names.indexOf(name) < at)
    .map((name) => `${place}/${name}: is used twice; rename one`);
}
