import { type EntityManager, In, LessThanOrEqual } from 'typeorm';
import { addDays } from '../core/directory/shelf-life.js';
import { Observation } from './observation.entity.js';
import { Ticket } from './ticket.entity.js';

/** How far ahead the desk looks. */
const AHEAD_DAYS = 60;

/**
 * The tasks of the directory's desk as lines of text: tickets by due date, and verified or attested statements that
 * soon expire.
 *
 * @param day YYYY-MM-DD
 */
export async function deskDueLines(manager: EntityManager, day: string): Promise<string[]> {
  const tickets = await manager.find(Ticket, {
    where: { state: In(['open', 'taken']) },
    order: { dueOn: 'ASC', id: 'ASC' },
  });
  const ending = await manager.find(Observation, {
    where: { status: 'standing', expiresOn: LessThanOrEqual(addDays(day, AHEAD_DAYS)) },
    order: { expiresOn: 'ASC', id: 'ASC' },
  });
  const late = tickets.filter(({ dueOn }) => dueOn < day);
  return [
    `Tickets on programs: ${tickets.length}, of which past their day: ${late.length}`,
    ...tickets.map(({ id, dueOn, about, programId, origin, takenByName }) => {
      const mark = dueOn < day ? 'overdue' : 'due';
      const taken = takenByName === null ? '' : `, taken by ${takenByName}`;
      return `  ${mark.padEnd(7)}  ${dueOn}  ${about} of program ${programId} (${origin}${taken})  ${id}`;
    }),
    `Verified or attested statements that end within ${AHEAD_DAYS} days, or ended: ${ending.length}`,
    ...ending.map(
      ({ id, expiresOn, facts, programId, observerName }) =>
        `  ${expiresOn}  ${Object.keys(facts).join(', ')} of program ${programId}, by ${observerName}  ${id}`,
    ),
  ];
}
