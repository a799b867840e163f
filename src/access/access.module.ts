import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AuditController } from './audit.controller.js';
import { KeyGuard } from './key.guard.js';

/** Keys and their roles, and the trail of what was done with them. */
@Module({
  controllers: [AuditController],
  providers: [{ provide: APP_GUARD, useClass: KeyGuard }],
})
export class AccessModule {}
