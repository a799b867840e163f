import type { Purpose } from '../core/matching/codes.js';
import type { Need } from '../core/matching/need.js';
import type { ResourceCatalog } from '../evidence/resource-catalog.js';
import type { ShownResource } from '../evidence/resource.js';

const MOST_RESOURCES = 12;

/** Kinds that answer "who walks with me"; locators are lists like this one, helplines stand with safety. */
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
 * The national resources that stand beside the programs of a support track: for the same audience, condition and
 * language, taken in turn from each kind and outlook, so that nobody is sent to a single philosophy.
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
        languages === null || !need.languages || languages.some((code) => need.languages!.includes(code)),
    )
    .filter((resource) => isSuitable(need, resource));
  return inTurn(fitting).slice(0, MOST_RESOURCES);
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

/** One of each kind and outlook in turn; within one of these, those made for the condition, then by id. */
function inTurn(resources: readonly ShownResource[]): ShownResource[] {
  const lanes = new Map<string, ShownResource[]>();
  for (const resource of resources) {
    const lane = `${resource.kind} ${resource.orientation?.outlook ?? ''}`;
    lanes.set(lane, [...(lanes.get(lane) ?? []), resource]);
  }
  const ordered: ShownResource[] = [];
  for (let round = 0; ordered.length < resources.length; round++)
    for (const lane of lanes.values()) if (lane[round]) ordered.push(lane[round]!);
  return ordered;
}
