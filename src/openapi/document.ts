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
      `${description}\n\nNothing sent to a match is stored. Unknown is a value: a fact that no source reports is ` +
        'never turned into no, zero or false.\n\nAny request may be answered with 408 (it arrives too slowly), 414 ' +
        '(its address is too long) or 431 (its headers are too large).',
    )
    .setVersion(version)
    .addTag(
      'matches',
      'Rank treatment programs for the needs of a client, with every line of the order explained',
    )
    .addTag(
      'assessments',
      'Self-screening: answers give safety messages, scores and a provisional level of care; nothing is stored',
    )
    .addTag(
      'fhir',
      'The directory as FHIR R4 resources, and the instruments as Questionnaires; a QuestionnaireResponse is accepted ' +
        'wherever answers are. Errors are OperationOutcomes',
    )
    .addTag('programs', 'The directory: treatment programs, with the source and date of each fact')
    .addTag('hsds', 'The directory as the Human Services Data Specification has it (HSDS 3.1)')
    .addTag('exports', 'The whole directory as files: tables, and lines of JSON')
    .addTag('evidence', 'Approaches, their ratings, badges, citations and cautions')
    .addTag('changes', 'What was created, changed and withdrawn, as a feed to follow or by webhook')
    .addTag('desk', 'Curation: keys and what they may do, and the audit trail')
    .addBearerAuth(
      {
        type: 'http',
        scheme: 'bearer',
        bearerFormat: 'opaque',
        description:
          'A key. A secret key (`tn_live_…`) has roles or scopes. A publishable key (`tn_pub_…`) works from its ' +
          'web sites only, and only reads and matches. Created with `POST /v1/keys` or `navigator key create`, and ' +
          'shown once.',
      },
      'key',
    )
    .addBearerAuth(
      {
        type: 'http',
        scheme: 'bearer',
        bearerFormat: 'JWT',
        description:
          'An access token (JWT) of a person, from the OpenID Connect issuer that this installation is configured ' +
          'with. Its roles come from a claim. It is validated as RFC8725 requires.',
      },
      'person',
    )
    .addTag('health', 'Whether this process runs and can serve requests')
    .addTag('service', 'Name, version and links of this service')
    .build();
  // The builder does not support a contact without an address, an identifier of a licence or an audience of a server.
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
