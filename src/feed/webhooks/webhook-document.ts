import { getSchemaPath, type OpenAPIObject } from '@nestjs/swagger';
import { ChangeMessage, PingMessage } from './webhook-message.dto.js';

const text = (pattern: string, maxLength: number) => ({ type: 'string', pattern, maxLength });

/** How a receiver verifies that a message is ours, as in Standard Webhooks. */
const SIGNED = [
  {
    name: 'webhook-id',
    description: 'Id of the message, the same for every attempt; use it to discard duplicates',
    schema: text('^[a-z]+_[A-Za-z0-9_-]+$', 100),
    example: 'change_1187_fm2k0x9c1',
  },
  {
    name: 'webhook-timestamp',
    description:
      'Time of this attempt, in seconds since 1970; reject messages that are more than a few minutes old',
    schema: text('^[0-9]+$', 20),
    example: '1795781733',
  },
  {
    name: 'webhook-signature',
    description:
      'HMAC-SHA256 of id, timestamp and body with the secret, in base64 after `v1,`; two signatures, separated ' +
      'by a space, while a secret is being rotated',
    schema: text('^v1,[A-Za-z0-9+/]+=*( v1,[A-Za-z0-9+/]+=*)*$', 400),
    example: 'v1,5sWkBrWJ2YVxqV9RZJf0Eun0mZJVjFyAFLnBOBkR5jE=',
  },
].map((header) => ({ ...header, in: 'header', required: true }));

const ANSWERS = {
  '2XX': { description: 'The message was accepted; the next one follows' },
  '410': { description: 'Nothing is sent any more: the webhook is disabled' },
  '4XX': {
    description:
      'The message is sent again later. The same holds for any other status, a redirect, or no response within ' +
      '15 seconds; after three days the webhook is disabled. Retry-After is respected',
  },
};

/** Documents the messages that webhooks receive, for those who generate a receiver from the document. */
export function addWebhookMessages(document: OpenAPIObject): void {
  const message = (operationId: string, summary: string, schema: Function, example: object) => ({
    post: {
      operationId,
      summary,
      description: `${summary}. Messages to one address are sent in order, each at least once.`,
      tags: ['changes'],
      // The sender has no key but signs.
      security: [],
      parameters: SIGNED,
      requestBody: {
        required: true,
        content: { 'application/json': { schema: { $ref: getSchemaPath(schema) }, example } },
      },
      responses: ANSWERS,
    },
  });
  document.webhooks = {
    change: message('webhookChange', 'Something was created, changed or withdrawn', ChangeMessage, {
      type: 'program.changed',
      timestamp: '2026-11-27T12:15:33.512Z',
      data: {
        entity: 'program',
        id: '0b7a3a46-2f0e-5a51-9a53-5b4e6f8d0c21',
        version: 4,
        link: '/v1/programs/0b7a3a46-2f0e-5a51-9a53-5b4e6f8d0c21',
        seq: 1187,
        cursor: 'WzExODcsIjE3OTU4MTU5MTMzODQ3ODIiXQ.gSkXWUu3SHGTywNMsEQECg',
      },
    }),
    ping: message('webhookPing', 'An administrator tests whether messages arrive', PingMessage, {
      type: 'ping',
      timestamp: '2026-11-27T12:15:33.512Z',
      data: {
        id: '7b1a3a46-2f0e-4a51-9a53-5b4e6f8d0c21',
        name: 'Search index of Example Partners',
        link: '/v1/webhooks/7b1a3a46-2f0e-4a51-9a53-5b4e6f8d0c21',
      },
    }),
  } as OpenAPIObject['webhooks'];
}
