import type { EntityManager } from 'typeorm';
import type { Actor } from '../core/curation/role.js';
import { actorOf, type WriteContext } from '../http/writes/write-context.js';

/** The curator of an act, its transaction and its request. */
export interface DeskAct {
  readonly manager: EntityManager;
  readonly actor: Actor;
  readonly requestId: string;
}

export function actOf(context: WriteContext, manager: EntityManager): DeskAct {
  return { manager, actor: actorOf(context), requestId: context.requestId };
}
