import { Document } from '../http/answers/answer-kinds.js';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { closestWord } from '../http/validation/closest-word.js';
import { CodeParam } from '../http/validation/path-parameters.js';
import { Problem } from '../http/problem.js';
import { CURRENT_POLICY, type PolicyDocument, readPolicies } from '../evidence/policy-files.js';

@ApiTags('matches')
@Controller('v1/policies')
export class PolicyController {
  private readonly policies = readPolicies();

  /**
   * Get a ranking policy.
   *
   * It has every number that moves a program up or down, with its reason. `current` is the policy in use.
   */
  @Get(':version')
  @Document()
  @ApiOperation({ operationId: 'policiesGet' })
  @ApiOkResponse({
    schema: {
      type: 'object',
      properties: {
        version: { type: 'string' },
        criteria: { type: 'object', additionalProperties: true },
        evidence: { type: 'object', additionalProperties: true },
      },
      additionalProperties: true,
      required: ['version', 'criteria', 'evidence'],
    },
  })
  get(@CodeParam('version') version: string): PolicyDocument {
    const policy = this.policies.get(version === 'current' ? CURRENT_POLICY : version);
    if (policy) return policy;
    const suggestion = closestWord(version, [...this.policies.keys()]);
    throw new Problem('not-found', `There is no policy of that version; today's is ${CURRENT_POLICY}.`, [
      {
        parameter: 'version',
        message: 'is not the version of a policy',
        suggestion: suggestion ?? CURRENT_POLICY,
      },
    ]);
  }
}
