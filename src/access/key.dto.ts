import { ApiProperty } from '@nestjs/swagger';
import { type Role, ROLES, type Scope, SCOPES } from '../core/curation/role.js';
import { Code, Codes } from '../http/validation/codes.decorators.js';
import { NumberWithin, QueryNumber, Text, Texts } from '../http/validation/value.decorators.js';
import { MAX_OVERLAP_HOURS, type CreatedKey } from './access-keys.js';
import { KEY_KINDS, type KeyKind } from './key-token.js';
import type { ListedKey } from './key.queries.js';
import { MAX_ORIGIN_LENGTH, MAX_ORIGINS } from './origin.js';

export const MAX_KEY_NAME_LENGTH = 100;
export const MAX_DAYS = 9999;

const KEY_STATES = ['active', 'expired', 'revoked'] as const;

/** Which keys to list, newest first. */
export class KeyQuery {
  /** Keys per page. */
  @QueryNumber({ min: 1, max: 100, integer: true })
  limit?: number;

  @Text({ max: 4096, optional: true, description: '`nextCursor` of the previous page.' })
  cursor?: string;
}

/** A key to create. */
export class NewKeyRequest {
  @Text({
    max: MAX_KEY_NAME_LENGTH,
    isName: true,
    description: 'Who the key is for; shown with their reviews and observations.',
    example: 'Rae Reviewer, MD',
  })
  name: string;

  @Code(KEY_KINDS, {
    name: 'KeyKind',
    optional: true,
    description:
      '`secret` (the default) is for a person or a server. `publishable` may be put into a web page, works from its origins only, and only reads and matches.',
  })
  kind?: KeyKind;

  @Codes(ROLES, { name: 'Role', optional: true, description: 'What a person may do; for secret keys only.' })
  roles?: Role[];

  @Codes(SCOPES, {
    name: 'Scope',
    optional: true,
    description:
      'What a server may do: `read`, `match`, `changes`. Every role includes `read` and `match`; roles of the desk include `changes`. The default of a publishable key is `read` and `match`.',
  })
  scopes?: Scope[];

  @Texts({
    max: MAX_ORIGINS,
    each: { max: MAX_ORIGIN_LENGTH },
    optional: true,
    description: 'Web sites of a publishable key: scheme, host and, if not the default, port.',
    example: ['https://site.example'],
  })
  origins?: string[];

  @NumberWithin({
    min: 1,
    max: MAX_DAYS,
    integer: true,
    optional: true,
    description: 'Lifetime in days; never expires if omitted.',
  })
  expiresInDays?: number;
}

/** How to rotate a key. */
export class KeyRotationRequest {
  static readonly bodyMayBeLeftOut = true;

  @NumberWithin({
    min: 0,
    max: MAX_OVERLAP_HOURS,
    integer: true,
    optional: true,
    description:
      'Overlap period: hours for which earlier secrets keep working; 24 if omitted. 0 ends them at once, as after a leak.',
  })
  overlapHours?: number;

  @NumberWithin({
    min: 1,
    max: MAX_DAYS,
    integer: true,
    optional: true,
    description: 'Lifetime in days from now; the expiry does not change if omitted.',
  })
  expiresInDays?: number;

  @Text({ max: 500, optional: true, description: 'For the audit trail.' })
  why?: string;
}

export class KeyRevocationRequest {
  static readonly bodyMayBeLeftOut = true;

  @Text({ max: 500, optional: true, description: 'For the audit trail.' })
  why?: string;
}

/** An earlier secret that is still valid. */
export class FormerSecret {
  @ApiProperty({ example: 'tn_live_Ab3d…' })
  hint: string;

  @ApiProperty({ format: 'date-time' })
  endsAt: string;
}

/** A key without its secrets. */
export class KeyResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;

  name: string;

  @ApiProperty({ enum: KEY_KINDS, enumName: 'KeyKind' })
  kind: KeyKind;

  @ApiProperty({ enum: KEY_STATES, enumName: 'KeyState' })
  state: (typeof KEY_STATES)[number];

  @ApiProperty({ enum: ROLES, enumName: 'Role', isArray: true })
  roles: Role[];

  /** As given; scopes that its roles include are not listed. */
  @ApiProperty({ enum: SCOPES, enumName: 'Scope', isArray: true })
  scopes: Scope[];

  /** Web sites from which a publishable key works. */
  @ApiProperty({ type: [String], example: [] })
  origins: string[];

  /** Beginning of the secret, to tell keys apart. */
  @ApiProperty({ example: 'tn_live_Ab3d…' })
  hint: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  expiresAt: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  revokedAt: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  rotatedAt: string | null;

  /** To the minute; may be up to a minute late. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastUsedAt: string | null;

  /** Earlier secrets that are still valid. */
  @ApiProperty({ type: () => FormerSecret, isArray: true })
  formerSecrets: FormerSecret[];

  static of(key: ListedKey): KeyResponse {
    const hasEnded = key.revokedAt !== null;
    return {
      id: key.id,
      name: key.name,
      kind: key.kind,
      state: stateOf(key),
      roles: key.roles,
      scopes: key.scopes,
      origins: key.origins,
      hint: key.hint,
      createdAt: key.createdAt.toISOString(),
      expiresAt: key.expiresAt?.toISOString() ?? null,
      revokedAt: key.revokedAt?.toISOString() ?? null,
      rotatedAt: key.rotatedAt?.toISOString() ?? null,
      lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
      formerSecrets: hasEnded
        ? []
        : key.formerSecrets.map(({ hint, endsAt }) => ({ hint, endsAt: endsAt.toISOString() })),
    };
  }
}

/** A key with its new secret. */
export class CreatedKeyResponse extends KeyResponse {
  /** Shown only once; only its hash is stored. Send it as `Authorization: Bearer …`. */
  @ApiProperty({ example: 'tn_live_…' })
  secret: string;

  static ofCreated({ key, token }: CreatedKey): CreatedKeyResponse {
    return { ...KeyResponse.of(key), secret: token };
  }
}

export class KeyPage {
  @ApiProperty({ type: () => KeyResponse, isArray: true })
  keys: KeyResponse[];

  /** `cursor` of the next page; absent on the last page. */
  nextCursor?: string;
}

function stateOf({ revokedAt, expiresAt }: ListedKey): KeyResponse['state'] {
  if (revokedAt) return 'revoked';
  return expiresAt && expiresAt.getTime() <= Date.now() ? 'expired' : 'active';
}
