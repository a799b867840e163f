import { applyDecorators } from '@nestjs/common';
import { ApiConsumes, ApiExtension, ApiOkResponse } from '@nestjs/swagger';
import { fhirContent, IGNORES_UNKNOWN } from '../../http/fhir/fhir-answer.js';
import { FORM } from '../../http/pipeline/request-guard.js';

/** Documents a search of FHIR: a Bundle, and unknown parameters that are ignored. */
export function AnswersBundle(): MethodDecorator {
  return applyDecorators(
    ApiExtension(IGNORES_UNKNOWN, true),
    ApiOkResponse({ content: fhirContent('Bundle'), description: 'A FHIR R4 Bundle' }),
  );
}

/** The same by POST: the parameters are a form in the body, or an object with the same names. */
export function AnswersBundleToForm(): MethodDecorator {
  return applyDecorators(AnswersBundle(), ApiConsumes('application/json', FORM));
}

/** Documents an answer that is one FHIR resource. */
export function AnswersResource(name: string): MethodDecorator {
  return ApiOkResponse({ content: fhirContent(name), description: `A FHIR R4 ${name}` });
}
