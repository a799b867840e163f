import { ApiProperty } from '@nestjs/swagger';
import { type Role, ROLES, type Scope, SCOPES } from '../core/curation/role.js';

const SIGNED_IN_BY = ['key', 'token'] as const;

/** Who sent a request, and what they may do. */
export class IdentityResponse {
  @ApiProperty({ format: 'uuid', description: 'Id of the key, or the permanent id of the person' })
  id: string;

  @ApiProperty({ description: 'As shown with reviews and observations', example: 'Cory Coach' })
  name: string;

  @ApiProperty({
    enum: SIGNED_IN_BY,
    description: '`key` of this service, or an access `token` of the issuer of `GET /v1/sign-in`',
  })
  by: (typeof SIGNED_IN_BY)[number];

  @ApiProperty({ enum: ROLES, enumName: 'Role', isArray: true })
  roles: readonly Role[];

  @ApiProperty({
    enum: SCOPES,
    enumName: 'Scope',
    isArray: true,
    description: 'All, including those of roles',
  })
  scopes: readonly Scope[];
}

/** Where people get an access token with their own account: an OpenID Connect issuer. */
export class IssuerResponse {
  @ApiProperty({ format: 'uri', description: 'Exactly as in `iss`; its endpoints are found by discovery' })
  url: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description:
      'The public client that pages of this service sign in with (authorization code, PKCE); null if none is set up. Another application uses a client of its own.',
  })
  clientId: string | null;

  @ApiProperty({
    description: 'What `aud` of the token must name; sent to the issuer as `resource` (RFC 8707)',
    example: 'https://navigator.example',
  })
  resource: string;
}

/** How to be identified. */
export class SignInResponse {
  @ApiProperty({ description: 'Whether keys of this service are accepted' })
  keys: boolean;

  @ApiProperty({
    type: () => IssuerResponse,
    nullable: true,
    description: 'Null if only keys are accepted',
  })
  issuer: IssuerResponse | null;
}
