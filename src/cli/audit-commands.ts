import { Command, InvalidArgumentError } from 'commander';
import type { EntityManager } from 'typeorm';
import { readAudit } from '../access/audit.queries.js';

const PAGE = 1000;

/** `audit`: the whole audit trail as JSON lines, for a copy elsewhere. */
export function auditCommand(
  withManager: (use: (manager: EntityManager) => Promise<void>) => Promise<void>,
): Command {
  return new Command('audit')
    .description('print the audit trail, one JSON line per entry, oldest first')
    .option('--since <number>', 'only entries after this `seq`', wholeNumber, 0)
    .action(({ since }: { since: number }) =>
      withManager(async (manager) => {
        for (let after = since; ;) {
          const acts = await readAudit(manager, { since: after, limit: PAGE });
          for (const act of acts) console.log(JSON.stringify(act));
          if (acts.length < PAGE) return;
          after = acts.at(-1)!.seq;
        }
      }),
    );
}

function wholeNumber(value: string): number {
  if (!/^\d{1,15}$/.test(value)) throw new InvalidArgumentError('Use a whole number, as in `seq`.');
  return Number(value);
}
