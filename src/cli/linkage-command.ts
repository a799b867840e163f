import { Command } from 'commander';
import type { EntityManager } from 'typeorm';
import { printLines } from './printable.js';
import { wholeNumber } from './whole-number.js';

/** `linkage review`: the questions whether two programs are one, for a terminal. */
export function linkageCommand(
  withManager: (use: (manager: EntityManager) => Promise<void>) => Promise<void>,
): Command {
  const linkage = new Command('linkage').description('show programs of several lists that may be one');
  linkage
    .command('review')
    .description('list the questions whether two programs are one, the most harmful first, side by side')
    .option('--limit <count>', 'questions to show', wholeNumber(1, 1000), 20)
    .option('--source <source>', 'only questions about rows of this source')
    .action(async ({ limit, source }: { limit: number; source?: string }) => {
      const { linkageReviewLines } = await import('../interchange/linkage/review-lines.js');
      await withManager(async (manager) => printLines(await linkageReviewLines(manager, { limit, source })));
    });
  return linkage;
}
