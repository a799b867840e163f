import { isListed } from '../../core/directory/fact-definition.js';
import type { ListKey } from '../../core/directory/fact-keys.js';
import { FACTS } from '../../core/directory/facts.js';
import type { Origin, ResolvedFacts, ResolvedList } from '../../core/directory/resolved-facts.js';
import { MEDICATIONS } from '../../core/vocabulary/medications.js';
import type { Coordinates } from '../../core/directory/coordinates.js';
import { partIdOf } from './hsds-ids.js';
import { APPROACHES, LIST_TAXONOMIES, MEDICATION_TERMS, SINGLE_FACTS, VALUE_TERMS } from './taxonomies.js';
import type { TermBook } from './term-book.js';

/** An HSDS attribute: one code of one fact, with what is known of it. */
export interface HsdsAttribute {
  readonly id: string;
  readonly link_id: string;
  readonly link_entity: 'service';
  /** The fact. */
  readonly link_type: string;
  readonly taxonomy_term_id: string;
  /** `yes`, `no`, `maybe`, the stance on a medication, or the value itself. What is unknown has no attribute. */
  readonly value: string;
  /** Source, date and standing. */
  readonly label: string;
  readonly taxonomy_term: {
    readonly id: string;
    readonly code: string;
    readonly name: string;
    readonly description: string;
    readonly taxonomy: string;
  };
}

interface Known {
  readonly fact: string;
  readonly taxonomy: string;
  readonly code: string;
  readonly value: string;
  readonly origin: number;
}

/** What is known of a program in codes. A code that is not reported is absent, never `no`. */
export function attributesOf(programId: string, facts: ResolvedFacts, terms: TermBook): HsdsAttribute[] {
  const known = [
    ...LIST_TAXONOMIES.flatMap((key) => knownOfList(key, facts.lists[key])),
    ...knownOfList(APPROACHES, facts.lists.approaches),
    ...MEDICATIONS.flatMap((code): Known[] => {
      const given = facts.medications[code];
      return given
        ? [
            {
              fact: 'medications',
              taxonomy: MEDICATION_TERMS,
              code,
              value: given.stance,
              origin: given.origin,
            },
          ]
        : [];
    }),
    ...VALUE_TERMS.flatMap((code): Known[] => {
      const given = facts.values[code];
      return given
        ? [{ fact: code, taxonomy: SINGLE_FACTS, code, value: textOf(given.value), origin: given.origin }]
        : [];
    }),
  ];
  return known.map(({ fact, taxonomy, code, value, origin }) => {
    const { id, name, description } = terms.of(taxonomy, code);
    return {
      id: partIdOf(programId, fact, code),
      link_id: programId,
      link_entity: 'service',
      link_type: fact,
      taxonomy_term_id: id,
      value,
      label: originText(facts.origins[origin]!),
      taxonomy_term: { id, code, name, description, taxonomy },
    };
  });
}

/** `samhsa, 2023-03-31, self-reported`. */
export function originText({ source, asOf, standing, by }: Origin): string {
  return [source, asOf, standing, ...(by === undefined ? [] : [`by ${by}`])].join(', ');
}

function knownOfList(fact: ListKey, list: ResolvedList | undefined): Known[] {
  if (!list) return [];
  const { codes: all } = FACTS[fact];
  const stated = Object.entries(list.codes)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, { stance, origin }]) => ({ fact, taxonomy: fact, code, value: stance as string, origin }));
  const { complete } = list;
  if (complete === undefined || !isListed(all)) return stated;
  // A source that claims to have named all says `no` of the others.
  const others = all.filter((code) => !(code in list.codes));
  return [
    ...stated,
    ...others.map((code) => ({ fact, taxonomy: fact, code, value: 'no', origin: complete })),
  ];
}

/** `true` is yes; several codes are joined by commas, and so are the degrees of a point; what has parts is JSON. */
function textOf(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (isPoint(value)) return `${value.latitude},${value.longitude}`;
  const hasParts = (Array.isArray(value) ? value : [value]).some((one) => typeof one === 'object');
  if (hasParts) return JSON.stringify(value);
  return Array.isArray(value) ? value.join(',') : String(value);
}

function isPoint(value: unknown): value is Coordinates {
  return typeof value === 'object' && value !== null && 'latitude' in value;
}
