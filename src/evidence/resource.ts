import type { TreatedCondition } from '../core/vocabulary/conditions.js';

/** Each kind is one file of `seed-data/resources/`. */
export const RESOURCE_KINDS = [
  'mutual-help',
  'family-support',
  'helpline',
  'coaching',
  'self-directed',
  'recovery-community',
  'recovery-housing-network',
  'harm-reduction',
  'locator',
] as const;
export type ResourceKind = (typeof RESOURCE_KINDS)[number];

/** `self`: the person who uses substances; `family`: anyone close to them. */
export const RESOURCE_AUDIENCES = ['self', 'family'] as const;
export type ResourceAudience = (typeof RESOURCE_AUDIENCES)[number];

export const RESOURCE_MODALITIES = ['in-person', 'online', 'phone', 'text', 'book'] as const;
export type ResourceModality = (typeof RESOURCE_MODALITIES)[number];

export const RESOURCE_COSTS = ['free', 'paid', 'mixed', 'unknown'] as const;
export type ResourceCost = (typeof RESOURCE_COSTS)[number];

export const RESOURCE_GOALS = ['abstinence', 'moderation', 'any'] as const;
export type ResourceGoal = (typeof RESOURCE_GOALS)[number];

export const RESOURCE_OUTLOOKS = ['spiritual', 'secular'] as const;
export type ResourceOutlook = (typeof RESOURCE_OUTLOOKS)[number];

/**
 * `direct`: the resource is that approach. `partial`: it is built on the approach, and the approach's rating does not
 * apply to it.
 */
export const APPROACH_FITS = ['direct', 'partial'] as const;
export type ApproachFit = (typeof APPROACH_FITS)[number];

/** Which sources were read to confirm the resource. */
export const VERIFIED_LEVELS = ['owner', 'government', 'secondary'] as const;
export type VerifiedLevel = (typeof VERIFIED_LEVELS)[number];

/** Fields of a verified entry that may be unconfirmed. */
export const CONFIRMABLE_FIELDS = [
  'url',
  'finderUrl',
  'contact',
  'languages',
  'modalities',
  'cost',
  'orientation',
] as const;
export type ConfirmableField = (typeof CONFIRMABLE_FIELDS)[number];

/** Telephone number, what to text where, email address. */
export interface ResourceContact {
  call?: string;
  text?: string;
  email?: string;
}

/** A resource as written in its file; an omitted field is not known. */
export interface ResourceEntry {
  id: string;
  name: string;
  description: string;
  caution?: string;
  audience: ResourceAudience[];
  conditions: TreatedCondition[];
  populations: string[];
  modalities: ResourceModality[];
  /** ISO 639 codes. */
  languages: string[];
  /** Further languages, in words. */
  otherLanguages?: string;
  cost: ResourceCost;
  orientation?: { goal?: ResourceGoal; outlook?: ResourceOutlook };
  approach?: string;
  approachFit?: ApproachFit;
  url: string;
  finderUrl?: string;
  contact?: ResourceContact;
  verified: boolean;
  verifiedLevel: VerifiedLevel;
  unverifiedFields: ConfirmableField[];
  source: string;
  note?: string;
}

/** One file: the resources of a kind, and when they were last checked. */
export interface ResourceFile {
  kind: ResourceKind;
  /** YYYY-MM-DD */
  checkedOn: string;
  resources: ResourceEntry[];
}

/** A verified resource as it may be shown. `null` and an empty contact mean: not known, or not confirmed. */
export interface ShownResource {
  readonly id: string;
  readonly name: string;
  readonly kind: ResourceKind;
  readonly description: string;
  readonly caution: string | null;
  readonly audience: readonly ResourceAudience[];
  readonly conditions: readonly TreatedCondition[];
  readonly populations: readonly string[];
  readonly modalities: readonly ResourceModality[] | null;
  readonly languages: readonly string[] | null;
  readonly otherLanguages: string | null;
  readonly cost: Exclude<ResourceCost, 'unknown'> | null;
  readonly orientation: {
    readonly goal: ResourceGoal | null;
    readonly outlook: ResourceOutlook | null;
  } | null;
  readonly approach: { readonly code: string; readonly fit: ApproachFit } | null;
  readonly url: string | null;
  readonly finderUrl: string | null;
  readonly contact: {
    readonly call: string | null;
    readonly text: string | null;
    readonly email: string | null;
  } | null;
  /** Fields that were left out because they are not confirmed. */
  readonly notConfirmed: readonly ConfirmableField[];
  readonly verifiedLevel: VerifiedLevel;
  readonly checkedOn: string;
}
