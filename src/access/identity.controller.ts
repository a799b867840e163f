import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller, NeedsIdentity } from '../http/caller.js';
import { IdentityResponse, SignInResponse } from './identity.dto.js';

/** Under this name the module provides the answer of `GET /v1/sign-in`: it is the same for all callers. */
export const WAYS_TO_SIGN_IN = Symbol('ways to sign in');

@ApiTags('desk')
@Controller('v1')
export class IdentityController {
  constructor(@Inject(WAYS_TO_SIGN_IN) private readonly waysToSignIn: SignInResponse) {}

  /**
   * Get the name, roles and scopes of the caller.
   *
   * They are those of the secret key, or of the access token, in this request.
   */
  @Get('me')
  @NeedsIdentity()
  @Header('cache-control', 'no-store')
  @ApiOperation({ operationId: 'identityGet' })
  @ApiOkResponse({ type: IdentityResponse })
  who(@CurrentCaller() { id, name, kind, roles, scopes }: Caller): IdentityResponse {
    return { id, name, by: kind === 'person' ? 'token' : 'key', roles, scopes };
  }

  /**
   * Get the ways to sign in.
   *
   * They are keys of this service and, where an issuer is set up, people's own accounts. A page needs nothing else to
   * begin the sign-in.
   */
  @Get('sign-in')
  @ApiOperation({ operationId: 'signInGet' })
  @ApiOkResponse({ type: SignInResponse })
  signIn(): SignInResponse {
    return this.waysToSignIn;
  }
}
