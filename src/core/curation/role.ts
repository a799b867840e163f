/**
 * What somebody may do. A role says what kind of act is allowed; four eyes and conflicts of interest are asked
 * beside it, and no role goes over them.
 */
export const ROLES = ['author', 'reviewer', 'directory-editor', 'coach', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_MEANING: Readonly<Record<Role, string>> = {
  author: 'drafts ratings and maintains citations',
  reviewer: 'reviews ratings of others, publishes, returns and retracts them',
  'directory-editor': 'edits programs, verifies their facts, closes reports',
  coach: 'records what a program said on the phone',
  administrator: 'creates, rotates and revokes keys, manages webhooks, reads the audit trail',
};

/** Those who keep the desk: everybody who may see drafts and the audit trail. */
export const DESK_ROLES: readonly Role[] = ['author', 'reviewer', 'directory-editor', 'administrator'];

/**
 * What a key opens beside what its roles allow. Reading and matching are open to all: there a scope says whose load
 * it is, so that a key of one purpose cannot be used up by another. The change feed is open to keys alone.
 */
export const SCOPES = ['read', 'match', 'changes'] as const;
export type Scope = (typeof SCOPES)[number];

export const SCOPE_MEANING: Readonly<Record<Scope, string>> = {
  read: 'reads open data',
  match: 'matches and assesses',
  changes: 'reads the feed of changes',
};

/** What a key in the source of a web page may open: what is open to all. */
export const PUBLISHABLE_SCOPES = ['read', 'match'] as const satisfies readonly Scope[];

/** Every scope of somebody with these roles: who has any reads and matches, who keeps the desk follows its changes. */
export function scopesOf(roles: readonly Role[], own: readonly Scope[] = []): Scope[] {
  const keepsDesk = roles.some((role) => DESK_ROLES.includes(role));
  const implied: readonly Scope[] = keepsDesk ? SCOPES : roles.length > 0 ? PUBLISHABLE_SCOPES : [];
  return SCOPES.filter((scope) => own.includes(scope) || implied.includes(scope));
}

/** Somebody who acts, by the name they are shown under in public. */
export interface Actor {
  readonly id: string;
  /** As it stands beside a review or an observation, such as "Ada Example, MD". */
  readonly name: string;
  readonly roles: readonly Role[];
}
