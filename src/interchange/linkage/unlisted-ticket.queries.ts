import type { EntityManager } from 'typeorm';
import { daysToClose, type LISTING_MATTERS, type TicketOrigin } from '../../core/curation/ticket-life.js';
import { addDays } from '../../core/directory/shelf-life.js';

const ABOUT = 'closed' satisfies (typeof LISTING_MATTERS)[number];
const ORIGIN = 'unlisted' satisfies TicketOrigin;

/**
 * Opens a ticket for each program that no edition names any more and that people reported on: is it still there? One on
 * this matter that is open is enough.
 *
 * @param today YYYY-MM-DD
 */
export async function openTicketsOfUnlisted(manager: EntityManager, today: string): Promise<void> {
  await manager.query(
    `INSERT INTO ticket (id, program_id, origin, about, received_on, due_on)
     SELECT gen_random_uuid(), p.id, $2, $3, $1, $4 FROM program p
      WHERE p.status = 'published' AND p.unlisted_on = $1
     ON CONFLICT (program_id, about) WHERE origin <> 'report' AND state <> 'closed' DO NOTHING`,
    [today, ORIGIN, ABOUT, addDays(today, daysToClose(ABOUT))],
  );
}
