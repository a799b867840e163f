import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import type { OidcSettings } from '../config/env.js';
import { HttpModule } from '../http/http.module.js';
import { AuditController } from './audit.controller.js';
import { IdentityController, WAYS_TO_SIGN_IN } from './identity.controller.js';
import type { SignInResponse } from './identity.dto.js';
import { KeyReader } from './key-reader.js';
import { KeyUses } from './key-uses.js';
import { KeyController } from './key.controller.js';
import { KeyGuard } from './key.guard.js';
import { KeyService } from './key.service.js';
import { PersonTokens } from './person-tokens.js';

/** Keys, people, what they may do, and the audit trail. */
@Module({
  imports: [HttpModule],
  controllers: [AuditController, IdentityController, KeyController],
  providers: [KeyReader, KeyService, KeyUses, { provide: APP_GUARD, useClass: KeyGuard }],
})
export class AccessModule {
  /** @param oidc the issuer of people's tokens; without it only keys are accepted */
  static withPeople(oidc: OidcSettings | undefined): DynamicModule {
    const people = oidc === undefined ? undefined : new PersonTokens(oidc);
    return {
      module: AccessModule,
      providers: [
        { provide: WAYS_TO_SIGN_IN, useValue: waysToSignIn(oidc) },
        ...(people ? [{ provide: PersonTokens, useValue: people }] : []),
      ],
    };
  }
}

function waysToSignIn(oidc: OidcSettings | undefined): SignInResponse {
  if (!oidc) return { keys: true, issuer: null };
  const { issuer, audience, clientId = null } = oidc;
  return { keys: true, issuer: { url: issuer, clientId, resource: audience } };
}
