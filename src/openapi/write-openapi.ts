import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { AppModule } from '../app.module.js';
import type { Connection } from '../database/connection.js';
import { buildOpenApi } from './document.js';

/** A preview of the application instantiates nothing, so this connection is never used. */
const NO_CONNECTION = {} as Connection;

/**
 * `write-openapi FILE` writes the document, with `--without-examples` in the form that a release keeps for comparison;
 * with `--check` it compares instead, and exits with 1 if the file does not match the code.
 */
async function writeOpenApi(
  file: string,
  { check, examples }: { check: boolean; examples: boolean },
): Promise<void> {
  const app = await NestFactory.create(AppModule.register(NO_CONNECTION), new FastifyAdapter(), {
    preview: true,
    logger: ['error'],
    abortOnError: false,
  });
  const document = `${JSON.stringify(buildOpenApi(app, { examples }), null, 2)}\n`;
  await app.close();
  if (!check) {
    writeFileSync(file, document);
  } else if (!existsSync(file) || readFileSync(file, 'utf8') !== document) {
    console.error(`${file} is out of step with the code: run npm run openapi:write`);
    process.exitCode = 1;
  }
}

const [file = 'openapi/openapi.json', ...options] = process.argv.slice(2);
await writeOpenApi(file, {
  check: options.includes('--check'),
  examples: !options.includes('--without-examples'),
});
