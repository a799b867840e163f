import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { CallerRequest } from '../http/caller.js';
import { RateLimits } from './rate-limits.js';

/** Runs after the guard that reads keys: only then is the owner of a new key known. */
@Injectable()
export class RateGuard implements CanActivate {
  constructor(private readonly limits: RateLimits) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    await this.limits.admit(http.getRequest<CallerRequest>(), http.getResponse<FastifyReply>());
    return true;
  }
}
