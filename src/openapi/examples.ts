import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenAPIObject } from '@nestjs/swagger';
import { projectFolder } from '../config/project-folder.js';
import { operationsIn } from './operations-in.js';
import { nameOfShared } from './shared-responses.js';

/** One file per operation, and one with the problems by status; a test writes them from responses of the service. */
const FOLDER = join(projectFolder, 'openapi/examples');

type Content = Record<string, { example?: unknown }>;
interface Answer {
  content?: Content;
}
interface Operation {
  operationId?: string;
  requestBody?: { content: Content };
  responses: Record<string, Answer>;
}

/** Adds a real example to every request and response body. */
export function addExamples(document: OpenAPIObject): void {
  const problems = (read('problems') ?? {}) as Record<string, unknown>;
  for (const { operation } of operationsIn<Operation>(document)) addToOperation(operation, problems);
  const shared = (document.components?.responses ?? {}) as Record<string, Answer>;
  for (const [status, problem] of Object.entries(problems))
    set(shared[nameOfShared(status) ?? '']?.content, problem);
}

function addToOperation(operation: Operation, problems: Record<string, unknown>): void {
  const kept = read(operation.operationId ?? '') as { request?: unknown; response?: unknown } | undefined;
  for (const [status, { content }] of Object.entries(operation.responses))
    set(content, status.startsWith('2') ? kept?.response : problems[status]);
  set(operation.requestBody?.content, kept?.request);
}

function set(content: Content | undefined, example: unknown): void {
  if (example === undefined) return;
  // An example in the handler takes precedence.
  for (const type of Object.values(content ?? {})) type.example ??= example;
}

function read(name: string): unknown {
  const file = join(FOLDER, `${name}.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
