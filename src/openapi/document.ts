import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { projectPackage } from '../config/project-package.js';
import { addWebhookMessages } from '../feed/webhooks/webhook-document.js';
import { addExamples } from './examples.js';
import { exactSchemas } from './exact-schemas.js';
import { withoutNullable } from './nullable-schemas.js';
import { completeParameters } from './operation-parameters.js';
import { wordOperations } from './summaries.js';
import { addSharedResponses } from './shared-responses.js';

/** The OpenAPI 3.1 document of an application; a preview of it, which needs no database, is enough. */
export function buildOpenApi(app: INestApplication, { examples = true } = {}): OpenAPIObject {
  const { description, version } = projectPackage;
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Treatment Navigator')
    .setDescription(
      `${description}\n\nNothing that a client sends to a match is kept. Unknown is a value: a fact that no ` +
        'source reports is never turned into no, zero or false.\n\nBefore its address is looked up, a request may be ' +
        'answered with problem 408 (it came too slowly), 414 or 431 (its address or its headers are too long).',
    )
    .setVersion(version)
    .addTag('matches', 'What a client needs in, treatment programs out, in an order explained line by line')
    .addTag(
      'assessments',
      'Self-screenings: answers in; safety messages, scores and a provisional level of care out; nothing is kept',
    )
    .addTag(
      'fhir',
      'The instruments as FHIR R4 Questionnaires; a QuestionnaireResponse is taken wherever answers are',
    )
    .addTag('programs', 'The directory: treatment programs, where each fact comes from and since when')
    .addTag('evidence', 'Approaches, their ratings, badges, citations and cautions')
    .addTag('changes', 'What was created, changed and withdrawn, to follow or to be told of by webhooks')
    .addTag('desk', 'Curation: who may do what with a key, and the trail of what was done')
    .addBearerAuth(
      {
        type: 'http',
        scheme: 'bearer',
        bearerFormat: 'opaque',
        description:
          'A key: `tn_live_…`, secret, with roles or scopes, or `tn_pub_…`, publishable, which works from its web ' +
          'sites alone and only reads and matches. Made by `POST /v1/keys` or `navigator key create`, shown once.',
      },
      'key',
    )
    .addBearerAuth(
      {
        type: 'http',
        scheme: 'bearer',
        bearerFormat: 'JWT',
        description:
          'An access token of a person, from the OpenID Connect issuer that this installation is configured with. ' +
          'Its roles come from a claim. A JWT, checked as RFC8725 asks.',
      },
      'person',
    )
    .addTag('health', 'Whether this process lives and can serve')
    .addTag('service', 'What this service is and where to go from here')
    .build();
  // The builder knows no contact without an address, no identifier of a licence and no audience of a server.
  config.info.contact = { name: 'The maintainers of Treatment Navigator' };
  config.servers = [
    {
      url: '/',
      description: 'The service that serves this document, in production or local',
      'x-internal': false,
    } as NonNullable<OpenAPIObject['servers']>[number],
  ];
  config.info.license = { name: 'Apache-2.0', identifier: 'Apache-2.0' } as OpenAPIObject['info']['license'];
  const document = SwaggerModule.createDocument(app, config, { operationIdFactory });
  wordOperations(document);
  completeParameters(document);
  addSharedResponses(document);
  addWebhookMessages(document);
  const exact = exactSchemas(withoutNullable(document)) as OpenAPIObject;
  if (examples) addExamples(exact);
  return exact;
}

/** `ProgramsController.search` becomes `programsList`. */
function operationIdFactory(controller: string, method: string): string {
  const room = controller.replace(/Controller$/, '');
  return `${room.charAt(0).toLowerCase()}${room.slice(1)}${method.charAt(0).toUpperCase()}${method.slice(1)}`;
}
