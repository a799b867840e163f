import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { defineConfig } from 'vite';

const ROOT = import.meta.dirname;
const OUTPUT = join(ROOT, '../../dist/web');

/** The service sends each file as it is compressed here, once, as far as it can be. */
const compressed = {
  name: 'compressed',
  closeBundle() {
    const assets = join(OUTPUT, 'assets');
    for (const name of readdirSync(assets)) {
      const file = join(assets, name);
      const bytes = readFileSync(file);
      const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
      writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params }));
      writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
    }
  },
};

export default defineConfig({
  root: ROOT,
  publicDir: false,
  plugins: [compressed],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    // Browsers of 2022.
    target: 'es2022',
    outDir: OUTPUT,
    emptyOutDir: true,
    // The policy of the pages refuses `data:` addresses.
    assetsInlineLimit: 0,
    // The one file that is loaded later needs no other, so nothing has to be fetched ahead.
    modulePreload: false,
    rolldownOptions: { input: { console: join(ROOT, 'index.html') } },
  },
});
