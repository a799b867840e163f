import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DataSource } from 'typeorm';
import type { Role } from '../core/curation/role.js';
import { type ActorRequest, NEEDED_ROLES } from '../http/actor.js';
import { Problem } from '../http/problem.js';
import { actorOfToken } from './access-keys.js';

const CHALLENGE = { 'www-authenticate': 'Bearer realm="treatment-navigator"' };

const WHY_NOT = {
  malformed: 'is not a key of this service: it may have been cut or mistyped',
  unknown: 'is not a key of this service',
  expired: 'has expired',
  revoked: 'was taken back',
} as const;

/**
 * Reads the key of every request that carries one, and lets a handler be reached only by a key with a role that it
 * needs. A key that opens nothing is refused everywhere, so that nobody believes they were heard.
 */
@Injectable()
export class KeyGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly dataSource: DataSource,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<ActorRequest>();
    const needed = this.reflector.getAllAndOverride<Role[] | undefined>(NEEDED_ROLES, [
      context.getHandler(),
      context.getClass(),
    ]);
    const { authorization } = request.headers;
    if (authorization !== undefined) request.actor = await this.actorOf(authorization);
    if (needed === undefined) return true;
    if (!request.actor)
      throw new Problem(
        'unauthorized',
        `This needs a key with the role ${needed.join(' or ')}: send Authorization: Bearer <key>.`,
        [],
        { headers: CHALLENGE },
      );
    const { roles } = request.actor;
    if (!needed.some((role) => roles.includes(role)))
      throw new Problem(
        'forbidden',
        `This needs the role ${needed.join(' or ')}; this key has ${roles.join(', ')}.`,
      );
    return true;
  }

  private async actorOf(authorization: string) {
    const [, token] = /^Bearer +(\S+)$/i.exec(authorization.trim()) ?? [];
    const found = token === undefined ? 'malformed' : await actorOfToken(this.dataSource.manager, token);
    if (typeof found !== 'string') return found;
    throw new Problem('unauthorized', `What stands under Authorization ${WHY_NOT[found]}.`, [], {
      headers: { 'www-authenticate': `${CHALLENGE['www-authenticate']}, error="invalid_token"` },
    });
  }
}
