import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Cursors } from '../http/pages/cursors.js';
import { pageOf } from '../http/pages/page-of.js';
import { Problem } from '../http/problem.js';
import { Writes } from '../http/writes/writes.js';
import { actorOf, withoutStoredAnswer, type WriteContext } from '../http/writes/write-context.js';
import { createKey, hasOtherAdministrator, revokeKey, rotateKey } from './access-keys.js';
import {
  KeyPage,
  type KeyQuery,
  KeyResponse,
  type KeyRevocationRequest,
  type KeyRotationRequest,
  CreatedKeyResponse,
  type NewKeyRequest,
} from './key.dto.js';
import { findKey, type KeyPosition, type ListedKey, readKeys } from './key.queries.js';
import { daysFromNow, readKeyRequest } from './key-request.js';

const DEFAULT_LIMIT = 20;
const CURSOR_KIND = 'keys';

/** Administration of keys over HTTP. */
@Injectable()
export class KeyService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cursors: Cursors,
    private readonly writes: Writes,
  ) {}

  /** Newest first. */
  async list({ limit = DEFAULT_LIMIT, cursor }: KeyQuery): Promise<KeyPage> {
    const codec = await this.cursors.codec();
    const after = cursor === undefined ? undefined : (codec.decode(CURSOR_KIND, cursor) as KeyPosition);
    const found = await readKeys(this.dataSource.manager, limit + 1, after);
    const { page, last } = pageOf(found, limit);
    return {
      keys: page.map(({ key }) => KeyResponse.of(key)),
      ...(last && { nextCursor: codec.encode(CURSOR_KIND, last.position) }),
    };
  }

  /** @throws Problem 404 if there is none */
  async get(id: string): Promise<KeyResponse> {
    const key = await findKey(this.dataSource.manager, id);
    if (!key) throw Problem.notFound('key', id);
    return KeyResponse.of(key);
  }

  /** The answer is not stored for a repeat, since it holds a secret: a repeat is refused. */
  async create(request: NewKeyRequest, context: WriteContext): Promise<CreatedKeyResponse> {
    const read = readKeyRequest(request);
    if ('flaws' in read)
      throw Problem.unprocessable(
        read.flaws.map(({ field, index, message }) => ({
          pointer: index === undefined ? `/${field}` : `/${field}/${index}`,
          message,
        })),
      );
    return this.writes.perform(withoutStoredAnswer(context), async (manager) =>
      CreatedKeyResponse.ofCreated(
        await createKey(manager, read.wish, actorOf(context), { requestId: context.requestId }),
      ),
    );
  }

  /** Not stored for a repeat either; a lost secret expires with the overlap period of the next rotation. */
  async rotate(
    id: string,
    { overlapHours, expiresInDays, why }: KeyRotationRequest,
    context: WriteContext,
  ): Promise<CreatedKeyResponse> {
    const wish = {
      ...(overlapHours !== undefined && { overlapHours }),
      ...(expiresInDays !== undefined && { expiresAt: daysFromNow(expiresInDays) }),
    };
    return this.writes.perform(withoutStoredAnswer(context), async (manager) => {
      const { requestId } = context;
      const rotated = await rotateKey(manager, id, wish, actorOf(context), { why, requestId });
      if (rotated === 'unknown') throw Problem.notFound('key', id);
      if (rotated === 'revoked')
        throw new Problem('conflict', 'This key is revoked and cannot be rotated. Create another key.');
      if (rotated === 'expired')
        throw new Problem('conflict', 'This key has expired and cannot be rotated. Create another key.');
      return CreatedKeyResponse.ofCreated(rotated);
    });
  }

  /** Unlike other writes it does not wait for an import: a leaked key must be revoked at once. */
  revoke(id: string, { why }: KeyRevocationRequest, context: WriteContext): Promise<KeyResponse> {
    return this.writes.performAtOnce(context, async (manager) => {
      const key = await findKey(manager, id);
      if (!key) throw Problem.notFound('key', id);
      if (key.revokedAt) return KeyResponse.of(key);
      if (isOpenAdministrator(key) && !(await hasOtherAdministrator(manager, id)))
        throw new Problem(
          'conflict',
          'This is the last key with the role administrator, and keys can be created over HTTP only with it. Create ' +
            `another first, or revoke it on the command line: navigator key revoke ${id}`,
        );
      const { requestId } = context;
      const revoked = await revokeKey(manager, id, actorOf(context), { why, requestId });
      return KeyResponse.of(revoked ?? (await findKey(manager, id))!);
    });
  }
}

function isOpenAdministrator({ roles, expiresAt }: ListedKey): boolean {
  return roles.includes('administrator') && (!expiresAt || expiresAt.getTime() > Date.now());
}
