/**
 * What somebody may do. A role says what kind of act is allowed; four eyes and conflicts of interest are asked
 * beside it, and no role goes over them.
 */
export const ROLES = ['author', 'reviewer', 'directory-editor', 'coach', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_MEANING: Readonly<Record<Role, string>> = {
  author: 'drafts ratings and keeps citations',
  reviewer: 'reviews ratings of others, publishes, returns and retracts them',
  'directory-editor': 'edits programs, verifies what is said of them, answers reports',
  coach: 'tells the directory what a program said on the phone',
  administrator: 'makes keys and reads the audit trail',
};

/** Those who keep the desk: everybody who may see drafts, tickets and the audit trail. */
export const DESK_ROLES: readonly Role[] = ['author', 'reviewer', 'directory-editor', 'administrator'];

/** Somebody who acts, by the name they are shown under in public. */
export interface Actor {
  readonly id: string;
  /** As it stands beside a review or an observation, such as "Ada Example, MD". */
  readonly name: string;
  readonly roles: readonly Role[];
}
