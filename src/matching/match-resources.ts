import type { Purpose } from '../core/matching/codes.js';
import { CRAFT, INVITING } from '../core/vocabulary/approach-roles.js';
import { kinship } from '../core/vocabulary/language-tags.js';
import { type Need, needsOpioidMedication } from '../core/matching/need.js';
import type { ResourceCatalog } from '../evidence/resource-catalog.js';
import type { ShownResource } from '../evidence/resource.js';
import type { TrackResource } from './match-answer.dto.js';

const MOST_RESOURCES = 12;

/** Kinds that offer company on the way; locators are lists like this one, and helplines belong to safety. */
const RECOVERY_KINDS: ReadonlySet<string> = new Set([
  'mutual-help',
  'coaching',
  'recovery-community',
  'recovery-housing-network',
  'harm-reduction',
  'self-directed',
]);
const FAMILY_KINDS: ReadonlySet<string> = new Set([
  'family-support',
  'coaching',
  'helpline',
  'self-directed',
]);

/**
 * The national resources shown with the programs of a support track: for the same audience, condition and language,
 * taken in turn from each kind and outlook, so that no one is sent to a single philosophy.
 */
export function resourcesFor(need: Need, purpose: Purpose, catalog: ResourceCatalog): ShownResource[] {
  if (purpose === 'treatment') return [];
  const family = purpose === 'family_engagement';
  const kinds = family ? FAMILY_KINDS : RECOVERY_KINDS;
  const fitting = catalog
    .find({
      audience: [family ? 'family' : 'self'],
      ...(need.conditions.length > 0 ? { condition: need.conditions.map(({ condition }) => condition) } : {}),
    })
    .filter(({ kind }) => kinds.has(kind))
    .filter(
      ({ languages }) =>
        languages === null ||
        !need.languages ||
        languages.some((code) => need.languages!.some((spoken) => kinship(spoken, code) === 'same')),
    )
    .filter((resource) => isSuitable(need, resource));
  const turns = inTurn(fitting, need);
  return (family ? forFamilies(turns, need) : turns).slice(0, MOST_RESOURCES);
}

/** What a list shows of a resource. */
export function toTrackResource(resource: ShownResource): TrackResource {
  const { id, name, kind, description, caution, populations, modalities, languages, cost } = resource;
  const { orientation, approach, url, finderUrl, contact } = resource;
  return {
    id,
    name,
    kind,
    description,
    caution,
    populations,
    modalities,
    languages,
    cost,
    orientation,
    approach,
    url,
    finderUrl,
    contact,
  };
}

/**
 * Moderation groups are not for people with signs of dependence, in pregnancy, or where the severity is not known
 * to be mild (note of the resource). A women's group is shown to women and to people who did not say.
 */
function isSuitable(need: Need, { id, orientation, populations }: ShownResource): boolean {
  if (id === 'moderation-management' || orientation?.goal === 'moderation')
    return (
      need.pregnant !== true &&
      need.conditions.length > 0 &&
      need.conditions.every(({ condition, severity }) => condition === 'alcohol' && severity === 'mild')
    );
  if (need.gender === 'man') return !populations.some((population) => population.startsWith('women'));
  return true;
}

/**
 * CRAFT first once everyone is known to be safe. Until that is asked, what invites or meets the loved one comes after
 * the rest; if someone is hurt or afraid it is left out.
 */
function forFamilies(resources: readonly ShownResource[], { familySafety }: Need): ShownResource[] {
  const invites = ({ approach }: ShownResource) => approach !== null && INVITING.includes(approach.code);
  const others = resources.filter((resource) => !invites(resource));
  if (familySafety === 'unsafe') return others;
  if (familySafety === undefined) return [...others, ...resources.filter(invites)];
  const isCraft = ({ approach }: ShownResource) => approach !== null && CRAFT.includes(approach.code);
  return [...resources.filter(isCraft), ...resources.filter((resource) => !isCraft(resource))];
}

/**
 * One of each kind and outlook in turn. Within one of these: groups for people on medication first if medication is
 * part of the need (note of MARA), then those for the condition, then those for any, then by id.
 */
function inTurn(resources: readonly ShownResource[], need: Need): ShownResource[] {
  const ordered = [...resources].sort(
    (a, b) => closeness(b, need) - closeness(a, need) || (a.id < b.id ? -1 : 1),
  );
  const lanes = new Map<string, ShownResource[]>();
  for (const resource of ordered) {
    const lane = `${resource.kind} ${resource.orientation?.outlook ?? ''}`;
    lanes.set(lane, [...(lanes.get(lane) ?? []), resource]);
  }
  const turns: ShownResource[] = [];
  for (let round = 0; turns.length < ordered.length; round++)
    for (const lane of lanes.values()) if (lane[round]) turns.push(lane[round]!);
  return turns;
}

function closeness({ conditions, populations }: ShownResource, need: Need): number {
  const forMedication = populations.some((population) => population.includes('medication'));
  if (forMedication) return needsOpioidMedication(need) ? 2 : -1;
  return need.conditions.some(({ condition }) => conditions.includes(condition)) ? 1 : 0;
}
