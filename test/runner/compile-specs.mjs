// Compiles the specs, all of test/, and the example of a client, into dist/ next to the program, so that tests run the
// same files that ship. Each file is compiled separately, and only if it has changed; types are checked by `npm run
// types`.
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';

const ROOT = join(import.meta.dirname, '../..');
const DIST = join(ROOT, 'dist');
/** What affects the compilation of every file. */
const COMPILED_BY = [import.meta.filename, 'tsconfig.json', 'node_modules/typescript/package.json'];

const isSpec = (path) => /\.spec\.tsx?$/.test(path);
/** What runs in a browser is bundled for it; specs of its views run on its modules, one by one. */
const isOfPage = (path) => /^src[/\\]web[/\\]/.test(path);
/** A compiled spec keeps its whole name: the name of the source also selects it. */
const outputOf = (path) => (isSpec(path) ? `${path}.js` : path.replace(/\.tsx?$/, '.js'));
const changedAt = (path) => statSync(join(ROOT, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;

const isCode = (path) => /(?<!\.d)\.tsx?$/.test(path);

const begins = new Date();
const sources = [
  ...filesIn('src').filter((path) => isSpec(path) || (isOfPage(path) && isCode(path))),
  ...['test', 'openapi/client'].flatMap(filesIn).filter(isCode),
];
removeWithoutSource();
const latest = Math.max(...COMPILED_BY.map(changedAt));
const stale = sources.filter(
  (path) => Math.max(changedAt(path), latest) >= changedAt(join('dist', outputOf(path))),
);
if (stale.length > 0) {
  const options = compilerOptions();
  for (const path of stale) compile(path, options);
}

function filesIn(folder) {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(ROOT, join(parentPath, name)));
}

/** Otherwise a spec that was moved or removed would still run. */
function removeWithoutSource() {
  const kept = new Set(sources.map(outputOf));
  for (const compiled of filesIn('dist')) {
    const path = relative('dist', compiled).replace(/\.map$/, '');
    const ours = /\.spec\.tsx?\.js$/.test(path) || /^(test|openapi|src[/\\]web)[/\\].*\.js$/.test(path);
    if (ours && !kept.has(path)) rmSync(join(ROOT, compiled));
  }
}

function compilerOptions() {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), (file) => readFileSync(file, 'utf8'));
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: [], include: [] }, ts.sys, ROOT);
  // Compiles one file: package.json makes every file a module, so nothing else is needed.
  return {
    ...options,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    jsx: ts.JsxEmit.ReactJSX,
    jsxImportSource: 'preact',
  };
}

function compile(path, options) {
  const source = join(ROOT, path);
  const output = join(DIST, outputOf(path));
  const { outputText, sourceMapText, diagnostics } = ts.transpileModule(readFileSync(source, 'utf8'), {
    fileName: source,
    compilerOptions: options,
    reportDiagnostics: true,
  });
  if (diagnostics.length > 0) {
    console.error(ts.formatDiagnosticsWithColorAndContext(diagnostics, ts.createCompilerHost(options)));
    process.exit(1);
  }
  const map = { ...JSON.parse(sourceMapText), sources: [relative(dirname(output), source)] };
  mkdirSync(dirname(output), { recursive: true });
  writeFileSync(`${output}.map`, JSON.stringify(map));
  writeFileSync(
    output,
    outputText.replace(/(?<=sourceMappingURL=).*$/m, `${relative(dirname(output), output)}.map`),
  );
  // A file that changes while this runs may have been read before.
  utimesSync(output, begins, begins);
}
