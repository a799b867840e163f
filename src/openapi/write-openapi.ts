import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { AppModule } from '../app.module.js';
import type { Connection } from '../database/connection.js';
import { buildOpenApi } from './document.js';

/** A preview of the application instantiates nothing, so nothing asks this connection for anything. */
const NO_CONNECTION = {} as Connection;

/**
 * `write-openapi FILE` writes the document, `--without-examples` as a release keeps it for comparing; with `--check` it
 * compares instead, and exits 1 when the file is not what the code says.
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
