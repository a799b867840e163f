import type { EntityManager } from 'typeorm';
import type { Actor } from '../core/curation/role.js';
import { actorOf, type Writing } from '../http/writes/write-context.js';

/** Who curates, in which transaction, for which request. */
export interface DeskAct {
  readonly manager: EntityManager;
  readonly by: Actor;
  readonly requestId: string;
}

export function actOf(writing: Writing, manager: EntityManager): DeskAct {
  return { manager, by: actorOf(writing), requestId: writing.requestId };
}
