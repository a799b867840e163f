/**
 * What a person may do. A role allows kinds of acts; four eyes and conflicts of interest are checked in addition, and
 * no role overrides them.
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

/** Roles of the desk: everyone who may see drafts and the audit trail. */
export const DESK_ROLES: readonly Role[] = ['author', 'reviewer', 'directory-editor', 'administrator'];

/**
 * What a key gives access to in addition to its roles. Reading and matching are open to all: there a scope says whose
 * load it is, so that keys of one purpose do not use up the limit of another. The change feed is for keys only.
 */
export const SCOPES = ['read', 'match', 'changes'] as const;
export type Scope = (typeof SCOPES)[number];

export const SCOPE_MEANING: Readonly<Record<Scope, string>> = {
  read: 'reads open data',
  match: 'matches and assesses',
  changes: 'reads the feed of changes',
};

/** What a key in the source of a web page may access: only what is open to all. */
export const PUBLISHABLE_SCOPES = ['read', 'match'] as const satisfies readonly Scope[];

/** All scopes of a person with these roles: any role reads and matches, and roles of the desk follow changes. */
export function scopesOf(roles: readonly Role[], own: readonly Scope[] = []): Scope[] {
  const keepsDesk = roles.some((role) => DESK_ROLES.includes(role));
  const implied: readonly Scope[] = keepsDesk ? SCOPES : roles.length > 0 ? PUBLISHABLE_SCOPES : [];
  return SCOPES.filter((scope) => own.includes(scope) || implied.includes(scope));
}

/** A person who acts, with their public name. */
export interface Actor {
  readonly id: string;
  /** As shown with a review or an observation, such as "Ada Example, MD". */
  readonly name: string;
  readonly roles: readonly Role[];
}
