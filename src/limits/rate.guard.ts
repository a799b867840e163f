import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { CallerRequest } from '../http/caller.js';
import { RateLimits } from './rate-limits.js';

/** Stands behind the guard that reads keys: only there is it known whose rate a key falls under that was never seen. */
@Injectable()
export class RateGuard implements CanActivate {
  constructor(private readonly limits: RateLimits) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    await this.limits.admit(http.getRequest<CallerRequest>(), http.getResponse<FastifyReply>());
    return true;
  }
}
