import { Controller, Get } from '@nestjs/common';

/** What this process has used since it began. */
export interface Usage {
  /** User and system, of all threads. */
  readonly cpuMs: number;
  readonly residentBytes: number;
}

/** Tells a bench what the service has used. */
@Controller('bench/usage')
export class UsageController {
  @Get()
  usage(): Usage {
    const { user, system } = process.cpuUsage();
    return { cpuMs: (user + system) / 1000, residentBytes: process.memoryUsage.rss() };
  }
}
