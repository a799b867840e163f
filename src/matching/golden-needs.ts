import { join } from 'node:path';
import { projectFolder } from '../config/project-folder.js';
import { readSeedFile, seedCheck } from '../config/seed-file.js';
import { RequestValidation } from '../http/validation/validation.js';
import { MatchRequest } from './match-request.dto.js';

/** A need whose ranking a reviewer sees with and without a rating. */
export interface GoldenNeed {
  readonly name: string;
  readonly request: MatchRequest;
}

interface NeedsFile {
  needs: { name: string; request: object }[];
}

const fits = seedCheck<NeedsFile>({
  type: 'object',
  additionalProperties: false,
  required: ['needs'],
  properties: {
    needs: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['name', 'request'],
        properties: { name: { type: 'string', minLength: 1, maxLength: 80 }, request: { type: 'object' } },
      },
    },
  },
});

const FILE = join(projectFolder, 'seed-data', 'impact', 'needs.yaml');

/** The golden needs, validated by the same rules as a match request; throws what is wrong with the file. */
export async function readGoldenNeeds(file = FILE): Promise<GoldenNeed[]> {
  const { needs } = readSeedFile(file, fits);
  const validation = new RequestValidation();
  return Promise.all(
    needs.map(async ({ name, request }) => ({
      name,
      request: (await validation.transform(request, {
        type: 'body',
        metatype: MatchRequest,
      })) as MatchRequest,
    })),
  );
}
